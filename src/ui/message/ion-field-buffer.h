/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/**
 * IonFieldBuffer:
 *
 * A text with {{fields}}, which it draws as tags that show the field's name: the cursor jumps over
 * them and a deletion takes the whole. What stands in the buffer is what the template says, so that
 * undoing, copying and pasting stay what they are everywhere.
 *
 * Properties: "is-single-line" (construct only).
 */
#define ION_TYPE_FIELD_BUFFER (ion_field_buffer_get_type ())
G_DECLARE_FINAL_TYPE (IonFieldBuffer, ion_field_buffer, ION, FIELD_BUFFER, GtkSourceBuffer)

IonFieldBuffer *ion_field_buffer_new (gboolean is_single_line);
/* Returns: (transfer full) */
char *ion_field_buffer_get_text (IonFieldBuffer *self);
/* Replaces everything; cannot be undone. */
void ion_field_buffer_set_text (IonFieldBuffer *self, const char *text);
/* The same as one step that can be. */
void ion_field_buffer_replace_text (IonFieldBuffer *self, const char *text);
/* The colour of the tags follows the style. */
void ion_field_buffer_set_dark (IonFieldBuffer *self, gboolean is_dark);
/* The field that @iter is in or at: its source "{{importo | euro}}". (transfer full) (nullable) */
char *ion_field_buffer_get_field_at (IonFieldBuffer *self, const GtkTextIter *iter);

G_END_DECLS
