/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-campaigns.h"
#include "ion-ledger-deliveries.h"

G_BEGIN_DECLS

/* One thing that happened to a message. */
typedef struct
{
  char *title;       /* (owned) */
  char *detail;      /* (owned) (nullable): what it means */
  gint64 at;         /* UTC seconds; 0 = not known */
  gboolean is_ahead; /* it is still to happen */
} IonDeliveryStep;

void ion_delivery_step_free (IonDeliveryStep *self);

/* Everything known about one message, in the order in which it happened. Pure.
 * Returns: (transfer full) (element-type IonDeliveryStep) */
GPtrArray *ion_delivery_list_steps (const IonCampaign *campaign, const IonDelivery *delivery);

G_END_DECLS
