/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonGroupsView:
 *
 * The issues by kind: twenty unreadable amounts are one thing to do. A kind that is chosen is the
 * only one in the list below; what is proposed for all of a kind is taken with one click.
 *
 * Signals: "chosen" (const char *code, const char *column): NULL, NULL = all
 */
#define ION_TYPE_GROUPS_VIEW (ion_groups_view_get_type ())
G_DECLARE_FINAL_TYPE (IonGroupsView, ion_groups_view, ION, GROUPS_VIEW, AdwBin)

void ion_groups_view_set_editor (IonGroupsView *self, IonDraftEditor *editor);
void ion_groups_view_show (IonGroupsView *self, const IonImportReport *report);

G_END_DECLS
