/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A doubt about the whole file. Nothing is sent while one stands: a person says that it is right.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-doubt-row.h"

#include "ion-rows-window.h"
#include "ion-source-change.h"
#include "ion-wrap-layout.h"

#include <glib/gi18n-lib.h>

#define EXAMPLES 8

struct _IonDoubtRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *message;
  GtkLabel *decision;
  GtkWidget *compare;
  GtkButton *accept;

  IonDraftEditor *editor; /* (owned) */
  char *code;             /* (owned) */
  GArray *rows;           /* (owned) (element-type gint64): examples */
};

G_DEFINE_FINAL_TYPE (IonDoubtRow, ion_doubt_row, GTK_TYPE_LIST_BOX_ROW)

gboolean
ion_doubt_row_is_accepted (const IonDraft *draft, const char *code)
{
  return draft->accepted_doubts != NULL &&
         g_strv_contains ((const char *const *) draft->accepted_doubts, code);
}

static void
compare_cb (IonDoubtRow *self)
{
  ion_rows_window_present (GTK_WIDGET (self), self->editor, _ ("Examples"),
                           gtk_label_get_label (self->message), self->rows);
}

static void show (IonDoubtRow *self);

static void
accept_cb (IonDoubtRow *self)
{
  IonDraft *draft = ion_draft_editor_get_draft (self->editor);
  const gboolean was_accepted = ion_doubt_row_is_accepted (draft, self->code);

  draft->accepted_doubts = ion_source_words_set (draft->accepted_doubts, self->code, !was_accepted);
  show (self);
  ion_draft_editor_tell_source (self->editor);
}

static void
show (IonDoubtRow *self)
{
  const gboolean accepted =
      ion_doubt_row_is_accepted (ion_draft_editor_get_draft (self->editor), self->code);

  gtk_image_set_from_icon_name (self->icon,
                                accepted ? "ion-check-symbolic" : "ion-warning-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accepted ? _ ("Settled") : _ ("To be settled"), -1);
  if (accepted)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "warning");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "warning");
  gtk_label_set_label (self->decision,
                       accepted ? _ ("Accepted: it is written in the register of operations.")
                                : _ ("Until this is settled nothing can be sent."));
  gtk_button_set_label (self->accept, accepted ? _ ("Doubt again") : _ ("It is right so"));
}

/* The issues that a doubt sums up, by their codes. */
static const char *
find_issue_code (const char *doubt)
{
  static const char *const pairs[][2] = {
    { "names-do-not-match", "name-does-not-match" },
    { "notice-on-different-people", "notice-number-shared" },
    { "amounts-far-apart", "amount-far-from-neighbours" },
    { "dates-month-first", "date-month-first" },
    { "due-dates-past", "due-date-past" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      if (g_str_equal (doubt, pairs[i][0]))
        return pairs[i][1];
    }
  return NULL;
}

/* Spread over the file: the first ones may all be of one kind. */
static void
choose_examples (IonDoubtRow *self)
{
  const IonImportReport *report = ion_draft_editor_get_report (self->editor);
  const char *code = find_issue_code (self->code);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; code != NULL && report != NULL && i < report->issues->len; i++)
    {
      const IonIssue *issue = g_ptr_array_index (report->issues, i);

      if (g_str_equal (issue->code, code))
        g_array_append_val (all, issue->row);
    }
  for (guint i = 0; i < EXAMPLES && all->len > 0; i++)
    {
      guint at = all->len <= EXAMPLES ? i : i * all->len / EXAMPLES;

      if (at < all->len)
        g_array_append_val (self->rows, g_array_index (all, gint64, at));
    }
}

static void
ion_doubt_row_finalize (GObject *object)
{
  IonDoubtRow *self = ION_DOUBT_ROW (object);

  g_clear_object (&self->editor);
  g_free (self->code);
  g_array_unref (self->rows);
  G_OBJECT_CLASS (ion_doubt_row_parent_class)->finalize (object);
}

static void
ion_doubt_row_class_init (IonDoubtRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ion_doubt_row_finalize;

  g_type_ensure (ION_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-doubt-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IonDoubtRow, icon);
  gtk_widget_class_bind_template_child (widget_class, IonDoubtRow, message);
  gtk_widget_class_bind_template_child (widget_class, IonDoubtRow, decision);
  gtk_widget_class_bind_template_child (widget_class, IonDoubtRow, compare);
  gtk_widget_class_bind_template_child (widget_class, IonDoubtRow, accept);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
ion_doubt_row_init (IonDoubtRow *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_doubt_row_new (IonDraftEditor *editor, const IonDoubt *doubt)
{
  IonDoubtRow *self = g_object_new (ION_TYPE_DOUBT_ROW, NULL);

  self->editor = g_object_ref (editor);
  self->code = g_strdup (doubt->code);
  gtk_label_set_label (self->message, doubt->message);
  choose_examples (self);
  gtk_widget_set_visible (self->compare, self->rows->len > 0);
  show (self);
  return GTK_WIDGET (self);
}

const char *
ion_doubt_row_get_code (IonDoubtRow *self)
{
  g_return_val_if_fail (ION_IS_DOUBT_ROW (self), NULL);

  return self->code;
}
