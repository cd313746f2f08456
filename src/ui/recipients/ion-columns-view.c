/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The columns in an expander: where all were found by themselves nobody needs to look, and where
 * one is missing it opens.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-columns-view.h"

#include "ion-column-row.h"
#include "ion-format.h"

#include <glib/gi18n-lib.h>

#define COLUMNS_MAX 200 /* shown; a table has up to 1,024 */
#define AT_ONCE     6   /* rows made in one go */

struct _IonColumnsView
{
  AdwBin parent_instance;

  AdwExpanderRow *columns;

  IonDraftEditor *editor; /* (owned) (nullable) */
  IonColumnList *list;    /* (owned) (nullable) */
  gboolean reveals;
  GPtrArray *rows;    /* (owned) (element-type IonColumnRow) */
  GPtrArray *entries; /* (owned) (element-type AdwEntryRow): of fields without a column */
  guint idle;
  gboolean was_shown;
};

G_DEFINE_FINAL_TYPE (IonColumnsView, ion_columns_view, ADW_TYPE_BIN)

static void
chosen_cb (IonColumnRow *row, const char *field, IonColumnsView *self)
{
  guint index;

  if (self->list == NULL || !g_ptr_array_find (self->rows, row, &index) ||
      index >= self->list->columns->len)
    return;
  ion_column_list_choose (self->editor, g_ptr_array_index (self->list->columns, index), field);
}

static void
apply_cb (AdwEntryRow *row, IonColumnsView *self)
{
  const char *field = g_object_get_data (G_OBJECT (row), "field");

  ion_column_list_set_constant (self->editor, field, gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
remove_from (IonColumnsView *self, GPtrArray *rows, guint n_left)
{
  while (rows->len > n_left)
    {
      adw_expander_row_remove (self->columns, g_ptr_array_index (rows, rows->len - 1));
      g_ptr_array_set_size (rows, (int) rows->len - 1);
    }
}

static void
add_entry (IonColumnsView *self, const IonFieldEntry *field)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *title = NULL;

  title = field->may_miss
              /* Translators: %s is a field of the message that no column of the file fills */
              ? g_strdup_printf (_ ("%s, the same for everybody (may stay empty)"), field->name)
              /* Translators: %s is a field of the message that no column of the file fills */
              : g_strdup_printf (_ ("%s, the same for everybody"), field->name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), field->constant != NULL ? field->constant : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "field", g_strdup (field->name), g_free);
  if (!field->may_miss && (field->constant == NULL || *field->constant == '\0'))
    gtk_widget_add_css_class (row, "error");
  g_signal_connect_object (row, "apply", G_CALLBACK (apply_cb), self, 0);
  adw_expander_row_add_row (self->columns, row);
  g_ptr_array_add (self->entries, g_object_ref (row));
}

/* Entries stay as they are where the fields are the same: somebody may be typing. */
static gboolean
are_entries_right (IonColumnsView *self)
{
  if (self->entries->len != self->list->missing->len)
    return FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const IonFieldEntry *field = g_ptr_array_index (self->list->missing, i);
      GtkWidget *row = g_ptr_array_index (self->entries, i);
      const gboolean is_empty = field->constant == NULL || *field->constant == '\0';

      if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "field"), field->name) != 0)
        return FALSE;
      if (!field->may_miss && is_empty)
        gtk_widget_add_css_class (row, "error");
      else
        gtk_widget_remove_css_class (row, "error");
    }
  return TRUE;
}

static void
show_rows (IonColumnsView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    ion_column_row_show (g_ptr_array_index (self->rows, i),
                         g_ptr_array_index (self->list->columns, i), self->list->fields,
                         self->reveals);
}

static void
add_row (IonColumnsView *self)
{
  GtkWidget *row = ion_column_row_new ();

  ion_column_row_show (ION_COLUMN_ROW (row),
                       g_ptr_array_index (self->list->columns, self->rows->len), self->list->fields,
                       self->reveals);
  g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, 0);
  adw_expander_row_add_row (self->columns, row);
  g_ptr_array_add (self->rows, g_object_ref (row));
}

static guint
count_wanted (IonColumnsView *self)
{
  return MIN (self->list->columns->len, COLUMNS_MAX);
}

static gboolean
add_rows_cb (gpointer user_data)
{
  IonColumnsView *self = user_data;

  for (guint i = 0; i < AT_ONCE && self->rows->len < count_wanted (self); i++)
    add_row (self);
  if (self->rows->len < count_wanted (self))
    return G_SOURCE_CONTINUE;
  for (guint i = 0; i < self->list->missing->len; i++)
    add_entry (self, g_ptr_array_index (self->list->missing, i));
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static guint
count_used (IonColumnsView *self, gboolean *is_certain)
{
  guint n = 0;

  *is_certain = TRUE;
  for (guint i = 0; i < self->list->columns->len; i++)
    {
      const IonColumnEntry *column = g_ptr_array_index (self->list->columns, i);

      n += column->field != NULL;
      if (column->word == ION_MAPPING_WORD_CONTENT)
        *is_certain = FALSE;
    }
  for (guint i = 0; i < self->list->missing->len; i++)
    {
      const IonFieldEntry *field = g_ptr_array_index (self->list->missing, i);

      if (!field->may_miss)
        *is_certain = FALSE;
    }
  return n;
}

static void
show_summary (IonColumnsView *self)
{
  gboolean is_certain;
  guint n = count_used (self, &is_certain);
  g_autofree char *used = ion_format_count (n);
  g_autofree char *all = ion_format_count (self->list->columns->len);
  /* Translators: how many columns of the file are used, and how many there are */
  g_autofree char *text =
      g_strdup_printf (ngettext ("%1$s column of %2$s is used; the others are not stored",
                                 "%1$s columns of %2$s are used; the others are not stored", n),
                       used, all);

  adw_expander_row_set_subtitle (self->columns, text);
  if (!self->was_shown || ion_draft_editor_get_report (self->editor) == NULL)
    adw_expander_row_set_expanded (self->columns, !is_certain || ion_draft_editor_get_report (
                                                                     self->editor) == NULL);
  self->was_shown = TRUE;
}

void
ion_columns_view_show (IonColumnsView *self, const IonDraftLook *look, gboolean reveals)
{
  g_return_if_fail (ION_IS_COLUMNS_VIEW (self) && self->editor != NULL);

  g_clear_pointer (&self->list, ion_column_list_free);
  self->list = ion_column_list_new (self->editor, look);
  self->reveals = reveals;
  remove_from (self, self->rows, count_wanted (self));
  show_rows (self);
  show_summary (self);
  if (self->rows->len == count_wanted (self) && are_entries_right (self))
    return;
  remove_from (self, self->entries, 0);
  if (self->idle == 0)
    self->idle = g_idle_add (add_rows_cb, self);
}

static void
ion_columns_view_dispose (GObject *object)
{
  IonColumnsView *self = ION_COLUMNS_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->list, ion_column_list_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (ion_columns_view_parent_class)->dispose (object);
}

static void
ion_columns_view_class_init (IonColumnsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_columns_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-columns-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IonColumnsView, columns);
}

static void
ion_columns_view_init (IonColumnsView *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_columns_view_set_editor (IonColumnsView *self, IonDraftEditor *editor)
{
  g_return_if_fail (ION_IS_COLUMNS_VIEW (self));

  g_set_object (&self->editor, editor);
}
