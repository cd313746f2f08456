/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What saves a citizen from a wrong message, and an office from not knowing what became of it. */

#define G_LOG_DOMAIN "test-cli"

#include "cli-fixture.h"

#define TWO_LANGUAGES                                                                         \
  "{\"name\": \"Due lingue\", \"kind\": \"news\", \"subject\": \"Avviso del Comune\","        \
  " \"markdown\": \"Ciao, lunedì gli uffici del Comune restano chiusi per tutto il giorno: " \
  "riaprono martedì alle nove.\","                                                           \
  " \"variants\": {\"de\": {\"subject\": \"Mitteilung der Gemeinde\","                        \
  " \"markdown\": \"Hallo, am Montag bleiben die Ämter der Gemeinde den ganzen Tag "         \
  "geschlossen: sie öffnen wieder am Dienstag um neun.\"}}}"

/* People born in Bolzano, most of whom prefer German on the practice platform. */
static char *
make_people (CliFixture *fixture, int n)
{
  g_autoptr (GString) text = g_string_new ("codice fiscale\n");

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "RSSMRA%02dT10A952X\n", 40 + i);
  return cli_fixture_write (fixture, "bolzano.csv", text->str);
}

/* The profile says which language a citizen prefers: the answer to the reach call is enough. */
static void
test_language (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *template_file = cli_fixture_write (fixture, "due.json", TWO_LANGUAGES);
  g_autofree char *people = make_people (fixture, 50);
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) figures = NULL;
  g_autoptr (GPtrArray) book = NULL;
  guint german = 0, italian = 0;

  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_make_office (fixture);
  cli_fixture_expect (fixture, 0, "--quiet", "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", people, NULL);
  id = g_strdup (g_strstrip (fixture->out));
  figures = cli_fixture_json (fixture, 0, "campaign", "send", id, "--yes", NULL);
  book = cli_fixture_read_book (fixture);
  for (guint i = 0; i < book->len; i++)
    {
      const char *subject = json_object_get_string_member (g_ptr_array_index (book, i), "subject");

      german += g_str_equal (subject, "Mitteilung der Gemeinde");
      italian += g_str_equal (subject, "Avviso del Comune");
    }
  g_assert_cmpuint (german, >, 5);
  g_assert_cmpuint (italian, >, 2);
  g_assert_cmpuint (german + italian, ==, cli_get_int (figures, "accepted"));
  g_assert_cmpint (cli_get_int (figures, "calls"), ==, 50 + cli_get_int (figures, "accepted"));
}

static char *
new_campaign_again (CliFixture *fixture, const char *file)
{
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");

  cli_fixture_expect (fixture, 0, "--quiet", "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, "--accept", "same-file", "--accept",
                      "already-sent", NULL);
  return g_strdup (g_strstrip (fixture->out));
}

/* The same notices imported a second time, every doubt brushed aside: whoever has the first message
 * is held, and it is said; a general retry does not let them through either. */
static void
test_held (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *file = g_build_filename (fixture->folder, "rette.csv", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) after = NULL;
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (JsonNode) reminded = NULL;
  g_autoptr (GPtrArray) book = NULL;
  JsonArray *reasons;
  JsonObject *reason = NULL;

  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_make_office (fixture);
  first = cli_fixture_new_campaign (fixture, 30);
  before = cli_fixture_json (fixture, 0, "campaign", "send", first, "--yes", NULL);
  second = new_campaign_again (fixture, file);
  cli_fixture_expect (fixture, 3, "campaign", "send", second, "--yes", NULL);
  cli_assert_contains (fixture->out, "already has a message with the same notice number");
  after = cli_fixture_json (fixture, 0, "campaign", "show", second, NULL);
  cli_assert_sum (after, 30);
  g_assert_cmpint (cli_get_int (after, "refused"), ==, cli_get_int (before, "accepted"));
  g_assert_cmpint (cli_get_int (after, "accepted"), ==, 0);
  reasons = json_object_get_array_member (cli_get_object (after), "reasons");
  for (guint i = 0; i < json_array_get_length (reasons); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (reasons, i),
                                                    "state"),
                     "refused"))
      reason = json_array_get_object_element (reasons, i);
  g_assert_nonnull (reason);
  g_assert_cmpstr (json_object_get_string_member (reason, "code"), ==, "notice-already-sent");

  cli_fixture_expect (fixture, 0, "campaign", "retry", second, NULL);
  again = cli_fixture_json (fixture, 0, "campaign", "show", second, NULL);
  g_assert_cmpint (cli_get_int (again, "pending"), ==, 0);
  book = cli_fixture_read_book (fixture);
  g_assert_cmpint (book->len, ==, cli_get_int (before, "accepted"));
  cli_assert_nobody_twice (fixture);

  /* A reminder is meant to be a second message: a person says so. */
  cli_fixture_expect (fixture, 2, "campaign", "retry", second, "--held", "--row", "2", NULL);
  cli_fixture_expect (fixture, 0, "campaign", "retry", second, "--held", NULL);
  cli_fixture_expect (fixture, 0, "campaign", "send", second, "--yes", NULL);
  reminded = cli_fixture_json (fixture, 0, "campaign", "show", second, NULL);
  g_assert_cmpint (cli_get_int (reminded, "accepted"), ==, cli_get_int (before, "accepted"));
  cli_fixture_expect (fixture, 0, "journal", "show", NULL);
  cli_assert_contains (fixture->out, "retry-held");
}

/* Twenty equal refusals: the cause and what to do, in words that an office understands. */
static void
test_cause_in_plain_words (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *key = cli_fixture_write (fixture, "key0", "practice-limit0-0123456789\n");
  g_autofree char *id = NULL;

  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_make_office (fixture);
  cli_fixture_expect (fixture, 0, "service", "set-key", "scuola", "--key-file", key, NULL);
  id = cli_fixture_new_campaign (fixture, 100);
  cli_fixture_expect (fixture, 3, "campaign", "send", id, "--yes", NULL);
  cli_assert_contains (fixture->err, "highest payment that this service may ask for");
  cli_assert_contains (fixture->err, "campaign retry");
  cli_fixture_expect (fixture, 3, "status", NULL);
}

/* What a person sees before agreeing: people, sum, smallest and largest amount, due dates. */
static void
test_figures_before_sending (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *file =
      cli_fixture_write (fixture, "tre.csv",
                         "codice fiscale;nome;alunno;mese;importo;scadenza;avviso\n"
                         "RSSMRA85T10A562S;Mario;Anna;ottobre;10,50;01/12/2099;301000000000000144\n"
                         "MRARSS75P14H501I;Rosa;Luca;ottobre;1.234,00;28/12/"
                         "2099;301000000000000245\n");
  g_autofree char *id = NULL;

  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_make_office (fixture);
  cli_fixture_run (fixture, "--quiet", "campaign", "new", "--service", "scuola", "--template",
                   template_file, "--recipients", file, "--accept", "amounts-far-apart", NULL);
  id = g_strdup (g_strstrip (fixture->out));
  if (*id == '\0')
    g_error ("no campaign:\n%s", fixture->err);
  cli_fixture_expect (fixture, 2, "campaign", "send", id, NULL);
  g_assert_cmpint (cli_fixture_run_on_terminal (fixture, "no\n", "campaign", "send", id, NULL), ==,
                   6);
  cli_assert_contains (fixture->out, "2 people");
  cli_assert_contains (fixture->out, "1.244,50");
  cli_assert_contains (fixture->out, "10,50");
  cli_assert_contains (fixture->out, "1.234,00");
  cli_assert_contains (fixture->out, "01/12/2099");
  cli_assert_contains (fixture->out, "28/12/2099");
  cli_assert_contains (fixture->out, "Nothing was sent.");
  /* The figures are the campaign's, and a first part says so. */
  g_assert_cmpint (cli_fixture_run_on_terminal (fixture, "no\n", "campaign", "send", id, "--first",
                                                "1", NULL),
                   ==, 6);
  cli_assert_contains (fixture->out, "those of all 2 people");
}

/* Whoever asks what became of the messages must not be left waiting, nor believe that all is well.
 */
static void
test_follow_fails (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) figures = NULL;

  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_make_office (fixture);
  id = cli_fixture_new_campaign (fixture, 20);
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  cli_fixture_set_faults (fixture, "401=1", NULL);
  cli_fixture_expect (fixture, 4, "--quiet", "campaign", "follow", id, "--once", NULL);
  cli_assert_contains (fixture->err, "key");
  cli_fixture_expect (fixture, 3, "status", NULL);
  cli_assert_contains (fixture->out, "1 API key refused");
  cli_fixture_set_faults (fixture, "portal=1", NULL);
  cli_fixture_expect (fixture, 5, "campaign", "follow", id, "--once", NULL);
  cli_assert_contains (fixture->err, "not the platform");
  cli_fixture_set_faults (fixture, "500=1", NULL);
  cli_fixture_expect (fixture, 5, "campaign", "follow", id, "--once", NULL);
  cli_fixture_stop_platform (fixture);
  cli_fixture_expect (fixture, 5, "campaign", "follow", id, "--once", NULL);
  cli_assert_contains (fixture->err, "no connection");
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  g_assert_cmpint (cli_get_int (figures, "delivered"), ==, 0);
  cli_assert_sum (figures, 20);
}

/* Whoever watches a campaign that an "office stop" holds is told why nothing moves. */
static void
test_stop_is_said (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *id = NULL;
  g_autoptr (GSubprocess) sender = NULL;

  cli_fixture_serve (fixture, "--rate", "none", "--latency", "20-60", NULL);
  cli_fixture_make_office (fixture);
  cli_fixture_expect (fixture, 0, "office", "set", "concurrency", "2", NULL);
  id = cli_fixture_new_campaign (fixture, 100);
  sender = cli_fixture_spawn (fixture, "campaign", "send", id, "--yes", NULL);
  cli_fixture_wait_for_book (fixture, 5);
  cli_fixture_expect (fixture, 0, "office", "stop", NULL);
  cli_fixture_wait_for_log (fixture, "All sending was stopped for this office");
  cli_fixture_expect (fixture, 0, "office", "start", NULL);
  g_assert_cmpint (cli_fixture_wait (fixture, sender), ==, 0);
}

/* The program that sent has died: monitoring must not believe that all is well. */
static void
test_unattended (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *id = NULL;
  g_autoptr (GSubprocess) sender = NULL;
  g_autoptr (JsonNode) alive = NULL;
  g_autoptr (JsonNode) dead = NULL;
  g_autoptr (JsonNode) figures = NULL;

  cli_fixture_serve (fixture, "--rate", "none", "--latency", "20-60", NULL);
  cli_fixture_make_office (fixture);
  cli_fixture_expect (fixture, 0, "office", "set", "concurrency", "2", NULL);
  id = cli_fixture_new_campaign (fixture, 120);
  sender = cli_fixture_spawn (fixture, "campaign", "send", id, "--yes", NULL);
  cli_fixture_wait_for_book (fixture, 5);
  alive = cli_fixture_json (fixture, 0, "status", NULL);
  g_assert_cmpint (cli_get_int (alive, "running"), ==, 1);
  g_assert_cmpint (cli_get_int (alive, "unattended"), ==, 0);
  g_subprocess_force_exit (sender);
  g_subprocess_wait (sender, NULL, NULL);
  dead = cli_fixture_json (fixture, 3, "status", NULL);
  g_assert_cmpint (cli_get_int (dead, "unattended"), ==, 1);
  cli_fixture_expect (fixture, 3, "status", NULL);
  cli_assert_contains (fixture->out, "no program is sending");
  cli_fixture_run (fixture, "campaign", "send", id, "--yes", NULL);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  g_assert_cmpstr (cli_get_text (figures, "state"), ==, "done");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/guards/language", test_language);
  g_test_add_func ("/cli/guards/held", test_held);
  g_test_add_func ("/cli/guards/cause-in-plain-words", test_cause_in_plain_words);
  g_test_add_func ("/cli/guards/figures-before-sending", test_figures_before_sending);
  g_test_add_func ("/cli/guards/follow-fails", test_follow_fails);
  g_test_add_func ("/cli/guards/stop-is-said", test_stop_is_said);
  g_test_add_func ("/cli/guards/unattended", test_unattended);
  return g_test_run ();
}
