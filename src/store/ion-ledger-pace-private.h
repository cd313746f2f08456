/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-db.h"

G_BEGIN_DECLS

/* The file of the leases, beside the ledger; made anew where it is missing or damaged. */
IonDb *ion_pace_open (const char *folder, GError **error);

G_END_DECLS
