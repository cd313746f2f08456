/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Decisions about rows, each as a switch that says what happens to them.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-decisions-view.h"

#include "ion-format.h"

#include <glib/gi18n-lib.h>

struct _IonDecisionsView
{
  AdwBin parent_instance;

  AdwActionRow *duplicates_row;
  GtkSwitch *duplicates;
  AdwActionRow *invalid_row;
  GtkSwitch *invalid;
  AdwActionRow *held_row;
  GtkSwitch *held;
  AdwActionRow *mends_row;

  IonDraftEditor *editor; /* (owned) (nullable) */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (IonDecisionsView, ion_decisions_view, ADW_TYPE_BIN)

static void
duplicates_cb (IonDecisionsView *self)
{
  if (self->is_filling)
    return;
  ion_draft_editor_get_draft (self->editor)->keep_first = gtk_switch_get_active (self->duplicates);
  ion_draft_editor_tell_source (self->editor);
}

static void
invalid_cb (IonDecisionsView *self)
{
  if (self->is_filling)
    return;
  ion_draft_editor_get_draft (self->editor)->valid_only = gtk_switch_get_active (self->invalid);
  ion_draft_editor_tell_source (self->editor);
}

static void
held_cb (IonDecisionsView *self)
{
  if (self->is_filling)
    return;
  ion_draft_editor_get_draft (self->editor)->include_held = gtk_switch_get_active (self->held);
  ion_draft_editor_tell_source (self->editor);
}

static void
take_back_cb (IonDecisionsView *self)
{
  IonDraft *draft = ion_draft_editor_get_draft (self->editor);
  const IonDraftMend *mend;
  g_autofree char *column = NULL;

  if (draft->mends->len == 0)
    return;
  mend = g_ptr_array_index (draft->mends, draft->mends->len - 1);
  column = g_strdup (mend->column);
  ion_draft_mend (draft, mend->row, column, NULL);
  ion_draft_editor_tell_source (self->editor);
}

static void
show_duplicates (IonDecisionsView *self, const IonDraft *draft, gint64 n)
{
  g_autofree char *count = ion_format_count (n);
  g_autofree char *text = g_strdup_printf (ngettext ("%s row is about somebody who came before. It "
                                                     "stays on the campaign’s page.",
                                                     "%s rows are about people who came before. "
                                                     "They stay on the campaign’s page.",
                                                     (gulong) n),
                                           count);

  gtk_widget_set_visible (GTK_WIDGET (self->duplicates_row), n > 0);
  adw_action_row_set_subtitle (self->duplicates_row, text);
  gtk_switch_set_active (self->duplicates, draft->keep_first || draft->valid_only);
  /* Who leaves out what cannot be sent has said so of duplicates too. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->duplicates), !draft->valid_only);
}

static void
show_invalid (IonDecisionsView *self, const IonDraft *draft, gint64 n)
{
  g_autofree char *count = ion_format_count (n);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%s person gets nothing. The row stays on the campaign’s page, "
                                 "with what is wrong.",
                                 "%s people get nothing. The rows stay on the campaign’s page, "
                                 "each with what is wrong.",
                                 (gulong) n),
                       count);

  gtk_widget_set_visible (GTK_WIDGET (self->invalid_row), n > 0);
  adw_action_row_set_subtitle (self->invalid_row, text);
  gtk_switch_set_active (self->invalid, draft->valid_only);
}

static void
show_held (IonDecisionsView *self, const IonDraft *draft, gint64 n)
{
  g_autofree char *count = ion_format_count (n);
  g_autofree char *text =
      g_strdup_printf (draft->include_held ? ngettext ("%s person gets a second message with the "
                                                       "same notice number.",
                                                       "%s people get a second message with the "
                                                       "same notice number.",
                                                       (gulong) n)
                                           : ngettext ("%s person has a message with the same "
                                                       "notice number and is left out.",
                                                       "%s people have a message with the same "
                                                       "notice number and are left out.",
                                                       (gulong) n),
                       count);

  gtk_widget_set_visible (GTK_WIDGET (self->held_row), n > 0);
  adw_action_row_set_subtitle (self->held_row, text);
  gtk_switch_set_active (self->held, draft->include_held);
}

static void
show_mends (IonDecisionsView *self, guint n)
{
  g_autofree char *count = ion_format_count (n);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%s cell corrected here", "%s cells corrected here", n), count);

  gtk_widget_set_visible (GTK_WIDGET (self->mends_row), n > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->mends_row), text);
}

void
ion_decisions_view_show (IonDecisionsView *self, const IonImportReport *report)
{
  const IonDraft *draft;

  g_return_if_fail (ION_IS_DECISIONS_VIEW (self) && self->editor != NULL);

  draft = ion_draft_editor_get_draft (self->editor);
  self->is_filling = TRUE;
  show_duplicates (self, draft, report->duplicates);
  show_invalid (self, draft, report->invalid);
  show_held (self, draft, report->held);
  show_mends (self, draft->mends->len);
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), report->duplicates > 0 || report->invalid > 0 ||
                                                 report->held > 0 || draft->mends->len > 0);
}

static void
ion_decisions_view_dispose (GObject *object)
{
  g_clear_object (&ION_DECISIONS_VIEW (object)->editor);
  G_OBJECT_CLASS (ion_decisions_view_parent_class)->dispose (object);
}

static void
ion_decisions_view_class_init (IonDecisionsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_decisions_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-decisions-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IonDecisionsView, duplicates_row);
  gtk_widget_class_bind_template_child (widget_class, IonDecisionsView, duplicates);
  gtk_widget_class_bind_template_child (widget_class, IonDecisionsView, invalid_row);
  gtk_widget_class_bind_template_child (widget_class, IonDecisionsView, invalid);
  gtk_widget_class_bind_template_child (widget_class, IonDecisionsView, held_row);
  gtk_widget_class_bind_template_child (widget_class, IonDecisionsView, held);
  gtk_widget_class_bind_template_child (widget_class, IonDecisionsView, mends_row);
  gtk_widget_class_bind_template_callback (widget_class, duplicates_cb);
  gtk_widget_class_bind_template_callback (widget_class, invalid_cb);
  gtk_widget_class_bind_template_callback (widget_class, held_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_back_cb);
}

static void
ion_decisions_view_init (IonDecisionsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_decisions_view_set_editor (IonDecisionsView *self, IonDraftEditor *editor)
{
  g_return_if_fail (ION_IS_DECISIONS_VIEW (self));

  g_set_object (&self->editor, editor);
}
