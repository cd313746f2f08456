/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-campaigns.h"
#include "ion-send-plan.h"

G_BEGIN_DECLS

/**
 * IonSendFacts:
 *
 * What the office and the campaign prepared of a draft say before it is sent, read in one go. The
 * part about a campaign is empty where @campaign_id is %NULL.
 */
typedef struct
{
  char *campaign_id; /* (owned) (nullable) */
  IonCampaignState state;
  char *pause_code; /* (owned) (nullable): "reach-done" */
  gboolean reach_only;
  IonCampaignCounts counts;
  gint64 people; /* all but the rows left out */
  gint64 amount; /* of all of them, cents */

  char *service_id;   /* (owned) (nullable) */
  char *service_name; /* (owned) (nullable) */
  gboolean has_key;   /* also where the keyring cannot tell now */

  gboolean is_practice;
  gboolean is_first; /* a real office that has sent nothing but tests so far */
  guint testers;     /* colleagues on the test list */

  int calls, seconds;     /* the pace */
  IonSendingHours *hours; /* (owned) */
  gint64 office_daily, sent_today;
  guint countdown; /* seconds */
} IonSendFacts;

void ion_send_facts_free (IonSendFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonSendFacts, ion_send_facts_free)

/**
 * ion_office_read_send_facts:
 * @campaign: (nullable): id of the campaign prepared
 * @service: (nullable): id of the draft's service
 * @known: (nullable): what was read before: what cannot have changed is not counted again
 *
 * Runs long where @known is not of the same campaign: call it from a worker thread.
 */
IonSendFacts *ion_office_read_send_facts (IonOffice *self,
                                          const char *campaign,
                                          const char *service,
                                          const IonSendFacts *known,
                                          GError **error);
IonSendFacts *ion_send_facts_copy (const IonSendFacts *self);

/* People still to be told. */
gint64 ion_send_facts_count_pending (const IonSendFacts *self);
/* Those who are known to be out of reach: for paper. */
gint64 ion_send_facts_count_unreachable (const IonSendFacts *self);
/* Whether it is being asked who can be reached, and whether that is known. */
gboolean ion_send_facts_is_asking (const IonSendFacts *self);
gboolean ion_send_facts_is_asked (const IonSendFacts *self);

/* What a plan is made of, with what the draft says; valid as long as both. */
void
ion_send_facts_get_terms (const IonSendFacts *self, const IonDraft *draft, IonSendTerms *terms);

G_END_DECLS
