/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-recipient-check.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * IonIssueItem:
 *
 * One thing that is wrong or odd about a cell, as a row of the list shows it: a copy, since the
 * report that it comes from may be gone before the row is.
 */
#define ION_TYPE_ISSUE_ITEM (ion_issue_item_get_type ())
G_DECLARE_FINAL_TYPE (IonIssueItem, ion_issue_item, ION, ISSUE_ITEM, GObject)

IonIssueItem *ion_issue_item_new (const IonIssue *issue);

gint64 ion_issue_item_get_row (IonIssueItem *self);
const char *ion_issue_item_get_column (IonIssueItem *self); /* (nullable) */
const char *ion_issue_item_get_code (IonIssueItem *self);
const char *ion_issue_item_get_message (IonIssueItem *self);
const char *ion_issue_item_get_proposal (IonIssueItem *self); /* (nullable) */
gboolean ion_issue_item_is_warning (IonIssueItem *self);
/* What is to be typed over: the proposal, else what stands there. (nullable) */
const char *ion_issue_item_get_draft (IonIssueItem *self);
/* Whether it is about one cell, which can be mended in place. */
gboolean ion_issue_item_can_mend (IonIssueItem *self);

G_END_DECLS
