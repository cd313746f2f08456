/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The page of a source that was read: it puts the report, and a look into the source, in front of
 * whoever has to say what they are.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-source-view.h"

#include "ion-columns-view.h"
#include "ion-decisions-view.h"
#include "ion-copy-button.h"
#include "ion-doubt-row.h"
#include "ion-figures-bar.h"
#include "ion-format.h"
#include "ion-groups-view.h"
#include "ion-issue-view.h"
#include "ion-mends-row.h"
#include "ion-recipients-state.h"
#include "ion-rows-view.h"
#include "ion-source-details.h"
#include "ion-source-fault.h"
#include "ion-source-job.h"
#include "ion-wrap-layout.h"

#include <glib/gi18n-lib.h>

struct _IonSourceView
{
  AdwBin parent_instance;

  GtkProgressBar *progress;
  GtkLabel *name;
  GtkLabel *size;
  GtkWidget *details_button;
  IonSourceDetails *details;
  GtkLabel *fault;
  GtkListBox *doubts;
  IonColumnsView *columns;
  GtkWidget *first;
  GtkToggleButton *reveal;
  IonRowsView *rows;
  GtkWidget *found;
  IonFiguresBar *figures;
  IonDecisionsView *decisions;
  IonGroupsView *groups;
  IonIssueView *issues;
  GtkLabel *truncated;
  IonCopyButton *copy;

  IonDraftEditor *editor;    /* (owned) (nullable) */
  IonDraftLook *look;        /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned): of the looks */
};

G_DEFINE_FINAL_TYPE (IonSourceView, ion_source_view, ADW_TYPE_BIN)

static guint change_signal;

static void
change_cb (IonSourceView *self)
{
  g_signal_emit (self, change_signal, 0);
}

static void
filtered_cb (IonSourceView *self)
{
  ion_issue_list_set_filter (ion_issue_view_get_list (self->issues),
                             ion_figures_bar_get_filter (self->figures));
}

static void
chosen_cb (IonGroupsView *groups, const char *code, const char *column, IonSourceView *self)
{
  ion_issue_list_set_kind (ion_issue_view_get_list (self->issues), code, column);
}

static void
show_look (IonSourceView *self)
{
  const gboolean reveals = gtk_toggle_button_get_active (self->reveal);
  g_autoptr (IonColumnList) columns = ion_column_list_new (self->editor, self->look);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reveal),
                               reveals ? _ ("Hide the fiscal codes") : _ ("Show the fiscal codes"));
  ion_columns_view_show (self->columns, self->look, reveals);
  gtk_widget_set_visible (self->first, self->look != NULL && self->look->look->first->len > 0);
  if (self->look != NULL)
    ion_rows_view_show (self->rows, columns, self->look->look->first, reveals);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDraftLook) look = ion_source_look_finish (result, &error);
  IonSourceView *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&self->look, ion_draft_look_free);
  self->look = g_steal_pointer (&look);
  show_look (self);
  ion_source_details_show (self->details, self->look);
  gtk_widget_set_visible (self->details_button, ion_draft_editor_get_draft (self->editor)->source !=
                                                    ION_DRAFT_SOURCE_CAMPAIGN);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) sheets = ion_source_sheets_finish (result, &error);
  IonSourceView *self = user_data;

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ion_source_details_show_sheets (self->details, (const char *const *) sheets);
}

static void
look (IonSourceView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ion_source_look_async (self->editor, self->cancellable, looked_cb, self);
  ion_source_sheets_async (self->editor, self->cancellable, listed_cb, self);
}

static void
show_doubts (IonSourceView *self, const IonImportReport *report)
{
  const gboolean is_other =
      ion_draft_has_foreign_mends (ion_draft_editor_get_draft (self->editor), report);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->doubts))) != NULL)
    gtk_list_box_remove (self->doubts, row);
  if (is_other)
    gtk_list_box_append (self->doubts, ion_mends_row_new (self->editor));
  for (guint i = 0; report != NULL && i < report->doubts->len; i++)
    gtk_list_box_append (self->doubts,
                         ion_doubt_row_new (self->editor, g_ptr_array_index (report->doubts, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->doubts),
                          is_other || (report != NULL && report->doubts->len > 0));
}

static void
show_report (IonSourceView *self, const IonImportReport *report)
{
  g_autofree char *rows = ion_format_count (report->rows);
  g_autofree char *size =
      g_strdup_printf (ngettext ("%s row", "%s rows", (gulong) report->rows), rows);
  g_autofree char *kept = ion_format_count (ION_IMPORT_ISSUES_MAX);
  g_autofree char *truncated = g_strdup_printf (_ ("Only the first %s errors are listed. When they "
                                                   "are corrected the others follow."),
                                                kept);

  gtk_label_set_label (self->size, size);
  ion_figures_bar_show (self->figures, report);
  ion_decisions_view_show (self->decisions, report);
  ion_groups_view_show (self->groups, report);
  gtk_widget_set_visible (GTK_WIDGET (self->issues), report->issues->len > 0);
  gtk_label_set_label (self->truncated, truncated);
  gtk_widget_set_visible (GTK_WIDGET (self->truncated), report->is_truncated);
  gtk_widget_set_visible (GTK_WIDGET (self->copy), report->issues->len > 0);
}

void
ion_source_view_refresh (IonSourceView *self)
{
  const IonImportReport *report;
  const GError *error;
  g_autofree char *name = NULL;

  g_return_if_fail (ION_IS_SOURCE_VIEW (self) && self->editor != NULL);

  report = ion_draft_editor_get_report (self->editor);
  error = ion_draft_editor_get_check_error (self->editor);
  name = ion_recipients_name_source (ion_draft_editor_get_draft (self->editor));
  gtk_label_set_label (self->name, name != NULL ? name : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_label_set_label (self->fault, error != NULL ? ion_source_fault_describe_columns (error) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), error != NULL);
  show_doubts (self, report);
  gtk_widget_set_visible (self->found, report != NULL);
  if (report != NULL)
    show_report (self, report);
  else
    gtk_label_set_label (self->size, _ ("The columns have to be chosen first"));
  look (self);
}

void
ion_source_view_set_progress (IonSourceView *self, double fraction)
{
  g_return_if_fail (ION_IS_SOURCE_VIEW (self));

  gtk_widget_set_opacity (GTK_WIDGET (self->progress), fraction > -2 ? 1 : 0);
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
ion_source_view_dispose (GObject *object)
{
  IonSourceView *self = ION_SOURCE_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->look, ion_draft_look_free);
  G_OBJECT_CLASS (ion_source_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IonSourceView, progress);
  gtk_widget_class_bind_template_child (widget_class, IonSourceView, name);
  gtk_widget_class_bind_template_child (widget_class, IonSourceView, size);
  gtk_widget_class_bind_template_child (widget_class, IonSourceView, details_button);
  gtk_widget_class_bind_template_child (widget_class, IonSourceView, details);
  gtk_widget_class_bind_template_child (widget_class, IonSourceView, fault);
  gtk_widget_class_bind_template_child (widget_class, IonSourceView, doubts);
  gtk_widget_class_bind_template_child (widget_class, IonSourceView, columns);
  gtk_widget_class_bind_template_child (widget_class, IonSourceView, first);
  gtk_widget_class_bind_template_child (widget_class, IonSourceView, reveal);
  gtk_widget_class_bind_template_child (widget_class, IonSourceView, rows);
  gtk_widget_class_bind_template_child (widget_class, IonSourceView, found);
  gtk_widget_class_bind_template_child (widget_class, IonSourceView, figures);
  gtk_widget_class_bind_template_child (widget_class, IonSourceView, decisions);
  gtk_widget_class_bind_template_child (widget_class, IonSourceView, groups);
  gtk_widget_class_bind_template_child (widget_class, IonSourceView, issues);
  gtk_widget_class_bind_template_child (widget_class, IonSourceView, truncated);
  gtk_widget_class_bind_template_child (widget_class, IonSourceView, copy);
}

static void
ion_source_view_class_init (IonSourceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_source_view_dispose;

  change_signal = g_signal_new ("change", ION_TYPE_SOURCE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (ION_TYPE_COPY_BUTTON);
  g_type_ensure (ION_TYPE_WRAP_LAYOUT);
  g_type_ensure (ION_TYPE_SOURCE_DETAILS);
  g_type_ensure (ION_TYPE_COLUMNS_VIEW);
  g_type_ensure (ION_TYPE_ROWS_VIEW);
  g_type_ensure (ION_TYPE_FIGURES_BAR);
  g_type_ensure (ION_TYPE_DECISIONS_VIEW);
  g_type_ensure (ION_TYPE_GROUPS_VIEW);
  g_type_ensure (ION_TYPE_ISSUE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-source-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, filtered_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_look);
}

static void
ion_source_view_init (IonSourceView *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_source_view_set_editor (IonSourceView *self, IonDraftEditor *editor)
{
  g_return_if_fail (ION_IS_SOURCE_VIEW (self));
  g_return_if_fail (self->editor == NULL);

  self->editor = g_object_ref (editor);
  ion_source_details_set_editor (self->details, editor);
  ion_columns_view_set_editor (self->columns, editor);
  ion_decisions_view_set_editor (self->decisions, editor);
  ion_groups_view_set_editor (self->groups, editor);
  ion_issue_view_set_editor (self->issues, editor);
  ion_copy_button_set_editor (self->copy, editor);
}
