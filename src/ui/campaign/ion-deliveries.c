/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The table of a campaign's messages.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-deliveries.h"

#include "ion-delivery-columns.h"
#include "ion-delivery-filter.h"
#include "ion-delivery-model.h"
#include "ion-delivery-search.h"
#include "ion-ledger-people.h"
#include "ion-wrap-layout.h"

#include <glib/gi18n-lib.h>

#define NARROW 620 /* below it there is room for one column */

struct _IonDeliveries
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkDropDown *filter;
  GtkSearchEntry *search;
  GtkToggleButton *codes_button;
  GtkLabel *hint;
  GtkStack *stack;
  GtkLabel *empty_label;
  GtkColumnView *view;

  IonDesk *desk;             /* (owned) (nullable) */
  char *campaign_id;         /* (owned) */
  GtkWidget *owner;          /* (unowned) */
  IonDeliveryModel *model;   /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of a search */
  guint resizing;
  gboolean is_narrow;
  gboolean shows_found; /* what was searched for */
};

G_DEFINE_FINAL_TYPE (IonDeliveries, ion_deliveries, GTK_TYPE_WIDGET)

enum
{
  PROBLEM,
  ROW,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkSingleSelection *
get_selection (IonDeliveries *self)
{
  return GTK_SINGLE_SELECTION (gtk_column_view_get_model (self->view));
}

static void
arrange_later (gpointer user_data)
{
  IonDeliveries *self = user_data;

  self->resizing = 0;
  ion_delivery_columns_set_narrow (self->view, self->is_narrow);
}

static void
ion_deliveries_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  IonDeliveries *self = ION_DELIVERIES (widget);
  gboolean is_narrow = width < NARROW;

  gtk_widget_allocate (self->content, width, height, baseline, NULL);
  if (is_narrow == self->is_narrow)
    return;
  self->is_narrow = is_narrow;
  /* Not within the layout that is going on. */
  if (self->resizing == 0)
    self->resizing = g_idle_add_once (arrange_later, self);
}

static void
ion_deliveries_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (ION_DELIVERIES (widget)->content, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
show_rows_or_hint (IonDeliveries *self)
{
  gboolean is_empty = ion_delivery_model_is_empty (self->model);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  gtk_label_set_label (self->empty_label, text[0] != '\0'
                                              ? _ ("Nobody with this code or row is in it.")
                                              : _ ("No message is in this state."));
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "table");
}

static void
failed_cb (IonDeliveryModel *model, GError *error, IonDeliveries *self)
{
  g_autofree char *sentence = ion_office_error_explain (error);

  g_signal_emit (self, signals[PROBLEM], 0, sentence);
}

/* Says which row is chosen; @is_activated: it was opened. */
static void
tell_row (IonDeliveries *self, gboolean is_activated)
{
  IonDeliveryItem *item = gtk_single_selection_get_selected_item (get_selection (self));

  if (item != NULL && ion_delivery_item_get_row (item) > 0)
    g_signal_emit (self, signals[ROW], 0, ion_delivery_item_get_row (item),
                   ion_delivery_model_get_show_codes (self->model), is_activated);
}

static void
activate_cb (GtkColumnView *view, guint position, IonDeliveries *self)
{
  gtk_single_selection_set_selected (get_selection (self), position);
  tell_row (self, TRUE);
}

static void
selected_cb (IonDeliveries *self)
{
  tell_row (self, FALSE);
}

/* Another list begins at its first row, and nothing of it is chosen. */
static void
go_to_start (IonDeliveries *self)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  gtk_single_selection_set_selected (get_selection (self), GTK_INVALID_LIST_POSITION);
  if (place != NULL)
    gtk_adjustment_set_value (place, 0);
}

static void
set_rows (IonDeliveries *self, GArray *rows)
{
  if (rows == NULL && !self->shows_found)
    return;
  self->shows_found = rows != NULL;
  go_to_start (self);
  ion_delivery_model_set_rows (self->model, rows);
  show_rows_or_hint (self);
}

static void
filter_cb (IonDeliveries *self)
{
  guint states = ion_delivery_filter_get_states (gtk_drop_down_get_selected (self->filter));

  if (self->model == NULL)
    return;
  if (gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  self->shows_found = FALSE;
  go_to_start (self);
  ion_delivery_model_set_states (self->model, states);
  show_rows_or_hint (self);
}

static void
search_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonDeliveries) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = ion_desk_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->model == NULL)
    return;
  if (rows != NULL)
    set_rows (self, rows);
  else
    failed_cb (self->model, error, self);
}

static void
search_cb (IonDeliveries *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  char code[17];
  guint32 row;
  IonSought sought;

  if (self->model == NULL)
    return;
  sought = ion_delivery_search_parse (text, code, &row);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), sought == ION_SOUGHT_PART);
  if (sought == ION_SOUGHT_NOTHING)
    set_rows (self, NULL);
  else if (sought != ION_SOUGHT_PART)
    {
      self->cancellable = g_cancellable_new ();
      ion_delivery_search_run_async (self->desk, self->owner, self->campaign_id, text,
                                     self->cancellable, search_found_cb, g_object_ref (self));
    }
}

static gpointer
codes_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ion_ledger_write_journal (ion_office_get_ledger (office), "codes-show",
                                                    data, NULL, NULL, error));
}

/* The line is in the journal before anything is shown. */
static void
codes_noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonDeliveries) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_noted = GPOINTER_TO_INT (ion_desk_run_finish (result, &error));

  if (self->model == NULL)
    return;
  if (is_noted && gtk_toggle_button_get_active (self->codes_button))
    ion_delivery_model_set_show_codes (self->model, TRUE);
  else if (!is_noted)
    {
      gtk_toggle_button_set_active (self->codes_button, FALSE);
      failed_cb (self->model, error, self);
    }
  selected_cb (self);
}

static void
codes_cb (IonDeliveries *self)
{
  if (self->model == NULL)
    return;
  if (gtk_toggle_button_get_active (self->codes_button))
    {
      ion_desk_run_async (self->desk, self->owner, codes_func, g_strdup (self->campaign_id), g_free,
                          NULL, NULL, codes_noted_cb, g_object_ref (self));
      return;
    }
  ion_delivery_model_set_show_codes (self->model, FALSE);
  selected_cb (self);
}

static void
ion_deliveries_dispose (GObject *object)
{
  IonDeliveries *self = ION_DELIVERIES (object);

  g_clear_handle_id (&self->resizing, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->model != NULL)
    ion_delivery_model_close (self->model);
  g_clear_object (&self->model);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (ion_deliveries_parent_class)->dispose (object);
}

static void
ion_deliveries_finalize (GObject *object)
{
  g_free (ION_DELIVERIES (object)->campaign_id);
  G_OBJECT_CLASS (ion_deliveries_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/campaign/ion-deliveries.ui");
  gtk_widget_class_bind_template_child (widget_class, IonDeliveries, content);
  gtk_widget_class_bind_template_child (widget_class, IonDeliveries, filter);
  gtk_widget_class_bind_template_child (widget_class, IonDeliveries, search);
  gtk_widget_class_bind_template_child (widget_class, IonDeliveries, codes_button);
  gtk_widget_class_bind_template_child (widget_class, IonDeliveries, hint);
  gtk_widget_class_bind_template_child (widget_class, IonDeliveries, stack);
  gtk_widget_class_bind_template_child (widget_class, IonDeliveries, empty_label);
  gtk_widget_class_bind_template_child (widget_class, IonDeliveries, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, codes_cb);
}

static void
ion_deliveries_class_init (IonDeliveriesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_deliveries_dispose;
  G_OBJECT_CLASS (klass)->finalize = ion_deliveries_finalize;
  widget_class->measure = ion_deliveries_measure;
  widget_class->size_allocate = ion_deliveries_size_allocate;
  g_type_ensure (ION_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);

  signals[PROBLEM] = g_signal_new ("problem", ION_TYPE_DELIVERIES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ROW] = g_signal_new ("row", ION_TYPE_DELIVERIES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_BOOLEAN, G_TYPE_BOOLEAN);
}

static void
ion_deliveries_init (IonDeliveries *self)
{
  g_autoptr (GtkStringList) words = ion_delivery_filter_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->filter, G_LIST_MODEL (words));
  ion_delivery_columns_set_narrow (self->view, FALSE);
}

void
ion_deliveries_set_campaign (IonDeliveries *self,
                             IonDesk *desk,
                             const char *campaign_id,
                             GtkWidget *owner)
{
  GtkSingleSelection *selection;

  g_return_if_fail (ION_IS_DELIVERIES (self) && self->model == NULL);

  self->desk = g_object_ref (desk);
  self->campaign_id = g_strdup (campaign_id);
  self->owner = owner;
  self->model = ion_delivery_model_new (desk, campaign_id, owner);
  g_signal_connect_object (self->model, "failed", G_CALLBACK (failed_cb), self, 0);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (show_rows_or_hint), self,
                           G_CONNECT_SWAPPED);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  show_rows_or_hint (self);
}

void
ion_deliveries_refresh (IonDeliveries *self)
{
  g_return_if_fail (ION_IS_DELIVERIES (self));

  if (self->model != NULL)
    ion_delivery_model_refresh (self->model);
}

void
ion_deliveries_show_states (IonDeliveries *self, guint states)
{
  g_return_if_fail (ION_IS_DELIVERIES (self));

  gtk_drop_down_set_selected (self->filter, ion_delivery_filter_find (states));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

guint
ion_deliveries_get_states (IonDeliveries *self)
{
  g_return_val_if_fail (ION_IS_DELIVERIES (self), 0);

  return ion_delivery_filter_get_states (gtk_drop_down_get_selected (self->filter));
}

void
ion_deliveries_focus_table (IonDeliveries *self)
{
  g_return_if_fail (ION_IS_DELIVERIES (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
ion_deliveries_focus_search (IonDeliveries *self)
{
  g_return_if_fail (ION_IS_DELIVERIES (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

gboolean
ion_deliveries_go_back (IonDeliveries *self)
{
  g_return_val_if_fail (ION_IS_DELIVERIES (self), FALSE);

  if (gtk_editable_get_text (GTK_EDITABLE (self->search))[0] == '\0')
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  return TRUE;
}
