/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The list of one person's messages. Whoever passes behind the desk reads no code: it is shown when
 * asked for, and for a while.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-person-result.h"

#include "ion-clipboard.h"
#include "ion-dialog.h"
#include "ion-format.h"
#include "ion-person-row.h"

#include <glib/gi18n-lib.h>

#define SHOWN_SECONDS 30

struct _IonPersonResult
{
  AdwBin parent_instance;

  GtkLabel *person;         /* (unowned) */
  GtkLabel *count;          /* (unowned) */
  GtkToggleButton *reveal;  /* (unowned) */
  GtkWidget *export_button; /* (unowned) */
  GtkListBox *list;         /* (unowned) */
  GListStore *items;        /* (owned) (element-type IonPersonItem) */
  char *fiscal_code;        /* (owned) (nullable) */
  guint mask_id;
};

G_DEFINE_FINAL_TYPE (IonPersonResult, ion_person_result, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  EXPORT,
  ERASE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
mask_cb (gpointer user_data)
{
  IonPersonResult *self = user_data;

  self->mask_id = 0;
  ion_person_result_mask (self);
  return G_SOURCE_REMOVE;
}

static void
show_code (IonPersonResult *self)
{
  gboolean is_shown = gtk_toggle_button_get_active (self->reveal);
  g_autofree char *masked = ion_fiscal_code_mask (self->fiscal_code);

  gtk_label_set_label (self->person,
                       is_shown && self->fiscal_code != NULL ? self->fiscal_code : masked);
  g_clear_handle_id (&self->mask_id, g_source_remove);
  if (is_shown)
    self->mask_id = g_timeout_add_seconds (SHOWN_SECONDS, mask_cb, self);
}

static void
reveal_cb (IonPersonResult *self)
{
  show_code (self);
}

static void
copy_cb (IonPersonResult *self)
{
  if (self->fiscal_code == NULL)
    return;
  ion_clipboard_copy_secret (GTK_WIDGET (self), self->fiscal_code);
  ion_toast_show (GTK_WIDGET (self), _ ("Fiscal code copied"));
}

static void
export_cb (IonPersonResult *self)
{
  g_signal_emit (self, signals[EXPORT], 0);
}

static void
erase_cb (IonPersonResult *self)
{
  g_signal_emit (self, signals[ERASE], 0);
}

static void
choose (IonPersonResult *self, GtkListBoxRow *row, gboolean by_person)
{
  g_autoptr (IonPersonItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->items), gtk_list_box_row_get_index (row));

  gtk_list_box_select_row (self->list, row);
  g_signal_emit (self, signals[CHOSEN], 0, item, by_person);
}

static void
row_activated_cb (IonPersonResult *self, GtkListBoxRow *row)
{
  choose (self, row, TRUE);
}

static GtkWidget *
make_row_cb (gpointer item, gpointer user_data)
{
  return ion_person_row_new (ION_PERSON_ITEM (item));
}

static void
unmap_cb (IonPersonResult *self)
{
  ion_person_result_mask (self);
}

static void
ion_person_result_dispose (GObject *object)
{
  IonPersonResult *self = ION_PERSON_RESULT (object);

  g_clear_handle_id (&self->mask_id, g_source_remove);
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  self->list = NULL;
  G_OBJECT_CLASS (ion_person_result_parent_class)->dispose (object);
}

static void
ion_person_result_finalize (GObject *object)
{
  IonPersonResult *self = ION_PERSON_RESULT (object);

  g_clear_object (&self->items);
  g_free (self->fiscal_code);
  G_OBJECT_CLASS (ion_person_result_parent_class)->finalize (object);
}

static void
ion_person_result_class_init (IonPersonResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_person_result_dispose;
  G_OBJECT_CLASS (klass)->finalize = ion_person_result_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", ION_TYPE_PERSON_RESULT, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, ION_TYPE_PERSON_ITEM, G_TYPE_BOOLEAN);
  signals[EXPORT] = g_signal_new ("export", ION_TYPE_PERSON_RESULT, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[ERASE] = g_signal_new ("erase", ION_TYPE_PERSON_RESULT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/person/"
                                                             "ion-person-result.ui");
  gtk_widget_class_bind_template_child (widget_class, IonPersonResult, person);
  gtk_widget_class_bind_template_child (widget_class, IonPersonResult, count);
  gtk_widget_class_bind_template_child (widget_class, IonPersonResult, reveal);
  gtk_widget_class_bind_template_child (widget_class, IonPersonResult, export_button);
  gtk_widget_class_bind_template_child (widget_class, IonPersonResult, list);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, unmap_cb);
}

static void
ion_person_result_init (IonPersonResult *self)
{
  self->items = g_list_store_new (ION_TYPE_PERSON_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->items), make_row_cb, NULL, NULL);
}

void
ion_person_result_set (IonPersonResult *self, const char *fiscal_code, GPtrArray *records)
{
  g_autofree char *sentence = NULL;
  g_autofree char *number = NULL;
  guint length = records != NULL ? records->len : 0;

  g_return_if_fail (ION_IS_PERSON_RESULT (self));

  g_list_store_remove_all (self->items);
  g_free (self->fiscal_code);
  self->fiscal_code = g_strdup (fiscal_code);
  for (guint i = 0; i < length; i++)
    {
      g_autoptr (IonPersonItem) item = ion_person_item_new (records, i);

      g_list_store_append (self->items, item);
    }
  number = ion_format_count (length);
  sentence = g_strdup_printf (ngettext ("%s message", "%s messages", length), number);
  gtk_label_set_label (self->count, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->list), length > 0);
  ion_person_result_mask (self);
  if (length > 0)
    choose (self, gtk_list_box_get_row_at_index (self->list, 0), FALSE);
}

void
ion_person_result_begin (IonPersonResult *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (ION_IS_PERSON_RESULT (self));

  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
ion_person_result_mask (IonPersonResult *self)
{
  g_return_if_fail (ION_IS_PERSON_RESULT (self));

  gtk_toggle_button_set_active (self->reveal, FALSE);
  show_code (self);
}
