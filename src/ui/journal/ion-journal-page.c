/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Who did what, when, for what purpose.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-journal-page.h"

#include "ion-banner.h"
#include "ion-dialog.h"
#include "ion-format.h"
#include "ion-journal-export.h"
#include "ion-journal-filter-bar.h"
#include "ion-journal-item.h"
#include "ion-journal-model.h"

#include <glib/gi18n-lib.h>

struct _IonJournalPage
{
  IonPage parent_instance;

  IonBanner *banner;               /* (unowned) */
  IonJournalFilterBar *filter_bar; /* (unowned) */
  GtkStack *stack;                 /* (unowned) */
  GtkColumnView *columns;          /* (unowned) */
  GtkListView *rows;               /* (unowned) */
  GtkWidget *export_button;        /* (unowned) */
  IonJournalModel *model;          /* (owned) (nullable) */
  GCancellable *cancellable;       /* (owned): ends with the page */
  GCancellable *finding;           /* (owned) (nullable): the last search */
};

G_DEFINE_FINAL_TYPE (IonJournalPage, ion_journal_page, ION_TYPE_PAGE)

/* What a search brings. */
typedef struct
{
  GArray *ids;   /* (owned) */
  char **people; /* (owned) */
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->ids, g_array_unref);
  g_strfreev (found->people);
  g_free (found);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonJournalPage *self = ION_JOURNAL_PAGE (source);
  g_autoptr (GError) error = NULL;
  Found *found = ion_desk_run_finish (result, &error);
  g_autofree char *count = NULL;
  g_autofree char *subtitle = NULL;
  guint n;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  ion_banner_say_error (self->banner, error);
  if (found == NULL)
    return;
  n = found->ids->len;
  count = ion_format_count (n);
  subtitle = g_strdup_printf (ngettext ("%s operation", "%s operations", n), count);
  ion_page_set_subtitle (ION_PAGE (self), subtitle);
  ion_journal_filter_bar_set_people (self->filter_bar, (const char *const *) found->people);
  ion_journal_model_take_ids (self->model, g_steal_pointer (&found->ids));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "lines" : "empty");
  gtk_widget_set_sensitive (self->export_button, n > 0);
  found_free (found);
}

static gpointer
find (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const IonJournalWish *wish = data;
  IonLedger *ledger = ion_office_get_ledger (office);
  Found *found = g_new0 (Found, 1);

  found->ids = ion_ledger_find_journal_lines (ledger, &wish->filter, cancellable, error);
  if (found->ids != NULL)
    found->people = ion_ledger_list_journal_people (ledger, error);
  if (found->people != NULL)
    return found;
  found_free (found);
  return NULL;
}

static void
find_again (IonJournalPage *self)
{
  if (self->finding != NULL)
    g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  self->finding = g_cancellable_new ();
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, find,
                      ion_journal_filter_bar_get_wish (self->filter_bar),
                      (GDestroyNotify) ion_journal_wish_free, found_free, self->finding, found_cb,
                      NULL);
}

typedef struct
{
  IonJournalWish *wish; /* (owned) */
  char *path;           /* (owned) */
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  ion_journal_wish_free (export->wish);
  g_free (export->path);
  g_free (export);
}

static gpointer
export_lines (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Export *export = data;
  gint64 n =
      ion_office_export_journal (office, &export->wish->filter, export->path, cancellable, error);

  return GINT_TO_POINTER (n >= 0);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonJournalPage *self = ION_JOURNAL_PAGE (source);
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  ion_banner_say_error (self->banner, error);
  if (error != NULL)
    return;
  ion_toast_show (GTK_WIDGET (self), _ ("The operations were exported"));
  find_again (self);
}

static void
file_chosen_cb (GtkWidget *widget, GFile *file, gpointer user_data)
{
  IonJournalPage *self = ION_JOURNAL_PAGE (widget);
  Export *export;

  if (file == NULL)
    return;
  export = g_new0 (Export, 1);
  export->wish = ion_journal_filter_bar_get_wish (self->filter_bar);
  export->path = g_file_get_path (file);
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, export_lines, export, export_free,
                      NULL, self->cancellable, exported_cb, NULL);
}

static void
export_cb (IonJournalPage *self)
{
  ion_dialog_save_file (GTK_WIDGET (self), _ ("Export the operations"),
                        /* Translators: the suggested name of a file */
                        _ ("journal of operations.csv"), file_chosen_cb, NULL);
}

static void
ion_journal_page_shown (IonPage *page)
{
  IonJournalPage *self = ION_JOURNAL_PAGE (page);

  find_again (self);
  ion_journal_filter_bar_focus_search (self->filter_bar);
}

static void
ion_journal_page_constructed (GObject *object)
{
  IonJournalPage *self = ION_JOURNAL_PAGE (object);
  IonOffice *office = ion_page_get_office (ION_PAGE (self));
  g_autoptr (GtkSelectionModel) selection = NULL;

  G_OBJECT_CLASS (ion_journal_page_parent_class)->constructed (object);
  self->model = ion_journal_model_new (ion_office_get_ledger (office));
  selection =
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model))));
  gtk_column_view_set_model (self->columns, selection);
  gtk_list_view_set_model (self->rows, selection);
}

static void
ion_journal_page_dispose (GObject *object)
{
  IonJournalPage *self = ION_JOURNAL_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->finding != NULL)
    g_cancellable_cancel (self->finding);
  G_OBJECT_CLASS (ion_journal_page_parent_class)->dispose (object);
}

static void
ion_journal_page_finalize (GObject *object)
{
  IonJournalPage *self = ION_JOURNAL_PAGE (object);

  g_clear_object (&self->model);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->finding);
  G_OBJECT_CLASS (ion_journal_page_parent_class)->finalize (object);
}

static void
ion_journal_page_class_init (IonJournalPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ion_journal_page_constructed;
  object_class->dispose = ion_journal_page_dispose;
  object_class->finalize = ion_journal_page_finalize;
  ION_PAGE_CLASS (klass)->shown = ion_journal_page_shown;

  g_type_ensure (ION_TYPE_BANNER);
  g_type_ensure (ION_TYPE_JOURNAL_FILTER_BAR);
  g_type_ensure (ION_TYPE_JOURNAL_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/journal/"
                                                             "ion-journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IonJournalPage, banner);
  gtk_widget_class_bind_template_child (widget_class, IonJournalPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, IonJournalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IonJournalPage, columns);
  gtk_widget_class_bind_template_child (widget_class, IonJournalPage, rows);
  gtk_widget_class_bind_template_child (widget_class, IonJournalPage, export_button);
  gtk_widget_class_bind_template_callback (widget_class, find_again);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, ion_journal_filter_bar_clear);
}

static void
ion_journal_page_init (IonJournalPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
