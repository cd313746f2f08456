/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Four troubles with an office that exists, each in its own words: none of them is the person's
 * fault, and in each of them nothing has been sent.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-opening-step.h"

#include "ion-keyring.h"
#include "ion-office-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _IonOpeningStep
{
  IonWelcomeStep parent_instance;

  GtkWidget *fields; /* (unowned) */
  GtkEditable *key;  /* (unowned) */
  IonOpeningTrouble trouble;
};

G_DEFINE_FINAL_TYPE (IonOpeningStep, ion_opening_step, ION_TYPE_WELCOME_STEP)

static const struct
{
  const char *title, *description, *verb, *skip_verb;
} words[] = {
  [ION_OPENING_FAILED] = { N_ ("The office cannot be opened"), "", N_ ("_Try Again"), "" },
  [ION_OPENING_LOCKED] = { N_ ("The keyring does not open"),
                           N_ ("The keys of this office are in this computer's keyring."),
                           N_ ("_Try Again"), "" },
  [ION_OPENING_KEY_LOST] = { N_ ("The key of the data is missing"),
                             N_ ("It is no longer in this computer's keyring. Nothing was sent and "
                                 "nothing is lost: the recovery key on paper opens the office."),
                             N_ ("_Open with the Recovery Key"), N_ ("_Try Again") },
  [ION_OPENING_OLDER_COPY] = { N_ ("This is an older copy of the office"),
                               N_ ("It was restored from a backup, or copied to a second computer: "
                                   "messages may have left that it does not know of. Nothing is "
                                   "sent until you decide, so that nobody gets a notice twice."),
                               N_ ("_Count What Waits as Uncertain"),
                               N_ ("_Nothing Was Sent Since") },
};

IonOpeningTrouble
ion_opening_trouble_from_error (const GError *error)
{
  if (g_error_matches (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_KEY_LOST))
    return ION_OPENING_KEY_LOST;
  if (g_error_matches (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_OLDER_COPY))
    return ION_OPENING_OLDER_COPY;
  return error->domain == ION_KEYRING_ERROR ? ION_OPENING_LOCKED : ION_OPENING_FAILED;
}

static void
changed_cb (IonOpeningStep *self)
{
  ion_welcome_step_set_ready (ION_WELCOME_STEP (self),
                              self->trouble != ION_OPENING_KEY_LOST ||
                                  *gtk_editable_get_text (self->key) != '\0');
}

static void
activated_cb (IonOpeningStep *self)
{
  ion_welcome_step_go_on (ION_WELCOME_STEP (self));
}

static void
ion_opening_step_begin (IonWelcomeStep *step)
{
  IonOpeningStep *self = ION_OPENING_STEP (step);

  if (self->trouble == ION_OPENING_KEY_LOST)
    gtk_widget_grab_focus (GTK_WIDGET (self->key));
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
ion_opening_step_class_init (IonOpeningStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ION_WELCOME_STEP_CLASS (klass)->begin = ion_opening_step_begin;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/welcome/"
                                                             "ion-opening-step.ui");
  gtk_widget_class_bind_template_child (widget_class, IonOpeningStep, fields);
  gtk_widget_class_bind_template_child (widget_class, IonOpeningStep, key);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
ion_opening_step_init (IonOpeningStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
translate (const char *text)
{
  return *text != '\0' ? _ (text) : "";
}

void
ion_opening_step_set_trouble (IonOpeningStep *self, IonOpeningTrouble trouble, const GError *error)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (ION_IS_OPENING_STEP (self));

  if (error != NULL && (trouble == ION_OPENING_FAILED || trouble == ION_OPENING_LOCKED))
    sentence = ion_office_error_explain (error);
  self->trouble = trouble;
  g_object_set (self, "title", translate (words[trouble].title), "description",
                translate (words[trouble].description), "verb", translate (words[trouble].verb),
                "skip-verb", translate (words[trouble].skip_verb), NULL);
  gtk_widget_set_visible (self->fields, trouble == ION_OPENING_KEY_LOST);
  ion_welcome_step_complain (ION_WELCOME_STEP (self), sentence);
  changed_cb (self);
}

IonOpeningTrouble
ion_opening_step_get_trouble (IonOpeningStep *self)
{
  g_return_val_if_fail (ION_IS_OPENING_STEP (self), ION_OPENING_FAILED);

  return self->trouble;
}

IonSecret *
ion_opening_step_take_key (IonOpeningStep *self)
{
  const char *typed;
  IonSecret *key;

  g_return_val_if_fail (ION_IS_OPENING_STEP (self), NULL);

  typed = gtk_editable_get_text (self->key);
  key = ion_secret_new (typed, strlen (typed));
  gtk_editable_set_text (self->key, "");
  return key;
}
