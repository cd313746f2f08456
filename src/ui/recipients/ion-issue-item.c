/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One issue, held apart from the report.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-issue-item.h"

struct _IonIssueItem
{
  GObject parent_instance;

  gint64 row;
  char *column;   /* (owned) (nullable) */
  char *code;     /* (owned) */
  char *message;  /* (owned) */
  char *proposal; /* (owned) (nullable) */
  char *value;    /* (owned) (nullable) */
  gboolean is_warning;
};

G_DEFINE_FINAL_TYPE (IonIssueItem, ion_issue_item, G_TYPE_OBJECT)

static void
ion_issue_item_finalize (GObject *object)
{
  IonIssueItem *self = ION_ISSUE_ITEM (object);

  g_free (self->column);
  g_free (self->code);
  g_free (self->message);
  g_free (self->proposal);
  g_free (self->value);
  G_OBJECT_CLASS (ion_issue_item_parent_class)->finalize (object);
}

static void
ion_issue_item_class_init (IonIssueItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_issue_item_finalize;
}

static void
ion_issue_item_init (IonIssueItem *self)
{
}

IonIssueItem *
ion_issue_item_new (const IonIssue *issue)
{
  IonIssueItem *self = g_object_new (ION_TYPE_ISSUE_ITEM, NULL);

  self->row = issue->row;
  self->column = g_strdup (issue->column);
  self->code = g_strdup (issue->code);
  self->message = g_strdup (issue->message);
  self->proposal = g_strdup (issue->proposal);
  self->value = g_strdup (issue->value);
  self->is_warning = issue->is_warning;
  return self;
}

gint64
ion_issue_item_get_row (IonIssueItem *self)
{
  g_return_val_if_fail (ION_IS_ISSUE_ITEM (self), 0);

  return self->row;
}

const char *
ion_issue_item_get_column (IonIssueItem *self)
{
  g_return_val_if_fail (ION_IS_ISSUE_ITEM (self), NULL);

  return self->column;
}

const char *
ion_issue_item_get_code (IonIssueItem *self)
{
  g_return_val_if_fail (ION_IS_ISSUE_ITEM (self), NULL);

  return self->code;
}

const char *
ion_issue_item_get_message (IonIssueItem *self)
{
  g_return_val_if_fail (ION_IS_ISSUE_ITEM (self), NULL);

  return self->message;
}

const char *
ion_issue_item_get_proposal (IonIssueItem *self)
{
  g_return_val_if_fail (ION_IS_ISSUE_ITEM (self), NULL);

  return self->proposal;
}

const char *
ion_issue_item_get_draft (IonIssueItem *self)
{
  g_return_val_if_fail (ION_IS_ISSUE_ITEM (self), NULL);

  return self->proposal != NULL ? self->proposal : self->value;
}

gboolean
ion_issue_item_is_warning (IonIssueItem *self)
{
  g_return_val_if_fail (ION_IS_ISSUE_ITEM (self), FALSE);

  return self->is_warning;
}

gboolean
ion_issue_item_can_mend (IonIssueItem *self)
{
  g_return_val_if_fail (ION_IS_ISSUE_ITEM (self), FALSE);

  return self->column != NULL && self->row > 0;
}
