/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The ways in which a campaign comes to be. */

#define G_LOG_DOMAIN "test-cli"

#include "cli-fixture.h"

#define NEWS                                                                                   \
  "{\"name\": \"Chiusura\", \"kind\": \"news\", \"subject\": \"Chiusura di {{luogo}}\","       \
  " \"markdown\": \"Ciao {{nome}},\\n\\n**{{luogo}}** resta chiusa fino a nuovo avviso per i " \
  "lavori di cui ti avevamo scritto con la lettera di marzo.\"}"

static CliFixture *
begin (void)
{
  CliFixture *fixture = cli_fixture_new ();

  cli_fixture_serve (fixture, "--rate", "none", "--seed", "1", NULL);
  cli_fixture_make_office (fixture);
  return fixture;
}

static void
expect_campaigns (CliFixture *fixture, guint n)
{
  g_autoptr (JsonNode) list = cli_fixture_json (fixture, 0, "campaign", "list", NULL);

  g_assert_cmpint (json_array_get_length (json_node_get_array (list)), ==, n);
}

static void
test_refused (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *file = cli_fixture_sample (fixture, 3);
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");

  cli_fixture_expect (fixture, 2, "campaign", "new", NULL);
  cli_fixture_expect (fixture, 2, "campaign", "new", "--service", "scuola", "--template",
                      template_file, NULL);
  cli_fixture_expect (fixture, 2, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, "--from", "x", NULL);
  cli_fixture_expect (fixture, 1, "campaign", "new", "--service", "nessuno", "--template",
                      template_file, "--recipients", file, NULL);
  cli_fixture_expect (fixture, 1, "campaign", "new", "--service", "scuola", "--template",
                      "nessun modello", "--recipients", file, NULL);
  cli_fixture_expect (fixture, 1, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", "/none.csv", NULL);
  cli_fixture_expect (fixture, 1, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--from", "nessuna", NULL);
  cli_fixture_expect (fixture, 1, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, "--map", "importo", NULL);
  expect_campaigns (fixture, 0);
}

/* One value for every row, and a starter template by its name. */
static void
test_constants (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *file = cli_fixture_sample (fixture, 3);
  g_autofree char *news = cli_fixture_write (fixture, "news.json", NEWS);
  g_autofree char *id = NULL;
  g_autofree char *by_name = NULL;
  g_autoptr (JsonNode) preview = NULL;
  g_autoptr (JsonNode) figures = NULL;

  /* A field that no column has stops the import before anything is stored. */
  g_assert_cmpint (cli_fixture_run (fixture, "campaign", "new", "--service", "scuola", "--template",
                                    news, "--recipients", file, NULL),
                   !=, 0);
  expect_campaigns (fixture, 0);
  cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "scuola", "--template", news,
                      "--recipients", file, "--set", "luogo=Piazza Ariostea", NULL);
  id = g_strdup (g_strstrip (fixture->out));
  preview = cli_fixture_json (fixture, 0, "campaign", "preview", id, NULL);
  g_assert_cmpstr (cli_get_text (preview, "subject"), ==, "Chiusura di Piazza Ariostea");

  /* By the name of an office's template, and of one that comes with the program. */
  cli_fixture_expect (fixture, 0, "template", "add", news, NULL);
  cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "scuola", "--template",
                      "chiusura", "--recipients", file, "--set", "luogo=Piazza Ariostea", "--name",
                      "Ancora", "--accept", "same-file", NULL);
  by_name = g_strdup (g_strstrip (fixture->out));
  figures = cli_fixture_json (fixture, 0, "campaign", "show", by_name, NULL);
  g_assert_cmpstr (cli_get_text (figures, "name"), ==, "Ancora");
  cli_assert_sum (figures, 3);
}

/* To people of an earlier campaign: those reached, or those in another state. */
static void
test_from (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 60);
  g_autofree char *news = cli_fixture_write (fixture, "news.json", NEWS);
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autoptr (JsonNode) first_figures = NULL;
  g_autoptr (JsonNode) second_figures = NULL;
  g_autoptr (JsonNode) third_figures = NULL;
  g_autoptr (JsonNode) preview = NULL;

  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  first_figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "scuola", "--template", news,
                      "--from", id, "--set", "luogo=Piazza Ariostea", NULL);
  second = g_strdup (g_strstrip (fixture->out));
  second_figures = cli_fixture_json (fixture, 0, "campaign", "show", second, NULL);
  g_assert_cmpint (cli_get_int (second_figures, "rows"), ==,
                   cli_get_int (first_figures, "accepted"));
  preview = cli_fixture_json (fixture, 0, "campaign", "preview", second, NULL);
  cli_assert_contains (cli_get_text (preview, "markdown"), "Ciao ");
  cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "scuola", "--template", news,
                      "--from", id, "--state", "switched_off", "--set", "luogo=Piazza Ariostea",
                      NULL);
  third = g_strdup (g_strstrip (fixture->out));
  third_figures = cli_fixture_json (fixture, 0, "campaign", "show", third, NULL);
  g_assert_cmpint (cli_get_int (third_figures, "rows"), ==,
                   cli_get_int (first_figures, "switched_off"));
  cli_fixture_expect (fixture, 1, "campaign", "new", "--service", "scuola", "--template", news,
                      "--from", id, "--state", "failed", "--set", "luogo=x", NULL);
  g_assert_cmpint (cli_fixture_run (fixture, "campaign", "new", "--service", "scuola", "--template",
                                    news, "--from", id, "--state", "lost", NULL),
                   !=, 0);
  /* The correction reaches its people. */
  cli_fixture_expect (fixture, 0, "campaign", "send", second, "--yes", NULL);
}

/* A person with the same notice in another campaign is held, and it is said. */
static void
test_held (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 30);
  g_autofree char *file = g_build_filename (fixture->folder, "rette.csv", NULL);
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *again = NULL;
  g_autoptr (JsonNode) figures = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  before = cli_fixture_read_book (fixture);
  cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, "--accept", "same-file", "--accept",
                      "already-sent", NULL);
  again = g_strdup (g_strstrip (fixture->out));
  cli_fixture_run (fixture, "campaign", "send", again, "--yes", NULL);
  after = cli_fixture_read_book (fixture);
  g_assert_cmpint (after->len, ==, before->len);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", again, NULL);
  cli_assert_sum (figures, 30);
  g_assert_cmpint (cli_get_int (figures, "accepted"), ==, 0);
  cli_assert_contains (fixture->out, "already-sent");
  cli_assert_nobody_twice (fixture);
}

/* Waits until the process holds the ledger's lock, without touching it. */
static void
wait_for_lock (GSubprocess *process)
{
  g_autofree char *line =
      g_strdup_printf ("FLOCK  ADVISORY  WRITE %s ", g_subprocess_get_identifier (process));

  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *locks = NULL;

      if (g_file_get_contents ("/proc/locks", &locks, NULL, NULL) && strstr (locks, line) != NULL)
        return;
      g_usleep (20000);
    }
  g_error ("the engine did not take the lock");
}

/* Two engines on one ledger: the second says so; a send is handed to the first. */
static void
test_two_engines (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 40);
  g_autoptr (GSubprocess) engine = cli_fixture_spawn (fixture, "run", NULL);
  g_autoptr (JsonNode) figures = NULL;

  wait_for_lock (engine);
  cli_fixture_expect (fixture, 1, "run", NULL);
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  cli_assert_contains (fixture->err, "Another program");
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  cli_assert_sum (figures, 40);
  g_assert_cmpint (cli_get_int (figures, "pending") + cli_get_int (figures, "sending"), ==, 0);
  cli_assert_nobody_twice (fixture);
  g_subprocess_send_signal (engine, SIGTERM);
  g_assert_cmpint (cli_fixture_wait (fixture, engine), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/campaign-new/refused", test_refused);
  g_test_add_func ("/cli/campaign-new/constants", test_constants);
  g_test_add_func ("/cli/campaign-new/from", test_from);
  g_test_add_func ("/invariant/2/held-across-campaigns", test_held);
  g_test_add_func ("/cli/campaign-new/two-engines", test_two_engines);
  return g_test_run ();
}
