/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-campaign-preview.h"
#include "ion-office.h"

G_BEGIN_DECLS

/* One row with all that is known of it, and the message as it looked. */
typedef struct
{
  IonCampaignPreview *preview; /* (owned) */
  GPtrArray *steps;            /* (owned) (element-type IonDeliveryStep) */
  char *service_name;          /* (owned) */
} IonDeliveryStory;

/* From a worker thread. */
IonDeliveryStory *
ion_delivery_story_read (IonOffice *office, const char *campaign_id, gint64 row, GError **error);
void ion_delivery_story_free (IonDeliveryStory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonDeliveryStory, ion_delivery_story_free)

G_END_DECLS
