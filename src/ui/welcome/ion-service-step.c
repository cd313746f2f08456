/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The step at which most people must look for something elsewhere: the path to it is drawn beside
 * the fields.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-service-step.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _IonServiceStep
{
  IonWelcomeStep parent_instance;

  GtkEditable *id;         /* (unowned) */
  GtkEditable *name;       /* (unowned) */
  GtkEditable *department; /* (unowned) */
  GtkEditable *key;        /* (unowned) */
  gboolean is_stored;
};

G_DEFINE_FINAL_TYPE (IonServiceStep, ion_service_step, ION_TYPE_WELCOME_STEP)

static gboolean
has_text (GtkEditable *editable)
{
  const char *text = gtk_editable_get_text (editable);

  return text[strspn (text, " \t")] != '\0';
}

static void
changed_cb (IonServiceStep *self)
{
  ion_welcome_step_set_ready (ION_WELCOME_STEP (self),
                              has_text (self->id) && has_text (self->name) &&
                                  (self->is_stored || has_text (self->key)));
}

static void
activated_cb (IonServiceStep *self)
{
  ion_welcome_step_go_on (ION_WELCOME_STEP (self));
}

static void
ion_service_step_begin (IonWelcomeStep *step)
{
  gtk_widget_grab_focus (GTK_WIDGET (ION_SERVICE_STEP (step)->name));
}

static void
ion_service_step_class_init (IonServiceStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ION_WELCOME_STEP_CLASS (klass)->begin = ion_service_step_begin;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/welcome/"
                                                             "ion-service-step.ui");
  gtk_widget_class_bind_template_child (widget_class, IonServiceStep, id);
  gtk_widget_class_bind_template_child (widget_class, IonServiceStep, name);
  gtk_widget_class_bind_template_child (widget_class, IonServiceStep, department);
  gtk_widget_class_bind_template_child (widget_class, IonServiceStep, key);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
ion_service_step_init (IonServiceStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  changed_cb (self);
}

const char *
ion_service_step_get_id (IonServiceStep *self)
{
  g_return_val_if_fail (ION_IS_SERVICE_STEP (self), NULL);

  return gtk_editable_get_text (self->id);
}

const char *
ion_service_step_get_name (IonServiceStep *self)
{
  g_return_val_if_fail (ION_IS_SERVICE_STEP (self), NULL);

  return gtk_editable_get_text (self->name);
}

const char *
ion_service_step_get_department (IonServiceStep *self)
{
  g_return_val_if_fail (ION_IS_SERVICE_STEP (self), NULL);

  return gtk_editable_get_text (self->department);
}

IonSecret *
ion_service_step_take_key (IonServiceStep *self)
{
  const char *typed;
  IonSecret *key = NULL;

  g_return_val_if_fail (ION_IS_SERVICE_STEP (self), NULL);

  typed = gtk_editable_get_text (self->key);
  if (*typed != '\0')
    key = ion_secret_new (typed, strlen (typed));
  gtk_editable_set_text (self->key, "");
  return key;
}

void
ion_service_step_set_stored (IonServiceStep *self)
{
  g_return_if_fail (ION_IS_SERVICE_STEP (self));

  self->is_stored = TRUE;
  gtk_editable_set_editable (self->id, FALSE);
  gtk_editable_set_editable (self->name, FALSE);
  gtk_editable_set_editable (self->department, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->key),
                                 _ ("Another API key, if this one is wrong"));
  changed_cb (self);
}
