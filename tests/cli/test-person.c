/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What the office holds about one person, its erasure, and messages to one person. People stand in
 * no argument, no report and no journal. */

#define G_LOG_DOMAIN "test-cli"

#include "cli-fixture.h"

/* Reachable on the practice platform whatever its rule: PagoPA's test code. */
#define PERSON "AAAAAA00A00A000A"

static CliFixture *
begin (void)
{
  CliFixture *fixture = cli_fixture_new ();

  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_make_office (fixture);
  return fixture;
}

/* @notice: distinguishes one message from another */
static char *
make_input (const char *code, const char *notice)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) due = g_date_time_add_days (now, 200);
  g_autofree char *day = g_date_time_format (due, "%d/%m/%Y");

  return g_strdup_printf ("{\"fiscal_code\": \"%s\", \"fields\": {\"nome\": \"GIACOMINA\", "
                          "\"alunno\": \"LUCA\", "
                          "\"mese\": \"ottobre\", \"importo\": \"85,50\", \"scadenza\": \"%s\", "
                          "\"avviso\": \"%s\"}}",
                          code, day, notice);
}

static void
send_message (CliFixture *fixture, int status, const char *input)
{
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");

  cli_fixture_expect_input (fixture, status, input, "--json", "message", "send", "--service",
                            "scuola", "--template", template_file, "--fiscal-code", "-", NULL);
}

static void
test_message (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *input = make_input (PERSON, "301011100007347557");
  g_autofree char *absent = NULL;
  g_autoptr (JsonNode) answer = NULL;
  g_autoptr (GPtrArray) book = NULL;
  JsonObject *entry;

  send_message (fixture, 0, input);
  answer = json_from_string (fixture->out, NULL);
  g_assert_nonnull (answer);
  g_assert_cmpstr (cli_get_text (answer, "state"), ==, "accepted");
  g_assert_cmpstr (cli_get_text (answer, "message_id"), !=, "");
  book = cli_fixture_read_book (fixture);
  g_assert_cmpint (book->len, ==, 1);
  entry = g_ptr_array_index (book, 0);
  g_assert_cmpstr (json_object_get_string_member (entry, "fiscal_code"), ==, PERSON);
  g_assert_cmpstr (json_object_get_string_member (entry, "notice_number"), ==,
                   "301011100007347557");
  /* The same notice to the same person again is held and said. */
  send_message (fixture, 3, input);
  g_clear_pointer (&book, g_ptr_array_unref);
  book = cli_fixture_read_book (fixture);
  g_assert_cmpint (book->len, ==, 1);
}

static void
test_message_refused (void)
{
  static const char *const inputs[] = {
    "",
    "{",
    "[]",
    "\"x\"",
    "{\"fiscal_code\": 3}",
    "{\"fields\": {}}",
    "{\"fiscal_code\": \"AAAAAA00A00A000A\", \"fields\": []}",
    "{\"fiscal_code\": \"AAAAAA00A00A000A\", \"fields\": {\"importo\": 85.5}}",
    "{\"fiscal_code\": \"AAAAAA00A00A000A\", \"fields\": {\"nome\": null}}",
    "{\"fiscal_code\": \"AAAAAA00A00A000A\"}",
  };
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *long_input = g_strnfill (100000, ' ');
  g_autofree char *bad_code = make_input ("RSSMRA85T10", "301011100007347557");
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (GPtrArray) book = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      int status =
          cli_fixture_run_input (fixture, inputs[i], "message", "send", "--service", "scuola",
                                 "--template", template_file, "--fiscal-code", "-", NULL);

      if (status != 1 && status != 3)
        g_error ("“%s”: exit status %d\n%s", inputs[i], status, fixture->err);
      g_assert_cmpint (strlen (fixture->err), >, 20);
      g_assert_cmpstr (fixture->out, ==, "");
    }
  send_message (fixture, 1, long_input);
  send_message (fixture, 1, bad_code);
  cli_assert_lacks (fixture->err, "RSSMRA85T10");
  /* A person never stands in an argument. */
  cli_fixture_expect (fixture, 2, "message", "send", "--service", "scuola", "--template",
                      template_file, "--fiscal-code", PERSON, NULL);
  cli_fixture_expect (fixture, 2, "message", "send", "--service", "scuola", "--template",
                      template_file, NULL);
  book = cli_fixture_read_book (fixture);
  g_assert_cmpint (book->len, ==, 0);
  list = cli_fixture_json (fixture, 0, "campaign", "list", NULL);
  g_assert_cmpint (json_array_get_length (json_node_get_array (list)), ==, 0);
}

static void
test_show (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *input = make_input (PERSON, "301011100007347557");
  g_autoptr (JsonNode) records = NULL;
  g_autoptr (JsonNode) journal = NULL;
  JsonNode *record;

  send_message (fixture, 0, input);
  cli_fixture_expect (fixture, 2, "person", "show", "--fiscal-code", PERSON, NULL);
  cli_fixture_expect (fixture, 2, "person", "show", NULL);
  cli_fixture_expect_input (fixture, 1, "RSSMRA85T10\n", "person", "show", "--fiscal-code", "-",
                            NULL);
  cli_assert_lacks (fixture->err, "RSSMRA85T10");
  cli_fixture_expect_input (fixture, 0, "aaaaaa00a00a000a\n", "--json", "person", "show",
                            "--fiscal-code", "-", NULL);
  records = json_from_string (fixture->out, NULL);
  g_assert_nonnull (records);
  g_assert_cmpint (json_array_get_length (json_node_get_array (records)), ==, 1);
  record = json_array_get_element (json_node_get_array (records), 0);
  g_assert_cmpstr (cli_get_text (record, "state"), ==, "accepted");
  g_assert_cmpstr (cli_get_text (record, "message_id"), !=, "");
  g_assert_cmpstr (cli_get_text (record, "subject"), ==, "Retta scolastica di ottobre");
  cli_assert_contains (cli_get_text (record, "markdown"), "Giacomina");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (cli_get_object (
                                                                                     record),
                                                                                 "fields"),
                                                  "nome"),
                   ==, "GIACOMINA");
  cli_fixture_expect_input (fixture, 0, PERSON, "person", "show", "--fiscal-code", "-", NULL);
  cli_assert_contains (fixture->out, "Giacomina");

  journal = cli_fixture_json (fixture, 0, "journal", "show", NULL);
  cli_assert_contains (fixture->out, "person-show");
  cli_assert_lacks (fixture->out, PERSON);
  cli_assert_lacks (fixture->out, "GIACOMINA");
}

static void
test_forget (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *input = make_input (PERSON, "301011100007347557");
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (JsonNode) figures = NULL;
  g_autofree char *id = NULL;

  send_message (fixture, 0, input);
  list = cli_fixture_json (fixture, 0, "campaign", "list", NULL);
  id = g_strdup (cli_get_text (json_array_get_element (json_node_get_array (list), 0), "id"));
  cli_fixture_expect_input (fixture, 2, PERSON, "person", "forget", "--fiscal-code", "-", NULL);
  cli_fixture_expect_input (fixture, 0, PERSON, "person", "forget", "--fiscal-code", "-", "--yes",
                            NULL);
  cli_fixture_expect_input (fixture, 0, PERSON, "person", "show", "--fiscal-code", "-", NULL);
  g_assert_cmpstr (fixture->out, ==, "");
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  g_assert_cmpint (cli_get_int (figures, "accepted"), ==, 1);
  cli_assert_sum (figures, 1);
  cli_fixture_expect (fixture, 0, "journal", "show", NULL);
  cli_assert_contains (fixture->out, "person-forget");
  cli_assert_lacks (fixture->out, PERSON);
}

/* Who did what, when: since a moment, too. */
static void
test_journal (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 3);
  g_autoptr (JsonNode) journal = NULL;
  g_autoptr (JsonNode) later = NULL;
  JsonNode *entry;

  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  cli_fixture_expect (fixture, 0, "office", "stop", NULL);
  cli_fixture_expect (fixture, 0, "office", "start", NULL);
  journal = cli_fixture_json (fixture, 0, "journal", "show", NULL);
  g_assert_cmpint (json_array_get_length (json_node_get_array (journal)), >=, 4);
  entry = json_array_get_element (json_node_get_array (journal), 0);
  g_assert_true (g_str_has_suffix (cli_get_text (entry, "at"), "Z"));
  g_assert_cmpstr (cli_get_text (entry, "who"), !=, "");
  g_assert_cmpstr (cli_get_text (entry, "action"), !=, "");
  later = cli_fixture_json (fixture, 0, "journal", "show", "--since", "2090-01-01", NULL);
  g_assert_cmpint (json_array_get_length (json_node_get_array (later)), ==, 0);
  cli_fixture_expect (fixture, 2, "journal", "show", "--since", "ieri", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/message/send", test_message);
  g_test_add_func ("/cli/message/refused", test_message_refused);
  g_test_add_func ("/cli/person/show", test_show);
  g_test_add_func ("/cli/person/forget", test_forget);
  g_test_add_func ("/cli/journal", test_journal);
  return g_test_run ();
}
