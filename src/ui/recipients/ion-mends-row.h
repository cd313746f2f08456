/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IonMendsRow:
 *
 * The question that comes where the file is no longer the one in which cells were corrected here:
 * are the corrections still right, or is the file taken as it is?
 */
#define ION_TYPE_MENDS_ROW (ion_mends_row_get_type ())
G_DECLARE_FINAL_TYPE (IonMendsRow, ion_mends_row, ION, MENDS_ROW, GtkListBoxRow)

GtkWidget *ion_mends_row_new (IonDraftEditor *editor);

G_END_DECLS
