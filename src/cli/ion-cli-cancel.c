/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Ctrl+C for work that has no main loop: a thread of its own waits for the signal. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-cancel.h"

#include "ion-cli.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

static gpointer
wait_for_signals (gpointer user_data)
{
  g_autoptr (GCancellable) cancellable = user_data;
  sigset_t set;
  int number;

  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  if (sigwait (&set, &number) == 0)
    g_cancellable_cancel (cancellable);
  if (sigwait (&set, &number) == 0)
    _exit (ION_RESULT_STOPPED);
  return NULL;
}

GCancellable *
ion_cli_cancel_on_signal (void)
{
  GCancellable *cancellable = g_cancellable_new ();
  sigset_t set;

  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &set, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signals, g_object_ref (cancellable)));
  return cancellable;
}
