/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-issue-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IonIssueRow:
 *
 * One issue, and the cell that it is about: mended here with one key.
 *
 * Signals: "mended" (const char *value): Enter was pressed, or the button; "around" (): the row and
 * those beside it are wanted.
 */
#define ION_TYPE_ISSUE_ROW (ion_issue_row_get_type ())
G_DECLARE_FINAL_TYPE (IonIssueRow, ion_issue_row, ION, ISSUE_ROW, GtkWidget)

GtkWidget *ion_issue_row_new (void);
/* @item: (nullable); @value: (nullable): what the cell was mended to before */
void ion_issue_row_set_item (IonIssueRow *self, IonIssueItem *item, const char *value);
IonIssueItem *ion_issue_row_get_item (IonIssueRow *self); /* (nullable) */
/* Returns: whether there is something to type */
gboolean ion_issue_row_grab_entry (IonIssueRow *self);

G_END_DECLS
