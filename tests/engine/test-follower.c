/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "rig.h"

#include "ion-follow-steps.h"
#include "ion-ledger-campaigns.h"

#define DAY (24 * 3600)

static gint64 offset;

static gint64
shifted_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC + offset;
}

static void
test_steps (void)
{
  g_assert_cmpint (ion_follow_step_at (0, 1000, 1000), ==, 1060);
  g_assert_cmpint (ion_follow_step_at (1, 1000, 1060), ==, 1060 + 300);
  g_assert_cmpint (ion_follow_step_at (2, 1000, 2000), ==, 2000 + 900);
  g_assert_cmpint (ion_follow_step_at (3, 1000, 3000), ==, 3000 + 3600);
  g_assert_cmpint (ion_follow_step_at (4, 1000, 9000), ==, 9000 + 4 * 3600);
  g_assert_cmpint (ion_follow_step_at (5, 1000, 20000), ==, 20000 + DAY);
  g_assert_cmpint (ion_follow_step_at (29, 0, 29 * DAY), ==, 30 * DAY);
  g_assert_cmpint (ion_follow_step_at (30, 0, 30 * DAY), ==, 0);
}

/* One in three delivered, rejected, failed. */
static IonAnswer *
outcomes (const FakeCall *call, gpointer data)
{
  static const IonMessageStatus statuses[] = { ION_MESSAGE_STATUS_PROCESSED,
                                               ION_MESSAGE_STATUS_REJECTED,
                                               ION_MESSAGE_STATUS_FAILED };
  IonAnswer *answer;

  if (call->call != ION_CALL_STATUS)
    return NULL;
  g_assert_nonnull (call->message_id);
  answer = ion_answer_new (ION_ANSWER_STATUS, 200, "200");
  answer->status = statuses[call->number % 3];
  return answer;
}

static void
send_all (Rig *rig, char **id, guint rows)
{
  rig_init (rig);
  offset = 0;
  ion_engine_set_clock (rig->engine, shifted_now);
  *id = rig_import (rig, 0, rows, FALSE);
  rig_start (rig, ION_ENGINE_FOREGROUND);
  rig_send (rig, *id, -1, FALSE);
  rig_wait_state (rig, *id, ION_CAMPAIGN_DONE);
}

static void
followed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **out = data;

  *out = g_object_ref (result);
}

static gint64
follow_now (Rig *rig, const char *id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ion_engine_follow_now_async (rig->engine, id, NULL, followed_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ion_engine_follow_now_finish (rig->engine, result, error);
}

static void
test_now (void)
{
  Rig rig;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  send_all (&rig, &id, 600);
  fake_platform_set_script (rig.platform, outcomes, NULL);
  g_assert_cmpint (follow_now (&rig, id, &error), ==, 600);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (&rig.base, id, ION_DELIVERY_DELIVERED), ==, 200);
  g_assert_cmpint (fixture_count (&rig.base, id, ION_DELIVERY_REJECTED), ==, 200);
  g_assert_cmpint (fixture_count (&rig.base, id, ION_DELIVERY_FAILED), ==, 200);
  /* settled for good */
  g_assert_cmpint (follow_now (&rig, id, &error), ==, 0);
  g_assert_true (rig_stop (&rig, NULL));
  rig_clear (&rig);
}

static IonAnswer *
refuses (const FakeCall *call, gpointer data)
{
  const IonAnswerKind *kind = data;

  return call->call == ION_CALL_STATUS ? ion_answer_new (*kind, 0, "x") : NULL;
}

static void
test_now_fails (void)
{
  static const struct
  {
    IonAnswerKind kind;
    int code;
  } lines[] = { { ION_ANSWER_SENDER_REFUSED, G_IO_ERROR_PERMISSION_DENIED },
                { ION_ANSWER_NOT_PLATFORM, G_IO_ERROR_NETWORK_UNREACHABLE },
                { ION_ANSWER_NOTHING_LEFT, G_IO_ERROR_NETWORK_UNREACHABLE },
                { ION_ANSWER_UNCLEAR, G_IO_ERROR_NETWORK_UNREACHABLE } };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      Rig rig;
      g_autofree char *id = NULL;
      g_autoptr (GError) error = NULL;

      send_all (&rig, &id, 30);
      fake_platform_set_script (rig.platform, refuses, (gpointer) &lines[i].kind);
      g_assert_cmpint (follow_now (&rig, id, &error), ==, -1);
      g_assert_error (error, G_IO_ERROR, lines[i].code);
      g_assert_cmpint (fixture_count (&rig.base, id, ION_DELIVERY_ACCEPTED), ==, 30);
      g_assert_true (rig_stop (&rig, NULL));
      rig_clear (&rig);
    }
}

typedef struct
{
  Rig rig;
  char *id;
  guint wanted;
} Wait;

static gboolean
is_delivered (gpointer data)
{
  Wait *wait = data;

  return fixture_count (&wait->rig.base, wait->id, ION_DELIVERY_DELIVERED) >= wait->wanted;
}

/* By itself, when its time has come. */
static void
test_due (void)
{
  Wait wait = { .wanted = 300 };
  Rig *rig = &wait.rig;

  send_all (rig, &wait.id, 300);
  g_assert_true (rig_stop (rig, NULL));
  g_assert_cmpuint (fake_platform_count_calls (rig->platform, ION_CALL_STATUS), ==, 0);
  offset = 120;
  rig_start (rig, ION_ENGINE_CONTINUE | ION_ENGINE_FOLLOW);
  rig_wait (rig, is_delivered, &wait);
  g_assert_true (rig_stop (rig, NULL));
  g_assert_cmpuint (fake_platform_count_calls (rig->platform, ION_CALL_STATUS), ==, 300);
  g_free (wait.id);
  rig_clear (rig);
}

/* The clock was a year ahead while they were sent, and has been put right since. */
static void
test_clock_put_right (void)
{
  Wait wait = { .wanted = 30 };
  Rig *rig = &wait.rig;

  rig_init (rig);
  offset = 400 * DAY;
  ion_engine_set_clock (rig->engine, shifted_now);
  wait.id = rig_import (rig, 0, 30, FALSE);
  rig_start (rig, ION_ENGINE_FOREGROUND);
  rig_send (rig, wait.id, -1, FALSE);
  rig_wait_state (rig, wait.id, ION_CAMPAIGN_DONE);
  g_assert_true (rig_stop (rig, NULL));
  offset = 0;
  rig_start (rig, ION_ENGINE_CONTINUE | ION_ENGINE_FOLLOW);
  rig_wait (rig, is_delivered, &wait);
  g_assert_true (rig_stop (rig, NULL));
  g_free (wait.id);
  rig_clear (rig);
}

/* Read and paid are asked about until both are known. */
static IonAnswer *
unread (const FakeCall *call, gpointer data)
{
  int *read = data;
  IonAnswer *answer;

  if (call->call != ION_CALL_STATUS)
    return NULL;
  answer = ion_answer_new (ION_ANSWER_STATUS, 200, "200");
  answer->status = ION_MESSAGE_STATUS_PROCESSED;
  answer->read = *read;
  return answer;
}

static void
test_read (void)
{
  Rig rig;
  g_autofree char *id = NULL;
  g_autoptr (IonDelivery) before = NULL;
  g_autoptr (IonDelivery) after = NULL;
  int read = 0;

  send_all (&rig, &id, 1);
  fake_platform_set_script (rig.platform, unread, &read);
  g_assert_cmpint (follow_now (&rig, id, NULL), ==, 1);
  before = ion_ledger_get_delivery (rig.base.ledger, id, 2, NULL);
  g_assert_cmpint (before->state, ==, ION_DELIVERY_DELIVERED);
  g_assert_cmpint (before->read, ==, 0);
  g_assert_cmpint (before->follow_at, >, 0);
  read = 1;
  g_assert_cmpint (follow_now (&rig, id, NULL), ==, 1);
  after = ion_ledger_get_delivery (rig.base.ledger, id, 2, NULL);
  g_assert_cmpint (after->state, ==, ION_DELIVERY_DELIVERED);
  g_assert_cmpint (after->read, ==, 1);
  g_assert_cmpint (after->follow_at, ==, 0);
  g_assert_true (rig_stop (&rig, NULL));
  rig_clear (&rig);
}

/* What the platform cannot say of a few does not keep it from saying it of the others. */
static IonAnswer *
unclear_for_some (const FakeCall *call, gpointer data)
{
  GHashTable *some = data;

  if (call->call != ION_CALL_STATUS || !g_hash_table_contains (some, call->fiscal_code))
    return NULL;
  return ion_answer_new (ION_ANSWER_UNCLEAR, 500, "500");
}

static void
test_unclear_for_some (void)
{
  g_autoptr (GHashTable) some = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Wait wait = { .wanted = 80 };
  Rig *rig = &wait.rig;

  for (guint i = 0; i < 20; i++)
    g_hash_table_add (some, fixture_make_code (i));
  send_all (rig, &wait.id, 100);
  g_assert_true (rig_stop (rig, NULL));
  fake_platform_set_script (rig->platform, unclear_for_some, some);
  offset = 120;
  rig_start (rig, ION_ENGINE_CONTINUE | ION_ENGINE_FOLLOW);
  rig_wait (rig, is_delivered, &wait);
  g_assert_true (rig_stop (rig, NULL));
  /* asked about again, later */
  g_assert_cmpint (fixture_count (&rig->base, wait.id, ION_DELIVERY_ACCEPTED), ==, 20);
  g_assert_cmpint (ion_ledger_next_follow_up (rig->base.ledger, wait.id), >, 0);
  g_free (wait.id);
  rig_clear (rig);
}

static void
count_load (gpointer data)
{
  guint *loads = data;

  g_atomic_int_inc (loads);
}

/* A key that was refused may have been replaced since. */
static void
test_new_key (void)
{
  IonAnswerKind kind = ION_ANSWER_SENDER_REFUSED;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  guint loads = 0;
  Rig rig;

  send_all (&rig, &id, 30);
  fake_platform_set_script (rig.platform, refuses, &kind);
  g_assert_cmpint (follow_now (&rig, id, &error), ==, -1);
  g_clear_error (&error);
  fake_platform_set_script (rig.platform, NULL, NULL);
  fake_keyring_set_load_hook (rig.keyring, count_load, &loads);
  g_assert_cmpint (follow_now (&rig, id, &error), ==, 30);
  g_assert_no_error (error);
  g_assert_cmpuint (loads, ==, 1);
  g_assert_true (rig_stop (&rig, NULL));
  rig_clear (&rig);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/follower/steps", test_steps);
  g_test_add_func ("/engine/follower/now", test_now);
  g_test_add_func ("/engine/follower/now-fails", test_now_fails);
  g_test_add_func ("/engine/follower/due", test_due);
  g_test_add_func ("/engine/follower/read", test_read);
  g_test_add_func ("/engine/follower/clock-put-right", test_clock_put_right);
  g_test_add_func ("/engine/follower/unclear-for-some", test_unclear_for_some);
  g_test_add_func ("/engine/follower/new-key", test_new_key);
  return g_test_run ();
}
