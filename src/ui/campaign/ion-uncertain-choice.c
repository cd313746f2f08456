/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The choice that only a person can make. The two harms stand beside each other: a second identical
 * notice against none at all.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-uncertain-choice.h"

struct _IonUncertainChoice
{
  GtkWidget parent_instance;

  GtkWidget *list;
  GtkCheckButton *sent;
  GtkCheckButton *not_sent;
  GtkCheckButton *again;
};

G_DEFINE_FINAL_TYPE (IonUncertainChoice, ion_uncertain_choice, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
toggled_cb (IonUncertainChoice *self)
{
  g_signal_emit (self, chosen_signal, 0);
}

static void
ion_uncertain_choice_dispose (GObject *object)
{
  g_clear_pointer (&ION_UNCERTAIN_CHOICE (object)->list, gtk_widget_unparent);
  G_OBJECT_CLASS (ion_uncertain_choice_parent_class)->dispose (object);
}

static void
ion_uncertain_choice_class_init (IonUncertainChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_uncertain_choice_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/campaign/"
                                                             "ion-uncertain-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, IonUncertainChoice, list);
  gtk_widget_class_bind_template_child (widget_class, IonUncertainChoice, sent);
  gtk_widget_class_bind_template_child (widget_class, IonUncertainChoice, not_sent);
  gtk_widget_class_bind_template_child (widget_class, IonUncertainChoice, again);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  chosen_signal = g_signal_new ("chosen", ION_TYPE_UNCERTAIN_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
ion_uncertain_choice_init (IonUncertainChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_uncertain_choice_new (void)
{
  return g_object_new (ION_TYPE_UNCERTAIN_CHOICE, NULL);
}

/**
 * ion_uncertain_choice_get:
 * @word: (out)
 *
 * Returns: whether anything is chosen
 */
gboolean
ion_uncertain_choice_get (IonUncertainChoice *self, IonResolve *word)
{
  g_return_val_if_fail (ION_IS_UNCERTAIN_CHOICE (self) && word != NULL, FALSE);

  if (gtk_check_button_get_active (self->sent))
    *word = ION_RESOLVE_SENT;
  else if (gtk_check_button_get_active (self->not_sent))
    *word = ION_RESOLVE_NOT_SENT;
  else if (gtk_check_button_get_active (self->again))
    *word = ION_RESOLVE_RETRY;
  else
    return FALSE;
  return TRUE;
}
