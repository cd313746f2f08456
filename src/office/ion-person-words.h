/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-deliveries.h"

G_BEGIN_DECLS

/* Where one message stands, as it is said to the person on the telephone: "Delivered to the app".
 * Returns: (transfer none) */
const char *ion_delivery_get_words (const IonDelivery *delivery);
/* What is known beyond that: read, paid. Returns: (transfer none): "" where nothing is */
const char *ion_delivery_get_more_words (const IonDelivery *delivery);

G_END_DECLS
