/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonDecisionsView:
 *
 * What a person decides about many rows together: duplicates, rows with errors, and what was
 * corrected here.
 */
#define ION_TYPE_DECISIONS_VIEW (ion_decisions_view_get_type ())
G_DECLARE_FINAL_TYPE (IonDecisionsView, ion_decisions_view, ION, DECISIONS_VIEW, AdwBin)

void ion_decisions_view_set_editor (IonDecisionsView *self, IonDraftEditor *editor);
void ion_decisions_view_show (IonDecisionsView *self, const IonImportReport *report);

G_END_DECLS
