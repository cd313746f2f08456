/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-importer.h"
#include "ion-ledger-deliveries.h"
#include "ion-message.h"

G_BEGIN_DECLS

/* One row as its citizen will get it. */
typedef struct
{
  IonDelivery *delivery; /* (owned) */
  IonMessage *message;   /* (owned) (nullable): %NULL where it cannot be merged */
  char *problem_code;    /* (owned) (nullable) */
  char *problem;         /* (owned) (nullable): why */
} IonCampaignPreview;

void ion_campaign_preview_free (IonCampaignPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonCampaignPreview, ion_campaign_preview_free)

/* @row: as the file numbers it; 0 = the first that would be sent. @language: (nullable) */
IonCampaignPreview *ion_office_preview_campaign (IonOffice *self,
                                                 const char *campaign,
                                                 gint64 row,
                                                 const char *language,
                                                 GError **error);

/* Rows that the platform would refuse for the same reason. */
typedef struct
{
  char *code;      /* (owned): "subject-length" */
  char *message;   /* (owned): of the first of them */
  gint64 count;    /* rows */
  gint64 rows[20]; /* the first ones */
} IonCampaignProblem;

void ion_campaign_problem_free (IonCampaignProblem *self);

/* Merges every row that would be sent, in every language of the template. @merged: (out)
 * (optional): rows. Returns: (transfer full) (element-type IonCampaignProblem): empty where all is
 * well; %NULL on error. Runs long: call it from a worker thread in the window. */
GPtrArray *ion_office_check_campaign (IonOffice *self,
                                      const char *campaign,
                                      gint64 *merged,
                                      IonProgressFunc progress,
                                      gpointer user_data,
                                      GCancellable *cancellable,
                                      GError **error);

G_END_DECLS
