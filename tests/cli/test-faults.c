/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What the command does when the platform, the network or the sender's standing is not in order. */

#define G_LOG_DOMAIN "test-cli"

#include "cli-fixture.h"

#define ROWS 60

static gint64
get_int (JsonNode *node, const char *name)
{
  return json_object_get_int_member (json_node_get_object (node), name);
}

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
  g_assert_cmpint (get_int (figures, "sending"), ==, 0);
}

/* The key is refused before anything was sent: all wait, exit 4. */
static void
test_key_refused (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (JsonNode) figures = send_with (fixture, "401=1", 4);

  assert_paused (figures, "key-refused");
  g_assert_cmpint (get_int (figures, "pending"), ==, ROWS);
}

static void
test_sender_refused (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (JsonNode) figures = send_with (fixture, "403=1", 4);

  g_assert_cmpint (get_int (figures, "pending"), ==, ROWS);
}

static void
test_throttled (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (JsonNode) figures = send_with (fixture, "429=#5", 0);

  g_assert_cmpint (get_int (figures, "throttled"), ==, 5);
  g_assert_cmpint (get_int (figures, "pending") + get_int (figures, "uncertain"), ==, 0);
}

static void
test_known_500 (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (JsonNode) figures = send_with (fixture, "500=#2", 0);

  g_assert_cmpint (get_int (figures, "pending") + get_int (figures, "uncertain"), ==, 0);
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
  gint64 uncertain = get_int (figures, "uncertain");

  g_assert_cmpint (uncertain, >, 0);
  g_assert_cmpint (book->len, ==, uncertain + get_int (figures, "accepted"));
  g_assert_cmpint (cli_fixture_run (fixture, "campaign", "resolve", id, "--as", "sent", "--all",
                                    NULL),
                   ==, 0);
  resolved = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  g_assert_cmpint (get_int (resolved, "uncertain"), ==, 0);
  g_assert_cmpint (get_int (resolved, "accepted"), ==, book->len);
}

static void
test_no_id (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (JsonNode) figures = send_with (fixture, "no-id=#2", 3);

  g_assert_cmpint (get_int (figures, "uncertain"), ==, 2);
}

/* Another program answers in the platform's place. */
static void
test_portal (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (JsonNode) figures = send_with (fixture, "portal=1", 5);

  assert_paused (figures, "not-the-platform");
  g_assert_cmpint (get_int (figures, "pending"), ==, ROWS);
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
  g_assert_cmpint (cli_fixture_run (fixture, "service", "set-key", "scuola", "--key-file", key,
                                    NULL),
                   ==, 0);
  id = cli_fixture_new_campaign (fixture, 200);
  g_assert_cmpint (cli_fixture_run (fixture, "campaign", "send", id, "--yes", NULL), ==, 3);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  assert_paused (figures, "equal-refusals");
  g_assert_cmpint (get_int (figures, "refused"), >=, 20);
  g_assert_cmpint (get_int (figures, "refused"), <, 60);
  g_assert_cmpint (get_int (figures, "pending"), >, 50);
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
  g_setenv ("ION_CONNECTION_PATIENCE", "1", TRUE);
  g_assert_cmpint (cli_fixture_run (fixture, "campaign", "send", id, "--yes", NULL), ==, 5);
  g_unsetenv ("ION_CONNECTION_PATIENCE");
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  assert_paused (figures, "no-connection");
  g_assert_cmpint (get_int (figures, "pending"), ==, ROWS);
  cli_fixture_serve (fixture, "--rate", "none", NULL);
  g_assert_cmpint (cli_fixture_run (fixture, "office", "set", "api-url", fixture->url, NULL), ==,
                   0);
  g_assert_cmpint (cli_fixture_run (fixture, "campaign", "send", id, "--yes", NULL), ==, 0);
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
  g_test_add_func ("/cli/faults/equal-refusals", test_equal_refusals);
  g_test_add_func ("/cli/faults/no-connection", test_no_connection);
  return g_test_run ();
}
