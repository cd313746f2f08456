/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A journal of years in a list: a page at a time, the last few kept.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-journal-model.h"

#include "ion-journal-item.h"

#include <gio/gio.h>

#define PAGE       40
#define PAGES_KEPT 12

typedef struct
{
  guint number;
  GPtrArray *items; /* (owned) (element-type IonJournalItem) */
} Page;

struct _IonJournalModel
{
  GObject parent_instance;

  IonLedger *ledger; /* (owned) */
  GArray *ids;       /* (owned) (element-type gint64) */
  GQueue pages;      /* (element-type Page): the last used first */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonJournalModel,
                               ion_journal_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
page_free (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->items);
  g_free (page);
}

static IonJournalItem *
make_nothing (void)
{
  IonJournalEntry entry = { .who = (char *) "", .action = (char *) "" };
  IonJournalLine line = { .entry = &entry };

  return ion_journal_item_new (&line);
}

/* One item for each line, whatever happens: a line that cannot be read is empty. */
static Page *
load_page (IonJournalModel *self, guint number)
{
  guint start = number * PAGE;
  guint n = MIN (PAGE, self->ids->len - start);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  Page *page = g_new0 (Page, 1);

  lines = ion_ledger_read_journal_lines (self->ledger, &g_array_index (self->ids, gint64, start), n,
                                         &error);
  if (error != NULL)
    g_message ("The journal could not be read: %s", error->message);
  page->number = number;
  page->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (page->items, lines != NULL && i < lines->len
                                      ? ion_journal_item_new (g_ptr_array_index (lines, i))
                                      : make_nothing ());
  g_queue_push_head (&self->pages, page);
  if (self->pages.length > PAGES_KEPT)
    page_free (g_queue_pop_tail (&self->pages));
  return page;
}

static Page *
find_page (IonJournalModel *self, guint number)
{
  for (GList *link = self->pages.head; link != NULL; link = link->next)
    {
      Page *page = link->data;

      if (page->number != number)
        continue;
      g_queue_unlink (&self->pages, link);
      g_queue_push_head_link (&self->pages, link);
      return page;
    }
  return load_page (self, number);
}

static GType
get_item_type (GListModel *model)
{
  return ION_TYPE_JOURNAL_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return ION_JOURNAL_MODEL (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  IonJournalModel *self = ION_JOURNAL_MODEL (model);
  Page *page;

  if (position >= self->ids->len)
    return NULL;
  page = find_page (self, position / PAGE);
  return g_object_ref (g_ptr_array_index (page->items, position % PAGE));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
ion_journal_model_finalize (GObject *object)
{
  IonJournalModel *self = ION_JOURNAL_MODEL (object);

  g_queue_clear_full (&self->pages, page_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_object (&self->ledger);
  G_OBJECT_CLASS (ion_journal_model_parent_class)->finalize (object);
}

static void
ion_journal_model_class_init (IonJournalModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_journal_model_finalize;
}

static void
ion_journal_model_init (IonJournalModel *self)
{
  g_queue_init (&self->pages);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

IonJournalModel *
ion_journal_model_new (IonLedger *ledger)
{
  IonJournalModel *self = g_object_new (ION_TYPE_JOURNAL_MODEL, NULL);

  self->ledger = g_object_ref (ledger);
  return self;
}

void
ion_journal_model_take_ids (IonJournalModel *self, GArray *ids)
{
  guint n_before;

  g_return_if_fail (ION_IS_JOURNAL_MODEL (self) && ids != NULL);

  n_before = self->ids->len;
  g_queue_clear_full (&self->pages, page_free);
  g_array_unref (self->ids);
  self->ids = ids;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, ids->len);
}
