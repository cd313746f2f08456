/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-campaign-act.h"
#include "ion-campaign-facts.h"
#include "ion-dialog.h"

G_BEGIN_DECLS

/* What is asked before an act that cannot be undone. */
typedef struct
{
  char *heading; /* (owned) */
  char *body;    /* (owned) */
  char *verb;    /* (owned) */
  IonDialogTone tone;
} IonCampaignQuestion;

/* With the numbers of the campaign. Pure. */
void ion_campaign_question_init (IonCampaignQuestion *self,
                                 const IonCampaignAct *act,
                                 const IonCampaignFacts *facts);
void ion_campaign_question_clear (IonCampaignQuestion *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IonCampaignQuestion, ion_campaign_question_clear)

/* @act: (transfer full) */
typedef void (*IonCampaignActFunc) (GtkWidget *widget, IonCampaignAct *act);

/* Asks above @widget's window; after a yes, @func is called. @act: (transfer full) */
void ion_campaign_question_ask (GtkWidget *widget,
                                IonCampaignAct *act,
                                const IonCampaignFacts *facts,
                                IonCampaignActFunc func);

G_END_DECLS
