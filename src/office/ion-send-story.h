/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-send-check.h"

G_BEGIN_DECLS

/* Private to the office. */

/* Returns: (transfer full): people, service, amounts and due dates in a sentence */
char *ion_send_story_compose (const IonSendCheck *check);
/* Fills the remarks. */
void ion_send_story_add_remarks (IonSendCheck *check,
                                 IonOffice *office,
                                 const IonCampaignCounts *counts);

G_END_DECLS
