/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The life of rows in the ledger: what is durable when, what is refused, and that nothing gets lost
 * however the steps fall.
 */

#include "config.h"

#include "fixture.h"

#include "ion-held-notices.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>
#include <sys/wait.h>

#define MASK(name) (1u << ION_DELIVERY_##name)

static void
test_intend_and_settle (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDelivery) delivery = NULL;
  g_autofree char *id = NULL;
  IonSettlement settlement = { .state = ION_DELIVERY_ACCEPTED,
                               .message_id = "01HQ",
                               .now = 3000,
                               .follow_at = 3600,
                               .follow_step = 1,
                               .read = -1,
                               .paid = -1 };
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_start (&fixture, 3);
  settlement.delivery_id = fixture_get_id (&fixture, id, 2);
  g_assert_true (fixture_intend (&fixture, settlement.delivery_id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_get_state (&fixture, id, 2), ==, ION_DELIVERY_SENDING);
  g_assert_true (fixture_settle (&fixture, &settlement, &error));
  g_assert_no_error (error);
  delivery = ion_ledger_get_delivery (fixture.ledger, id, 2, &error);
  g_assert_cmpint (delivery->state, ==, ION_DELIVERY_ACCEPTED);
  g_assert_cmpstr (delivery->message_id, ==, "01HQ");
  g_assert_cmpint (delivery->follow_at, ==, 3600);
  g_assert_cmpint (delivery->read, ==, -1);
  g_assert_cmpint (ion_ledger_next_follow_up (fixture.ledger, id), ==, 3600);
  g_assert_cmpint (ion_ledger_count_intended_since (fixture.ledger, 0, &error), ==, 1);
  fixture_assert_sum (&fixture, id, 3);
  fixture_clear (&fixture);
}

static void
test_follow_up (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = NULL, none = NULL;
  g_autofree char *id = NULL;
  IonCampaignCounts counts;
  IonSettlement settlement = { .state = ION_DELIVERY_ACCEPTED,
                               .message_id = "01HQ",
                               .now = 3000,
                               .follow_at = 3600,
                               .read = -1,
                               .paid = -1 };
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_start (&fixture, 3);
  settlement.delivery_id = fixture_get_id (&fixture, id, 3);
  g_assert_true (fixture_intend (&fixture, settlement.delivery_id, &error));
  g_assert_true (fixture_settle (&fixture, &settlement, &error));
  none = ion_ledger_list_due_follow_ups (fixture.ledger, 3599, 10, &error);
  g_assert_cmpuint (none->len, ==, 0);
  due = ion_ledger_list_due_follow_ups (fixture.ledger, 3600, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (due->len, ==, 1);
  g_assert_cmpint (((IonDelivery *) due->pdata[0])->row, ==, 3);

  /* Nothing new: only the next time. */
  settlement.message_id = NULL;
  settlement.follow_at = 9000;
  settlement.follow_step = 2;
  g_assert_true (fixture_settle (&fixture, &settlement, &error));
  g_assert_cmpint (ion_ledger_next_follow_up (fixture.ledger, NULL), ==, 9000);
  /* A person asks now: never later than it would be anyway. */
  g_assert_true (ion_ledger_hasten_follow_up (fixture.ledger, id, 4000, &error));
  g_assert_cmpint (ion_ledger_next_follow_up (fixture.ledger, id), ==, 4000);
  g_assert_true (ion_ledger_hasten_follow_up (fixture.ledger, id, 5000, &error));
  g_assert_cmpint (ion_ledger_next_follow_up (fixture.ledger, id), ==, 4000);
  settlement.state = ION_DELIVERY_DELIVERED;
  settlement.follow_at = 0;
  settlement.read = 1;
  settlement.paid = 0;
  g_assert_true (fixture_settle (&fixture, &settlement, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ion_ledger_next_follow_up (fixture.ledger, id), ==, 0);
  g_assert_true (ion_ledger_count_campaign (fixture.ledger, id, &counts, &error));
  g_assert_cmpint (counts.read, ==, 1);
  g_assert_cmpint (counts.paid, ==, 0);
  fixture_clear (&fixture);
}

static void
test_impossible_steps (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  gint64 row;
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_start (&fixture, 2);
  row = fixture_get_id (&fixture, id, 2);
  g_assert_false (fixture_settle_state (&fixture, row, ION_DELIVERY_ACCEPTED, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_true (fixture_intend (&fixture, row, &error));
  g_assert_false (fixture_intend (&fixture, row, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_true (fixture_settle_state (&fixture, row, ION_DELIVERY_ACCEPTED, &error));
  g_assert_false (fixture_settle_state (&fixture, row, ION_DELIVERY_PENDING, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_false (fixture_intend (&fixture, 12345, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  fixture_clear (&fixture);
}

static void
assert_stopped (Fixture *fixture, gint64 row)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fixture_intend (fixture, row, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STOPPED);
}

/* Each of the things that forbid a message to leave. */
static void
test_nothing_leaves (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  const IonCampaignStart reach = { .tranche = -1, .reach_only = TRUE };
  const IonCampaignStart none = { .tranche = 0 };
  const IonCampaignStart all = { .tranche = -1 };
  gint64 row;
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_import (&fixture, 0, 2, FALSE);
  row = fixture_get_id (&fixture, id, 2);
  assert_stopped (&fixture, row);
  g_assert_true (ion_ledger_start_campaign (fixture.ledger, id, &reach, &error));
  assert_stopped (&fixture, row);
  g_assert_true (ion_ledger_start_campaign (fixture.ledger, id, &none, &error));
  assert_stopped (&fixture, row);
  g_assert_true (ion_ledger_start_campaign (fixture.ledger, id, &all, &error));
  g_assert_true (ion_ledger_set_stopped (fixture.ledger, TRUE, &error));
  g_assert_true (ion_ledger_is_stopped (fixture.ledger));
  assert_stopped (&fixture, row);
  g_assert_true (ion_ledger_set_stopped (fixture.ledger, FALSE, &error));
  g_assert_true (ion_ledger_pause_campaign (fixture.ledger, id, "by-person", NULL, &error));
  assert_stopped (&fixture, row);
  g_assert_true (ion_ledger_resume_campaign (fixture.ledger, id, &error));
  g_assert_no_error (error);
  g_assert_true (fixture_intend (&fixture, row, &error));
  fixture_clear (&fixture);
}

static void
test_tranche (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonCampaign) campaign = NULL;
  g_autofree char *id = NULL;
  const IonCampaignStart two = { .tranche = 2 };
  gint64 first, second, third;
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_import (&fixture, 0, 4, FALSE);
  first = fixture_get_id (&fixture, id, 2);
  second = fixture_get_id (&fixture, id, 3);
  third = fixture_get_id (&fixture, id, 4);
  g_assert_true (ion_ledger_start_campaign (fixture.ledger, id, &two, &error));
  g_assert_true (fixture_intend (&fixture, first, &error));
  g_assert_true (fixture_intend (&fixture, second, &error));
  assert_stopped (&fixture, third);
  /* A withdrawn one gives its place back. */
  g_assert_true (fixture_settle_state (&fixture, first, ION_DELIVERY_PENDING, &error));
  g_assert_true (fixture_intend (&fixture, third, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ion_ledger_advance_campaigns (fixture.ledger, 5000, &error), ==, 0);
  g_assert_true (fixture_settle_state (&fixture, second, ION_DELIVERY_ACCEPTED, &error));
  g_assert_true (fixture_settle_state (&fixture, third, ION_DELIVERY_REFUSED, &error));
  g_assert_cmpint (ion_ledger_advance_campaigns (fixture.ledger, 5000, &error), ==, 1);
  campaign = ion_ledger_get_campaign (fixture.ledger, id, &error);
  g_assert_cmpint (campaign->state, ==, ION_CAMPAIGN_PAUSED);
  g_assert_cmpstr (campaign->pause_code, ==, "tranche-done");
  g_assert_false (ion_ledger_resume_campaign (fixture.ledger, id, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  fixture_clear (&fixture);
}

static gboolean
holds_notice (Fixture *fixture, const char *code, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonHeldNotices) held = ion_held_notices_new (fixture->ledger, &error);
  gint64 count = -1;

  g_assert_no_error (error);
  ion_held_notices_add (held, code, number);
  g_assert_true (ion_held_notices_count (held, &count, &error));
  g_assert_no_error (error);
  return count == 1;
}

static void
test_same_notice (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDelivery) refused = NULL;
  g_autofree char *first = NULL, *second = NULL, *code = fixture_make_code (0);
  const IonCampaignStart all = { .tranche = -1 };
  const gint64 rows[] = { 2 };
  gint64 one, other;
  Fixture fixture;

  fixture_init (&fixture);
  first = fixture_import (&fixture, 0, 1, TRUE);
  second = fixture_import (&fixture, 0, 1, TRUE);
  g_assert_true (ion_ledger_start_campaign (fixture.ledger, first, &all, &error));
  g_assert_true (ion_ledger_start_campaign (fixture.ledger, second, &all, &error));
  one = fixture_get_id (&fixture, first, 2);
  other = fixture_get_id (&fixture, second, 2);
  g_assert_false (holds_notice (&fixture, code, "301000000000000000"));
  g_assert_true (fixture_intend (&fixture, one, &error));
  g_assert_true (holds_notice (&fixture, code, "301000000000000000"));
  g_assert_false (holds_notice (&fixture, code, "301000000000000001"));
  g_assert_false (fixture_intend (&fixture, other, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_ALREADY_NOTIFIED);
  g_clear_error (&error);
  refused = ion_ledger_get_delivery (fixture.ledger, second, 2, &error);
  g_assert_cmpint (refused->state, ==, ION_DELIVERY_REFUSED);
  g_assert_cmpstr (refused->reason_code, ==, "notice-already-sent");

  /* Putting back whatever was refused is not meant for who was held. */
  g_assert_cmpint (ion_ledger_retry (fixture.ledger, second, 0, NULL, 0, &error), ==, 0);
  g_assert_no_error (error);

  /* A person who insists names the row, and does so once; that a message is not taken does not
   * use it up. */
  g_assert_cmpint (ion_ledger_retry (fixture.ledger, second, 0, rows, 1, &error), ==, 1);
  g_assert_true (fixture_intend (&fixture, other, &error));
  g_assert_true (fixture_settle_state (&fixture, other, ION_DELIVERY_PENDING, &error));
  g_assert_true (fixture_intend (&fixture, other, &error));
  g_assert_no_error (error);
  g_assert_true (fixture_settle_state (&fixture, other, ION_DELIVERY_REFUSED, &error));
  g_assert_cmpint (ion_ledger_retry (fixture.ledger, second, 0, rows, 1, &error), ==, 1);
  g_assert_false (fixture_intend (&fixture, other, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_ALREADY_NOTIFIED);
  fixture_clear (&fixture);
}

static void
test_cancelled_meanwhile (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  gint64 row;
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_start (&fixture, 3);
  row = fixture_get_id (&fixture, id, 2);
  g_assert_true (fixture_intend (&fixture, row, &error));
  g_assert_true (ion_ledger_cancel_campaign (fixture.ledger, id, &error));
  g_assert_cmpint (fixture_count (&fixture, id, ION_DELIVERY_CANCELLED), ==, 2);
  g_assert_true (fixture_settle_state (&fixture, row, ION_DELIVERY_PENDING, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (&fixture, id, ION_DELIVERY_CANCELLED), ==, 3);
  fixture_assert_sum (&fixture, id, 3);
  fixture_clear (&fixture);
}

static void
test_resolve (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  const gint64 sent[] = { 2 }, not_sent[] = { 3 }, wrong[] = { 2, 4 };
  IonLedger *ledger;
  Fixture fixture;

  fixture_init (&fixture);
  ledger = fixture.ledger;
  id = fixture_start (&fixture, 4);
  for (gint64 row = 2; row < 6; row++)
    g_assert_true (fixture_intend (&fixture, fixture_get_id (&fixture, id, row), &error));
  g_assert_cmpint (ion_ledger_recover_sending (ledger, 4000, &error), ==, 4);
  g_assert_cmpint (fixture_count (&fixture, id, ION_DELIVERY_UNCERTAIN), ==, 4);
  g_assert_cmpint (ion_ledger_resolve_uncertain (ledger, id, ION_RESOLVE_SENT, sent, 1, &error), ==,
                   1);
  g_assert_cmpint (fixture_get_state (&fixture, id, 2), ==, ION_DELIVERY_ACCEPTED);
  g_assert_cmpint (ion_ledger_resolve_uncertain (ledger, id, ION_RESOLVE_NOT_SENT, not_sent, 1,
                                                 &error),
                   ==, 1);
  g_assert_cmpint (fixture_get_state (&fixture, id, 3), ==, ION_DELIVERY_CANCELLED);
  /* One wrong row, and nothing happens. */
  g_assert_cmpint (ion_ledger_resolve_uncertain (ledger, id, ION_RESOLVE_RETRY, wrong, 2, &error),
                   ==, -1);
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_cmpint (ion_ledger_resolve_uncertain (ledger, id, ION_RESOLVE_RETRY, NULL, 0, &error),
                   ==, 2);
  g_assert_cmpint (fixture_count (&fixture, id, ION_DELIVERY_PENDING), ==, 2);
  fixture_assert_sum (&fixture, id, 4);
  fixture_clear (&fixture);
}

static void
test_retry (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonCampaign) campaign = NULL;
  g_autofree char *id = NULL;
  const gint64 accepted[] = { 3 };
  IonLedger *ledger;
  Fixture fixture;

  fixture_init (&fixture);
  ledger = fixture.ledger;
  id = fixture_start (&fixture, 2);
  for (gint64 row = 2; row < 4; row++)
    {
      gint64 delivery = fixture_get_id (&fixture, id, row);

      g_assert_true (fixture_intend (&fixture, delivery, &error));
      g_assert_true (fixture_settle_state (&fixture, delivery,
                                           row == 2 ? ION_DELIVERY_REFUSED : ION_DELIVERY_ACCEPTED,
                                           &error));
    }
  g_assert_cmpint (ion_ledger_advance_campaigns (ledger, 5000, &error), ==, 1);
  g_assert_cmpint (ion_ledger_retry (ledger, id, 0, accepted, 1, &error), ==, -1);
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_cmpint (ion_ledger_retry (ledger, id, MASK (ACCEPTED), NULL, 0, &error), ==, -1);
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_cmpint (ion_ledger_retry (ledger, id, 0, NULL, 0, &error), ==, 1);
  campaign = ion_ledger_get_campaign (ledger, id, &error);
  g_assert_cmpint (campaign->state, ==, ION_CAMPAIGN_READY);
  g_assert_cmpint (fixture_get_state (&fixture, id, 2), ==, ION_DELIVERY_PENDING);
  fixture_clear (&fixture);
}

static void
test_reach_is_remembered (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDelivery) same = NULL, other = NULL;
  g_autofree char *first = NULL, *second = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  Fixture fixture;

  fixture_init (&fixture);
  first = fixture_import (&fixture, 0, 2, FALSE);
  second = fixture_import (&fixture, 0, 2, FALSE);
  ion_ledger_note_reach (fixture.ledger, "s1", fixture_get_id (&fixture, first, 2), "de", now);
  ion_ledger_note_reach (fixture.ledger, "s1", fixture_get_id (&fixture, first, 3), "it",
                         now - 25 * 60 * 60);
  /* Whatever is written after them is written with them. */
  g_assert_true (ion_ledger_set_setting (fixture.ledger, "rate", "150/5", &error));
  same = ion_ledger_get_delivery (fixture.ledger, second, 2, &error);
  g_assert_cmpint (same->reached_at, ==, now);
  g_assert_cmpstr (same->reach_language, ==, "de");
  other = ion_ledger_get_delivery (fixture.ledger, second, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpint (other->reached_at, ==, 0);
  fixture_clear (&fixture);
}

static void
test_pages (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *noise = NULL, *id = NULL;
  guint n_seen = 0;
  gint64 after = 0;
  Fixture fixture;

  fixture_init (&fixture);
  noise = fixture_import (&fixture, 500, 7, FALSE);
  id = fixture_start (&fixture, 25);
  g_assert_true (fixture_intend (&fixture, fixture_get_id (&fixture, id, 10), &error));
  for (;;)
    {
      g_autoptr (GPtrArray) page =
          ion_ledger_list_deliveries (fixture.ledger, id, MASK (PENDING) | MASK (SENDING), after,
                                      10, &error);

      g_assert_no_error (error);
      if (page->len == 0)
        break;
      n_seen += page->len;
      after = ((IonDelivery *) page->pdata[page->len - 1])->id;
    }
  g_assert_cmpuint (n_seen, ==, 25);
  {
    g_autoptr (GPtrArray) sending =
        ion_ledger_list_deliveries (fixture.ledger, id, MASK (SENDING), 0, 10, &error);

    g_assert_cmpuint (sending->len, ==, 1);
    g_assert_cmpint (((IonDelivery *) sending->pdata[0])->row, ==, 10);
    g_assert_cmpstr (((IonDelivery *) sending->pdata[0])->campaign_id, ==, id);
  }
  fixture_clear (&fixture);
}

/* What a child process intended and was told of is there after it was killed. */
static void
test_intent_is_durable (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  Fixture fixture;
  int pipes[2], status;
  char told;
  pid_t child;

  fixture_init (&fixture);
  id = fixture_start (&fixture, 3);
  g_assert_true (ion_ledger_close (fixture.ledger, &error));
  g_clear_object (&fixture.ledger);
  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  if (child == 0)
    {
      fixture.ledger = fixture_open_again (&fixture);
      told = fixture_intend (&fixture, fixture_get_id (&fixture, id, 3), NULL) ? 'y' : 'n';
      if (write (pipes[1], &told, 1) == 1)
        pause ();
      _exit (1);
    }
  g_assert_cmpint (read (pipes[0], &told, 1), ==, 1);
  g_assert_cmpint (told, ==, 'y');
  kill (child, SIGKILL);
  waitpid (child, &status, 0);
  fixture.ledger = fixture_open_again (&fixture);
  g_assert_cmpint (fixture_get_state (&fixture, id, 3), ==, ION_DELIVERY_SENDING);
  g_assert_cmpint (ion_ledger_recover_sending (fixture.ledger, 4000, &error), ==, 1);
  g_assert_cmpint (fixture_get_state (&fixture, id, 3), ==, ION_DELIVERY_UNCERTAIN);
  fixture_assert_sum (&fixture, id, 3);
  close (pipes[0]);
  close (pipes[1]);
  fixture_clear (&fixture);
}

typedef struct
{
  Fixture fixture;
  const char *id;
  gint n_intended;
} Rival;

static gpointer
intend_all (gpointer data)
{
  Rival *rival = data;
  g_autoptr (GMainContext) context = g_main_context_new ();

  g_main_context_push_thread_default (context);
  for (gint64 row = 2; row < 42; row++)
    {
      g_autoptr (GError) error = NULL;

      if (fixture_intend (&rival->fixture, fixture_get_id (&rival->fixture, rival->id, row),
                          &error))
        rival->n_intended++;
      else
        g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
    }
  g_main_context_pop_thread_default (context);
  return NULL;
}

/* Should ever two engines run, each row is still let go by one of them only. */
static void
test_one_intent (void)
{
  g_autofree char *id = NULL;
  Rival first = { .n_intended = 0 }, second;
  GThread *threads[2];
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_start (&fixture, 40);
  first.id = id;
  first.fixture = fixture;
  second = first;
  second.fixture.ledger = fixture_open_again (&fixture);
  threads[0] = g_thread_new ("first", intend_all, &first);
  threads[1] = g_thread_new ("second", intend_all, &second);
  g_thread_join (threads[0]);
  g_thread_join (threads[1]);
  g_assert_cmpint (first.n_intended + second.n_intended, ==, 40);
  fixture_assert_sum (&fixture, id, 40);
  g_object_unref (second.fixture.ledger);
  fixture_clear (&fixture);
}

/* Any step at any time, asked for or not: every row stays in one state, and what has left is never
 * let go again but by a person's word. */
static void
random_step (Fixture *fixture, const char *id, gint64 n_rows, gboolean *has_left)
{
  gint64 row = g_test_rand_int_range (2, (gint32) n_rows + 2);
  IonDeliveryState to = g_test_rand_int_range (0, ION_N_DELIVERY_STATES);
  IonDeliveryState before = fixture_get_state (fixture, id, row);
  gint64 delivery = fixture_get_id (fixture, id, row);

  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      ion_ledger_resolve_uncertain (fixture->ledger, id, g_test_rand_int_range (0, 3), &row, 1,
                                    NULL);
      has_left[row] = FALSE;
      break;
    case 1:
      ion_ledger_retry (fixture->ledger, id, 0, &row, 1, NULL);
      has_left[row] = FALSE;
      break;
    case 2:
    case 3:
    case 4:
      if (fixture_intend (fixture, delivery, NULL))
        g_assert_false (has_left[row]);
      break;
    case 5:
      ion_ledger_advance_campaigns (fixture->ledger, 5000, NULL);
      ion_ledger_start_campaign (fixture->ledger, id, &(IonCampaignStart){ .tranche = -1 }, NULL);
      break;
    default:
      if (fixture_settle_state (fixture, delivery, to, NULL) && before == ION_DELIVERY_SENDING &&
          ion_delivery_state_has_left (to) && to != ION_DELIVERY_SENDING)
        has_left[row] = TRUE;
    }
}

static void
test_random_steps (void)
{
  const gint64 n_rows = 12;
  g_autofree gboolean *has_left = g_new0 (gboolean, n_rows + 2);
  g_autofree char *id = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_start (&fixture, (guint) n_rows);
  for (guint i = 0; i < 600; i++)
    {
      random_step (&fixture, id, n_rows, has_left);
      if (i % 20 == 0)
        fixture_assert_sum (&fixture, id, n_rows);
    }
  fixture_assert_sum (&fixture, id, n_rows);
  fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* First: it forks, and no thread must have been started. */
  g_test_add_func ("/invariant/1/intent-is-durable", test_intent_is_durable);
  g_test_add_func ("/invariant/2/one-intent", test_one_intent);
  g_test_add_func ("/invariant/2/same-notice", test_same_notice);
  g_test_add_func ("/invariant/3/random-steps", test_random_steps);
  g_test_add_func ("/store/deliveries/intend-and-settle", test_intend_and_settle);
  g_test_add_func ("/store/deliveries/follow-up", test_follow_up);
  g_test_add_func ("/store/deliveries/impossible-steps", test_impossible_steps);
  g_test_add_func ("/store/deliveries/nothing-leaves", test_nothing_leaves);
  g_test_add_func ("/store/deliveries/tranche", test_tranche);
  g_test_add_func ("/store/deliveries/cancelled-meanwhile", test_cancelled_meanwhile);
  g_test_add_func ("/store/deliveries/resolve", test_resolve);
  g_test_add_func ("/store/deliveries/retry", test_retry);
  g_test_add_func ("/store/deliveries/reach-is-remembered", test_reach_is_remembered);
  g_test_add_func ("/store/deliveries/pages", test_pages);
  return g_test_run ();
}
