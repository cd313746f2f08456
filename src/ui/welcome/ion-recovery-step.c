/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A keyring can be lost with its computer: then this key on paper is what opens the office. Without
 * it nobody does.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-recovery-step.h"

#include "ion-dialog.h"
#include "ion-office.h"
#include "ion-recovery-sheet.h"

#include <glib/gi18n-lib.h>

struct _IonRecoveryStep
{
  IonWelcomeStep parent_instance;

  GtkLabel *key_label;  /* (unowned) */
  GtkCheckButton *kept; /* (unowned) */
  char *office_name;    /* (owned) (nullable) */
  char *key;            /* (owned) (nullable): wiped */
};

G_DEFINE_FINAL_TYPE (IonRecoveryStep, ion_recovery_step, ION_TYPE_WELCOME_STEP)

static void
kept_cb (IonRecoveryStep *self)
{
  ion_welcome_step_set_ready (ION_WELCOME_STEP (self), gtk_check_button_get_active (self->kept));
}

static void
print_cb (IonRecoveryStep *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  if (!ion_recovery_sheet_print (GTK_WINDOW (root), self->office_name, self->key, &error))
    ion_welcome_step_complain (ION_WELCOME_STEP (self), error->message);
}

static void
ion_recovery_step_begin (IonWelcomeStep *step)
{
  gtk_widget_grab_focus (GTK_WIDGET (ION_RECOVERY_STEP (step)->kept));
}

static void
ion_recovery_step_finalize (GObject *object)
{
  IonRecoveryStep *self = ION_RECOVERY_STEP (object);

  ion_wipe_free (self->key);
  g_free (self->office_name);
  G_OBJECT_CLASS (ion_recovery_step_parent_class)->finalize (object);
}

static void
ion_recovery_step_class_init (IonRecoveryStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ion_recovery_step_finalize;
  ION_WELCOME_STEP_CLASS (klass)->begin = ion_recovery_step_begin;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/welcome/"
                                                             "ion-recovery-step.ui");
  gtk_widget_class_bind_template_child (widget_class, IonRecoveryStep, key_label);
  gtk_widget_class_bind_template_child (widget_class, IonRecoveryStep, kept);
  gtk_widget_class_bind_template_callback (widget_class, kept_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
}

static void
ion_recovery_step_init (IonRecoveryStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_recovery_step_set_key (IonRecoveryStep *self, const char *office_name, char *key)
{
  g_return_if_fail (ION_IS_RECOVERY_STEP (self));

  ion_wipe_free (self->key);
  self->key = key;
  g_free (self->office_name);
  self->office_name = g_strdup (office_name);
  gtk_label_set_label (self->key_label, key != NULL ? key : "");
  gtk_check_button_set_active (self->kept, FALSE);
}
