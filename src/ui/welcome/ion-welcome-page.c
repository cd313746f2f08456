/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The way from nothing to an open office: each step stands alone, this is the order in which they
 * come.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-welcome-page-private.h"

#include "ion-accessible.h"
#include "ion-store-error.h"
#include "ion-welcome-work.h"

G_DEFINE_FINAL_TYPE (IonWelcomePage, ion_welcome_page, ADW_TYPE_BIN)

enum
{
  DESK_READY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
ion_welcome_page_show_step (IonWelcomePage *self, gpointer step)
{
  gtk_stack_set_visible_child (self->stack, step);
  gtk_widget_set_visible (self->back, step == (gpointer) self->office);
  if (ION_IS_WELCOME_STEP (step))
    ion_welcome_step_begin (step);
  else
    ion_welcome_doors_begin (self->doors);
}

gboolean
ion_welcome_page_complain (gpointer step, const GError *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  sentence = ion_office_error_explain (error);
  ion_welcome_step_set_busy (step, FALSE);
  ion_welcome_step_complain (step, sentence);
  return TRUE;
}

void
ion_welcome_page_finish (IonWelcomePage *self)
{
  g_signal_emit (self, signals[DESK_READY], 0, self->desk);
}

static void
take_office (IonWelcomePage *self, IonOffice *office)
{
  g_clear_object (&self->desk);
  self->desk = ion_desk_new (office);
}

static void
show_trouble (IonWelcomePage *self, const GError *error)
{
  IonOpeningTrouble trouble = ion_opening_trouble_from_error (error);

  ion_welcome_step_set_busy (ION_WELCOME_STEP (self->opening), FALSE);
  /* A wrong recovery key: the field stays, with what was wrong. */
  if (ion_opening_step_get_trouble (self->opening) == ION_OPENING_KEY_LOST &&
      gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->opening) &&
      trouble == ION_OPENING_FAILED)
    {
      ion_welcome_page_complain (self->opening, error);
      return;
    }
  ion_opening_step_set_trouble (self->opening, trouble, error);
  ion_welcome_page_show_step (self, self->opening);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonWelcomePage *self = ION_WELCOME_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonOpened) opened = ion_welcome_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND))
    {
      ion_welcome_page_show_step (self, self->doors);
      return;
    }
  if (opened == NULL)
    {
      show_trouble (self, error);
      return;
    }
  take_office (self, opened->office);
  if (!opened->is_older_copy)
    {
      ion_welcome_page_finish (self);
      return;
    }
  ion_welcome_step_set_busy (ION_WELCOME_STEP (self->opening), FALSE);
  ion_opening_step_set_trouble (self->opening, ION_OPENING_OLDER_COPY, NULL);
  ion_welcome_page_show_step (self, self->opening);
}

static void
open_office (IonWelcomePage *self, IonSecret *recovery_key)
{
  ion_welcome_open_async (self, self->folder, self->is_practice, recovery_key, self->cancellable,
                          opened_cb);
}

/* @why: (nullable) */
static void
show_busy (IonWelcomePage *self, const char *why)
{
  gtk_label_set_label (self->why, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why), why != NULL);
  gtk_stack_set_visible_child_name (self->stack, "busy");
}

static void
practice_cb (IonWelcomePage *self)
{
  self->is_practice = TRUE;
  show_busy (self, NULL);
  open_office (self, NULL);
}

static void
real_cb (IonWelcomePage *self)
{
  self->is_practice = FALSE;
  ion_welcome_page_show_step (self, self->office);
}

static void
back_cb (IonWelcomePage *self)
{
  ion_welcome_page_show_step (self, self->doors);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonWelcomePage *self = ION_WELCOME_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonOpened) opened = ion_welcome_open_finish (result, &error);

  if (opened == NULL)
    {
      ion_welcome_page_complain (self->office, error);
      return;
    }
  take_office (self, opened->office);
  ion_recovery_step_set_key (self->recovery, ion_office_get_name (opened->office),
                             g_steal_pointer (&opened->recovery_key));
  ion_welcome_page_show_step (self, self->recovery);
}

static void
office_next_cb (IonWelcomePage *self)
{
  ion_welcome_step_complain (ION_WELCOME_STEP (self->office), NULL);
  ion_welcome_step_set_busy (ION_WELCOME_STEP (self->office), TRUE);
  ion_welcome_create_async (self, self->folder, ion_office_step_get_name (self->office),
                            ion_office_step_get_code (self->office), self->cancellable, created_cb);
}

static void
recovery_next_cb (IonWelcomePage *self)
{
  ion_recovery_step_set_key (self->recovery, NULL, NULL);
  ion_welcome_page_show_step (self, self->service);
}

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonWelcomePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ion_desk_decide_copy_finish (self->desk, result, &error))
    ion_welcome_page_finish (self);
  else
    ion_welcome_page_complain (self->opening, error);
}

static void
decide (IonWelcomePage *self, gboolean nothing_was_sent)
{
  ion_desk_decide_copy_async (self->desk, nothing_was_sent, decided_cb, g_object_ref (self));
}

static void
opening_next_cb (IonWelcomePage *self)
{
  IonOpeningTrouble trouble = ion_opening_step_get_trouble (self->opening);
  g_autoptr (IonSecret) key = NULL;

  ion_welcome_step_complain (ION_WELCOME_STEP (self->opening), NULL);
  ion_welcome_step_set_busy (ION_WELCOME_STEP (self->opening), TRUE);
  if (trouble == ION_OPENING_OLDER_COPY)
    {
      decide (self, FALSE);
      return;
    }
  if (trouble == ION_OPENING_KEY_LOST)
    key = ion_opening_step_take_key (self->opening);
  open_office (self, key);
}

static void
opening_skip_cb (IonWelcomePage *self)
{
  ion_welcome_step_set_busy (ION_WELCOME_STEP (self->opening), TRUE);
  if (ion_opening_step_get_trouble (self->opening) == ION_OPENING_OLDER_COPY)
    decide (self, TRUE);
  else
    open_office (self, NULL);
}

static void
ion_welcome_page_dispose (GObject *object)
{
  IonWelcomePage *self = ION_WELCOME_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (ion_welcome_page_parent_class)->dispose (object);
}

static void
ion_welcome_page_finalize (GObject *object)
{
  IonWelcomePage *self = ION_WELCOME_PAGE (object);

  g_clear_object (&self->cancellable);
  g_free (self->folder);
  g_free (self->test_campaign);
  G_OBJECT_CLASS (ion_welcome_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IonWelcomePage, back);
  gtk_widget_class_bind_template_child (widget_class, IonWelcomePage, stack);
  gtk_widget_class_bind_template_child (widget_class, IonWelcomePage, why);
  gtk_widget_class_bind_template_child (widget_class, IonWelcomePage, doors);
  gtk_widget_class_bind_template_child (widget_class, IonWelcomePage, office);
  gtk_widget_class_bind_template_child (widget_class, IonWelcomePage, recovery);
  gtk_widget_class_bind_template_child (widget_class, IonWelcomePage, service);
  gtk_widget_class_bind_template_child (widget_class, IonWelcomePage, test);
  gtk_widget_class_bind_template_child (widget_class, IonWelcomePage, opening);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, practice_cb);
  gtk_widget_class_bind_template_callback (widget_class, real_cb);
  gtk_widget_class_bind_template_callback (widget_class, office_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, recovery_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, ion_welcome_page_service_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, ion_welcome_page_service_skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, ion_welcome_page_test_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, ion_welcome_page_test_skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, opening_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, opening_skip_cb);
}

static void
ion_welcome_page_class_init (IonWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_welcome_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ion_welcome_page_finalize;
  signals[DESK_READY] = g_signal_new ("desk-ready", ION_TYPE_WELCOME_PAGE, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, ION_TYPE_DESK);
  ion_accessible_install ();
  g_type_ensure (ION_TYPE_WELCOME_DOORS);
  g_type_ensure (ION_TYPE_OFFICE_STEP);
  g_type_ensure (ION_TYPE_RECOVERY_STEP);
  g_type_ensure (ION_TYPE_SERVICE_STEP);
  g_type_ensure (ION_TYPE_TEST_STEP);
  g_type_ensure (ION_TYPE_OPENING_STEP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/welcome/"
                                                             "ion-welcome-page.ui");
  bind_template (widget_class);
}

static void
ion_welcome_page_init (IonWelcomePage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_welcome_page_new (void)
{
  return g_object_new (ION_TYPE_WELCOME_PAGE, NULL);
}

void
ion_welcome_page_open (IonWelcomePage *self, const char *folder, gboolean is_practice)
{
  g_return_if_fail (ION_IS_WELCOME_PAGE (self));

  g_free (self->folder);
  self->folder = g_strdup (folder);
  self->is_practice = is_practice;
  show_busy (self, NULL);
  open_office (self, NULL);
}

void
ion_welcome_page_wait (IonWelcomePage *self, const char *sentence)
{
  g_return_if_fail (ION_IS_WELCOME_PAGE (self));

  show_busy (self, sentence);
}
