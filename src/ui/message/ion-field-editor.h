/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonFieldEditor:
 *
 * Where a title or a text is written: fields are tags, a menu puts them in, a small toolbar writes
 * the Markdown that IO knows.
 *
 * Properties: "is-single-line" (construct only: no toolbar, no line breaks), "label" (for screen
 * readers), "fields" (GMenuModel of the fields' menu).
 * Signal: "changed" (): somebody wrote.
 */
#define ION_TYPE_FIELD_EDITOR (ion_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (IonFieldEditor, ion_field_editor, ION, FIELD_EDITOR, GtkWidget)

/* Returns: (transfer full) */
char *ion_field_editor_get_text (IonFieldEditor *self);
/* Without "changed", and without a step back. */
void ion_field_editor_set_text (IonFieldEditor *self, const char *text);
/* As if it had been typed. */
void ion_field_editor_replace_text (IonFieldEditor *self, const char *text);
void ion_field_editor_set_fields (IonFieldEditor *self, GMenuModel *fields);
/* (transfer none) */
GtkTextView *ion_field_editor_get_view (IonFieldEditor *self);

G_END_DECLS
