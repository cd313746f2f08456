/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The first step: who writes to the citizens.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-office-step.h"

#include "ion-organization-code.h"

#include <string.h>

struct _IonOfficeStep
{
  IonWelcomeStep parent_instance;

  GtkEditable *name; /* (unowned) */
  GtkEditable *code; /* (unowned) */
  GtkLabel *hint;    /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonOfficeStep, ion_office_step, ION_TYPE_WELCOME_STEP)

static gboolean
has_name (IonOfficeStep *self)
{
  const char *name = gtk_editable_get_text (self->name);

  return name[strspn (name, " \t")] != '\0';
}

static void
changed_cb (IonOfficeStep *self)
{
  char code[ION_ORGANIZATION_CODE_LENGTH + 1];
  g_autoptr (GError) error = NULL;
  const char *typed = gtk_editable_get_text (self->code);
  gboolean is_code = ion_organization_code_parse (typed, code, &error);
  /* Nobody is told that it is wrong before it is whole. */
  gboolean is_wrong = !is_code && strlen (typed) >= ION_ORGANIZATION_CODE_LENGTH;

  gtk_label_set_label (self->hint, is_wrong ? error->message : " ");
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->code), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->code), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->code), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  is_wrong ? error->message : "", -1);
  ion_welcome_step_set_ready (ION_WELCOME_STEP (self), is_code && has_name (self));
}

static void
activated_cb (IonOfficeStep *self)
{
  ion_welcome_step_go_on (ION_WELCOME_STEP (self));
}

static void
ion_office_step_begin (IonWelcomeStep *step)
{
  gtk_widget_grab_focus (GTK_WIDGET (ION_OFFICE_STEP (step)->name));
}

static void
ion_office_step_class_init (IonOfficeStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ION_WELCOME_STEP_CLASS (klass)->begin = ion_office_step_begin;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/welcome/ion-office-step.ui");
  gtk_widget_class_bind_template_child (widget_class, IonOfficeStep, name);
  gtk_widget_class_bind_template_child (widget_class, IonOfficeStep, code);
  gtk_widget_class_bind_template_child (widget_class, IonOfficeStep, hint);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
ion_office_step_init (IonOfficeStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  changed_cb (self);
}

const char *
ion_office_step_get_name (IonOfficeStep *self)
{
  g_return_val_if_fail (ION_IS_OFFICE_STEP (self), NULL);

  return gtk_editable_get_text (self->name);
}

const char *
ion_office_step_get_code (IonOfficeStep *self)
{
  g_return_val_if_fail (ION_IS_OFFICE_STEP (self), NULL);

  return gtk_editable_get_text (self->code);
}
