/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A column and its field.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-column-row.h"

#include "ion-fiscal-code.h"
#include "ion-person-record.h"

#include <glib/gi18n-lib.h>

struct _IonColumnRow
{
  AdwActionRow parent_instance;

  GtkDropDown *drop_down;

  GPtrArray *fields; /* (owned) (nullable) (element-type utf8) */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (IonColumnRow, ion_column_row, ADW_TYPE_ACTION_ROW)

static guint chosen_signal;

const char *
ion_column_row_name_field (const char *field)
{
  return ion_field_name_equal (field, ION_FIELD_FISCAL_CODE) ? _ ("Fiscal code") : field;
}

char *
ion_column_row_mask (const char *cell)
{
  char code[ION_FISCAL_CODE_LENGTH + 1];

  if (cell == NULL)
    return g_strdup ("");
  return ion_fiscal_code_parse (cell, code, NULL) ? ion_fiscal_code_mask (code) : g_strdup (cell);
}

static void
selected_cb (IonColumnRow *self)
{
  guint index = gtk_drop_down_get_selected (self->drop_down);

  if (self->is_filling || self->fields == NULL || index > self->fields->len)
    return;
  g_signal_emit (self, chosen_signal, 0,
                 index > 0 ? g_ptr_array_index (self->fields, index - 1) : NULL);
}

static void
ion_column_row_finalize (GObject *object)
{
  g_clear_pointer (&ION_COLUMN_ROW (object)->fields, g_ptr_array_unref);
  G_OBJECT_CLASS (ion_column_row_parent_class)->finalize (object);
}

static void
ion_column_row_class_init (IonColumnRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ion_column_row_finalize;

  chosen_signal = g_signal_new ("chosen", ION_TYPE_COLUMN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-column-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IonColumnRow, drop_down);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
ion_column_row_init (IonColumnRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_column_row_new (void)
{
  return g_object_new (ION_TYPE_COLUMN_ROW, NULL);
}

static const char *
describe_word (IonMappingWord word)
{
  switch (word)
    {
    case ION_MAPPING_WORD_PERSON:
      /* Translators: how the field of a column was found */
      return _ ("chosen by hand");
    case ION_MAPPING_WORD_REMEMBERED:
      return _ ("as in the file before");
    case ION_MAPPING_WORD_NAME:
      return _ ("found by its name");
    case ION_MAPPING_WORD_CONTENT:
      return _ ("found by what is in it");
    case ION_MAPPING_WORD_NONE:
    default:
      return NULL;
    }
}

static void
show_subtitle (IonColumnRow *self, const IonColumnEntry *column, gboolean reveals)
{
  g_autofree char *sample =
      reveals ? g_strdup (column->sample) : ion_column_row_mask (column->sample);
  const char *word = describe_word (column->word);
  g_autofree char *text = NULL;

  if (sample == NULL || *sample == '\0')
    text = g_strdup (word != NULL ? word : _ ("empty in the first rows"));
  else if (word == NULL)
    text = g_strdup (sample);
  else
    /* Translators: what stands in a column, and how its field was found: "85,50 · found by its
     * name" */
    text = g_strdup_printf (_ ("%1$s · %2$s"), sample, word);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
}

static void
show_choice (IonColumnRow *self, const IonColumnEntry *column)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _ ("Not used"));
  for (guint i = 0; i < self->fields->len; i++)
    {
      const char *field = g_ptr_array_index (self->fields, i);

      gtk_string_list_append (names, ion_column_row_name_field (field));
      if (column->field != NULL && ion_field_name_equal (column->field, field))
        selected = i + 1;
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->drop_down, selected);
  self->is_filling = FALSE;
}

void
ion_column_row_show (IonColumnRow *self,
                     const IonColumnEntry *column,
                     GPtrArray *fields,
                     gboolean reveals)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (ION_IS_COLUMN_ROW (self));

  g_clear_pointer (&self->fields, g_ptr_array_unref);
  self->fields = g_ptr_array_ref (fields);
  /* Translators: a column of a file that has no name: its number */
  title =
      column->has_name ? g_strdup (column->name) : g_strdup_printf (_ ("Column %s"), column->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  /* Translators: %s is a column of the file */
  name = g_strdup_printf (_ ("Field of the column %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  show_subtitle (self, column, reveals);
  show_choice (self, column);
}
