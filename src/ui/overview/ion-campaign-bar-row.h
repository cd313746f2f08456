/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-office-survey.h"

G_BEGIN_DECLS

/**
 * IonCampaignBarRow:
 *
 * One campaign as a bar with its figures as text; activating it opens the campaign.
 */
#define ION_TYPE_CAMPAIGN_BAR_ROW (ion_campaign_bar_row_get_type ())
G_DECLARE_FINAL_TYPE (IonCampaignBarRow,
                      ion_campaign_bar_row,
                      ION,
                      CAMPAIGN_BAR_ROW,
                      AdwPreferencesRow)

GtkWidget *ion_campaign_bar_row_new (const char *campaign_id);
const char *ion_campaign_bar_row_get_id (IonCampaignBarRow *self);
/* Messages delivered, of those that were to be sent. */
void ion_campaign_bar_row_show_delivered (IonCampaignBarRow *self,
                                          const IonSurveyedCampaign *surveyed);
/* Messages done, of those that are being sent. @end: UTC seconds; 0 = not known */
void ion_campaign_bar_row_show_running (IonCampaignBarRow *self,
                                        const IonSurveyedCampaign *surveyed,
                                        gint64 end);

G_END_DECLS
