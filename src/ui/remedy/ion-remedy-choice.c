/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Three things can have gone wrong; each has its own way out, and the first needs words.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-remedy-choice.h"

#include "ion-format.h"
#include "ion-plain-text.h"

#include <glib/gi18n-lib.h>

struct _IonRemedyChoice
{
  AdwBin parent_instance;

  GtkCheckButton *text_button;   /* (unowned) */
  GtkCheckButton *people_button; /* (unowned) */
  GtkCheckButton *list_button;   /* (unowned) */
  AdwActionRow *text_row;        /* (unowned) */
  GtkTextBuffer *words;          /* (unowned) */
  AdwActionRow *uncertain_row;   /* (unowned) */
  GtkWidget *uncertain_group;    /* (unowned) */
  GtkSwitch *uncertain_switch;   /* (unowned) */
  gint64 n_uncertain;
};

G_DEFINE_FINAL_TYPE (IonRemedyChoice, ion_remedy_choice, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_uncertain (IonRemedyChoice *self)
{
  gtk_widget_set_visible (self->uncertain_group,
                          self->n_uncertain > 0 && !ion_remedy_choice_is_list (self));
}

static void
changed_cb (IonRemedyChoice *self)
{
  show_uncertain (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ion_remedy_choice_class_init (IonRemedyChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/remedy/"
                                                             "ion-remedy-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, IonRemedyChoice, text_button);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyChoice, people_button);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyChoice, list_button);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyChoice, text_row);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyChoice, words);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyChoice, uncertain_row);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyChoice, uncertain_group);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyChoice, uncertain_switch);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
ion_remedy_choice_init (IonRemedyChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_remedy_choice_show (IonRemedyChoice *self, const IonRemedy *remedy)
{
  g_autofree char *count = ion_format_count (remedy->may_have_it);
  g_autofree char *subject = ion_plain_text_from_subject (remedy->campaign->template_->main);
  g_autofree char *title = g_strdup_printf ("Errata corrige: %s", subject);
  g_autofree char *uncertain =
      g_strdup_printf (ngettext ("Also for %s person whose outcome is unknown",
                                 "Also for %s people whose outcome is unknown",
                                 (gulong) remedy->may_have_it),
                       count);

  g_return_if_fail (ION_IS_REMEDY_CHOICE (self));

  adw_action_row_set_subtitle (self->text_row, title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->uncertain_row), uncertain);
  self->n_uncertain = remedy->may_have_it;
  show_uncertain (self);
}

gboolean
ion_remedy_choice_is_list (IonRemedyChoice *self)
{
  return gtk_check_button_get_active (self->list_button);
}

IonRemedyKind
ion_remedy_choice_get_kind (IonRemedyChoice *self)
{
  return gtk_check_button_get_active (self->people_button) ? ION_REMEDY_WRONG_PEOPLE
                                                           : ION_REMEDY_WRONG_TEXT;
}

char *
ion_remedy_choice_get_words (IonRemedyChoice *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->words, &start, &end);
  return gtk_text_buffer_get_text (self->words, &start, &end, FALSE);
}

gboolean
ion_remedy_choice_wants_uncertain (IonRemedyChoice *self)
{
  return self->n_uncertain > 0 && !ion_remedy_choice_is_list (self) &&
         gtk_switch_get_active (self->uncertain_switch);
}

gboolean
ion_remedy_choice_is_complete (IonRemedyChoice *self)
{
  g_autofree char *words = ion_remedy_choice_get_words (self);

  return !gtk_check_button_get_active (self->text_button) || g_strstrip (words)[0] != '\0';
}
