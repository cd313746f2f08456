/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Advice, below the text: it comes and goes without moving what is being written.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-advice-list.h"

#include "ion-advice.h"

#include <glib/gi18n-lib.h>

struct _IonAdviceList
{
  AdwBin parent_instance;

  GtkListBox *list; /* (unowned) */
  char *shown;      /* (owned) (nullable): what is there, to leave it alone when it is the same */
};

G_DEFINE_FINAL_TYPE (IonAdviceList, ion_advice_list, ADW_TYPE_BIN)

enum
{
  MEND,
  DISMISS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
mend_cb (GtkWidget *button, IonAdviceList *self)
{
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (button), "code"));

  g_signal_emit (self, signals[MEND], 0, code);
}

static void
dismiss_cb (GtkWidget *button, IonAdviceList *self)
{
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (button), "code"));

  g_signal_emit (self, signals[DISMISS], 0, code);
}

static void
add_button (IonAdviceList *self, GtkWidget *row, GtkWidget *button, const char *code, GCallback cb)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "code", g_strdup (code), g_free);
  g_signal_connect_object (button, "clicked", cb, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
add_row (IonAdviceList *self, const char *title, const char *subtitle, gboolean is_fault)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon =
      gtk_image_new_from_icon_name (is_fault ? "ion-warning-symbolic" : "ion-info-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (icon, is_fault ? "warning" : "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_append (self->list, row);
  return row;
}

static void
add_advice (IonAdviceList *self, const IonAdvice *advice)
{
  GtkWidget *row = add_row (self, advice->message, advice->reason, advice->is_fault);

  if (advice->mend != NULL)
    add_button (self, row, gtk_button_new_with_mnemonic (advice->mend), advice->code,
                G_CALLBACK (mend_cb));
  if (!advice->is_fault)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("ion-cross-symbolic");

      gtk_widget_set_tooltip_text (button, _ ("Put this advice aside"));
      gtk_widget_add_css_class (button, "flat");
      add_button (self, row, button, advice->code, G_CALLBACK (dismiss_cb));
    }
}

static void
ion_advice_list_finalize (GObject *object)
{
  g_free (ION_ADVICE_LIST (object)->shown);
  G_OBJECT_CLASS (ion_advice_list_parent_class)->finalize (object);
}

static void
ion_advice_list_class_init (IonAdviceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_advice_list_finalize;
  signals[MEND] = g_signal_new ("mend", ION_TYPE_ADVICE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DISMISS] = g_signal_new ("dismiss", ION_TYPE_ADVICE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ion_advice_list_init (IonAdviceList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Advice"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static char *
describe (GPtrArray *advice, const char *fault)
{
  GString *text = g_string_new (fault);

  for (guint i = 0; i < advice->len; i++)
    {
      const IonAdvice *one = g_ptr_array_index (advice, i);

      g_string_append_printf (text, "\n%s%s", one->code, one->mend != NULL ? one->mend : "");
    }
  return g_string_free (text, FALSE);
}

void
ion_advice_list_show (IonAdviceList *self, GPtrArray *advice, const char *fault)
{
  g_autofree char *described = describe (advice, fault);
  GtkListBoxRow *row;

  g_return_if_fail (ION_IS_ADVICE_LIST (self));

  if (g_strcmp0 (self->shown, described) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&described);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (fault != NULL)
    add_row (self, fault, NULL, TRUE);
  for (guint i = 0; i < advice->len; i++)
    add_advice (self, g_ptr_array_index (advice, i));
  gtk_widget_set_visible (GTK_WIDGET (self), fault != NULL || advice->len > 0);
}
