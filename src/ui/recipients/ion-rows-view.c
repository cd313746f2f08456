/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Rows of the source as they stand there.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-rows-view.h"

#include "ion-column-row.h"
#include "ion-format.h"
#include "ion-look-row.h"
#include "ion-person-record.h"

#include <glib/gi18n-lib.h>

#define COLUMNS_MAX 30

struct _IonRowsView
{
  AdwBin parent_instance;

  GtkColumnView *view;

  gboolean reveals;
};

G_DEFINE_FINAL_TYPE (IonRowsView, ion_rows_view, ADW_TYPE_BIN)

/* What a column's cells are made with. */
typedef struct
{
  IonRowsView *view; /* (unowned): it has the column */
  int column;        /* -1: the number of the row */
  gboolean is_code;
} Cell;

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Cell *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), cell->column < 0 ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, "numeric");
  if (cell->column < 0)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_list_item_set_child (item, label);
}

static char *
describe_cell (Cell *cell, IonLookRow *row)
{
  const char *text;

  if (cell->column < 0)
    return ion_format_count (ion_look_row_get_row (row));
  text = ion_look_row_get_cell (row, (guint) cell->column);
  if (cell->view->reveals)
    return g_strdup (text);
  /* A damaged code is still somebody's. */
  return cell->is_code ? ion_fiscal_code_mask (text) : ion_column_row_mask (text);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Cell *cell)
{
  g_autofree char *text = describe_cell (cell, gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
cell_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
add_column (IonRowsView *self, const char *title, int index, gboolean is_code)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);
  Cell *cell = g_new (Cell, 1);

  *cell = (Cell){ self, index, is_code };
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), cell);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), cell, cell_free, 0);
  gtk_column_view_append_column (self->view, column);
}

static void
clear_columns (IonRowsView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static void
add_columns (IonRowsView *self, const IonColumnList *list)
{
  /* A message without fields uses none but the code: then the rows say more as they are. */
  gboolean only_used = FALSE;
  guint n = 0;

  /* Translators: above the numbers of rows */
  add_column (self, _ ("Row"), -1, FALSE);
  for (guint i = 0; list->fields->len > 1 && i < list->columns->len; i++)
    only_used |= ((IonColumnEntry *) g_ptr_array_index (list->columns, i))->field != NULL;
  for (guint i = 0; i < list->columns->len && n < COLUMNS_MAX; i++)
    {
      const IonColumnEntry *column = g_ptr_array_index (list->columns, i);

      if (only_used && column->field == NULL)
        continue;
      add_column (self, column->name, (int) i,
                  column->field != NULL &&
                      ion_field_name_equal (column->field, ION_FIELD_FISCAL_CODE));
      n++;
    }
}

void
ion_rows_view_show (IonRowsView *self,
                    const IonColumnList *columns,
                    GPtrArray *rows,
                    gboolean reveals)
{
  g_autoptr (GListStore) store = g_list_store_new (ION_TYPE_LOOK_ROW);
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (ION_IS_ROWS_VIEW (self));

  self->reveals = reveals;
  gtk_column_view_set_model (self->view, NULL);
  clear_columns (self);
  add_columns (self, columns);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (IonLookRow) row = ion_look_row_new (g_ptr_array_index (rows, i));

      g_list_store_append (store, row);
    }
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (store)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

static void
ion_rows_view_class_init (IonRowsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-rows-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IonRowsView, view);
}

static void
ion_rows_view_init (IonRowsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_rows_view_new (void)
{
  return g_object_new (ION_TYPE_ROWS_VIEW, NULL);
}
