/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The office is there: its first service with its key, and a message of test to whoever sits here.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-welcome-page-private.h"

#include "ion-welcome-work.h"

#include <glib/gi18n-lib.h>

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonWelcomePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (IonServiceCheck) check = ion_desk_check_service_finish (self->desk, result, &error);

  if (check == NULL)
    {
      ion_welcome_page_complain (self->service, error);
      return;
    }
  ion_welcome_step_set_busy (ION_WELCOME_STEP (self->service), FALSE);
  if (check->result == ION_RESULT_DONE)
    {
      ion_welcome_page_show_step (self, self->test);
      return;
    }
  ion_welcome_step_complain (ION_WELCOME_STEP (self->service), check->sentence);
  g_object_set (self->service, "skip-verb", _ ("_Go On All the Same"), NULL);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonWelcomePage *self = ION_WELCOME_PAGE (source);
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  if (error != NULL)
    {
      ion_welcome_page_complain (self->service, error);
      return;
    }
  self->has_service = TRUE;
  ion_service_step_set_stored (self->service);
  ion_desk_check_service_async (self->desk, ion_service_step_get_id (self->service),
                                self->cancellable, checked_cb, g_object_ref (self));
}

void
ion_welcome_page_service_next_cb (IonWelcomePage *self)
{
  IonFirstService *service = g_new0 (IonFirstService, 1);

  service->id = g_strstrip (g_strdup (ion_service_step_get_id (self->service)));
  service->name = g_strstrip (g_strdup (ion_service_step_get_name (self->service)));
  service->department = g_strstrip (g_strdup (ion_service_step_get_department (self->service)));
  service->key = ion_service_step_take_key (self->service);
  service->is_stored = self->has_service;
  ion_welcome_step_complain (ION_WELCOME_STEP (self->service), NULL);
  ion_welcome_step_set_busy (ION_WELCOME_STEP (self->service), TRUE);
  ion_desk_run_async (self->desk, self, ion_first_service_store, service, ion_first_service_free,
                      NULL, self->cancellable, stored_cb, NULL);
}

void
ion_welcome_page_service_skip_cb (IonWelcomePage *self)
{
  ion_welcome_page_show_step (self, self->test);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonWelcomePage *self = ION_WELCOME_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = ion_desk_run_finish (result, &error);

  self->is_looking = FALSE;
  if (sentence == NULL || ion_test_step_is_sent (self->test))
    return;
  ion_welcome_step_set_busy (ION_WELCOME_STEP (self->test), FALSE);
  ion_welcome_step_complain (ION_WELCOME_STEP (self->test), NULL);
  ion_test_step_set_sent (self->test, sentence);
}

static void
look (IonWelcomePage *self)
{
  if (self->test_campaign == NULL || self->is_looking)
    return;
  self->is_looking = TRUE;
  ion_desk_run_async (self->desk, self, ion_first_test_look, g_strdup (self->test_campaign), g_free,
                      g_free, self->cancellable, looked_cb, NULL);
}

/* It goes on by itself: the person is not kept waiting for it. */
static void
trouble_cb (IonWelcomePage *self, const char *sentence)
{
  if (self->test_campaign == NULL || ion_test_step_is_sent (self->test))
    return;
  ion_welcome_step_set_busy (ION_WELCOME_STEP (self->test), FALSE);
  ion_welcome_step_complain (ION_WELCOME_STEP (self->test), sentence);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonWelcomePage *self = ION_WELCOME_PAGE (source);
  g_autoptr (GError) error = NULL;

  self->test_campaign = ion_desk_run_finish (result, &error);
  if (self->test_campaign == NULL)
    {
      ion_welcome_page_complain (self->test, error);
      return;
    }
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "trouble", G_CALLBACK (trouble_cb), self, G_CONNECT_SWAPPED);
  if (!ion_desk_is_started (self->desk))
    ion_desk_start (self->desk);
  ion_desk_tell_changed (self->desk);
}

void
ion_welcome_page_test_next_cb (IonWelcomePage *self)
{
  IonFirstTest *test;

  if (ion_test_step_is_sent (self->test))
    {
      ion_welcome_page_finish (self);
      return;
    }
  test = g_new0 (IonFirstTest, 1);
  test->code = g_strdup (ion_test_step_get_code (self->test));
  test->service = g_strstrip (g_strdup (ion_service_step_get_id (self->service)));
  ion_welcome_step_complain (ION_WELCOME_STEP (self->test), NULL);
  ion_welcome_step_set_busy (ION_WELCOME_STEP (self->test), TRUE);
  ion_desk_run_async (self->desk, self, ion_first_test_begin, test, ion_first_test_free, g_free,
                      self->cancellable, begun_cb, NULL);
}

void
ion_welcome_page_test_skip_cb (IonWelcomePage *self)
{
  ion_welcome_page_finish (self);
}
