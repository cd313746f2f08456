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

#define MAX_PAGES 8

struct _IonDeliveryPages
{
  IonLedger *ledger; /* (owned) */
  char *campaign_id; /* (owned) */
  GHashTable *items; /* (owned) (element-type row, IonDeliveryItem): those that the pages hold */
  GQueue pages;      /* (owned) (element-type GPtrArray): last read first */
  gboolean show_codes;
};

IonDeliveryPages *
ion_delivery_pages_new (IonLedger *ledger, const char *campaign_id)
{
  IonDeliveryPages *self = g_new0 (IonDeliveryPages, 1);

  self->ledger = g_object_ref (ledger);
  self->campaign_id = g_strdup (campaign_id);
  self->items = g_hash_table_new (NULL, NULL);
  g_queue_init (&self->pages);
  return self;
}

void
ion_delivery_pages_free (IonDeliveryPages *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->items);
  g_queue_clear_full (&self->pages, (GDestroyNotify) g_ptr_array_unref);
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
is_in_sight (GPtrArray *page)
{
  for (guint i = 0; i < page->len; i++)
    if (G_OBJECT (g_ptr_array_index (page, i))->ref_count > 1)
      return TRUE;
  return FALSE;
}

static void
drop_old (IonDeliveryPages *self)
{
  GList *link = self->pages.tail;

  while (link != NULL && self->pages.length > MAX_PAGES)
    {
      GList *before = link->prev;
      GPtrArray *page = link->data;

      if (!is_in_sight (page))
        {
          for (guint i = 0; i < page->len; i++)
            g_hash_table_remove (self->items, GUINT_TO_POINTER (ion_delivery_item_get_row (
                                                  g_ptr_array_index (page, i))));
          g_ptr_array_unref (page);
          g_queue_delete_link (&self->pages, link);
        }
      link = before;
    }
}

/* Items of these rows, the known ones among them; empty so far. */
static void
add_page (IonDeliveryPages *self, const guint32 *rows, guint n_rows)
{
  GPtrArray *page = g_ptr_array_new_full (n_rows, g_object_unref);

  for (guint i = 0; i < n_rows; i++)
    {
      IonDeliveryItem *item = find (self, rows[i]);

      if (item == NULL)
        {
          item = ion_delivery_item_new (rows[i]);
          g_hash_table_insert (self->items, GUINT_TO_POINTER (rows[i]), item);
          g_ptr_array_add (page, item);
        }
      else
        g_ptr_array_add (page, g_object_ref (item));
    }
  g_queue_push_head (&self->pages, page);
}

static void
load (IonDeliveryPages *self, GArray *rows, guint position, GError **error)
{
  guint first = position / ION_DELIVERY_PAGE * ION_DELIVERY_PAGE;
  guint n_rows = MIN (ION_DELIVERY_PAGE, rows->len - first);
  const guint32 *page = &g_array_index (rows, guint32, first);
  g_autoptr (GArray) lines = NULL;

  ion_ui_watch_begin (ION_UI_SPAN_PAGE);
  drop_old (self);
  add_page (self, page, n_rows);
  lines = ion_ledger_read_delivery_lines (self->ledger, self->campaign_id, page, n_rows, error);
  if (lines != NULL)
    ion_delivery_pages_update (self, lines);
  ion_ui_watch_end (ION_UI_SPAN_PAGE);
}

IonDeliveryItem *
ion_delivery_pages_get (IonDeliveryPages *self, GArray *rows, guint position, GError **error)
{
  guint32 row;

  g_return_val_if_fail (self != NULL && rows != NULL && position < rows->len, NULL);

  row = g_array_index (rows, guint32, position);
  if (find (self, row) == NULL)
    load (self, rows, position, error);
  return g_object_ref (find (self, row));
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
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
