/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What desktops look for to keep a copied text out of their clipboards' histories. */
#define ION_CLIPBOARD_SECRET_TYPE "x-kde-passwordManagerHint"

/* Copies words that are nobody's personal data. */
void ion_clipboard_copy (GtkWidget *widget, const char *text);
/* Copies a fiscal code, or what else is somebody's own, with the secret hint. */
void ion_clipboard_copy_secret (GtkWidget *widget, const char *text);

G_END_DECLS
