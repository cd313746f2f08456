/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"
#include "ion-issue-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Which rows are looked at. */
typedef enum
{
  ION_ISSUES_ALL,
  ION_ISSUES_TO_MEND,
  ION_ISSUES_DUPLICATES,
  ION_ISSUES_TO_LOOK_AT,
} IonIssuesFilter;

/**
 * IonIssueList:
 *
 * The issues of the editor's report, row by row, as #IonIssueItem. Items are made as they are asked
 * for; after a new check only what differs is told, so that the list stays where it is.
 */
#define ION_TYPE_ISSUE_LIST (ion_issue_list_get_type ())
G_DECLARE_FINAL_TYPE (IonIssueList, ion_issue_list, ION, ISSUE_LIST, GObject)

IonIssueList *ion_issue_list_new (IonDraftEditor *editor);
void ion_issue_list_set_filter (IonIssueList *self, IonIssuesFilter filter);
IonIssuesFilter ion_issue_list_get_filter (IonIssueList *self);
/* One kind of issue in one column only; @code NULL: all. @column: (nullable) */
void ion_issue_list_set_kind (IonIssueList *self, const char *code, const char *column);
gboolean ion_issue_list_is_kind (IonIssueList *self, const char *code, const char *column);

G_END_DECLS
