/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Reading a list leaves nobody behind: whatever the format, and whether the import ends well, is
 * refused, is stopped or is killed, no file in the office's folder, among temporary ones or in the
 * cache holds a person, not even while it runs.
 */

#define G_LOG_DOMAIN "test-cli"

#include "cli-search.h"

#include <glib/gstdio.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROWS        1500
#define NEEDLES     150
#define PATIENCE_MS 60000

typedef struct
{
  CliFixture *cli;
  char *template_file; /* (owned) */
  char *good;          /* (owned): the list */
  char *bad;           /* (owned): with a row that is not */
  char *output;        /* (owned): the corrected file */
  GPtrArray *needles;  /* (owned) */
} Fixture;

/* Folders of its own for all that a program may write to. */
static void
set_folders (CliFixture *cli)
{
  static const struct
  {
    const char *variable;
    const char *name;
  } folders[] = {
    { "TMPDIR", "tmp" },           { "HOME", "home" },          { "XDG_CACHE_HOME", "cache" },
    { "XDG_STATE_HOME", "state" }, { "XDG_DATA_HOME", "data" }, { "XDG_CONFIG_HOME", "config" },
    { "XDG_RUNTIME_DIR", "run" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (cli->folder, folders[i].name, NULL);

      g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
      cli_fixture_setenv (cli, folders[i].variable, path);
    }
}

/* Some of the people: all of them would take too long to look for. */
static void
thin_out (GPtrArray *needles)
{
  guint every = MAX (1, needles->len / NEEDLES);

  for (guint i = needles->len; i-- > 0;)
    {
      if (i % every != 0)
        g_ptr_array_remove_index_fast (needles, i);
    }
}

/* Another list with a code that is none in its last row but one. */
static char *
spoil (CliFixture *cli, const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *whole = NULL;
  char *line;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  line = lines[g_strv_length (lines) - 3];
  memset (line, 'X', 12);
  whole = g_strjoinv ("\n", lines);
  return cli_fixture_write (cli, "guaste.csv", whole);
}

/* Writes the list again in another format, with the program itself. */
static void
convert (Fixture *f, char **path, const char *ending)
{
  g_autofree char *other = NULL;
  char *dot;

  if (g_str_equal (ending, "csv"))
    return;
  dot = strrchr (*path, '.');
  other = g_strdup_printf ("%.*s.%s", (int) (dot - *path), *path, ending);
  cli_fixture_run (f->cli, "recipients", "check", *path, "--template", f->template_file, "--output",
                   other, NULL);
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_unlink (*path);
  g_free (*path);
  *path = g_steal_pointer (&other);
}

static void
set_up (Fixture *f, gconstpointer ending)
{
  g_autofree char *name = g_strconcat ("corrette.", ending, NULL);

  f->cli = cli_fixture_new ();
  set_folders (f->cli);
  cli_fixture_serve (f->cli, "--rate", "none", NULL);
  cli_fixture_make_office (f->cli);
  f->template_file = cli_fixture_template ("retta-scolastica");
  f->good = cli_fixture_sample (f->cli, ROWS);
  f->bad = spoil (f->cli, f->good);
  f->output = g_build_filename (f->cli->folder, name, NULL);
  f->needles = cli_search_collect_people (f->cli, f->good);
  thin_out (f->needles);
  convert (f, &f->good, ending);
  convert (f, &f->bad, ending);
}

static void
tear_down (Fixture *f, gconstpointer ending)
{
  cli_fixture_free (f->cli);
  g_free (f->template_file);
  g_free (f->good);
  g_free (f->bad);
  g_free (f->output);
  g_ptr_array_unref (f->needles);
}

static void
assert_no_trace (Fixture *f)
{
  CliSearch search = {
    .needles = f->needles,
    .avoid = (char *[]){ f->good, f->bad, f->output, f->cli->book, NULL },
  };

  cli_search_tree (&search, f->cli->folder);
  g_assert_cmpint (search.n_files, >=, 3);
}

/* Whether the process may write to what it has open as @descriptor. */
static gboolean
is_for_writing (const char *pid, const char *descriptor)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/fdinfo/%s", pid, descriptor);
  g_autofree char *text = NULL;
  const char *flags;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (flags = strstr (text, "flags:")) == NULL)
    return FALSE;
  return (strtoul (flags + strlen ("flags:"), NULL, 8) & O_ACCMODE) != O_RDONLY;
}

/* Whether the process has the file open; nothing that it writes to has a name outside the folder of
 * the test. */
static gboolean
look_at_files (Fixture *f, GSubprocess *process, const char *file)
{
  const char *pid = g_subprocess_get_identifier (process);
  g_autofree char *path = pid != NULL ? g_strdup_printf ("/proc/%s/fd", pid) : NULL;
  g_autoptr (GDir) dir = path != NULL ? g_dir_open (path, 0, NULL) : NULL;
  gboolean is_open = FALSE;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *link = g_build_filename (path, name, NULL);
      g_autofree char *target = g_file_read_link (link, NULL);

      if (target == NULL)
        continue;
      is_open = is_open || g_str_equal (target, file);
      if ((g_str_has_prefix (target, "/tmp/") || g_str_has_prefix (target, "/var/tmp/")) &&
          !g_str_has_prefix (target, f->cli->folder) && is_for_writing (pid, name))
        g_error ("%s is open", target);
    }
  return is_open;
}

/* Begins, and ends it with a signal once it reads. Whether it was quicker does not matter: there is
 * no trace in any case. */
static void
stop_reading (Fixture *f, GSubprocess *process, int signal_number, guint delay_ms)
{
  for (guint i = 0; i < PATIENCE_MS && g_subprocess_get_identifier (process) != NULL; i++)
    {
      if (look_at_files (f, process, f->good))
        break;
      g_usleep (1000);
    }
  g_usleep (delay_ms * 1000);
  assert_no_trace (f);
  g_subprocess_send_signal (process, signal_number);
  g_subprocess_wait (process, NULL, NULL);
  if (g_subprocess_get_if_exited (process))
    g_test_message ("after %u ms of %d: ended with %d", delay_ms, signal_number,
                    g_subprocess_get_exit_status (process));
  else
    g_test_message ("after %u ms of %d: killed", delay_ms, signal_number);
  assert_no_trace (f);
}

static GSubprocess *
begin_import (Fixture *f)
{
  return cli_fixture_spawn (f->cli, "campaign", "new", "--service", "scuola", "--template",
                            f->template_file, "--recipients", f->good, "--accept", "same-file",
                            NULL);
}

static GSubprocess *
begin_check (Fixture *f)
{
  return cli_fixture_spawn (f->cli, "recipients", "check", f->good, "--template", f->template_file,
                            "--output", f->output, NULL);
}

static void
test_ends (Fixture *f, gconstpointer ending)
{
  assert_no_trace (f);
  cli_fixture_expect (f->cli, 0, "campaign", "new", "--service", "scuola", "--template",
                      f->template_file, "--recipients", f->good, NULL);
  assert_no_trace (f);
  cli_fixture_expect (f->cli, 3, "campaign", "new", "--service", "scuola", "--template",
                      f->template_file, "--recipients", f->bad, NULL);
  assert_no_trace (f);
  cli_fixture_run (f->cli, "recipients", "check", f->bad, "--template", f->template_file,
                   "--output", f->output, NULL);
  g_assert_true (g_file_test (f->output, G_FILE_TEST_EXISTS));
  assert_no_trace (f);
}

static void
test_stopped (Fixture *f, gconstpointer ending)
{
  static const int signals[] = { SIGINT, SIGTERM, SIGKILL };

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      for (guint delay = 0; delay <= 60; delay += 30)
        {
          g_autoptr (GSubprocess) import = begin_import (f);
          g_autoptr (GSubprocess) check = NULL;

          stop_reading (f, import, signals[i], delay);
          check = begin_check (f);
          stop_reading (f, check, signals[i], delay);
        }
    }
}

/* Formats that are read and never written, as other programs wrote them. */
static void
test_foreign (gconstpointer name)
{
  g_autoptr (CliFixture) cli = cli_fixture_new ();
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *file = g_build_filename (g_getenv ("ION_TABLES"), name, NULL);
  g_autoptr (GPtrArray) needles = NULL;
  CliSearch search = { .avoid = (char *[]){ NULL } };
  int status;

  set_folders (cli);
  cli_fixture_serve (cli, "--rate", "none", NULL);
  cli_fixture_make_office (cli);
  search.needles = needles = cli_search_collect_people (cli, file);
  status =
      cli_fixture_run (cli, "campaign", "new", "--service", "scuola", "--template", template_file,
                       "--recipients", file, "--valid-only", "--accept", "due-dates-past", NULL);
  g_assert_true (status == 0 || status == 3);
  cli_search_tree (&search, cli->folder);
  g_assert_cmpint (search.n_files, >=, 3);
}

#define ADD(ending)                                                                          \
  g_test_add ("/invariant/6/no-trace-of-a-list/" ending "/ends", Fixture, ending, set_up,    \
              test_ends, tear_down);                                                         \
  g_test_add ("/invariant/6/no-trace-of-a-list/" ending "/stopped", Fixture, ending, set_up, \
              test_stopped, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("csv");
  ADD ("xlsx");
  ADD ("ods");
  g_test_add_data_func ("/invariant/6/no-trace-of-a-list/xls", "lo-fees.xls", test_foreign);
  g_test_add_data_func ("/invariant/6/no-trace-of-a-list/html", "lo-fees.html", test_foreign);
  return g_test_run ();
}
