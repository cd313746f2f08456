/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What the command does when the platform, the network or the sender's standing is not in order. */

#define G_LOG_DOMAIN "test-cli"

#include "cli-fixture.h"

#define ROWS 60

/* Sends ROWS rows to a platform with a fault; the figures afterwards. */
static JsonNode *
send_with (CliFixture *fixture, const char *fault, int status)
{
  g_autofree char *id = NULL;
  int got;

  cli_fixture_serve (fixture, "--rate", "none", "--seed", "3", fault != NULL ? "--fault" : NULL,
                     fault, NULL);
  cli_fixture_make_office (fixture);
  id = cli_fixture_new_campaign (fixture, ROWS);
  got = cli_fixture_run (fixture, "campaign", "send", id, "--yes", NULL);
  if (got != status)
    g_error ("%s: exit status %d instead of %d:\n%s", fault, got, status, fixture->err);
  return cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
}

static void
assert_paused (JsonNode *figures, const char *code)
{
  JsonObject *object = json_node_get_object (figures);

  g_assert_cmpstr (json_object_get_string_member (object, "state"), ==, "paused");
  g_assert_cmpstr (json_object_get_string_member (object, "pause_code"), ==, code);
  g_assert_cmpint (cli_get_int (figures, "sending"), ==, 0);
}

/* The key is refused before anything was sent: all wait, exit 4. */
static void
test_key_refused (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (JsonNode) figures = send_with (fixture, "401=1", 4);

  assert_paused (figures, "key-refused");
  g_assert_cmpint (cli_get_int (figures, "pending"), ==, ROWS);
}

static void
test_sender_refused (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (JsonNode) figures = send_with (fixture, "403=1", 4);

  g_assert_cmpint (cli_get_int (figures, "pending"), ==, ROWS);
}

static void
test_throttled (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (JsonNode) figures = send_with (fixture, "429=#5", 0);

  g_assert_cmpint (cli_get_int (figures, "throttled"), ==, 5);
  g_assert_cmpint (cli_get_int (figures, "pending") + cli_get_int (figures, "uncertain"), ==, 0);
}

static void
test_known_500 (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (JsonNode) figures = send_with (fixture, "500=#2", 0);

  g_assert_cmpint (cli_get_int (figures, "pending") + cli_get_int (figures, "uncertain"), ==, 0);
}

/* Whatever is not clear stays undecided, is never sent again by itself, and a person's word settles
 * it. */
static void
test_lost_answers (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (JsonNode) figures = send_with (fixture, "accepted-then-lost=0.2", 3);
  g_autoptr (JsonNode) resolved = NULL;
  g_autoptr (GPtrArray) book = cli_fixture_read_book (fixture);
  const char *id = json_object_get_string_member (json_node_get_object (figures), "id");
  gint64 uncertain = cli_get_int (figures, "uncertain");

  g_assert_cmpint (uncertain, >, 0);
  g_assert_cmpint (book->len, ==, uncertain + cli_get_int (figures, "accepted"));
  cli_fixture_expect (fixture, 0, "campaign", "resolve", id, "--as", "sent", "--all", NULL);
  resolved = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  g_assert_cmpint (cli_get_int (resolved, "uncertain"), ==, 0);
  g_assert_cmpint (cli_get_int (resolved, "accepted"), ==, book->len);
}

static void
test_no_id (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (JsonNode) figures = send_with (fixture, "no-id=#2", 3);

  g_assert_cmpint (cli_get_int (figures, "uncertain"), ==, 2);
}

/* Another program answers in the platform's place. */
static void
test_portal (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (JsonNode) figures = send_with (fixture, "portal=1", 5);

  assert_paused (figures, "not-platform");
  g_assert_cmpint (cli_get_int (figures, "pending"), ==, ROWS);
}

/* What answers to messages do to rows, kind by kind. */
static void
test_answers (void)
{
  static const struct
  {
    const char *fault;
    const char *state; /* of the two rows that were answered so */
    gint64 in_book;    /* of these two */
  } answers[] = {
    { "408@messages=#2", "uncertain", 0 },         { "413@messages=#2", "refused", 0 },
    { "403-recipient@messages=#2", "refused", 0 }, { "502@messages=#2", "uncertain", 2 },
    { "500-raw@messages=#2", "uncertain", 0 },     { "truncated@messages=#2", "uncertain", 2 },
    { "absurd-json@messages=#2", "uncertain", 2 }, { "reset-before@messages=#2", "uncertain", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (CliFixture) fixture = cli_fixture_new ();
      g_autoptr (JsonNode) figures = send_with (fixture, answers[i].fault, 3);
      g_autoptr (GPtrArray) book = cli_fixture_read_book (fixture);

      g_test_message ("%s", answers[i].fault);
      cli_assert_sum (figures, ROWS);
      g_assert_cmpint (cli_get_int (figures, answers[i].state), ==, 2);
      g_assert_cmpint (cli_get_int (figures, "pending") + cli_get_int (figures, "sending"), ==, 0);
      g_assert_cmpint (book->len, ==, cli_get_int (figures, "accepted") + answers[i].in_book);
      cli_assert_nobody_twice (fixture);
    }
}

/* Another program answers a message: what left is uncertain, the rest waits. */
static void
test_not_the_platform (void)
{
  static const char *const faults[] = { "404@messages=1", "redirect@messages=1",
                                        "portal@messages=1" };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (CliFixture) fixture = cli_fixture_new ();
      g_autoptr (JsonNode) figures = NULL;
      g_autoptr (GPtrArray) book = NULL;
      g_autofree char *id = NULL;

      cli_fixture_serve (fixture, "--rate", "none", "--fault", faults[i], NULL);
      cli_fixture_make_office (fixture);
      id = cli_fixture_new_campaign (fixture, ROWS);
      g_assert_cmpint (cli_fixture_run (fixture, "campaign", "send", id, "--yes", NULL), !=, 0);
      figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
      cli_assert_sum (figures, ROWS);
      assert_paused (figures, "not-platform");
      g_assert_cmpint (cli_get_int (figures, "uncertain"), >, 0);
      g_assert_cmpint (cli_get_int (figures, "uncertain"), <=, 16);
      g_assert_cmpint (cli_get_int (figures, "pending"), >, 0);
      book = cli_fixture_read_book (fixture);
      g_assert_cmpint (book->len, ==, 0);
    }
}

/* A person decides about what is uncertain; what was refused is put back after the cause was
 * mended, and nothing else ever is. */
static void
test_resolve_and_retry (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *id = NULL;
  g_autofree char *row = NULL;
  g_autofree char *file = g_build_filename (fixture->folder, "incerti.csv", NULL);
  g_autoptr (JsonNode) figures = NULL;
  g_autoptr (JsonNode) table = NULL;
  gint64 accepted;

  cli_fixture_serve (fixture, "--rate", "none", "--fault", "reset-before@messages=#3", "--fault",
                     "403-recipient@messages=#2", NULL);
  cli_fixture_make_office (fixture);
  id = cli_fixture_new_campaign (fixture, ROWS);
  cli_fixture_expect (fixture, 3, "campaign", "send", id, "--yes", NULL);
  cli_fixture_expect (fixture, 3, "status", NULL);
  cli_fixture_expect (fixture, 2, "campaign", "resolve", id, "--as", "sent", NULL);
  cli_fixture_expect (fixture, 2, "campaign", "resolve", id, "--all", NULL);
  cli_fixture_expect (fixture, 2, "campaign", "resolve", id, "--as", "perhaps", "--all", NULL);
  cli_fixture_expect (fixture, 2, "campaign", "resolve", id, "--as", "sent", "--row", "x", NULL);
  cli_fixture_expect (fixture, 0, "campaign", "export", id, "--state", "uncertain", "--output",
                      file, NULL);
  table = cli_fixture_json (fixture, 0, "recipients", "read", file, NULL);
  row = g_strdup (
      json_array_get_string_element (json_array_get_array_element (json_node_get_array (table), 1),
                                     0));
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  accepted = cli_get_int (figures, "accepted");
  g_assert_cmpint (cli_get_int (figures, "uncertain"), ==, 3);
  /* One was sent, one was not, one is to be sent again. */
  cli_fixture_expect (fixture, 0, "campaign", "resolve", id, "--as", "sent", "--row", row, NULL);
  cli_fixture_expect (fixture, 1, "campaign", "resolve", id, "--as", "sent", "--row", row, NULL);
  g_clear_pointer (&table, json_node_unref);
  cli_fixture_expect (fixture, 0, "campaign", "export", id, "--state", "uncertain", "--output",
                      file, NULL);
  table = cli_fixture_json (fixture, 0, "recipients", "read", file, NULL);
  g_free (row);
  row = g_strdup (
      json_array_get_string_element (json_array_get_array_element (json_node_get_array (table), 1),
                                     0));
  cli_fixture_expect (fixture, 0, "campaign", "resolve", id, "--as", "not-sent", "--row", row,
                      NULL);
  cli_fixture_expect (fixture, 0, "campaign", "resolve", id, "--as", "retry", "--all", NULL);
  g_clear_pointer (&figures, json_node_unref);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  cli_assert_sum (figures, ROWS);
  g_assert_cmpint (cli_get_int (figures, "uncertain"), ==, 0);
  g_assert_cmpint (cli_get_int (figures, "accepted"), ==, accepted + 1);
  g_assert_cmpint (cli_get_int (figures, "cancelled"), ==, 1);
  g_assert_cmpint (cli_get_int (figures, "pending"), ==, 1);
  cli_fixture_expect (fixture, 0, "journal", "show", NULL);
  cli_assert_contains (fixture->out, "resolve");

  cli_fixture_expect (fixture, 1, "campaign", "retry", id, "--state", "accepted", NULL);
  cli_fixture_expect (fixture, 1, "campaign", "retry", id, "--state", "uncertain", NULL);
  cli_fixture_expect (fixture, 2, "campaign", "retry", id, "--state", "lost", NULL);
  cli_fixture_expect (fixture, 0, "campaign", "retry", id, "--state", "refused", NULL);
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  g_clear_pointer (&figures, json_node_unref);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  cli_assert_sum (figures, ROWS);
  g_assert_cmpint (cli_get_int (figures, "accepted"), ==, accepted + 4);
  g_assert_cmpint (cli_get_int (figures, "refused"), ==, 0);
  cli_assert_nobody_twice (fixture);
}

/* The service's limit for payments is 0: twenty equal refusals stop the campaign, with the cause.
 */
static void
test_equal_refusals (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *key = cli_fixture_write (fixture, "key0", "practice-limit0-0123456789\n");
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) figures = NULL;

  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_make_office (fixture);
  cli_fixture_expect (fixture, 0, "service", "set-key", "scuola", "--key-file", key, NULL);
  id = cli_fixture_new_campaign (fixture, 200);
  cli_fixture_expect (fixture, 3, "campaign", "send", id, "--yes", NULL);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  assert_paused (figures, "equal-refusals");
  g_assert_cmpint (cli_get_int (figures, "refused"), >=, 20);
  g_assert_cmpint (cli_get_int (figures, "refused"), <, 60);
  g_assert_cmpint (cli_get_int (figures, "pending"), >, 50);
}

/* Nobody listens: nothing left, nothing lost, exit 5, and a later send goes on. */
static void
test_no_connection (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) figures = NULL;

  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_make_office (fixture);
  id = cli_fixture_new_campaign (fixture, ROWS);
  cli_fixture_stop_platform (fixture);
  cli_fixture_expect (fixture, 0, "office", "set", "connection-patience", "1", NULL);
  cli_fixture_expect (fixture, 5, "campaign", "send", id, "--yes", NULL);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  assert_paused (figures, "no-connection");
  g_assert_cmpint (cli_get_int (figures, "pending"), ==, ROWS);
  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_expect (fixture, 0, "office", "set", "api-url", fixture->url, NULL);
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/faults/key-refused", test_key_refused);
  g_test_add_func ("/cli/faults/sender-refused", test_sender_refused);
  g_test_add_func ("/cli/faults/throttled", test_throttled);
  g_test_add_func ("/cli/faults/known-500", test_known_500);
  g_test_add_func ("/invariant/2/lost-answers", test_lost_answers);
  g_test_add_func ("/cli/faults/no-id", test_no_id);
  g_test_add_func ("/cli/faults/portal", test_portal);
  g_test_add_func ("/cli/faults/answers", test_answers);
  g_test_add_func ("/cli/faults/not-the-platform", test_not_the_platform);
  g_test_add_func ("/cli/faults/resolve-and-retry", test_resolve_and_retry);
  g_test_add_func ("/cli/faults/equal-refusals", test_equal_refusals);
  g_test_add_func ("/cli/faults/no-connection", test_no_connection);
  return g_test_run ();
}
