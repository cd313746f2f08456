/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft.h"

G_BEGIN_DECLS

/**
 * ion_office_send_draft:
 * @draft: as it was when the person said "send"
 * @campaign: id of the campaign prepared of it, that the person has looked at
 *
 * The guards, with what the person expects, and then the start: from here on the campaign is sent
 * by the engine, and the draft is no more. A campaign that has begun is not started again
 * (%ION_STORE_ERROR_STATE). Errors: as ion_office_check_send()
 */
gboolean ion_office_send_draft (IonOffice *self,
                                const IonDraft *draft,
                                const char *campaign,
                                GError **error);

/* What a campaign keeps of what was said about its payments. @answers: (nullable) */
void ion_draft_take_answers (IonDraft *draft, const char *answers);

/* Only asks who can be reached; the draft stays. */
gboolean ion_office_ask_reach (IonOffice *self, const char *campaign, GError **error);
/* Leaves off asking; what is known stays known. */
gboolean ion_office_stop_asking (IonOffice *self, const char *campaign, GError **error);

/* The template with its sample data, to the office's own test list and to nobody else: made,
 * checked, started. Returns: (transfer full): the campaign's id */
char *ion_office_send_test (IonOffice *self,
                            const IonTemplate *template_,
                            const char *service,
                            GError **error);

G_END_DECLS
