/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Ctrl+C for work that has no main loop: a thread of its own is told by the handler. Blocking the
 * signal and waiting for it would not do: it would end the program in any thread that was there
 * before.
 */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-cancel.h"

#include "ion-cli.h"

#include <errno.h>
#include <signal.h>
#include <unistd.h>

#include <glib-unix.h>

static int ends[2];
static volatile sig_atomic_t n_signals;

static void
handle_signal (int number)
{
  int kept = errno;

  if (n_signals++ > 0 || write (ends[1], "", 1) < 0)
    _exit (ION_RESULT_STOPPED);
  errno = kept;
}

static gpointer
wait_for_signal (gpointer user_data)
{
  g_autoptr (GCancellable) cancellable = user_data;
  ssize_t got;
  char byte;

  do
    got = read (ends[0], &byte, 1);
  while (got < 0 && errno == EINTR);
  g_cancellable_cancel (cancellable);
  return NULL;
}

GCancellable *
ion_cli_cancel_on_signal (void)
{
  GCancellable *cancellable = g_cancellable_new ();
  struct sigaction action = { .sa_handler = handle_signal, .sa_flags = SA_RESTART };

  if (!g_unix_open_pipe (ends, FD_CLOEXEC, NULL))
    return cancellable;
  g_thread_unref (g_thread_new ("signals", wait_for_signal, g_object_ref (cancellable)));
  sigemptyset (&action.sa_mask);
  sigaction (SIGINT, &action, NULL);
  sigaction (SIGTERM, &action, NULL);
  return cancellable;
}
