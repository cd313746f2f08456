/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* One piece of work in the foreground of a terminal or a script. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-run.h"

#include "ion-cli-progress.h"
#include "ion-cli-wait.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <unistd.h>

typedef struct
{
  const IonCli *cli;
  IonRun *run;              /* (unowned) */
  IonCliProgress *progress; /* (owned) */
  gboolean is_engine;
  int signals;
} Work;

static void
progress_cb (IonRun *run, Work *work)
{
  IonCampaignCounts counts;
  gint64 settled;

  if (work->is_engine)
    return;
  ion_run_get_counts (run, &counts);
  settled =
      counts.rows - counts.by_state[ION_DELIVERY_PENDING] - counts.by_state[ION_DELIVERY_SENDING];
  ion_cli_progress_set (work->progress, settled, counts.rows, ion_run_estimate_end (run), NULL);
}

static void
notice_cb (IonRun *run, const char *sentence, Work *work)
{
  ion_cli_note (work->cli, "%s", sentence);
}

static gboolean
signal_cb (gpointer user_data)
{
  Work *work = user_data;

  if (++work->signals > 1)
    _exit (ION_RESULT_STOPPED);
  ion_cli_note (work->cli, "%s",
                _ ("Nothing new leaves; waiting for the answers in flight. A second signal ends at "
                   "once."));
  ion_run_stop (work->run);
  return G_SOURCE_CONTINUE;
}

IonResult
ion_cli_run (const IonCli *cli, IonOffice *office, const IonRunOptions *options, const char *what)
{
  g_autoptr (IonRun) run = ion_run_new (office, options);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (IonCliWait) wait = { 0 };
  Work work = { .cli = cli, .run = run, .is_engine = options->kind == ION_RUN_ENGINE };
  guint on_interrupt = g_unix_signal_add (SIGINT, signal_cb, &work);
  guint on_terminate = g_unix_signal_add (SIGTERM, signal_cb, &work);
  IonResult result;

  work.progress = ion_cli_progress_new (cli, what);
  g_signal_connect (run, "progress", G_CALLBACK (progress_cb), &work);
  g_signal_connect (run, "notice", G_CALLBACK (notice_cb), &work);
  ion_cli_wait_init (&wait);
  ion_run_async (run, ion_cli_wait_cb, &wait);
  result = ion_run_finish (run, ion_cli_wait (&wait), &sentence, &error);
  g_signal_handlers_disconnect_by_data (run, &work);
  g_source_remove (on_interrupt);
  g_source_remove (on_terminate);
  ion_cli_progress_free (work.progress);
  if (error != NULL)
    return ion_cli_fail (cli, error);
  if (sentence != NULL)
    ion_cli_note (cli, "%s", sentence);
  return result;
}
