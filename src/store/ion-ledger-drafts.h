/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger.h"

G_BEGIN_DECLS

/* A campaign being made, as the ledger keeps it: what it says is the office's business. */
typedef struct
{
  char *id;          /* (owned) (nullable): NULL or "" = a new one */
  char *campaign_id; /* (owned) (nullable): the campaign last prepared of it */
  gint64 created_at, saved_at;
  GBytes *content; /* (owned): sealed as a whole */
} IonStoredDraft;

void ion_stored_draft_clear (IonStoredDraft *self);
void ion_stored_draft_free (IonStoredDraft *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IonStoredDraft, ion_stored_draft_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonStoredDraft, ion_stored_draft_free)

/**
 * ion_ledger_put_draft:
 * @draft: gets its id, when it was made and saved, and the campaign that was prepared of it
 * @error: %ION_STORE_ERROR_STATE where its campaign has begun: nothing is saved any more
 *
 * Adds or replaces; one that was removed comes back under its id.
 */
gboolean ion_ledger_put_draft (IonLedger *self, IonStoredDraft *draft, GError **error);
/**
 * IonDraftMergeFunc:
 * @stored: (nullable): what is kept of the draft now
 * @content: what is to be kept
 *
 * Runs in the step that writes, so that nothing comes between; it may run more than once.
 *
 * Returns: (transfer full) (nullable): what is kept from now on; %NULL = all stays as it is
 */
typedef GBytes *(*IonDraftMergeFunc) (GBytes *stored, GBytes *content, gpointer user_data);

/* As ion_ledger_put_draft(); @draft gets the content that is kept. */
gboolean ion_ledger_merge_draft (IonLedger *self,
                                 IonStoredDraft *draft,
                                 IonDraftMergeFunc merge,
                                 gpointer user_data,
                                 GError **error);
IonStoredDraft *ion_ledger_get_draft (IonLedger *self, const char *id, GError **error);
/* (element-type IonStoredDraft): last saved first */
GPtrArray *ion_ledger_list_drafts (IonLedger *self, GError **error);
/* With the campaign that was prepared of it; one that has begun is no part of it any more. */
gboolean ion_ledger_remove_draft (IonLedger *self, const char *id, GError **error);
/* Retention: removes those not saved since. Returns how many, -1 on error. */
int ion_ledger_remove_drafts_before (IonLedger *self, gint64 before, GError **error);

G_END_DECLS
