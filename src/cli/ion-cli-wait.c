/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A main loop for the length of one call. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-wait.h"

void
ion_cli_wait_init (IonCliWait *self)
{
  self->loop = g_main_loop_new (NULL, FALSE);
  self->result = NULL;
}

void
ion_cli_wait_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonCliWait *self = user_data;

  self->result = g_object_ref (result);
  g_main_loop_quit (self->loop);
}

GAsyncResult *
ion_cli_wait (IonCliWait *self)
{
  if (self->result == NULL)
    g_main_loop_run (self->loop);
  return self->result;
}

void
ion_cli_wait_clear (IonCliWait *self)
{
  g_clear_object (&self->result);
  g_clear_pointer (&self->loop, g_main_loop_unref);
}
