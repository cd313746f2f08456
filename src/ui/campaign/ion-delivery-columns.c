/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The columns of the table of deliveries.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-delivery-columns.h"

#include "ion-delivery-cell.h"
#include "ion-ui-watch.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *title;
  int width;
  gboolean expands;
} Column;

/* By IonDeliveryCellKind. */
static const Column columns[] = {
  [ION_DELIVERY_CELL_ROW] = { N_ ("Row"), 84, FALSE },
  [ION_DELIVERY_CELL_CODE] = { N_ ("Fiscal code"), 176, FALSE },
  [ION_DELIVERY_CELL_STATE] = { N_ ("State"), 208, FALSE },
  [ION_DELIVERY_CELL_WHEN] = { N_ ("When"), 132, FALSE },
  [ION_DELIVERY_CELL_CAUSE] = { N_ ("Cause"), -1, TRUE },
  [ION_DELIVERY_CELL_COMPACT] = { N_ ("Messages"), -1, TRUE },
};

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer kind)
{
  ion_ui_watch_begin (ION_UI_SPAN_CELL);
  gtk_list_item_set_child (item, ion_delivery_cell_new (GPOINTER_TO_INT (kind)));
  ion_ui_watch_end (ION_UI_SPAN_CELL);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer kind)
{
  ion_ui_watch_begin (ION_UI_SPAN_CELL);
  ion_delivery_cell_set_item (ION_DELIVERY_CELL (gtk_list_item_get_child (item)),
                              gtk_list_item_get_item (item));
  ion_ui_watch_end (ION_UI_SPAN_CELL);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer kind)
{
  ion_delivery_cell_set_item (ION_DELIVERY_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
add_column (GtkColumnView *view, int kind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (kind));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (kind));
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), GINT_TO_POINTER (kind));
  column = gtk_column_view_column_new (_ (columns[kind].title), factory);
  gtk_column_view_column_set_fixed_width (column, columns[kind].width);
  gtk_column_view_column_set_expand (column, columns[kind].expands);
  gtk_column_view_column_set_resizable (column, kind != ION_DELIVERY_CELL_COMPACT);
  gtk_column_view_append_column (view, column);
}

/* Others rather than hidden ones: those would keep their share of the room. */
void
ion_delivery_columns_set_narrow (GtkColumnView *view, gboolean is_narrow)
{
  GListModel *list = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (list) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, 0);

      gtk_column_view_remove_column (view, column);
    }
  for (int kind = 0; kind < (int) G_N_ELEMENTS (columns); kind++)
    if ((kind == ION_DELIVERY_CELL_COMPACT) == is_narrow)
      add_column (view, kind);
}
