/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonDoubtRow:
 *
 * One thing that is odd about the whole file: looked at with examples, and accepted by a person or
 * not.
 */
#define ION_TYPE_DOUBT_ROW (ion_doubt_row_get_type ())
G_DECLARE_FINAL_TYPE (IonDoubtRow, ion_doubt_row, ION, DOUBT_ROW, GtkListBoxRow)

GtkWidget *ion_doubt_row_new (IonDraftEditor *editor, const IonDoubt *doubt);
const char *ion_doubt_row_get_code (IonDoubtRow *self);

gboolean ion_doubt_row_is_accepted (const IonDraft *draft, const char *code);

G_END_DECLS
