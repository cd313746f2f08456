/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Every verb explains itself, and mistakes in the call are told from failures. */

#define G_LOG_DOMAIN "test-cli"

#include "cli-fixture.h"

static void
test_every_verb (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_auto (GStrv) verbs = NULL;

  g_assert_cmpint (cli_fixture_run (fixture, "help", "--man", "--list", NULL), ==, 0);
  verbs = g_strsplit (g_strstrip (fixture->out), "\n", -1);
  g_assert_cmpint (g_strv_length (verbs), >, 40);
  for (char **verb = verbs; *verb != NULL; verb++)
    {
      g_auto (GStrv) words = g_strsplit (*verb, " ", 2);

      g_assert_cmpint (cli_fixture_run (fixture, words[0], words[1] != NULL ? words[1] : "--help",
                                        words[1] != NULL ? "--help" : NULL, NULL),
                       ==, 0);
      cli_assert_contains (fixture->out, words[0]);
      g_assert_cmpint (cli_fixture_run (fixture, "help", "--man", words[0], words[1], NULL), ==, 0);
      cli_assert_contains (fixture->out, ".SH NAME");
      cli_assert_contains (fixture->out, ".SH EXIT STATUS");
    }
}

static void
test_general (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();

  g_assert_cmpint (cli_fixture_run (fixture, "--help", NULL), ==, 0);
  cli_assert_contains (fixture->out, "campaign send");
  g_assert_cmpint (cli_fixture_run (fixture, "--version", NULL), ==, 0);
  cli_assert_contains (fixture->out, "IO Notifier");
  g_assert_cmpint (cli_fixture_run (fixture, "campaign", "--help", NULL), ==, 0);
  cli_assert_contains (fixture->out, "campaign send");
}

static void
test_usage (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();

  g_assert_cmpint (cli_fixture_run (fixture, NULL), ==, 2);
  g_assert_cmpint (cli_fixture_run (fixture, "nothing", NULL), ==, 2);
  g_assert_cmpint (cli_fixture_run (fixture, "campaign", "fly", NULL), ==, 2);
  g_assert_cmpint (cli_fixture_run (fixture, "campaign", "show", NULL), ==, 2);
  g_assert_cmpint (cli_fixture_run (fixture, "campaign", "show", "a", "b", NULL), ==, 2);
  g_assert_cmpint (cli_fixture_run (fixture, "campaign", "list", "--no-such-option", NULL), ==, 2);
  g_assert_cmpstr (fixture->out, ==, "");
  cli_assert_contains (fixture->err, "io-notifier-cli:");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/help/every-verb", test_every_verb);
  g_test_add_func ("/cli/help/general", test_general);
  g_test_add_func ("/cli/help/usage", test_usage);
  return g_test_run ();
}
