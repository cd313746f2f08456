/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-issue-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonIssueView:
 *
 * The issues row by row: as many as there are, in a list that makes rows only for what is seen.
 */
#define ION_TYPE_ISSUE_VIEW (ion_issue_view_get_type ())
G_DECLARE_FINAL_TYPE (IonIssueView, ion_issue_view, ION, ISSUE_VIEW, AdwBin)

/* Once, before it is shown. */
void ion_issue_view_set_editor (IonIssueView *self, IonDraftEditor *editor);
IonIssueList *ion_issue_view_get_list (IonIssueView *self); /* (transfer none) */

G_END_DECLS
