/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-pending-pages.h"

/* By key and never by offset: rows change their state while they are being read. */

#define PAGE 512

struct _IonPendingPages
{
  IonLedger *ledger; /* (owned) */
  char *campaign_id; /* (owned) */
  IonPendingPagesFunc func;
  gpointer user_data;

  GPtrArray *page;      /* (owned) (nullable) (element-type IonDelivery): being given out */
  guint page_next;      /* the first of it that is still ours */
  GPtrArray *next_page; /* (owned) (nullable): read ahead */
  gint64 read_up_to;    /* id of the last row that was read */
  gboolean is_reading;
  gboolean is_at_end;
  gboolean is_stopped;
};

typedef struct
{
  IonLedger *ledger; /* (owned) */
  char *campaign_id; /* (owned) */
  gint64 after;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->ledger);
  g_free (wish->campaign_id);
  g_free (wish);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wish *wish = data;
  GError *error = NULL;
  GPtrArray *rows =
      ion_ledger_list_deliveries (wish->ledger, wish->campaign_id, 1u << ION_DELIVERY_PENDING,
                                  wish->after, PAGE, &error);

  if (rows == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
}

static void
take_page (IonPendingPages *self, GPtrArray *rows)
{
  self->is_at_end = rows->len < PAGE;
  if (rows->len > 0)
    self->read_up_to = ((IonDelivery *) g_ptr_array_index (rows, rows->len - 1))->id;
  /* Rows are handed on one by one. */
  g_ptr_array_set_free_func (rows, NULL);
  self->next_page = rows;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  IonPendingPages *self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_reading = FALSE;
  if (rows != NULL)
    take_page (self, rows);
  self->func (error, self->user_data);
}

static void
read_ahead (IonPendingPages *self)
{
  g_autoptr (GTask) task = NULL;
  Wish *wish;

  if (self->is_reading || self->is_at_end || self->is_stopped || self->next_page != NULL)
    return;
  self->is_reading = TRUE;
  wish = g_new (Wish, 1);
  *wish = (Wish){ g_object_ref (self->ledger), g_strdup (self->campaign_id), self->read_up_to };
  task = g_task_new (NULL, NULL, read_cb, self);
  g_task_set_source_tag (task, read_ahead);
  g_task_set_task_data (task, wish, wish_free);
  g_task_run_in_thread (task, read_thread);
}

static void
free_page (GPtrArray *page, guint from)
{
  for (guint i = from; page != NULL && i < page->len; i++)
    ion_delivery_free (g_ptr_array_index (page, i));
  g_clear_pointer (&page, g_ptr_array_unref);
}

IonDelivery *
ion_pending_pages_next (IonPendingPages *self)
{
  if (self->page == NULL || self->page_next >= self->page->len)
    {
      g_clear_pointer (&self->page, g_ptr_array_unref);
      self->page = g_steal_pointer (&self->next_page);
      self->page_next = 0;
    }
  if (self->page == NULL || self->page->len - self->page_next < PAGE / 2)
    read_ahead (self);
  if (self->page == NULL || self->page_next >= self->page->len)
    return NULL;
  return g_ptr_array_index (self->page, self->page_next++);
}

gboolean
ion_pending_pages_is_reading (IonPendingPages *self)
{
  return self->is_reading;
}

gboolean
ion_pending_pages_is_at_end (IonPendingPages *self)
{
  return self->is_at_end;
}

void
ion_pending_pages_restart (IonPendingPages *self)
{
  self->is_at_end = FALSE;
  self->read_up_to = 0;
  read_ahead (self);
}

void
ion_pending_pages_stop (IonPendingPages *self)
{
  self->is_stopped = TRUE;
}

IonPendingPages *
ion_pending_pages_new (IonLedger *ledger,
                       const char *campaign_id,
                       IonPendingPagesFunc func,
                       gpointer user_data)
{
  IonPendingPages *self = g_new0 (IonPendingPages, 1);

  self->ledger = g_object_ref (ledger);
  self->campaign_id = g_strdup (campaign_id);
  self->func = func;
  self->user_data = user_data;
  return self;
}

void
ion_pending_pages_free (IonPendingPages *self)
{
  g_warn_if_fail (!self->is_reading);

  free_page (g_steal_pointer (&self->page), self->page_next);
  free_page (g_steal_pointer (&self->next_page), 0);
  g_free (self->campaign_id);
  g_object_unref (self->ledger);
  g_free (self);
}
