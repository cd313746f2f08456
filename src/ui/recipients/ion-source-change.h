/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What a person does to where the people come from: each says it to the editor, and what replaces a
 * source can be taken back from a toast.
 */

/* Another source: columns, mends and decisions were about the one before. @widget: for the toast */
void ion_source_change_to_file (GtkWidget *widget, IonDraftEditor *editor, const char *path);
/* @rows: tab separated lines */
void ion_source_change_to_rows (GtkWidget *widget, IonDraftEditor *editor, const char *rows);
/* @states: mask of 1 << IonDeliveryState */
void ion_source_change_to_campaign (GtkWidget *widget,
                                    IonDraftEditor *editor,
                                    const char *id,
                                    guint states);

/* What was corrected in the source is about another file now: it goes, which a toast takes back, or
 * it stays on the person's word. */
void ion_source_change_drop_mends (GtkWidget *widget, IonDraftEditor *editor);
void ion_source_change_keep_mends (IonDraftEditor *editor);
/* Other rows, or other names of columns: what was corrected in the former ones goes as above. @row:
 * see #IonDraft */
void ion_source_change_sheet (GtkWidget *widget, IonDraftEditor *editor, const char *sheet);
void ion_source_change_header (GtkWidget *widget, IonDraftEditor *editor, gint64 row);

/* Sets, or with @value NULL takes back, what the person said of @field: "FIELD=VALUE" in @pairs,
 * which is (transfer full). Returns: (transfer full) (nullable) */
GStrv ion_source_pairs_set (GStrv pairs, const char *field, const char *value);
/* Returns: (nullable): what stands for @field */
const char *ion_source_pairs_get (const char *const *pairs, const char *field);
/* Adds @word to, or takes it out of, @list, which is (transfer full). */
GStrv ion_source_words_set (GStrv list, const char *word, gboolean is_in);

/* All proposals of one kind at once; a toast takes them back. Returns: how many */
guint ion_source_take_proposals (GtkWidget *widget,
                                 IonDraftEditor *editor,
                                 const char *code,
                                 const char *column);
/* How many of them there are. */
guint ion_source_count_proposals (IonDraftEditor *editor, const char *code, const char *column);

G_END_DECLS
