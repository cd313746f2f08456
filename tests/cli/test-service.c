/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Services and their keys. */

#define G_LOG_DOMAIN "test-cli"

#include "cli-fixture.h"

static CliFixture *
begin (void)
{
  CliFixture *fixture = cli_fixture_new ();

  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_make_office (fixture);
  return fixture;
}

static char *
get_key_state (CliFixture *fixture, const char *service)
{
  g_autoptr (JsonNode) shown = cli_fixture_json (fixture, 0, "service", "show", service, NULL);

  return g_strdup (cli_get_text (shown, "key"));
}

static void
expect_key_state (CliFixture *fixture, const char *service, const char *state)
{
  g_autofree char *got = get_key_state (fixture, service);

  g_assert_cmpstr (got, ==, state);
}

static void
test_add (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autoptr (JsonNode) list = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nessuna", NULL);

  cli_fixture_expect (fixture, 2, "service", "add", NULL);
  cli_fixture_expect (fixture, 2, "service", "add", "--id", "mensa", NULL);
  /* A key never stands in an argument. */
  cli_fixture_expect (fixture, 2, "service", "add", "--id", "mensa", "--name", "Mensa", "--key",
                      "practice-mensa-0123456789", NULL);
  cli_fixture_expect (fixture, 1, "service", "add", "--id", "mensa", "--name", "Mensa",
                      "--key-file", nowhere, NULL);
  cli_fixture_expect (fixture, 1, "service", "show", "mensa", NULL);
  cli_fixture_expect_input (fixture, 1, "two words and 0123456789\n", "service", "add", "--id",
                            "mensa", "--name", "Mensa", "--key-file", "-", NULL);
  cli_fixture_expect (fixture, 1, "service", "show", "mensa", NULL);
  cli_fixture_expect_input (fixture, 0, "practice-mensa-0123456789\n", "service", "add", "--id",
                            "mensa", "--name", "Mensa scolastica", "--department", "Scuola",
                            "--key-file", "-", NULL);
  cli_fixture_expect (fixture, 1, "service", "add", "--id", "mensa", "--name", "Altra", NULL);
  expect_key_state (fixture, "mensa", "present");
  cli_fixture_expect (fixture, 0, "service", "add", "--id", "tari", "--name", "TARI", NULL);
  expect_key_state (fixture, "tari", "absent");

  list = cli_fixture_json (fixture, 0, "service", "list", NULL);
  g_assert_cmpint (json_array_get_length (json_node_get_array (list)), >=, 3);
  cli_assert_lacks (fixture->out, "0123456789");
  cli_fixture_expect (fixture, 0, "service", "list", NULL);
  cli_assert_contains (fixture->out, "Mensa scolastica");
  cli_assert_contains (fixture->out, "Scuola");
  cli_assert_lacks (fixture->out, "0123456789");
  /* By name, where it is unique. */
  expect_key_state (fixture, "Mensa scolastica", "present");
}

static void
test_check (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autoptr (JsonNode) works = cli_fixture_json (fixture, 0, "service", "check", "scuola", NULL);
  g_autoptr (JsonNode) refused = NULL;
  g_autoptr (JsonNode) no_scope = NULL;
  g_autoptr (GPtrArray) book = NULL;

  g_assert_true (json_object_get_boolean_member (cli_get_object (works), "works"));
  expect_key_state (fixture, "scuola", "ok");
  cli_fixture_expect (fixture, 2, "service", "set-key", "scuola", NULL);
  cli_fixture_expect_input (fixture, 0, "practice-refused-0123456789", "service", "set-key",
                            "scuola", "--key-file", "-", NULL);
  expect_key_state (fixture, "scuola", "present");
  refused = cli_fixture_json (fixture, 4, "service", "check", "scuola", NULL);
  g_assert_false (json_object_get_boolean_member (cli_get_object (refused), "works"));
  cli_assert_contains (cli_get_text (refused, "code"), "401");
  cli_fixture_expect_input (fixture, 0, "practice-noscope-0123456789", "service", "set-key",
                            "scuola", "--key-file", "-", NULL);
  no_scope = cli_fixture_json (fixture, 4, "service", "check", "scuola", NULL);
  cli_assert_contains (cli_get_text (no_scope, "code"), "403");
  cli_fixture_expect (fixture, 3, "status", NULL);
  cli_fixture_expect (fixture, 1, "service", "check", "nessuno", NULL);
  /* It asks harmlessly. */
  book = cli_fixture_read_book (fixture);
  g_assert_cmpint (book->len, ==, 0);
  cli_fixture_stop_platform (fixture);
  cli_fixture_expect (fixture, 5, "service", "check", "scuola", NULL);
}

static void
test_no_key (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *file = cli_fixture_sample (fixture, 5);
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *id = NULL;

  cli_fixture_expect (fixture, 0, "service", "add", "--id", "senza", "--name", "Senza", NULL);
  cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "senza", "--template",
                      template_file, "--recipients", file, NULL);
  id = g_strdup (g_strstrip (fixture->out));
  cli_fixture_expect (fixture, 1, "campaign", "send", id, "--yes", NULL);
  cli_assert_contains (fixture->err, "service set-key");
}

static void
test_remove (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = NULL;

  cli_fixture_expect_input (fixture, 0, "practice-mensa-0123456789\n", "service", "add", "--id",
                            "mensa", "--name", "Mensa", "--key-file", "-", NULL);
  cli_fixture_expect (fixture, 0, "service", "remove", "mensa", NULL);
  cli_fixture_expect (fixture, 1, "service", "show", "mensa", NULL);
  cli_fixture_expect (fixture, 1, "service", "remove", "mensa", NULL);
  /* Its key has gone with it. */
  cli_fixture_expect (fixture, 0, "service", "add", "--id", "mensa", "--name", "Mensa", NULL);
  expect_key_state (fixture, "mensa", "absent");
  /* A service that campaigns need stays, and they can still be shown. */
  id = cli_fixture_new_campaign (fixture, 3);
  cli_fixture_run (fixture, "service", "remove", "scuola", NULL);
  cli_fixture_expect (fixture, 0, "campaign", "show", id, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/service/add", test_add);
  g_test_add_func ("/cli/service/check", test_check);
  g_test_add_func ("/cli/service/no-key", test_no_key);
  g_test_add_func ("/cli/service/remove", test_remove);
  return g_test_run ();
}
