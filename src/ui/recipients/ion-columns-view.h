/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-column-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonColumnsView:
 *
 * Which column is which field, and what is the same for everybody.
 */
#define ION_TYPE_COLUMNS_VIEW (ion_columns_view_get_type ())
G_DECLARE_FINAL_TYPE (IonColumnsView, ion_columns_view, ION, COLUMNS_VIEW, AdwBin)

void ion_columns_view_set_editor (IonColumnsView *self, IonDraftEditor *editor);
/* @look: (nullable) */
void ion_columns_view_show (IonColumnsView *self, const IonDraftLook *look, gboolean reveals);

G_END_DECLS
