/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `practice serve`: the simulated platform alone, for training another program and for tests. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"
#include "ion-practice.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <stdio.h>

static int port;
static char *rate;
static char *latency;
static char **faults;
static int seed;
static char *book;

static const GOptionEntry options[] = {
  { "port", 'p', 0, G_OPTION_ARG_INT, &port, N_ ("the port to listen on; any free one otherwise"),
    "P" },
  { "rate", 0, 0, G_OPTION_ARG_STRING, &rate,
    N_ ("calls allowed in so many seconds (150/5), or “none”"), "N/S" },
  { "latency", 0, 0, G_OPTION_ARG_STRING, &latency,
    N_ ("how long answers take, in milliseconds: 50, or 20-80"), "MS" },
  { "fault", 0, 0, G_OPTION_ARG_STRING_ARRAY, &faults,
    N_ ("goes wrong for this share of the calls (429=0.1) or for the first ones (502=#3)"),
    "KIND=SHARE" },
  { "seed", 0, 0, G_OPTION_ARG_INT, &seed, N_ ("makes latencies and faults repeatable"), "N" },
  { "book", 0, 0, G_OPTION_ARG_FILENAME, &book, N_ ("writes every message down in this file"),
    "FILE" },
  { NULL },
};

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
read_options (IonPracticeOptions *practice)
{
  char rest;

  practice->rate_calls = 150;
  practice->rate_seconds = 5;
  if (rate != NULL && (g_str_equal (rate, "none") || g_str_equal (rate, "0")))
    practice->rate_calls = 0;
  else if (rate != NULL &&
           (sscanf (rate, "%d/%d%c", &practice->rate_calls, &practice->rate_seconds, &rest) != 2 ||
            practice->rate_calls <= 0 || practice->rate_seconds <= 0))
    return FALSE;
  if (latency != NULL)
    {
      int n =
          sscanf (latency, "%d-%d%c", &practice->latency_min_ms, &practice->latency_max_ms, &rest);

      if (n == 1)
        practice->latency_max_ms = practice->latency_min_ms;
      if ((n != 1 && n != 2) || practice->latency_min_ms < 0 ||
          practice->latency_max_ms < practice->latency_min_ms)
        return FALSE;
    }
  return port >= 0 && port <= 65535;
}

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonPracticeOptions practice_options = { 0 };
  g_autoptr (IonPractice) practice = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;

  if (!read_options (&practice_options))
    return ion_cli_usage (cli, "%s", _ ("The port, the rate or the latency is not right."));
  practice_options.port = (guint) port;
  practice_options.seed = (guint) seed;
  practice_options.book = book;
  practice_options.faults = (const char *const *) faults;
  practice = ion_practice_new (&practice_options, &error);
  if (practice == NULL)
    return ion_cli_fail (cli, error);
  ion_cli_print ("%s\n", ion_practice_get_url (practice));
  fflush (stdout);
  g_unix_signal_add (SIGINT, quit_cb, loop);
  g_unix_signal_add (SIGTERM, quit_cb, loop);
  g_main_loop_run (loop);
  ion_practice_stop (practice);
  return ION_RESULT_DONE;
}

const IonCliVerb ion_verb_practice_serve = {
  .group = "practice",
  .verb = "serve",
  .arguments = "",
  .summary = N_ ("Run the simulated platform alone, on this machine only"),
  .description =
      N_ ("Prints the address to give to “office init --api-url” and answers as IO does, with its "
          "checks, limits and messages, until it is stopped. API keys are those that begin with "
          "“practice-”. No message reaches anybody."),
  .options = options,
  .run = run,
};
