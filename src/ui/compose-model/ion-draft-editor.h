/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"
#include "ion-draft.h"
#include "ion-message.h"

G_BEGIN_DECLS

/**
 * IonDraftEditor:
 *
 * The draft that the four parts of the page work on: they change it through here, and follow its
 * signals. Saves half a second after the last change, and at once when the page is left; reads the
 * source again, and merges rows for the phone, in worker threads.
 *
 * Signals:
 *   "message-changed" (): service, template, texts, buttons, payment, due date;
 *   "source-changed" (): where the people come from, columns, mends, what is left out;
 *   "checked" (): a new report is there, or none, or a failure;
 *   "progress" (): a check has begun, or come further: at most ten times a second;
 *   "sampled" (): rows for the phone are there, or no more;
 *   "shown-changed" (): another row is on the phone;
 *   "prepared" (): the READY campaign is there, or failed, or is out of date;
 *   "plan-changed" (): purpose, answers, figures, time;
 *   "saving" (): it is being saved for longer than a moment;
 *   "saved" (): it is on disk; "save-failed" (const char *sentence).
 */
#define ION_TYPE_DRAFT_EDITOR (ion_draft_editor_get_type ())
G_DECLARE_FINAL_TYPE (IonDraftEditor, ion_draft_editor, ION, DRAFT_EDITOR, GObject)

/* @draft: (transfer full) */
IonDraftEditor *ion_draft_editor_new (IonDesk *desk, IonDraft *draft);
IonDesk *ion_draft_editor_get_desk (IonDraftEditor *self);
/* To be read, and changed in place; then say what was changed. */
IonDraft *ion_draft_editor_get_draft (IonDraftEditor *self);

void ion_draft_editor_tell_message (IonDraftEditor *self);
void ion_draft_editor_tell_source (IonDraftEditor *self);
void ion_draft_editor_tell_plan (IonDraftEditor *self);

/* The last check of the source: (nullable) while there is none. */
const IonImportReport *ion_draft_editor_get_report (IonDraftEditor *self);
/* Why the source could not be read; (nullable) */
const GError *ion_draft_editor_get_check_error (IonDraftEditor *self);
gboolean ion_draft_editor_is_checking (IonDraftEditor *self);
/* 0 to 1; -1 = not known */
double ion_draft_editor_get_fraction (IonDraftEditor *self);
void ion_draft_editor_cancel_check (IonDraftEditor *self);

/* (nullable) */
const IonDraftSample *ion_draft_editor_get_sample (IonDraftEditor *self);
/* The row that the phone shows: index into the sample's rows, its odd ones after them; the
 * template's own sample data where there are none. */
guint ion_draft_editor_get_shown (IonDraftEditor *self);
void ion_draft_editor_set_shown (IonDraftEditor *self, guint index);
/* How many there are to choose from; 0 = only the sample data. */
guint ion_draft_editor_get_n_shown (IonDraftEditor *self);
/* Any row, as the file numbers it: beyond the sample, it is read from the campaign prepared;
 * "shown-changed" follows where there is such a row. */
void ion_draft_editor_show_row (IonDraftEditor *self, gint64 row);
/* 0 = the sample data */
gint64 ion_draft_editor_get_shown_row (IonDraftEditor *self);
/* What that row says, or the sample data: (transfer full) (nullable) */
IonFields *ion_draft_editor_get_shown_fields (IonDraftEditor *self, GError **error);
/* Which of the template's languages is being written, and so shown: (nullable) = the main text */
const char *ion_draft_editor_get_language (IonDraftEditor *self);
void ion_draft_editor_set_language (IonDraftEditor *self, const char *language);
/* (transfer full) (nullable): the message of that row, or why there is none */
IonMessage *
ion_draft_editor_render_shown (IonDraftEditor *self, const char *language, GError **error);

/* Begins to make the READY campaign where it is not up to date; "prepared" follows. */
void ion_draft_editor_prepare (IonDraftEditor *self);
gboolean ion_draft_editor_is_preparing (IonDraftEditor *self);
/* (nullable): its id, while it is what the draft says */
const char *ion_draft_editor_get_prepared (IonDraftEditor *self);
/* Whether IO was asked who can be reached, and the campaign was prepared anew since. */
gboolean ion_draft_editor_has_lost_reach (IonDraftEditor *self);
const GError *ion_draft_editor_get_prepare_error (IonDraftEditor *self);

/* Saves what is not yet saved; "saved" follows. */
void ion_draft_editor_save (IonDraftEditor *self);
gboolean ion_draft_editor_is_saved (IonDraftEditor *self);
/* The draft is no more: it became a campaign. Nothing is saved or read again. */
void ion_draft_editor_close (IonDraftEditor *self);
/* It is thrown away: closed, and removed from the ledger. */
void ion_draft_editor_discard (IonDraftEditor *self);
gboolean ion_draft_editor_is_closed (IonDraftEditor *self);

G_END_DECLS
