/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The simulated platform: alone, in a practice office, and at a platform's real pace. */

#define G_LOG_DOMAIN "test-cli"

#include "cli-fixture.h"

/* It prints where it answers, keeps to this machine, and ends well when it is told to. */
static void
test_serve (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *figures = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autofree char *port = NULL;

  cli_fixture_serve (fixture, "--rate", "150/5", "--latency", "1-2", "--seed", "9", NULL);
  uri = g_uri_parse (fixture->url, G_URI_FLAGS_NONE, NULL);
  g_assert_nonnull (uri);
  g_assert_cmpstr (g_uri_get_scheme (uri), ==, "http");
  g_assert_cmpstr (g_uri_get_host (uri), ==, "127.0.0.1");
  figures = cli_fixture_control (fixture, "figures", NULL);
  cli_assert_contains (figures, "\"persons_twice\":0");
  /* The port is taken. */
  port = g_strdup_printf ("%d", g_uri_get_port (uri));
  cli_fixture_expect (fixture, 1, "practice", "serve", "--port", port, NULL);
  g_subprocess_send_signal (fixture->platform, SIGTERM);
  g_assert_cmpint (cli_fixture_wait (fixture, fixture->platform), ==, 0);
}

static void
test_serve_refused (void)
{
  static const char *const options[][2] = {
    { "--port", "70000" },  { "--port", "x" },       { "--rate", "fast" },   { "--rate", "0/0" },
    { "--latency", "9-1" }, { "--latency", "x" },    { "--rate", "150/5x" }, { "--latency", "-5" },
    { "--seed", "x" },      { "--no-such", "word" },
  };
  g_autoptr (CliFixture) fixture = cli_fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      cli_fixture_expect (fixture, 2, "practice", "serve", options[i][0], options[i][1], NULL);
      g_assert_cmpstr (fixture->out, ==, "");
    }
  cli_fixture_expect (fixture, 1, "practice", "serve", "--fault", "earthquake=1", NULL);
  cli_fixture_expect (fixture, 1, "practice", "serve", "--fault", "429=2", NULL);
}

/* A practice office that is not there yet is made, with a service and its key, and can send. */
static void
test_built_in (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *file = cli_fixture_sample (fixture, 20);
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) services = cli_fixture_json (fixture, 0, "service", "list", NULL);
  g_autoptr (JsonNode) figures = NULL;
  JsonNode *service = json_array_get_element (json_node_get_array (services), 0);

  cli_fixture_expect (fixture, 0, "campaign", "new", "--service", cli_get_text (service, "id"),
                      "--template", template_file, "--recipients", file, NULL);
  id = g_strdup (g_strstrip (fixture->out));
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  cli_assert_contains (fixture->err, "ractice");
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  cli_assert_sum (figures, 20);
  g_assert_cmpstr (cli_get_text (figures, "state"), ==, "done");
  g_assert_cmpint (cli_get_int (figures, "accepted"), >, 0);
}

/* The platform allows less than the office believes: it is told so, waits, and loses nobody. */
static void
test_slower_platform (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *id = NULL;
  g_autofree char *figures_text = NULL;
  g_autoptr (JsonNode) figures = NULL;

  cli_fixture_serve (fixture, "--rate", "60/1", NULL);
  cli_fixture_make_office (fixture);
  id = cli_fixture_new_campaign (fixture, 150);
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  cli_assert_sum (figures, 150);
  g_assert_cmpint (cli_get_int (figures, "pending") + cli_get_int (figures, "uncertain"), ==, 0);
  cli_assert_nobody_twice (fixture);
  figures_text = cli_fixture_control (fixture, "figures", NULL);
  cli_assert_contains (figures_text, "\"persons_twice\":0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/practice/serve", test_serve);
  g_test_add_func ("/cli/practice/serve-refused", test_serve_refused);
  g_test_add_func ("/cli/practice/built-in", test_built_in);
  g_test_add_func ("/cli/practice/slower-platform", test_slower_platform);
  return g_test_run ();
}
