/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The list of issues: Enter in a cell mends it and goes to the next one.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-issue-view.h"

#include "ion-issue-row.h"
#include "ion-rows-window.h"

#include <glib/gi18n-lib.h>

/* Pixels: of a row on a desk, where it is one line; what a narrow window needs more is scrolled. */
#define ROW_HEIGHT 64
#define ROWS_SHOWN 6
#define MARGIN     24

/* A list view makes some two hundred rows as soon as it has them: too many for one frame. */
#define ROWS_AT_ONCE 12

struct _IonIssueView
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled;
  GtkListView *view;

  IonDraftEditor *editor;  /* (owned) (nullable) */
  IonIssueList *list;      /* (owned) (nullable) */
  GtkSliceListModel *seen; /* (owned) (nullable): its beginning, as far as somebody has scrolled */
  guint idle;
};

G_DEFINE_FINAL_TYPE (IonIssueView, ion_issue_view, ADW_TYPE_BIN)

/* Returns: (nullable): the row that shows @position, where there is one */
static IonIssueRow *
find_row (IonIssueView *self, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);
      GtkListItem *item = row != NULL ? g_object_get_data (G_OBJECT (row), "list-item") : NULL;

      if (item != NULL && gtk_list_item_get_item (item) != NULL &&
          gtk_list_item_get_position (item) == position)
        return ION_ISSUE_ROW (row);
    }
  return NULL;
}

static gboolean
show_more_cb (gpointer user_data)
{
  IonIssueView *self = user_data;

  self->idle = 0;
  gtk_slice_list_model_set_size (self->seen,
                                 gtk_slice_list_model_get_size (self->seen) + ROWS_AT_ONCE);
  return G_SOURCE_REMOVE;
}

/* Goes on where the end of what there is comes near. */
static void
scrolled_cb (IonIssueView *self)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double page = gtk_adjustment_get_page_size (place);

  if (self->idle != 0 || self->list == NULL ||
      gtk_slice_list_model_get_size (self->seen) >=
          g_list_model_get_n_items (G_LIST_MODEL (self->list)) ||
      gtk_adjustment_get_value (place) + 2 * page < gtk_adjustment_get_upper (place))
    return;
  self->idle = g_idle_add (show_more_cb, self);
}

static void
go_to_next (IonIssueView *self, guint position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (position++; position < n; position++)
    {
      IonIssueRow *row;

      if (position >= gtk_slice_list_model_get_size (self->seen))
        gtk_slice_list_model_set_size (self->seen, position + ROWS_AT_ONCE);
      gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
      row = find_row (self, position);
      if (row == NULL || ion_issue_row_grab_entry (row))
        return;
    }
}

static void
mended_cb (IonIssueRow *row, const char *value, GtkListItem *list_item)
{
  GtkWidget *widget = gtk_widget_get_ancestor (GTK_WIDGET (row), ION_TYPE_ISSUE_VIEW);
  IonIssueItem *item = ion_issue_row_get_item (row);
  IonIssueView *self;

  if (widget == NULL || item == NULL)
    return;
  self = ION_ISSUE_VIEW (widget);
  ion_draft_mend (ion_draft_editor_get_draft (self->editor), ion_issue_item_get_row (item),
                  ion_issue_item_get_column (item), value);
  go_to_next (self, gtk_list_item_get_position (list_item));
  ion_draft_editor_tell_source (self->editor);
}

static void
around_cb (IonIssueRow *row)
{
  IonIssueView *self =
      ION_ISSUE_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (row), ION_TYPE_ISSUE_VIEW));
  IonIssueItem *item = ion_issue_row_get_item (row);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 i = -1; i <= 1; i++)
    {
      gint64 number = ion_issue_item_get_row (item) + i;

      g_array_append_val (rows, number);
    }
  ion_rows_window_present (GTK_WIDGET (self), self->editor, _ ("The row and those beside it"),
                           ion_issue_item_get_message (item), rows);
}

/* As high as its rows need, up to what leaves room for the rest of the page. */
static void
fit_height (IonIssueView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  gtk_scrolled_window_set_min_content_height (self->scrolled,
                                              (int) MIN (n, ROWS_SHOWN) * ROW_HEIGHT + MARGIN);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, IonIssueView *self)
{
  GtkWidget *row = ion_issue_row_new ();

  g_object_set_data (G_OBJECT (row), "list-item", list_item);
  g_signal_connect (row, "mended", G_CALLBACK (mended_cb), list_item);
  g_signal_connect (row, "around", G_CALLBACK (around_cb), NULL);
  gtk_list_item_set_child (list_item, row);
  /* What is typed in is the entry; the row itself is nothing to stop at. */
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
}

/* Returns: (nullable): what the cell was mended to */
static const char *
find_mend (IonIssueView *self, IonIssueItem *item)
{
  const IonDraft *draft = ion_draft_editor_get_draft (self->editor);

  for (guint i = 0; i < draft->mends->len; i++)
    {
      const IonDraftMend *mend = g_ptr_array_index (draft->mends, i);

      if (mend->row == ion_issue_item_get_row (item) &&
          g_strcmp0 (mend->column, ion_issue_item_get_column (item)) == 0)
        return mend->value;
    }
  return NULL;
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, IonIssueView *self)
{
  IonIssueItem *item = gtk_list_item_get_item (list_item);

  ion_issue_row_set_item (ION_ISSUE_ROW (gtk_list_item_get_child (list_item)), item,
                          find_mend (self, item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, IonIssueView *self)
{
  ion_issue_row_set_item (ION_ISSUE_ROW (gtk_list_item_get_child (list_item)), NULL, NULL);
}

static void
ion_issue_view_dispose (GObject *object)
{
  IonIssueView *self = ION_ISSUE_VIEW (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->seen);
  g_clear_object (&self->list);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (ion_issue_view_parent_class)->dispose (object);
}

static void
ion_issue_view_class_init (IonIssueViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_issue_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-issue-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IonIssueView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, IonIssueView, view);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
ion_issue_view_init (IonIssueView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_issue_view_set_editor (IonIssueView *self, IonDraftEditor *editor)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (ION_IS_ISSUE_VIEW (self));
  g_return_if_fail (self->editor == NULL);

  self->editor = g_object_ref (editor);
  self->list = ion_issue_list_new (editor);
  self->seen = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->list)), 0, ROWS_AT_ONCE);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->seen)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (fit_height), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  fit_height (self);
}

IonIssueList *
ion_issue_view_get_list (IonIssueView *self)
{
  g_return_val_if_fail (ION_IS_ISSUE_VIEW (self), NULL);

  return self->list;
}
