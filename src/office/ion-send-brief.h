/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft.h"
#include "ion-send-facts.h"

G_BEGIN_DECLS

/**
 * IonSendBrief:
 *
 * What is still to be said before a campaign without a draft leaves for the first time: one made
 * with the command, one whose time passed. The same gaps, and the same way out, as for a draft:
 * ion_draft_list_gaps(), ion_office_send_draft().
 */
typedef struct
{
  IonDraft *draft;     /* (owned): how it would leave, with what was said about it before */
  IonSendFacts *facts; /* (owned) */
} IonSendBrief;

void ion_send_brief_free (IonSendBrief *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonSendBrief, ion_send_brief_free)

/* Runs long: call it from a worker thread. */
IonSendBrief *ion_office_read_send_brief (IonOffice *self, const char *campaign, GError **error);

/* Whether nobody has been written to, and somebody may send it. */
gboolean ion_campaign_is_unbegun (const IonCampaign *campaign);
/* Whether it was to begin at a moment that has passed, and did not. Going on would send it at once.
 */
gboolean ion_campaign_has_missed_its_time (const IonCampaign *campaign, gint64 now);

G_END_DECLS
