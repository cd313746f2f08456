/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-send-briefing.h"

G_BEGIN_DECLS

/**
 * IonDraftGroup:
 *
 * A titled group of rows about the draft: shows what draft, report and figures say, and is told
 * whenever one of them changes. What it starts is called off when it goes.
 */
#define ION_TYPE_DRAFT_GROUP (ion_draft_group_get_type ())
G_DECLARE_DERIVABLE_TYPE (IonDraftGroup, ion_draft_group, ION, DRAFT_GROUP, AdwPreferencesGroup)

struct _IonDraftGroupClass
{
  AdwPreferencesGroupClass parent_class;

  /* Shows what holds now. @facts: (nullable): of the campaign prepared, while they are known */
  void (*refresh) (IonDraftGroup *self, const IonDraft *draft, const IonSendFacts *facts);
  /* Figures of campaigns changed, at most ten times a second. (nullable) */
  void (*moved) (IonDraftGroup *self);
  gpointer padding[4];
};

/* Once, when the part that it stands in is made. */
void ion_draft_group_set_editor (IonDraftGroup *self, IonDraftEditor *editor);
IonDraftEditor *ion_draft_group_get_editor (IonDraftGroup *self);    /* (transfer none) */
IonDraft *ion_draft_group_get_draft (IonDraftGroup *self);           /* (transfer none) */
const IonSendFacts *ion_draft_group_get_facts (IonDraftGroup *self); /* (nullable) */
/* Of a campaign that is prepared; %NULL where only the office's are known. */
const IonSendFacts *ion_draft_group_get_campaign (IonDraftGroup *self); /* (nullable) */
void ion_draft_group_refresh (IonDraftGroup *self);
/* What changes now was not changed by the person. */
gboolean ion_draft_group_is_refreshing (IonDraftGroup *self);

/* Runs @func in a worker thread, see ion_desk_run_async(). @callback: its result must be asked for
 * with ion_desk_run_finish(), and nothing done where that is %G_IO_ERROR_CANCELLED: the group is
 * gone. Returns: (transfer none): what calls it off */
GCancellable *ion_draft_group_run (IonDraftGroup *self,
                                   IonDeskFunc func,
                                   gpointer data,
                                   GDestroyNotify free_data,
                                   GDestroyNotify free_result,
                                   GAsyncReadyCallback callback);

G_END_DECLS
