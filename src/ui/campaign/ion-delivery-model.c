/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A list model over the ledger. Row numbers come from a worker thread, pages are read by key when
 * the list asks for an item. What the toolkit is told of is only how long the list is: it makes the
 * rows of whatever it is told of anew, up to two hundred at a time. Lists of numbers are never
 * changed once they are made, so that a worker may compare two of them while the list is in use.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-delivery-model.h"

#include "ion-delivery-look.h"
#include "ion-delivery-pages.h"

/* Rows for a first frame; then a few more, or fewer, at a time: up to @KEPT_ROWS around those in
 * sight have widgets, and only beyond them it costs nothing to tell of many. */
#define FIRST_ROWS 8
#define STEP       8
#define KEPT_ROWS  220

struct _IonDeliveryModel
{
  GObject parent_instance;

  IonDesk *desk;             /* (owned) */
  GObject *owner;            /* (unowned) (nullable): stays until its work is done */
  char *campaign_id;         /* (owned) */
  guint states;              /* 0 = all */
  GArray *rows;              /* (owned) (element-type guint32) */
  guint n_shown;             /* the toolkit knows of so many places */
  guint stepping;            /* 0 = it knows of as many as there are rows */
  guint n_steps_end;         /* from so many places on it is told of all */
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
  return ION_DELIVERY_MODEL (list)->n_shown;
}

static gpointer
get_item (GListModel *list, guint position)
{
  IonDeliveryModel *self = ION_DELIVERY_MODEL (list);
  g_autoptr (GError) error = NULL;
  IonDeliveryItem *item;

  if (position >= self->n_shown)
    return NULL;
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

/* Places come and go at the end only. */
static void
show_until (IonDeliveryModel *self, guint n_shown)
{
  guint n_old = self->n_shown;
  guint n_same = MIN (n_old, n_shown);

  self->n_shown = n_shown;
  if (n_shown != n_old)
    g_list_model_items_changed (G_LIST_MODEL (self), n_same, n_old - n_same, n_shown - n_same);
}

static void
refill (IonDeliveryModel *self, gboolean *is_filled)
{
  g_autoptr (GError) error = NULL;

  *is_filled = !ion_delivery_pages_refill (self->pages, self->rows, &error);
  if (error != NULL)
    g_signal_emit (self, failed_signal, 0, error);
}

/* What is in sight first, then what is around it. */
static gboolean
step_cb (gpointer user_data)
{
  IonDeliveryModel *self = user_data;
  guint n_rows = self->rows->len;
  gboolean is_filled;

  refill (self, &is_filled);
  if (!is_filled)
    return G_SOURCE_CONTINUE;
  if (self->n_shown > n_rows)
    show_until (self, MAX (n_rows, self->n_shown - MIN (self->n_shown, STEP)));
  else if (self->n_shown + STEP < MIN (n_rows, self->n_steps_end))
    show_until (self, self->n_shown + STEP);
  else
    {
      self->stepping = 0;
      show_until (self, n_rows);
      return G_SOURCE_REMOVE;
    }
  return G_SOURCE_CONTINUE;
}

/* Frames come before steps. */
static void
start_stepping (IonDeliveryModel *self)
{
  if (self->stepping != 0)
    return;
  self->n_steps_end = self->n_shown + KEPT_ROWS;
  self->stepping = g_idle_add (step_cb, self);
}

static void
stop_stepping (IonDeliveryModel *self)
{
  g_clear_handle_id (&self->stepping, g_source_remove);
}

static void
take_look (IonDeliveryModel *self, IonDeliveryLook *look)
{
  self->is_listed = TRUE;
  if (look->rows != NULL)
    {
      /* Places that were about to go have rows now. */
      if (self->n_shown > self->rows->len)
        ion_delivery_pages_forget (self->pages);
      g_array_unref (self->rows);
      self->rows = g_array_ref (look->rows);
      start_stepping (self);
    }
  if (look->lines != NULL)
    ion_delivery_pages_update (self->pages, look->lines);
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
    take_look (self, look);
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

/* Another list: every place has another row, those in sight at once. */
static void
take_rows (IonDeliveryModel *self, GArray *rows)
{
  guint n_shown = self->n_shown;
  gboolean is_filled;

  g_cancellable_cancel (self->cancellable);
  stop_stepping (self);
  g_array_unref (self->rows);
  self->rows = rows;
  ion_delivery_pages_forget (self->pages);
  refill (self, &is_filled);
  if (n_shown > rows->len)
    show_until (self, MAX (rows->len, MIN (n_shown, KEPT_ROWS)));
  else
    show_until (self, MIN (rows->len, MAX (n_shown, FIRST_ROWS)));
  if (!is_filled || self->n_shown != rows->len)
    start_stepping (self);
}

static void
begin (IonDeliveryModel *self)
{
  g_autoptr (GError) error = NULL;
  GArray *first =
      ion_ledger_list_first_rows (ion_office_get_ledger (ion_desk_get_office (self->desk)),
                                  self->campaign_id, self->states, KEPT_ROWS, &error);

  if (first == NULL)
    {
      g_signal_emit (self, failed_signal, 0, error);
      first = g_array_new (FALSE, FALSE, sizeof (guint32));
    }
  self->is_listed = first->len < KEPT_ROWS;
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

  stop_stepping (self);
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
  stop_stepping (self);
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

  return self->is_listed && self->stepping == 0;
}

gboolean
ion_delivery_model_is_empty (IonDeliveryModel *self)
{
  g_return_val_if_fail (ION_IS_DELIVERY_MODEL (self), TRUE);

  return self->rows->len == 0;
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
