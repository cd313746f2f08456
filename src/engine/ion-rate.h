/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger.h"

G_BEGIN_DECLS

#define ION_RATE_CALLS   150
#define ION_RATE_SECONDS 5

/* "150/5": calls and seconds. */
gboolean ion_rate_parse (const char *text, int *calls, int *seconds);
/* The setting "rate", else the platform's default. */
void ion_rate_of_ledger (IonLedger *ledger, int *calls, int *seconds);

G_END_DECLS
