/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The main job, from a file to the citizens, and what one does with a campaign before and after. */

#define G_LOG_DOMAIN "test-cli"

#include "cli-fixture.h"

static CliFixture *
begin (void)
{
  CliFixture *fixture = cli_fixture_new ();

  cli_fixture_serve (fixture, "--rate", "none", "--seed", "1", NULL);
  cli_fixture_make_office (fixture);
  return fixture;
}

static void
test_main_job (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 200);
  g_autoptr (JsonNode) before = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  g_autoptr (JsonNode) after = NULL;
  g_autoptr (JsonNode) followed = NULL;
  g_autoptr (GPtrArray) book = NULL;
  int status;

  g_assert_cmpstr (json_object_get_string_member (cli_get_object (before), "state"), ==, "ready");
  g_assert_cmpint (cli_get_int (before, "rows"), ==, 200);
  g_assert_cmpint (cli_get_int (before, "pending"), ==, 200);
  g_assert_true (json_object_get_null_member (cli_get_object (before), "finished_at"));

  after = cli_fixture_json (fixture, 0, "campaign", "send", id, "--yes", NULL);
  g_assert_cmpstr (json_object_get_string_member (cli_get_object (after), "state"), ==, "done");
  g_assert_cmpint (cli_get_int (after, "accepted") + cli_get_int (after, "delivered"), >, 80);
  g_assert_cmpint (cli_get_int (after, "not_on_io"), >, 20);
  g_assert_cmpint (cli_get_int (after, "accepted") + cli_get_int (after, "not_on_io") +
                       cli_get_int (after, "switched_off"),
                   ==, 200);
  g_assert_true (json_object_get_null_member (cli_get_object (after), "read"));
  g_assert_cmpint (cli_get_int (after, "throttled"), ==, 0);
  book = cli_fixture_read_book (fixture);
  g_assert_cmpint (book->len, ==, cli_get_int (after, "accepted"));

  /* Accepted is not delivered: some are rejected later, and wait for a person. */
  status = cli_fixture_follow (fixture, id);
  followed = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  cli_assert_sum (followed, 200);
  g_assert_cmpint (cli_get_int (followed, "delivered"), >, 0);
  g_assert_cmpint (status, ==,
                   cli_get_int (followed, "rejected") + cli_get_int (followed, "failed") > 0 ? 3
                                                                                             : 0);

  /* Sent again, nothing happens. */
  cli_fixture_expect (fixture, 1, "campaign", "send", id, "--yes", NULL);
  g_clear_pointer (&book, g_ptr_array_unref);
  book = cli_fixture_read_book (fixture);
  g_assert_cmpint (book->len, ==, cli_get_int (after, "accepted"));
}

static void
test_before_sending (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 50);
  g_autoptr (JsonNode) preview = NULL;
  g_autoptr (JsonNode) check = NULL;
  g_autoptr (JsonNode) reached = NULL;
  g_autoptr (JsonNode) sent = NULL;
  g_autoptr (GPtrArray) book = NULL;

  preview = cli_fixture_json (fixture, 0, "campaign", "preview", id, "--row", "2", NULL);
  g_assert_cmpint (cli_get_int (preview, "row"), ==, 2);
  g_assert_cmpint (strlen (json_object_get_string_member (cli_get_object (preview), "subject")), >,
                   9);
  check = cli_fixture_json (fixture, 0, "campaign", "check", id, NULL);
  g_assert_cmpint (cli_get_int (check, "merged"), ==, 50);

  cli_fixture_expect (fixture, 0, "campaign", "reach", id, NULL);
  reached = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  g_assert_cmpint (cli_get_int (reached, "pending") + cli_get_int (reached, "not_on_io") +
                       cli_get_int (reached, "switched_off"),
                   ==, 50);
  g_assert_cmpint (cli_get_int (reached, "calls"), ==, 50);
  book = cli_fixture_read_book (fixture);
  g_assert_cmpint (book->len, ==, 0);

  /* A campaign checked before costs one call a person. */
  sent = cli_fixture_json (fixture, 0, "campaign", "send", id, "--yes", NULL);
  g_assert_cmpint (cli_get_int (sent, "calls"), ==, 50 + cli_get_int (sent, "accepted"));
}

static void
test_expectations (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 30);
  g_autofree char *table = g_build_filename (fixture->folder, "rette.csv", NULL);
  g_autoptr (JsonNode) report = NULL;
  g_autoptr (GPtrArray) book = NULL;
  g_autofree char *total = NULL;
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  gint64 cents;

  cli_fixture_expect (fixture, 2, "campaign", "send", id, NULL);
  cli_fixture_expect (fixture, 1, "campaign", "send", id, "--yes", "--expect-people", "31", NULL);
  cli_fixture_expect (fixture, 1, "campaign", "send", id, "--yes", "--expect-total", "1,00", NULL);
  book = cli_fixture_read_book (fixture);
  g_assert_cmpint (book->len, ==, 0);
  report = cli_fixture_json (fixture, 0, "recipients", "check", table, "--template", template_file,
                             NULL);
  cents =
      json_object_get_int_member (json_object_get_object_member (cli_get_object (report), "totals"),
                                  "amount");
  total = g_strdup_printf ("%d,%02d", (int) (cents / 100), (int) (cents % 100));
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", "--expect-people", "30",
                      "--expect-total", total, NULL);
}

static void
test_first (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 100);
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (JsonNode) figures = NULL;

  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", "--first", "20", NULL);
  some = cli_fixture_read_book (fixture);
  g_assert_cmpint (some->len, ==, 20);
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  all = cli_fixture_read_book (fixture);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  g_assert_cmpint (all->len, ==, cli_get_int (figures, "accepted"));
}

static void
test_cancel (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 20);
  g_autoptr (JsonNode) figures = NULL;

  cli_fixture_expect (fixture, 0, "campaign", "cancel", id, NULL);
  cli_fixture_expect (fixture, 1, "campaign", "send", id, "--yes", NULL);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  g_assert_cmpint (cli_get_int (figures, "cancelled"), ==, 20);
}

static void
test_after (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 40);
  g_autofree char *file = g_build_filename (fixture->folder, "fuori.csv", NULL);
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *again = NULL;
  g_autoptr (JsonNode) figures = NULL;
  g_autoptr (JsonNode) rows = NULL;
  g_autoptr (JsonNode) purged = NULL;

  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  cli_fixture_expect (fixture, 0, "campaign", "export", id, "--state", "not_on_io", "--output",
                      file, NULL);
  rows = cli_fixture_json (fixture, 0, "recipients", "read", file, NULL);
  g_assert_cmpint (json_array_get_length (json_node_get_array (rows)), ==,
                   1 + cli_get_int (figures, "not_on_io"));

  /* A second notice goes to those who got the first; the same notice numbers are a doubt. */
  cli_fixture_expect (fixture, 3, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--from", id, NULL);
  cli_assert_contains (fixture->err, "(");
  cli_fixture_expect (fixture, 0, "campaign", "purge", id, "--yes", NULL);
  purged = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  g_assert_cmpint (cli_get_int (purged, "accepted"), ==, cli_get_int (figures, "accepted"));
  g_assert_cmpint (cli_get_int (purged, "rows"), ==, 40);
}

/* A person in the file is refused nothing for others: rows to mend stop the import, or are left out
 * with their reason. */
static void
test_invalid_rows (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *sample = cli_fixture_sample (fixture, 10);
  g_autofree char *text = NULL;
  g_autofree char *broken = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (JsonNode) figures = NULL;
  g_auto (GStrv) lines = NULL;

  g_file_get_contents (sample, &text, NULL, NULL);
  lines = g_strsplit (text, "\n", -1);
  lines[3][0] = '!';
  whole = g_strjoinv ("\n", lines);
  broken = cli_fixture_write (fixture, "rotto.csv", whole);
  cli_fixture_expect (fixture, 3, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", broken, NULL);
  list = cli_fixture_json (fixture, 0, "campaign", "list", NULL);
  g_assert_cmpint (json_array_get_length (json_node_get_array (list)), ==, 0);
  cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", broken, "--valid-only", "--name", "Rette",
                      NULL);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", "Rette", NULL);
  g_assert_cmpint (cli_get_int (figures, "rows"), ==, 10);
  g_assert_cmpint (cli_get_int (figures, "excluded"), ==, 1);
  g_assert_cmpint (cli_get_int (figures, "pending"), ==, 9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/campaign/main-job", test_main_job);
  g_test_add_func ("/cli/campaign/before-sending", test_before_sending);
  g_test_add_func ("/cli/campaign/expectations", test_expectations);
  g_test_add_func ("/cli/campaign/first", test_first);
  g_test_add_func ("/cli/campaign/cancel", test_cancel);
  g_test_add_func ("/cli/campaign/after", test_after);
  g_test_add_func ("/invariant/3/invalid-rows-have-a-reason", test_invalid_rows);
  return g_test_run ();
}
