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

#include "ion-delivery-pages.h"
#include "ion-row-diff.h"

#define MAX_RUNS 16
/* As many rows as a window shows: the list makes cells for all it has, up to two hundred rows,
 * before the first is seen. */
#define FIRST_ROWS 48

struct _IonDeliveryModel
{
  GObject parent_instance;

  IonDesk *desk;             /* (owned) */
  GObject *owner;            /* (unowned) (nullable): stays until its work is done */
  char *campaign_id;         /* (owned) */
  guint states;              /* 0 = all */
  GArray *rows;              /* (owned) (element-type guint32) */
  GArray *next;              /* (owned) (nullable): from @cut on, while changes are being told */
  guint cut, next_cut;       /* rows before, next from */
  IonDeliveryPages *pages;   /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of the list being made */
  gboolean is_fixed;         /* only the rows that were asked for */
  gboolean is_complete;
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

  return self->next == NULL ? self->rows->len : self->cut + self->next->len - self->next_cut;
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

/* What a worker does: lists the rows anew and compares, and reads again what is in sight. */
typedef struct
{
  char *campaign_id; /* (owned) */
  guint states;
  GArray *old_rows; /* (owned) */
  GArray *in_sight; /* (owned) (nullable) */
  gboolean keeps_rows;
  GArray *rows;  /* (owned) (nullable) */
  GArray *runs;  /* (owned) (nullable) */
  GArray *lines; /* (owned) (nullable) */
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->campaign_id);
  g_array_unref (look->old_rows);
  g_clear_pointer (&look->in_sight, g_array_unref);
  g_clear_pointer (&look->rows, g_array_unref);
  g_clear_pointer (&look->runs, g_array_unref);
  g_clear_pointer (&look->lines, g_array_unref);
  g_free (look);
}

/* @data comes back as the result. */
static gpointer
look_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Look *look = g_steal_pointer ((Look **) data);
  IonLedger *ledger = ion_office_get_ledger (office);

  if (!look->keeps_rows)
    {
      look->rows = ion_ledger_list_delivery_rows (ledger, look->campaign_id, look->states,
                                                  cancellable, error);
      if (look->rows == NULL)
        return look;
      look->runs = ion_row_diff (look->old_rows, look->rows, MAX_RUNS);
    }
  if (look->in_sight != NULL)
    look->lines = ion_ledger_read_delivery_lines (ledger, look->campaign_id,
                                                  (const guint32 *) (void *) look->in_sight->data,
                                                  look->in_sight->len, error);
  return look;
}

static void
holder_free (gpointer data)
{
  Look **holder = data;

  if (*holder != NULL)
    look_free (*holder);
  g_free (holder);
}

static void
look_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonDeliveryModel) self = ION_DELIVERY_MODEL (user_data);
  g_autoptr (GError) error = NULL;
  Look *look = ion_desk_run_finish (result, &error);

  self->is_refreshing = FALSE;
  if (self->is_closed)
    {
      g_clear_pointer (&look, look_free);
      return;
    }
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, failed_signal, 0, error);
  /* Another list was chosen meanwhile: that one is looked at next. */
  if (look != NULL && look->old_rows == self->rows)
    {
      if (look->rows != NULL)
        {
          self->is_complete = TRUE;
          apply (self, look->rows, look->runs);
        }
      if (look->lines != NULL)
        ion_delivery_pages_update (self->pages, look->lines);
    }
  else if (error == NULL || self->is_stale)
    self->is_stale = TRUE;
  g_clear_pointer (&look, look_free);
  if (self->is_stale)
    ion_delivery_model_refresh (self);
}

/* All rows stay all rows: once complete, only what is in sight is read again. */
static gboolean
keeps_rows (IonDeliveryModel *self)
{
  return self->is_fixed || (self->is_complete && self->states == 0);
}

void
ion_delivery_model_refresh (IonDeliveryModel *self)
{
  Look **holder;
  Look *look;

  g_return_if_fail (ION_IS_DELIVERY_MODEL (self));

  self->is_stale = self->is_refreshing;
  if (self->is_refreshing || self->is_closed)
    return;
  self->is_refreshing = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  look = g_new0 (Look, 1);
  look->campaign_id = g_strdup (self->campaign_id);
  look->states = self->states;
  look->old_rows = g_array_ref (self->rows);
  look->in_sight = ion_delivery_pages_list_rows (self->pages);
  look->keeps_rows = keeps_rows (self);
  holder = g_new (Look *, 1);
  *holder = look;
  ion_desk_run_async (self->desk, self->owner, look_func, holder, holder_free, look_free,
                      self->cancellable, look_cb, g_object_ref (self));
}

/* Every item is another one. */
static void
take_rows (IonDeliveryModel *self, GArray *rows)
{
  guint n_old = self->rows->len;

  g_cancellable_cancel (self->cancellable);
  g_array_unref (self->rows);
  self->rows = rows;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, rows->len);
}

static void
begin (IonDeliveryModel *self)
{
  g_autoptr (GError) error = NULL;
  GArray *first =
      ion_ledger_list_first_rows (ion_office_get_ledger (ion_desk_get_office (self->desk)),
                                  self->campaign_id, self->states, FIRST_ROWS, &error);

  if (first == NULL)
    {
      g_signal_emit (self, failed_signal, 0, error);
      first = g_array_new (FALSE, FALSE, sizeof (guint32));
    }
  self->is_complete = first->len < FIRST_ROWS;
  take_rows (self, first);
  if (!self->is_complete)
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
  self->is_complete = TRUE;
  take_rows (self, g_array_ref (rows));
}

gboolean
ion_delivery_model_is_complete (IonDeliveryModel *self)
{
  g_return_val_if_fail (ION_IS_DELIVERY_MODEL (self), FALSE);

  return self->is_complete;
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

gint64
ion_delivery_model_get_longest_page (IonDeliveryModel *self)
{
  g_return_val_if_fail (ION_IS_DELIVERY_MODEL (self), 0);

  return ion_delivery_pages_get_longest (self->pages);
}
