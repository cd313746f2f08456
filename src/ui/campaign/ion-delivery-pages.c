/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Pages of rows, read by key when the list asks: the one thing of the ledger that the UI thread
 * reads by itself, since a list wants its item at once.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-delivery-pages.h"

#include "ion-ui-watch.h"

#include <stdlib.h>

#define KEPT_PAGES 32

typedef struct
{
  guint first;       /* the place of the first */
  GPtrArray *items;  /* (owned) (element-type IonDeliveryItem): place by place */
  gboolean is_stale; /* shows rows of another list */
} Page;

struct _IonDeliveryPages
{
  IonLedger *ledger; /* (owned) */
  char *campaign_id; /* (owned) */
  GHashTable *pages; /* (owned) (element-type number-of-page, Page) */
  GQueue order;      /* (element-type Page): last made first */
  GHashTable *items; /* (owned) (element-type row, IonDeliveryItem): where a row is shown */
  gboolean show_codes;
};

static void
page_free (gpointer data)
{
  Page *self = data;

  g_ptr_array_unref (self->items);
  g_free (self);
}

IonDeliveryPages *
ion_delivery_pages_new (IonLedger *ledger, const char *campaign_id)
{
  IonDeliveryPages *self = g_new0 (IonDeliveryPages, 1);

  self->ledger = g_object_ref (ledger);
  self->campaign_id = g_strdup (campaign_id);
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, page_free);
  self->items = g_hash_table_new (NULL, NULL);
  g_queue_init (&self->order);
  return self;
}

void
ion_delivery_pages_free (IonDeliveryPages *self)
{
  if (self == NULL)
    return;
  g_queue_clear (&self->order);
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->pages);
  g_object_unref (self->ledger);
  g_free (self->campaign_id);
  g_free (self);
}

static IonDeliveryItem *
find (IonDeliveryPages *self, guint32 row)
{
  return g_hash_table_lookup (self->items, GUINT_TO_POINTER (row));
}

/* Whether somebody else holds an item of it: it is on screen. */
static gboolean
is_in_sight (Page *page)
{
  for (guint i = 0; i < page->items->len; i++)
    if (G_OBJECT (g_ptr_array_index (page->items, i))->ref_count > 1)
      return TRUE;
  return FALSE;
}

static void
forget_row (IonDeliveryPages *self, IonDeliveryItem *item)
{
  guint32 row = ion_delivery_item_get_row (item);

  if (find (self, row) == item)
    g_hash_table_remove (self->items, GUINT_TO_POINTER (row));
}

/* Of those out of sight, all but the last few. */
static void
drop_old (IonDeliveryPages *self, guint n_kept)
{
  GList *link = self->order.tail;

  while (link != NULL && self->order.length > n_kept)
    {
      GList *before = link->prev;
      Page *page = link->data;

      if (!is_in_sight (page))
        {
          for (guint i = 0; i < page->items->len; i++)
            forget_row (self, g_ptr_array_index (page->items, i));
          g_queue_delete_link (&self->order, link);
          g_hash_table_remove (self->pages, GUINT_TO_POINTER (page->first / ION_DELIVERY_PAGE));
        }
      link = before;
    }
}

static Page *
add_page (IonDeliveryPages *self, guint number)
{
  Page *page = g_new0 (Page, 1);

  drop_old (self, KEPT_PAGES);
  page->first = number * ION_DELIVERY_PAGE;
  page->items = g_ptr_array_new_full (ION_DELIVERY_PAGE, g_object_unref);
  page->is_stale = TRUE;
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
  g_queue_push_head (&self->order, page);
  return page;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

/* Every place of @page has its row of @rows; after the last there is none. @wanted: these rows. */
static void
place_rows (IonDeliveryPages *self, Page *page, GArray *rows, GArray *wanted)
{
  for (guint i = 0; i < ION_DELIVERY_PAGE; i++)
    {
      gboolean is_there = page->first + i < rows->len;
      guint32 row = is_there ? g_array_index (rows, guint32, page->first + i) : 0;
      IonDeliveryItem *item;

      if (i >= page->items->len)
        g_ptr_array_add (page->items, ion_delivery_item_new (0));
      item = g_ptr_array_index (page->items, i);
      forget_row (self, item);
      ion_delivery_item_set_row (item, row);
      if (!is_there)
        continue;
      g_hash_table_insert (self->items, GUINT_TO_POINTER (row), item);
      g_array_append_val (wanted, row);
    }
}

static void
fill (IonDeliveryPages *self, Page *page, GArray *rows, GError **error)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) lines = NULL;

  ion_ui_watch_begin (ION_UI_SPAN_PAGE);
  page->is_stale = FALSE;
  place_rows (self, page, rows, wanted);
  g_array_sort (wanted, compare_rows);
  if (wanted->len > 0)
    lines = ion_ledger_read_delivery_lines (self->ledger, self->campaign_id,
                                            (const guint32 *) (void *) wanted->data, wanted->len,
                                            error);
  if (lines != NULL)
    ion_delivery_pages_update (self, lines);
  ion_ui_watch_end (ION_UI_SPAN_PAGE);
}

IonDeliveryItem *
ion_delivery_pages_get (IonDeliveryPages *self, GArray *rows, guint position, GError **error)
{
  guint number = position / ION_DELIVERY_PAGE;
  IonDeliveryItem *item;
  Page *page;

  g_return_val_if_fail (self != NULL && rows != NULL, NULL);

  page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));
  if (page == NULL)
    page = add_page (self, number);
  if (page->is_stale)
    fill (self, page, rows, error);
  item = g_ptr_array_index (page->items, position - page->first);
  /* The list has become longer since. */
  if (ion_delivery_item_get_row (item) == 0 && position < rows->len)
    fill (self, page, rows, error);
  return g_object_ref (item);
}

void
ion_delivery_pages_forget (IonDeliveryPages *self)
{
  drop_old (self, 0);
  for (GList *link = self->order.head; link != NULL; link = link->next)
    ((Page *) link->data)->is_stale = TRUE;
}

gboolean
ion_delivery_pages_refill (IonDeliveryPages *self, GArray *rows, GError **error)
{
  Page *next = NULL;

  for (GList *link = self->order.head; link != NULL; link = link->next)
    {
      Page *page = link->data;

      if (page->is_stale && (next == NULL || page->first < next->first))
        next = page;
    }
  if (next != NULL)
    fill (self, next, rows, error);
  return next != NULL;
}

GArray *
ion_delivery_pages_list_rows (IonDeliveryPages *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      guint32 number = GPOINTER_TO_UINT (row);

      g_array_append_val (rows, number);
    }
  g_array_sort (rows, compare_rows);
  return rows;
}

void
ion_delivery_pages_update (IonDeliveryPages *self, GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const IonDeliveryLine *line = &g_array_index (lines, IonDeliveryLine, i);
      IonDeliveryItem *item = find (self, line->row);

      if (item != NULL)
        ion_delivery_item_update (item, line, self->show_codes);
    }
}

void
ion_delivery_pages_set_show_codes (IonDeliveryPages *self, gboolean show_codes)
{
  self->show_codes = show_codes;
}

gboolean
ion_delivery_pages_get_show_codes (IonDeliveryPages *self)
{
  return self->show_codes;
}
