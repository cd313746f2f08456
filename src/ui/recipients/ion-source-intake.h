/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What is dropped on a widget, or pasted into it, becomes the source.
 */

/* Files dropped anywhere on @widget. */
void ion_source_intake_take_drops (GtkWidget *widget, IonDraftEditor *editor);
/* Reads the clipboard: a file that was copied, or rows of a spreadsheet; says so where it is
 * neither. Nothing happens once @widget is gone. */
void ion_source_intake_paste (GtkWidget *widget, IonDraftEditor *editor);

G_END_DECLS
