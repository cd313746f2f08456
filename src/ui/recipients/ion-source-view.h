/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonSourceView:
 *
 * What was understood of the source: how it was read, its columns, its first rows, what is wrong
 * with it, and what was decided about that.
 *
 * Signals: "change" (): another source is wanted.
 */
#define ION_TYPE_SOURCE_VIEW (ion_source_view_get_type ())
G_DECLARE_FINAL_TYPE (IonSourceView, ion_source_view, ION, SOURCE_VIEW, AdwBin)

void ion_source_view_set_editor (IonSourceView *self, IonDraftEditor *editor);
/* After "checked": shows what there is now. */
void ion_source_view_refresh (IonSourceView *self);
/* @fraction: 0 to 1; -1 not known; -2 nothing is being read */
void ion_source_view_set_progress (IonSourceView *self, double fraction);

G_END_DECLS
