/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the toolbar writes; each is one step to undo, and a second time takes it back. */

/* @mark: "**" or "_" */
void ion_markdown_keys_wrap (GtkTextBuffer *buffer, const char *mark);
void ion_markdown_keys_list (GtkTextBuffer *buffer, gboolean is_numbered);
/* Leaves the address selected, to be typed over. */
void ion_markdown_keys_link (GtkTextBuffer *buffer, const char *words);

G_END_DECLS
