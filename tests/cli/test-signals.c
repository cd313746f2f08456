/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What other processes and signals do to a campaign that is being sent. */

#define G_LOG_DOMAIN "test-cli"

#include "config.h"

#include "cli-fixture.h"
#include "ion-sending-hours.h"

#define ROWS        300
#define CONCURRENCY 16

static CliFixture *
begin (const char *latency)
{
  CliFixture *fixture = cli_fixture_new ();

  cli_fixture_serve (fixture, "--rate", "none", "--latency", latency, "--seed", "5", NULL);
  cli_fixture_make_office (fixture);
  return fixture;
}

static GSubprocess *
start_sending (CliFixture *fixture, const char *id)
{
  return cli_fixture_spawn (fixture, "campaign", "send", id, "--yes", NULL);
}

static JsonNode *
show (CliFixture *fixture, const char *id)
{
  JsonNode *figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);

  cli_assert_sum (figures, ROWS);
  return figures;
}

/* Asks again and again until the campaign is in @state. */
static void
wait_for_state (CliFixture *fixture, const char *id, const char *state)
{
  for (int i = 0; i < 200; i++)
    {
      g_autoptr (JsonNode) figures = show (fixture, id);

      if (g_str_equal (cli_get_text (figures, "state"), state))
        return;
      g_usleep (50000);
    }
  g_error ("the campaign never became “%s”", state);
}

static void
expect_finished (CliFixture *fixture, const char *id)
{
  g_autoptr (JsonNode) figures = show (fixture, id);

  g_assert_cmpstr (cli_get_text (figures, "state"), ==, "done");
  g_assert_cmpint (cli_get_int (figures, "pending") + cli_get_int (figures, "sending") +
                       cli_get_int (figures, "uncertain"),
                   ==, 0);
  cli_assert_nobody_twice (fixture);
}

/* SIGTERM in the middle: nothing new leaves, what is in flight is awaited, the state is said, and
 * the next send goes on. */
static void
test_terminate (int signal_number)
{
  g_autoptr (CliFixture) fixture = begin ("20-60");
  g_autofree char *id = cli_fixture_new_campaign (fixture, ROWS);
  g_autoptr (GSubprocess) sender = start_sending (fixture, id);
  g_autoptr (JsonNode) figures = NULL;
  g_autoptr (GPtrArray) book = NULL;
  g_autofree char *log = NULL;

  cli_fixture_wait_for_book (fixture, 20);
  g_subprocess_send_signal (sender, signal_number);
  g_assert_cmpint (cli_fixture_wait (fixture, sender), ==, 6);
  figures = show (fixture, id);
  g_assert_cmpstr (cli_get_text (figures, "state"), ==, "paused");
  g_assert_cmpint (cli_get_int (figures, "pending"), >, 0);
  g_assert_cmpint (cli_get_int (figures, "sending") + cli_get_int (figures, "uncertain"), ==, 0);
  book = cli_fixture_read_book (fixture);
  g_assert_cmpint (book->len, ==, cli_get_int (figures, "accepted"));
  g_file_get_contents (fixture->log, &log, NULL, NULL);
  cli_assert_contains (log, "Nothing new leaves");
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  expect_finished (fixture, id);
}

static void
test_sigterm (void)
{
  test_terminate (SIGTERM);
}

static void
test_sigint (void)
{
  test_terminate (SIGINT);
}

/* A second signal ends at once: what was in flight is then uncertain, and nothing else is. */
static void
test_twice (void)
{
  g_autoptr (CliFixture) fixture = begin ("0");
  g_autofree char *id = cli_fixture_new_campaign (fixture, ROWS);
  g_autoptr (GSubprocess) sender = NULL;
  g_autoptr (JsonNode) figures = NULL;
  gint64 uncertain;

  /* Reach answers at once; messages stay unanswered until both signals have come. */
  cli_fixture_serve (fixture, "--rate", "none", "--fault", "slow@messages=1", NULL);
  cli_fixture_expect (fixture, 0, "office", "set", "api-url", fixture->url, NULL);
  sender = start_sending (fixture, id);
  for (gint64 sending = 0; sending == 0;)
    {
      g_clear_pointer (&figures, json_node_unref);
      figures = show (fixture, id);
      sending = cli_get_int (figures, "sending");
    }
  g_subprocess_send_signal (sender, SIGTERM);
  cli_fixture_wait_for_log (fixture, "A second signal");
  g_subprocess_send_signal (sender, SIGTERM);
  g_assert_cmpint (cli_fixture_wait (fixture, sender), ==, 6);

  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_expect (fixture, 0, "office", "set", "api-url", fixture->url, NULL);
  cli_fixture_expect (fixture, 3, "campaign", "send", id, "--yes", NULL);
  g_clear_pointer (&figures, json_node_unref);
  figures = show (fixture, id);
  uncertain = cli_get_int (figures, "uncertain");
  g_assert_cmpint (uncertain, >, 0);
  g_assert_cmpint (uncertain, <=, CONCURRENCY);
  g_assert_cmpint (cli_get_int (figures, "pending") + cli_get_int (figures, "sending"), ==, 0);
  cli_assert_nobody_twice (fixture);
  cli_fixture_expect (fixture, 3, "status", NULL);
}

/* Two at once on the same campaign: one works, the other watches, nobody is told twice. */
static void
test_two_senders (void)
{
  g_autoptr (CliFixture) fixture = begin ("10-40");
  g_autofree char *id = cli_fixture_new_campaign (fixture, ROWS);
  g_autoptr (GSubprocess) one = start_sending (fixture, id);
  g_autoptr (GSubprocess) two = start_sending (fixture, id);

  g_assert_cmpint (cli_fixture_wait (fixture, one), ==, 0);
  g_assert_cmpint (cli_fixture_wait (fixture, two), ==, 0);
  expect_finished (fixture, id);
}

/* The one that works is killed: the one that watches goes on with the work. */
static void
test_take_over (void)
{
  g_autoptr (CliFixture) fixture = begin ("20-60");
  g_autofree char *id = cli_fixture_new_campaign (fixture, ROWS);
  g_autoptr (GSubprocess) one = start_sending (fixture, id);
  g_autoptr (GSubprocess) two = NULL;
  g_autoptr (JsonNode) figures = NULL;
  int ended;

  cli_fixture_wait_for_book (fixture, 5);
  two = start_sending (fixture, id);
  cli_fixture_wait_for_log (fixture, "Another program is already sending");
  g_subprocess_force_exit (one);
  g_subprocess_wait (one, NULL, NULL);
  ended = cli_fixture_wait (fixture, two);
  figures = show (fixture, id);
  g_assert_cmpint (ended, ==, cli_get_int (figures, "uncertain") > 0 ? 3 : 0);
  g_assert_cmpint (cli_get_int (figures, "uncertain"), <=, CONCURRENCY);
  g_assert_cmpint (cli_get_int (figures, "pending") + cli_get_int (figures, "sending"), ==, 0);
  cli_assert_nobody_twice (fixture);
}

/* Two campaigns, two processes: the second hands its wish to the engine of the first. */
static void
test_hand_over (void)
{
  g_autoptr (CliFixture) fixture = begin ("10-40");
  g_autofree char *id = cli_fixture_new_campaign (fixture, ROWS);
  g_autofree char *file = g_build_filename (fixture->folder, "rette.csv", NULL);
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *other = NULL;
  g_autoptr (GSubprocess) one = NULL;
  g_autoptr (JsonNode) figures = NULL;

  /* The same people with the same notices: whoever has got it is held. */
  cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, "--accept", "same-file", "--accept",
                      "already-sent", "--name", "La seconda", NULL);
  other = g_strdup (g_strstrip (fixture->out));
  one = start_sending (fixture, id);
  cli_fixture_wait_for_book (fixture, 5);
  cli_fixture_run (fixture, "campaign", "send", other, "--yes", NULL);
  g_assert_cmpint (cli_fixture_wait (fixture, one), >=, 0);
  figures = show (fixture, other);
  g_assert_cmpint (cli_get_int (figures, "sending") + cli_get_int (figures, "uncertain"), ==, 0);
  cli_assert_nobody_twice (fixture);
}

/* Paused from another terminal, the send ends and says so; resumed, it goes on with the next. */
static void
test_pause (void)
{
  g_autoptr (CliFixture) fixture = begin ("20-60");
  g_autofree char *id = cli_fixture_new_campaign (fixture, ROWS);
  g_autoptr (GSubprocess) sender = start_sending (fixture, id);
  g_autoptr (JsonNode) figures = NULL;

  cli_fixture_wait_for_book (fixture, 20);
  cli_fixture_expect (fixture, 0, "campaign", "pause", id, NULL);
  g_assert_cmpint (cli_fixture_wait (fixture, sender), ==, 6);
  figures = show (fixture, id);
  g_assert_cmpstr (cli_get_text (figures, "state"), ==, "paused");
  g_assert_cmpstr (cli_get_text (figures, "pause_code"), ==, "by-person");
  g_assert_cmpint (cli_get_int (figures, "sending") + cli_get_int (figures, "uncertain"), ==, 0);
  cli_fixture_expect (fixture, 1, "campaign", "pause", id, NULL);
  cli_fixture_expect (fixture, 0, "campaign", "resume", id, NULL);
  cli_fixture_expect (fixture, 1, "campaign", "resume", id, NULL);
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  expect_finished (fixture, id);
  cli_fixture_expect (fixture, 1, "campaign", "pause", id, NULL);
}

static void
test_cancel (void)
{
  g_autoptr (CliFixture) fixture = begin ("20-60");
  g_autofree char *id = cli_fixture_new_campaign (fixture, ROWS);
  g_autoptr (GSubprocess) sender = start_sending (fixture, id);
  g_autoptr (JsonNode) figures = NULL;
  g_autoptr (GPtrArray) book = NULL;

  cli_fixture_wait_for_book (fixture, 20);
  cli_fixture_expect (fixture, 0, "campaign", "cancel", id, NULL);
  cli_fixture_wait (fixture, sender);
  figures = show (fixture, id);
  g_assert_cmpstr (cli_get_text (figures, "state"), ==, "cancelled");
  g_assert_cmpint (cli_get_int (figures, "cancelled"), >, 0);
  g_assert_cmpint (cli_get_int (figures, "pending") + cli_get_int (figures, "sending") +
                       cli_get_int (figures, "uncertain"),
                   ==, 0);
  book = cli_fixture_read_book (fixture);
  g_assert_cmpint (book->len, ==, cli_get_int (figures, "accepted"));
  cli_fixture_expect (fixture, 1, "campaign", "resume", id, NULL);
  cli_fixture_expect (fixture, 1, "campaign", "cancel", id, NULL);
}

static char *
get_moment (int seconds)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_seconds (now, seconds);

  return g_date_time_format (then, "%Y-%m-%dT%H:%M:%SZ");
}

/* Scheduled by one process, sent by `run`, which ends well with SIGTERM. */
static void
test_run (void)
{
  g_autoptr (CliFixture) fixture = NULL;
  g_autoptr (IonSendingHours) always = ion_sending_hours_new ("0-24 lun-dom", NULL, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *at = get_moment (4);
  g_autofree char *id = NULL;
  g_autoptr (GSubprocess) scheduler = NULL;
  g_autoptr (GSubprocess) engine = NULL;
  g_autoptr (JsonNode) before = NULL;

  if (ion_sending_hours_next (always, now) > now ||
      ion_sending_hours_next (always, now + 60) > now + 60)
    {
      g_test_skip ("a national holiday: nothing goes by itself");
      return;
    }
  fixture = begin ("5-10");
  id = cli_fixture_new_campaign (fixture, ROWS);
  cli_fixture_expect (fixture, 0, "office", "set", "sending-hours", "0-24 lun-dom", NULL);
  cli_fixture_expect (fixture, 2, "campaign", "send", id, "--yes", "--at", "presto", NULL);
  scheduler = cli_fixture_spawn (fixture, "campaign", "send", id, "--yes", "--at", at, NULL);
  wait_for_state (fixture, id, "scheduled");
  g_subprocess_send_signal (scheduler, SIGTERM);
  g_assert_cmpint (cli_fixture_wait (fixture, scheduler), ==, 6);
  before = show (fixture, id);
  g_assert_cmpstr (cli_get_text (before, "send_at"), ==, at);

  engine = cli_fixture_spawn (fixture, "run", NULL);
  wait_for_state (fixture, id, "done");
  g_subprocess_send_signal (engine, SIGTERM);
  g_assert_cmpint (cli_fixture_wait (fixture, engine), ==, 0);
  expect_finished (fixture, id);
}

/* Following goes on for weeks; a signal ends it, and what was sent stays as it is. */
static void
test_follow (void)
{
  g_autoptr (CliFixture) fixture = begin ("0");
  g_autofree char *id = cli_fixture_new_campaign (fixture, ROWS);
  g_autoptr (GSubprocess) follower = NULL;
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) after = NULL;
  gint64 asked = 0;

  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  before = show (fixture, id);
  follower = cli_fixture_spawn (fixture, "campaign", "follow", id, NULL);
  for (int i = 0; i < 600 && asked == 0; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (JsonNode) figures = NULL;

      g_usleep (50000);
      text = cli_fixture_control (fixture, "figures", NULL);
      figures = json_from_string (text, NULL);
      asked = cli_get_int (figures, "statuses");
    }
  g_assert_cmpint (asked, >, 0);
  g_subprocess_send_signal (follower, SIGTERM);
  g_assert_cmpint (cli_fixture_wait (fixture, follower), ==, 6);
  after = show (fixture, id);
  g_assert_cmpint (cli_get_int (after, "accepted") + cli_get_int (after, "delivered") +
                       cli_get_int (after, "failed") + cli_get_int (after, "rejected"),
                   ==, cli_get_int (before, "accepted"));
  cli_assert_nobody_twice (fixture);
}

/* While it waits for the delay, it can be called off: nothing has left. */
static void
test_delay (void)
{
  g_autoptr (CliFixture) fixture = begin ("0");
  g_autofree char *id = cli_fixture_new_campaign (fixture, ROWS);
  g_autoptr (GSubprocess) sender =
      cli_fixture_spawn (fixture, "campaign", "send", id, "--yes", "--delay", "600", NULL);
  g_autoptr (JsonNode) figures = NULL;

  cli_fixture_wait_for_log (fixture, "begins in 600 seconds");
  g_subprocess_send_signal (sender, SIGTERM);
  g_assert_cmpint (cli_fixture_wait (fixture, sender), ==, 6);
  figures = show (fixture, id);
  g_assert_cmpint (cli_get_int (figures, "pending"), ==, ROWS);
  g_assert_cmpint (cli_get_int (figures, "calls"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/signals/sigterm", test_sigterm);
  g_test_add_func ("/cli/signals/sigint", test_sigint);
  g_test_add_func ("/cli/signals/twice", test_twice);
  g_test_add_func ("/cli/signals/two-senders", test_two_senders);
  g_test_add_func ("/cli/signals/take-over", test_take_over);
  g_test_add_func ("/cli/signals/hand-over", test_hand_over);
  g_test_add_func ("/cli/signals/pause", test_pause);
  g_test_add_func ("/cli/signals/cancel", test_cancel);
  g_test_add_func ("/cli/signals/run", test_run);
  g_test_add_func ("/cli/signals/follow", test_follow);
  g_test_add_func ("/cli/signals/delay", test_delay);
  return g_test_run ();
}
