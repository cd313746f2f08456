/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A list model over the ledger. Row numbers come from a worker thread, pages are read by key when
 * the list asks for an item. Lists of numbers are never changed once they are made, so that a
 * worker may compare two of them while the list is in use.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-delivery-model.h"

#include "ion-delivery-look.h"
#include "ion-delivery-pages.h"
#include "ion-row-diff.h"

/* A list makes cells for all rows it has, up to two hundred around those in sight, before the first
 * is seen. So it gets as many as a window shows, and then a few more at a time until it has what it
 * keeps anyway. */
#define FIRST_ROWS 24
#define MORE_ROWS  10
#define KEPT_ROWS  220
#define MAX_RUNS   16

struct _IonDeliveryModel
{
  GObject parent_instance;

  IonDesk *desk;             /* (owned) */
  GObject *owner;            /* (unowned) (nullable): stays until its work is done */
  char *campaign_id;         /* (owned) */
  guint states;              /* 0 = all */
  GArray *rows;              /* (owned) (element-type guint32) */
  guint n_shown;             /* so many of them while the list grows; else %G_MAXUINT */
  guint growing;             /* 0 = it does not */
  GArray *next;              /* (owned) (nullable): from @cut on, while changes are being told */
  guint cut, next_cut;       /* rows before, next from */
  IonDeliveryPages *pages;   /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of the list being made */
  gboolean is_fixed;         /* only the rows that were asked for */
  gboolean is_listed;        /* all numbers are known */
  gboolean is_refreshing, is_stale;
  gboolean is_closed;
};

static void ion_delivery_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonDeliveryModel,
                               ion_delivery_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      ion_delivery_model_list_init))

enum
{
  PROP_0,
  PROP_SHOW_CODES,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];
static guint failed_signal;

static GType
get_item_type (GListModel *list)
{
  return ION_TYPE_DELIVERY_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  IonDeliveryModel *self = ION_DELIVERY_MODEL (list);

  return self->next == NULL ? MIN (self->rows->len, self->n_shown)
                            : self->cut + self->next->len - self->next_cut;
}

static gpointer
get_item (GListModel *list, guint position)
{
  IonDeliveryModel *self = ION_DELIVERY_MODEL (list);
  g_autoptr (GError) error = NULL;
  IonDeliveryItem *item;

  if (position >= get_n_items (list))
    return NULL;
  if (self->next != NULL && position >= self->cut)
    item = ion_delivery_pages_get (self->pages, self->next, position - self->cut + self->next_cut,
                                   &error);
  else
    item = ion_delivery_pages_get (self->pages, self->rows, position, &error);
  if (error != NULL)
    g_signal_emit (self, failed_signal, 0, error);
  return item;
}

static void
ion_delivery_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
show_until (IonDeliveryModel *self, guint n_shown)
{
  guint n_old = get_n_items (G_LIST_MODEL (self));

  self->n_shown = n_shown;
  if (get_n_items (G_LIST_MODEL (self)) > n_old)
    g_list_model_items_changed (G_LIST_MODEL (self), n_old, 0,
                                get_n_items (G_LIST_MODEL (self)) - n_old);
}

static gboolean
grow_cb (gpointer user_data)
{
  IonDeliveryModel *self = user_data;

  if (self->n_shown + MORE_ROWS < MIN (self->rows->len, KEPT_ROWS))
    {
      show_until (self, self->n_shown + MORE_ROWS);
      return G_SOURCE_CONTINUE;
    }
  self->growing = 0;
  show_until (self, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

static void
stop_growing (IonDeliveryModel *self)
{
  g_clear_handle_id (&self->growing, g_source_remove);
}

/* From the end, so that the places before stay what they were. */
static void
apply (IonDeliveryModel *self, GArray *rows, GArray *runs)
{
  g_autoptr (GArray) old_rows = NULL;

  self->next = g_array_ref (rows);
  self->cut = self->rows->len;
  self->next_cut = rows->len;
  for (guint i = runs->len; i > 0; i--)
    {
      const IonRowRun *run = &g_array_index (runs, IonRowRun, i - 1);

      self->cut = run->old_start;
      self->next_cut = run->new_start;
      g_list_model_items_changed (G_LIST_MODEL (self), run->old_start, run->old_length,
                                  run->new_length);
    }
  old_rows = g_steal_pointer (&self->rows);
  self->rows = g_steal_pointer (&self->next);
}

static GArray *
copy_first (GArray *rows, guint n_rows)
{
  GArray *first = g_array_new (FALSE, FALSE, sizeof (guint32));

  return g_array_append_vals (first, rows->data, MIN (rows->len, n_rows));
}

/* As many of @rows as are shown so far take their place; the others follow. Frames come first. */
static void
grow (IonDeliveryModel *self, GArray *rows)
{
  guint n_shown = get_n_items (G_LIST_MODEL (self));
  g_autoptr (GArray) first = copy_first (rows, n_shown);
  GArray *old = copy_first (self->rows, n_shown);
  g_autoptr (GArray) runs = ion_row_diff (old, first, MAX_RUNS);

  g_array_unref (self->rows);
  self->rows = old;
  self->n_shown = G_MAXUINT;
  apply (self, first, runs);
  g_array_unref (self->rows);
  self->rows = g_array_ref (rows);
  self->n_shown = first->len;
  if (self->growing == 0)
    self->growing = g_idle_add (grow_cb, self);
}

static void
look_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonDeliveryModel) self = ION_DELIVERY_MODEL (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDeliveryLook) look = ion_desk_run_finish (result, &error);

  self->is_refreshing = FALSE;
  if (self->is_closed)
    return;
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, failed_signal, 0, error);
  /* Another list was chosen meanwhile: that one is looked at next. */
  if (look != NULL && look->old_rows == self->rows)
    {
      if (look->rows != NULL)
        {
          if (!self->is_listed || self->growing != 0)
            grow (self, look->rows);
          else
            apply (self, look->rows, look->runs);
          self->is_listed = TRUE;
        }
      if (look->lines != NULL)
        ion_delivery_pages_update (self->pages, look->lines);
    }
  else if (error == NULL || self->is_stale)
    self->is_stale = TRUE;
  if (self->is_stale)
    ion_delivery_model_refresh (self);
}

/* All rows stay all rows: once listed, only what is in sight is read again. */
static gboolean
keeps_rows (IonDeliveryModel *self)
{
  return self->is_fixed || (self->is_listed && self->states == 0);
}

void
ion_delivery_model_refresh (IonDeliveryModel *self)
{
  IonDeliveryLook *look;

  g_return_if_fail (ION_IS_DELIVERY_MODEL (self));

  self->is_stale = self->is_refreshing;
  if (self->is_refreshing || self->is_closed)
    return;
  self->is_refreshing = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  look = ion_delivery_look_new (self->campaign_id, self->states, self->rows,
                                ion_delivery_pages_list_rows (self->pages));
  look->keeps_rows = keeps_rows (self);
  ion_delivery_look_run_async (look, self->desk, self->owner, self->cancellable, look_cb,
                               g_object_ref (self));
}

/* Every item is another one. */
static void
take_rows (IonDeliveryModel *self, GArray *rows)
{
  guint n_old = get_n_items (G_LIST_MODEL (self));

  g_cancellable_cancel (self->cancellable);
  stop_growing (self);
  g_array_unref (self->rows);
  self->rows = rows;
  self->n_shown = G_MAXUINT;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, rows->len);
}

static void
begin (IonDeliveryModel *self)
{
  g_autoptr (GError) error = NULL;
  /* Cells that there are already are taken over rather than made anew. */
  guint n_first = CLAMP (get_n_items (G_LIST_MODEL (self)), FIRST_ROWS, KEPT_ROWS);
  GArray *first =
      ion_ledger_list_first_rows (ion_office_get_ledger (ion_desk_get_office (self->desk)),
                                  self->campaign_id, self->states, n_first, &error);

  if (first == NULL)
    {
      g_signal_emit (self, failed_signal, 0, error);
      first = g_array_new (FALSE, FALSE, sizeof (guint32));
    }
  self->is_listed = first->len < n_first;
  take_rows (self, first);
  if (!self->is_listed)
    ion_delivery_model_refresh (self);
}

static void
ion_delivery_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOW_CODES)
    g_value_set_boolean (value, ion_delivery_model_get_show_codes (ION_DELIVERY_MODEL (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_delivery_model_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOW_CODES)
    ion_delivery_model_set_show_codes (ION_DELIVERY_MODEL (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_delivery_model_finalize (GObject *object)
{
  IonDeliveryModel *self = ION_DELIVERY_MODEL (object);

  stop_growing (self);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->pages, ion_delivery_pages_free);
  g_clear_object (&self->desk);
  g_free (self->campaign_id);
  G_OBJECT_CLASS (ion_delivery_model_parent_class)->finalize (object);
}

static void
ion_delivery_model_class_init (IonDeliveryModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ion_delivery_model_get_property;
  object_class->set_property = ion_delivery_model_set_property;
  object_class->finalize = ion_delivery_model_finalize;

  props[PROP_SHOW_CODES] =
      g_param_spec_boolean ("show-codes", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  failed_signal = g_signal_new ("failed", ION_TYPE_DELIVERY_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ion_delivery_model_init (IonDeliveryModel *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->n_shown = G_MAXUINT;
}

IonDeliveryModel *
ion_delivery_model_new (IonDesk *desk, const char *campaign_id, gpointer owner)
{
  IonDeliveryModel *self = g_object_new (ION_TYPE_DELIVERY_MODEL, NULL);

  self->desk = g_object_ref (desk);
  self->owner = owner;
  self->campaign_id = g_strdup (campaign_id);
  self->pages =
      ion_delivery_pages_new (ion_office_get_ledger (ion_desk_get_office (desk)), campaign_id);
  begin (self);
  return self;
}

void
ion_delivery_model_close (IonDeliveryModel *self)
{
  g_return_if_fail (ION_IS_DELIVERY_MODEL (self));

  self->is_closed = TRUE;
  self->owner = NULL;
  stop_growing (self);
  g_cancellable_cancel (self->cancellable);
}

void
ion_delivery_model_set_states (IonDeliveryModel *self, guint states)
{
  g_return_if_fail (ION_IS_DELIVERY_MODEL (self));

  if (self->states == states && !self->is_fixed)
    return;
  self->states = states;
  self->is_fixed = FALSE;
  begin (self);
}

guint
ion_delivery_model_get_states (IonDeliveryModel *self)
{
  g_return_val_if_fail (ION_IS_DELIVERY_MODEL (self), 0);

  return self->states;
}

void
ion_delivery_model_set_rows (IonDeliveryModel *self, GArray *rows)
{
  g_return_if_fail (ION_IS_DELIVERY_MODEL (self));

  if (rows == NULL && !self->is_fixed)
    return;
  self->is_fixed = rows != NULL;
  if (rows == NULL)
    {
      begin (self);
      return;
    }
  self->is_listed = TRUE;
  take_rows (self, g_array_ref (rows));
}

gboolean
ion_delivery_model_is_complete (IonDeliveryModel *self)
{
  g_return_val_if_fail (ION_IS_DELIVERY_MODEL (self), FALSE);

  return self->is_listed && self->growing == 0;
}

void
ion_delivery_model_set_show_codes (IonDeliveryModel *self, gboolean show_codes)
{
  g_return_if_fail (ION_IS_DELIVERY_MODEL (self));

  if (ion_delivery_pages_get_show_codes (self->pages) == show_codes)
    return;
  ion_delivery_pages_set_show_codes (self->pages, show_codes);
  ion_delivery_model_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_CODES]);
}

gboolean
ion_delivery_model_get_show_codes (IonDeliveryModel *self)
{
  g_return_val_if_fail (ION_IS_DELIVERY_MODEL (self), FALSE);

  return ion_delivery_pages_get_show_codes (self->pages);
}
