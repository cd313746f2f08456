/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Who has seen one message arrive on the own phone trusts the rest.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-test-step.h"

#include "ion-code-hint.h"

#include <glib/gi18n-lib.h>

struct _IonTestStep
{
  IonWelcomeStep parent_instance;

  GtkEditable *code; /* (unowned) */
  GtkLabel *hint;    /* (unowned) */
  GtkWidget *fields; /* (unowned) */
  GtkWidget *sent;   /* (unowned) */
  GtkLabel *outcome; /* (unowned) */
  gboolean is_sent;
};

G_DEFINE_FINAL_TYPE (IonTestStep, ion_test_step, ION_TYPE_WELCOME_STEP)

static void
changed_cb (IonTestStep *self)
{
  g_autofree char *sentence = NULL;
  IonCodeHint hint = ion_code_hint (gtk_editable_get_text (self->code), &sentence);

  gtk_label_set_label (self->hint, *sentence != '\0' ? sentence : " ");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->code), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence, -1);
  ion_welcome_step_set_ready (ION_WELCOME_STEP (self), self->is_sent ||
                                                           hint == ION_CODE_HINT_GOOD ||
                                                           hint == ION_CODE_HINT_DOUBTFUL);
}

static void
activated_cb (IonTestStep *self)
{
  ion_welcome_step_go_on (ION_WELCOME_STEP (self));
}

static void
ion_test_step_begin (IonWelcomeStep *step)
{
  gtk_widget_grab_focus (GTK_WIDGET (ION_TEST_STEP (step)->code));
}

static void
ion_test_step_class_init (IonTestStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ION_WELCOME_STEP_CLASS (klass)->begin = ion_test_step_begin;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/welcome/ion-test-step.ui");
  gtk_widget_class_bind_template_child (widget_class, IonTestStep, code);
  gtk_widget_class_bind_template_child (widget_class, IonTestStep, hint);
  gtk_widget_class_bind_template_child (widget_class, IonTestStep, fields);
  gtk_widget_class_bind_template_child (widget_class, IonTestStep, sent);
  gtk_widget_class_bind_template_child (widget_class, IonTestStep, outcome);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
ion_test_step_init (IonTestStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  changed_cb (self);
}

const char *
ion_test_step_get_code (IonTestStep *self)
{
  g_return_val_if_fail (ION_IS_TEST_STEP (self), NULL);

  return gtk_editable_get_text (self->code);
}

void
ion_test_step_set_sent (IonTestStep *self, const char *sentence)
{
  g_return_if_fail (ION_IS_TEST_STEP (self));

  self->is_sent = TRUE;
  gtk_editable_set_text (self->code, "");
  gtk_widget_set_visible (self->fields, FALSE);
  gtk_widget_set_visible (self->sent, TRUE);
  gtk_label_set_label (self->outcome, sentence);
  g_object_set (self, "verb", _ ("_Begin"), "skip-verb", "", NULL);
  ion_welcome_step_set_ready (ION_WELCOME_STEP (self), TRUE);
}

gboolean
ion_test_step_is_sent (IonTestStep *self)
{
  g_return_val_if_fail (ION_IS_TEST_STEP (self), FALSE);

  return self->is_sent;
}
