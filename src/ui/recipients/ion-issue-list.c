/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Twenty thousand issues as a list model that costs four bytes and a hash each, and a row only
 * where one is drawn.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-issue-list.h"

typedef struct
{
  guint index; /* in the report */
  guint hash;  /* of what the row shows */
} Entry;

struct _IonIssueList
{
  GObject parent_instance;

  IonDraftEditor *editor; /* (owned) */
  IonIssuesFilter filter;
  char *code;      /* (owned) (nullable) */
  char *column;    /* (owned) (nullable) */
  GArray *entries; /* (owned) (element-type Entry) */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonIssueList,
                               ion_issue_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
ion_issue_list_get_item_type (GListModel *model)
{
  return ION_TYPE_ISSUE_ITEM;
}

static guint
ion_issue_list_get_n_items (GListModel *model)
{
  return ION_ISSUE_LIST (model)->entries->len;
}

static gpointer
ion_issue_list_get_item (GListModel *model, guint position)
{
  IonIssueList *self = ION_ISSUE_LIST (model);
  const IonImportReport *report = ion_draft_editor_get_report (self->editor);
  const IonIssue nothing = { .code = (char *) "", .message = (char *) "" };
  guint index;

  if (position >= self->entries->len)
    return NULL;
  index = g_array_index (self->entries, Entry, position).index;
  /* A report that has just been replaced: the new list is about to be told. */
  if (report == NULL || index >= report->issues->len)
    return ion_issue_item_new (&nothing);
  return ion_issue_item_new (g_ptr_array_index (report->issues, index));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = ion_issue_list_get_item_type;
  iface->get_n_items = ion_issue_list_get_n_items;
  iface->get_item = ion_issue_list_get_item;
}

static gboolean
passes_filter (IonIssueList *self, const IonIssue *issue)
{
  const gboolean is_duplicate = g_str_equal (issue->code, "duplicate");

  switch (self->filter)
    {
    case ION_ISSUES_TO_MEND:
      return !issue->is_warning;
    case ION_ISSUES_DUPLICATES:
      return is_duplicate;
    case ION_ISSUES_TO_LOOK_AT:
      return issue->is_warning && !is_duplicate;
    case ION_ISSUES_ALL:
    default:
      return TRUE;
    }
}

static gboolean
passes (IonIssueList *self, const IonIssue *issue)
{
  if (!passes_filter (self, issue))
    return FALSE;
  return self->code == NULL ||
         (g_str_equal (self->code, issue->code) && g_strcmp0 (self->column, issue->column) == 0);
}

static guint
hash_text (const char *text)
{
  return text != NULL ? g_str_hash (text) : 0;
}

static guint
hash_issue (const IonIssue *issue)
{
  guint hash = g_int64_hash (&issue->row) + (issue->is_warning ? 1 : 0);

  hash = hash * 31 + hash_text (issue->column);
  hash = hash * 31 + hash_text (issue->code);
  hash = hash * 31 + hash_text (issue->message);
  hash = hash * 31 + hash_text (issue->value);
  return hash * 31 + hash_text (issue->proposal);
}

static GArray *
choose_entries (IonIssueList *self)
{
  const IonImportReport *report = ion_draft_editor_get_report (self->editor);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; report != NULL && i < report->issues->len; i++)
    {
      const IonIssue *issue = g_ptr_array_index (report->issues, i);
      Entry entry = { i, 0 };

      if (!passes (self, issue))
        continue;
      entry.hash = hash_issue (issue);
      g_array_append_val (entries, entry);
    }
  return entries;
}

static gboolean
is_alike (GArray *a, guint i, GArray *b, guint k)
{
  return g_array_index (a, Entry, i).hash == g_array_index (b, Entry, k).hash;
}

/* What is the same at both ends stays: whoever mends cell after cell keeps the place. */
static void
reload (IonIssueList *self)
{
  g_autoptr (GArray) old = self->entries;
  GArray *entries = choose_entries (self);
  guint least = MIN (old->len, entries->len);
  guint before = 0, after = 0;

  self->entries = entries;
  while (before < least && is_alike (old, before, entries, before))
    before++;
  while (after < least - before &&
         is_alike (old, old->len - 1 - after, entries, entries->len - 1 - after))
    after++;
  if (before + after < old->len || before + after < entries->len)
    g_list_model_items_changed (G_LIST_MODEL (self), before, old->len - before - after,
                                entries->len - before - after);
}

static void
ion_issue_list_finalize (GObject *object)
{
  IonIssueList *self = ION_ISSUE_LIST (object);

  g_clear_object (&self->editor);
  g_free (self->code);
  g_free (self->column);
  g_array_unref (self->entries);
  G_OBJECT_CLASS (ion_issue_list_parent_class)->finalize (object);
}

static void
ion_issue_list_class_init (IonIssueListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_issue_list_finalize;
}

static void
ion_issue_list_init (IonIssueList *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
}

IonIssueList *
ion_issue_list_new (IonDraftEditor *editor)
{
  IonIssueList *self = g_object_new (ION_TYPE_ISSUE_LIST, NULL);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "checked", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return self;
}

void
ion_issue_list_set_filter (IonIssueList *self, IonIssuesFilter filter)
{
  g_return_if_fail (ION_IS_ISSUE_LIST (self));

  if (self->filter == filter)
    return;
  self->filter = filter;
  reload (self);
}

IonIssuesFilter
ion_issue_list_get_filter (IonIssueList *self)
{
  g_return_val_if_fail (ION_IS_ISSUE_LIST (self), ION_ISSUES_ALL);

  return self->filter;
}

void
ion_issue_list_set_kind (IonIssueList *self, const char *code, const char *column)
{
  g_return_if_fail (ION_IS_ISSUE_LIST (self));

  if (g_strcmp0 (self->code, code) == 0 && g_strcmp0 (self->column, column) == 0)
    return;
  g_free (self->code);
  g_free (self->column);
  self->code = g_strdup (code);
  self->column = g_strdup (column);
  reload (self);
}

gboolean
ion_issue_list_is_kind (IonIssueList *self, const char *code, const char *column)
{
  g_return_val_if_fail (ION_IS_ISSUE_LIST (self), FALSE);

  return self->code != NULL && g_strcmp0 (self->code, code) == 0 &&
         g_strcmp0 (self->column, column) == 0;
}
