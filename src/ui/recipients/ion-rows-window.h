/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonRowsWindow:
 *
 * Rows of the source beside each other, read for the occasion: to compare what the program doubts,
 * or to see what stands around a cell.
 */
#define ION_TYPE_ROWS_WINDOW (ion_rows_window_get_type ())
G_DECLARE_FINAL_TYPE (IonRowsWindow, ion_rows_window, ION, ROWS_WINDOW, AdwWindow)

/* Shows it above @widget's window. @why: one sentence; @rows: (element-type gint64) */
GtkWidget *ion_rows_window_present (GtkWidget *widget,
                                    IonDraftEditor *editor,
                                    const char *title,
                                    const char *why,
                                    GArray *rows);

G_END_DECLS
