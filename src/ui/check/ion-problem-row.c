/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Rows refused for one reason, one after the other on the phone.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-problem-row.h"

#include "ion-number.h"

#include <glib/gi18n-lib.h>

#define NAMED_MAX 5

struct _IonProblemRow
{
  AdwActionRow parent_instance;

  IonDraftEditor *editor; /* (owned) */
  gint64 rows[20];
  guint n_rows;
  guint next;
};

G_DEFINE_FINAL_TYPE (IonProblemRow, ion_problem_row, ADW_TYPE_ACTION_ROW)

static void
next_cb (IonProblemRow *self)
{
  if (self->n_rows == 0)
    return;
  ion_draft_editor_show_row (self->editor, self->rows[self->next]);
  self->next = (self->next + 1) % self->n_rows;
}

static void
ion_problem_row_dispose (GObject *object)
{
  g_clear_object (&ION_PROBLEM_ROW (object)->editor);
  G_OBJECT_CLASS (ion_problem_row_parent_class)->dispose (object);
}

static void
ion_problem_row_class_init (IonProblemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_problem_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/check/ion-problem-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
ion_problem_row_init (IonProblemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "4, 17, 20, …" */
static char *
list_rows (const IonCampaignProblem *problem, guint n_rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_rows && i < NAMED_MAX; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", ion_number (problem->rows[i]).text);
  if (problem->count > NAMED_MAX)
    g_string_append (text, ", …");
  return g_string_free (text, FALSE);
}

GtkWidget *
ion_problem_row_new (IonDraftEditor *editor, const IonCampaignProblem *problem)
{
  IonProblemRow *self = g_object_new (ION_TYPE_PROBLEM_ROW, "title", problem->message, NULL);
  g_autofree char *rows = NULL;
  g_autofree char *words = NULL;

  self->editor = g_object_ref (editor);
  self->n_rows = (guint) MIN (problem->count, (gint64) G_N_ELEMENTS (self->rows));
  memcpy (self->rows, problem->rows, sizeof self->rows);
  rows = list_rows (problem, self->n_rows);
  words = g_strdup_printf (ngettext ("%1$s row: %2$s", "%1$s rows: %2$s", (gulong) problem->count),
                           ion_number (problem->count).text, rows);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  return GTK_WIDGET (self);
}
