/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A progress bar for people, lines for logs. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-progress.h"

#include "ion-moment.h"
#include "ion-number.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define BAR_CELLS     24
#define DRAW_INTERVAL (G_USEC_PER_SEC / 10)
#define LINE_INTERVAL (G_USEC_PER_SEC * 5)

struct _IonCliProgress
{
  char *what; /* (owned) */
  gboolean quiet;
  gboolean terminal; /* standard error is one that can redraw a line */
  gint64 drawn_at;   /* monotonic */
  gint64 drawn_done; /* what the last drawing showed */
  gboolean is_about; /* the total is no count but an estimate */
};

IonCliProgress *
ion_cli_progress_new (const IonCli *cli, const char *what)
{
  IonCliProgress *self = g_new0 (IonCliProgress, 1);

  self->what = g_strdup (what);
  self->quiet = cli->quiet;
  self->terminal = isatty (STDERR_FILENO) && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
  self->drawn_done = -1;
  return self;
}

static int
get_columns (void)
{
  struct winsize size = { 0 };

  if (ioctl (STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
  return 80;
}

static void
append_bar (GString *line, gint64 done, gint64 total)
{
  int cells = total > 0 ? (int) (CLAMP (done, 0, total) * BAR_CELLS / total) : 0;

  g_string_append (line, " ");
  for (int i = 0; i < BAR_CELLS; i++)
    g_string_append (line, i < cells ? "█" : "░");
}

static char *
make_line (IonCliProgress *self, gint64 done, gint64 total, gint64 end, const char *remark)
{
  GString *line = g_string_new (self->what);
  IonNumber done_text = ion_number (done);
  IonNumber total_text = ion_number (total);

  if (self->terminal && total > 0)
    append_bar (line, done, total);
  g_string_append_c (line, ' ');
  if (total > 0)
    g_string_append_printf (line,
                            /* Translators: so many of so many. */
                            self->is_about ? _ ("%1$s of about %2$s") : _ ("%1$s of %2$s"),
                            done_text.text, total_text.text);
  else
    g_string_append (line, done_text.text);
  if (end != 0)
    {
      IonDate date;
      int hour, minute, second;

      ion_moment_to_local (end, &date, &hour, &minute, &second);
      /* Translators: the time at which it will be over. */
      g_string_append_printf (line, _ (", ends at %02d:%02d"), hour, minute);
    }
  if (remark != NULL)
    g_string_append_printf (line, " · %s", remark);
  return g_string_free (line, FALSE);
}

void
ion_cli_progress_set (IonCliProgress *self,
                      gint64 done,
                      gint64 total,
                      gint64 end,
                      const char *remark)
{
  gint64 now = g_get_monotonic_time ();
  g_autofree char *line = NULL;

  if (self->quiet)
    return;
  if (self->drawn_done >= 0 &&
      now - self->drawn_at < (self->terminal ? DRAW_INTERVAL : LINE_INTERVAL))
    return;
  line = make_line (self, done, total, end, remark);
  if (self->terminal)
    {
      g_autofree char *fitting =
          g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), get_columns () - 1));

      fprintf (stderr, "\r%s\033[K", fitting);
    }
  else
    fprintf (stderr, "%s\n", line);
  fflush (stderr);
  self->drawn_at = now;
  self->drawn_done = done;
}

/* An estimate whose every digit changed at each drawing would say more than is known. */
static gint64
round_up (gint64 estimate)
{
  gint64 unit = 1;

  while (estimate / unit >= 100)
    unit *= 10;
  return (estimate + unit - 1) / unit * unit;
}

void
ion_cli_progress_cb (gint64 done, double fraction, gpointer progress)
{
  IonCliProgress *self = progress;

  /* A log needs no line about what is read in no time. */
  if (done == 0 && !self->terminal)
    return;
  self->is_about = TRUE;
  ion_cli_progress_set (self, done,
                        fraction > 0 ? round_up ((gint64) ((double) done / fraction)) : 0, 0, NULL);
}

void
ion_cli_progress_free (IonCliProgress *self)
{
  if (self->terminal && self->drawn_done >= 0)
    fputs ("\r\033[K", stderr);
  g_free (self->what);
  g_free (self);
}
