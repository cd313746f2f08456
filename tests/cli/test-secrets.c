/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Keys and people leave no trace: after a real office has done all that it does, neither the API
 * key nor any person of the file is found in the data folder, in what was logged at the highest
 * level, in the temporary folder, in the journal.
 */

#define G_LOG_DOMAIN "test-cli"

#include "cli-desktop.h"
#include "cli-search.h"

#include <glib/gstdio.h>

#define ROWS 60
#define KEY  "practice-segreta-8Xk2mQ7vL4"

/* The last call's words for people and its log. */
static void
search_output (CliFixture *fixture, const CliSearch *search)
{
  cli_search_text (search, "standard output", fixture->out, strlen (fixture->out));
  cli_search_text (search, "standard error", fixture->err, strlen (fixture->err));
}

static void
work (CliFixture *fixture, const CliSearch *search, const char *file, const char *export)
{
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *id = NULL;

  cli_fixture_expect (fixture, 0, "recipients", "check", file, "--template", template_file, NULL);
  search_output (fixture, search);
  cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, NULL);
  search_output (fixture, search);
  id = g_strdup (g_strstrip (fixture->out));
  cli_fixture_expect (fixture, 0, "campaign", "check", id, NULL);
  search_output (fixture, search);
  cli_fixture_expect (fixture, 0, "campaign", "reach", id, NULL);
  search_output (fixture, search);
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", "--first", "10", NULL);
  search_output (fixture, search);
  /* Answers of every kind, while the log says all it can. */
  cli_fixture_set_faults (fixture, "429=0.1", "500=0.05", "accepted-then-lost@messages=#2",
                          "403-recipient@messages=#2", "absurd-json@messages=#1", NULL);
  cli_fixture_run (fixture, "campaign", "send", id, "--yes", NULL);
  search_output (fixture, search);
  cli_fixture_set_faults (fixture, NULL);
  cli_fixture_run (fixture, "campaign", "send", id, "--yes", NULL);
  search_output (fixture, search);
  cli_fixture_run (fixture, "campaign", "follow", id, "--once", NULL);
  search_output (fixture, search);
  cli_fixture_run (fixture, "service", "check", "scuola", NULL);
  search_output (fixture, search);
  cli_fixture_expect (fixture, 0, "campaign", "show", id, NULL);
  search_output (fixture, search);
  cli_fixture_expect (fixture, 0, "service", "list", NULL);
  search_output (fixture, search);
  cli_fixture_expect (fixture, 0, "office", "show", NULL);
  search_output (fixture, search);
  cli_fixture_expect (fixture, 0, "campaign", "export", id, "--output", export, NULL);
  search_output (fixture, search);
  cli_fixture_expect (fixture, 0, "journal", "show", NULL);
  search_output (fixture, search);
}

static void
check_no_trace (CliFixture *fixture)
{
  g_autofree char *file = NULL;
  g_autofree char *export = g_build_filename (fixture->folder, "fuori.csv", NULL);
  g_autofree char *backup = g_build_filename (fixture->folder, "copia.db", NULL);
  g_autofree char *temporary = g_build_filename (fixture->folder, "tmp", NULL);
  g_autoptr (GPtrArray) needles = NULL;
  CliSearch search = { 0 };

  g_mkdir (temporary, 0700);
  cli_fixture_setenv (fixture, "TMPDIR", temporary);
  cli_fixture_serve (fixture, "--rate", "none", "--seed", "2", NULL);
  cli_fixture_make_real_office (fixture);
  cli_fixture_expect_input (fixture, 0, KEY, "service", "set-key", "scuola", "--key-file", "-",
                            NULL);
  file = cli_fixture_sample (fixture, ROWS);
  needles = cli_search_collect_people (fixture, file);
  cli_search_add (needles, KEY);
  search.needles = needles;
  search.avoid = (char *[]){ file, export, fixture->book, NULL };

  cli_fixture_setenv (fixture, "G_MESSAGES_DEBUG", "all");
  work (fixture, &search, file, export);
  cli_fixture_expect (fixture, 0, "office", "backup", backup, NULL);
  cli_search_tree (&search, fixture->folder);
  g_assert_cmpint (search.n_files, >=, 4);
}

/* On a desktop with its Secret Service. */
static void
test_desktop (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (CliDesktop) desktop = cli_desktop_new (fixture);

  if (desktop != NULL)
    check_no_trace (fixture);
}

/* With libsecret's own file: it is in the folder that is searched, sealed. */
static void
test_file (void)
{
  static const char *const names[] = { "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                                       "XDG_STATE_HOME" };
  g_autoptr (CliFixture) fixture = cli_fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    cli_fixture_setenv (fixture, names[i], fixture->folder);
  cli_fixture_use_keyring (fixture, "keyring");
  check_no_trace (fixture);
}

/* Who looks at the process sees neither people nor keys: no option takes one. */
static void
test_no_option (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_auto (GStrv) verbs = NULL;

  cli_fixture_expect (fixture, 0, "help", "--man", "--list", NULL);
  verbs = g_strsplit (g_strstrip (fixture->out), "\n", -1);
  for (char **verb = verbs; *verb != NULL; verb++)
    {
      g_auto (GStrv) words = g_strsplit (*verb, " ", 2);

      cli_fixture_expect (fixture, 0, "help", "--man", words[0], words[1], NULL);
      cli_assert_lacks (fixture->out, "\\-\\-key KEY");
      cli_assert_lacks (fixture->out, "\\-\\-password");
      cli_assert_lacks (fixture->out, "\\-\\-fiscal\\-code CODE");
    }
  cli_fixture_expect (fixture, 2, "service", "set-key", "scuola", "--key", KEY, NULL);
  cli_assert_lacks (fixture->out, KEY);
}

/* Everything is its owner's alone. */
static void
test_modes (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *backup = g_build_filename (fixture->folder, "copia.db", NULL);
  g_autofree char *export = g_build_filename (fixture->folder, "fuori.csv", NULL);
  g_autofree char *id = NULL;
  const char *paths[] = { fixture->office, backup, export, NULL };
  g_autoptr (GDir) dir = NULL;
  const char *name;
  GStatBuf info;

  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_make_office (fixture);
  id = cli_fixture_new_campaign (fixture, 5);
  cli_fixture_expect (fixture, 0, "office", "backup", backup, NULL);
  cli_fixture_expect (fixture, 0, "campaign", "export", id, "--output", export, NULL);
  for (const char **path = paths; *path != NULL; path++)
    {
      g_assert_cmpint (g_stat (*path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 077, ==, 0);
    }
  dir = g_dir_open (fixture->office, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->office, name, NULL);

      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 077, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invariant/5/no-trace-on-a-desktop", test_desktop);
  g_test_add_func ("/invariant/6/no-trace", test_file);
  g_test_add_func ("/invariant/5/no-option-takes-a-key", test_no_option);
  g_test_add_func ("/invariant/6/files-are-the-owners", test_modes);
  return g_test_run ();
}
