/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What a campaign does with each kind of answer, through the whole engine. */

#include "config.h"

#include "rig.h"

#include "ion-ledger-campaigns.h"
#include "ion-ledger-services.h"

/* A script of one answer to one kind of call, the first so many times. */
typedef struct
{
  IonCall call;
  IonAnswerKind kind;
  int http_status;
  const char *code;
  guint times;
} Script;

static IonAnswer *
script_cb (const FakeCall *call, gpointer data)
{
  const Script *script = data;
  IonAnswer *answer;

  if (call->call != script->call || call->number >= script->times)
    return NULL;
  answer = ion_answer_new (script->kind, script->http_status, script->code);
  answer->retry_after = script->kind == ION_ANSWER_THROTTLED ? G_TIME_SPAN_MILLISECOND : 0;
  return answer;
}

static void
begin (Rig *rig, char **id, guint rows, const Script *script)
{
  rig_init (rig);
  *id = rig_import (rig, 0, rows, FALSE);
  if (script != NULL)
    fake_platform_set_script (rig->platform, script_cb, (gpointer) script);
  rig_start (rig, ION_ENGINE_FOREGROUND);
  rig_send (rig, *id, -1, FALSE);
}

static void
end (Rig *rig)
{
  g_autoptr (GError) error = NULL;

  rig_stop (rig, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fake_platform_get_most_to_one (rig->platform), <=, 1);
  rig_clear (rig);
}

static void
assert_all_become (const Script *script, IonDeliveryState state)
{
  Rig rig;
  g_autofree char *id = NULL;

  begin (&rig, &id, 15, script);
  rig_wait_state (&rig, id, ION_CAMPAIGN_DONE);
  g_assert_cmpint (fixture_count (&rig.base, id, state), ==, 15);
  end (&rig);
}

static void
test_settled (void)
{
  const Script not_on_io = { ION_CALL_REACH, ION_ANSWER_NOT_ON_IO, 404, "404", 15 };
  const Script switched_off = { ION_CALL_REACH, ION_ANSWER_SWITCHED_OFF, 200, "200", 15 };
  const Script refused = { ION_CALL_SUBMIT, ION_ANSWER_REFUSED, 400, "400 x", 15 };
  const Script forbidden = { ION_CALL_SUBMIT, ION_ANSWER_RECIPIENT_FORBIDDEN, 403, "403 x", 15 };
  const Script no_id = { ION_CALL_SUBMIT, ION_ANSWER_ACCEPTED_NO_ID, 201, "201 no id", 15 };

  assert_all_become (&not_on_io, ION_DELIVERY_NOT_ON_IO);
  assert_all_become (&switched_off, ION_DELIVERY_SWITCHED_OFF);
  assert_all_become (&refused, ION_DELIVERY_REFUSED);
  assert_all_become (&forbidden, ION_DELIVERY_REFUSED);
  assert_all_become (&no_id, ION_DELIVERY_UNCERTAIN);
}

static void
test_again (void)
{
  const Script throttled = { ION_CALL_SUBMIT, ION_ANSWER_THROTTLED, 429, "429", 3 };
  const Script known = { ION_CALL_SUBMIT, ION_ANSWER_KNOWN_500, 500, "500", 3 };
  const Script reach = { ION_CALL_REACH, ION_ANSWER_UNCLEAR, 502, "502", 3 };
  const Script lost = { ION_CALL_SUBMIT, ION_ANSWER_NOTHING_LEFT, 0, "dns", 3 };

  assert_all_become (&throttled, ION_DELIVERY_ACCEPTED);
  assert_all_become (&known, ION_DELIVERY_ACCEPTED);
  assert_all_become (&reach, ION_DELIVERY_ACCEPTED);
  assert_all_become (&lost, ION_DELIVERY_ACCEPTED);
}

/* Pauses with @pause; nothing is lost, and resumed it goes on. */
static void
assert_pauses (const Script *script, const char *pause, IonDeliveryState first)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *code = NULL;
  Rig rig;

  begin (&rig, &id, 100, script);
  rig_wait_state (&rig, id, ION_CAMPAIGN_PAUSED);
  code = rig_get_pause_code (&rig, id);
  g_assert_cmpstr (code, ==, pause);
  g_assert_true (rig_stop (&rig, NULL));
  g_assert_cmpint (fixture_count (&rig.base, id, ION_DELIVERY_SENDING), ==, 0);
  g_assert_cmpint (fixture_count (&rig.base, id, first), >, 0);
  fixture_assert_sum (&rig.base, id, 100);
  /* the cause is mended */
  fake_platform_set_script (rig.platform, NULL, NULL);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  ion_ledger_resume_campaign (rig.base.ledger, id, &error);
  g_assert_no_error (error);
  rig_wait_state (&rig, id, ION_CAMPAIGN_DONE);
  g_assert_cmpint (fixture_count (&rig.base, id, ION_DELIVERY_PENDING), ==, 0);
  end (&rig);
}

static void
test_pauses (void)
{
  const Script key = { ION_CALL_REACH, ION_ANSWER_SENDER_REFUSED, 401, "401", 1000 };
  const Script sender = { ION_CALL_SUBMIT, ION_ANSWER_SENDER_REFUSED, 403, "403", 1000 };
  const Script portal = { ION_CALL_REACH, ION_ANSWER_NOT_PLATFORM, 302, "302", 1000 };
  const Script wrong = { ION_CALL_SUBMIT, ION_ANSWER_NOT_PLATFORM, 404, "404", 1000 };
  const Script equal = { ION_CALL_SUBMIT, ION_ANSWER_REFUSED, 400, "400 limit", 1000 };
  const Script trouble = { ION_CALL_SUBMIT, ION_ANSWER_KNOWN_500, 500, "500", 100000 };
  const Script silent = { ION_CALL_REACH, ION_ANSWER_UNCLEAR, 504, "504", 100000 };
  const Script garbage = { ION_CALL_SUBMIT, ION_ANSWER_UNCLEAR, 502, "502", 100000 };
  const Script lost = { ION_CALL_REACH, ION_ANSWER_NOTHING_LEFT, 0, "dns", 100000 };

  assert_pauses (&key, "key-refused", ION_DELIVERY_PENDING);
  assert_pauses (&sender, "sender-refused", ION_DELIVERY_PENDING);
  assert_pauses (&portal, "not-platform", ION_DELIVERY_PENDING);
  assert_pauses (&wrong, "not-platform", ION_DELIVERY_UNCERTAIN);
  assert_pauses (&equal, "equal-refusals", ION_DELIVERY_REFUSED);
  assert_pauses (&trouble, "platform-trouble", ION_DELIVERY_PENDING);
  assert_pauses (&silent, "platform-trouble", ION_DELIVERY_PENDING);
  assert_pauses (&garbage, "platform-trouble", ION_DELIVERY_UNCERTAIN);
  assert_pauses (&lost, "no-connection", ION_DELIVERY_PENDING);
}

static void
test_keys (void)
{
  static const struct
  {
    int error;
    const char *pause;
  } lines[] = { { ION_KEYRING_ERROR_LOCKED, "keyring-locked" },
                { ION_KEYRING_ERROR_NO_BUS, "keyring-failed" } };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *id = NULL;
      g_autofree char *code = NULL;
      Rig rig;

      rig_init (&rig);
      id = rig_import (&rig, 0, 3, FALSE);
      rig_start (&rig, ION_ENGINE_FOREGROUND);
      fake_keyring_set_load_error (rig.keyring, lines[i].error);
      rig_send (&rig, id, -1, FALSE);
      rig_wait_state (&rig, id, ION_CAMPAIGN_PAUSED);
      code = rig_get_pause_code (&rig, id);
      g_assert_cmpstr (code, ==, lines[i].pause);
      g_assert_cmpuint (fake_platform_count_calls (rig.platform, ION_CALL_REACH), ==, 0);
      fake_keyring_set_load_error (rig.keyring, -1);
      end (&rig);
    }
}

static void
test_tranche (void)
{
  Rig rig;
  g_autofree char *id = NULL;
  g_autofree char *code = NULL;

  rig_init (&rig);
  id = rig_import (&rig, 0, 50, FALSE);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  rig_send (&rig, id, 7, FALSE);
  rig_wait_state (&rig, id, ION_CAMPAIGN_PAUSED);
  code = rig_get_pause_code (&rig, id);
  g_assert_cmpstr (code, ==, "tranche-done");
  g_assert_cmpint (fixture_count (&rig.base, id, ION_DELIVERY_ACCEPTED), ==, 7);
  g_assert_cmpuint (fake_platform_count_messages (rig.platform), ==, 7);
  /* nobody is asked about in vain */
  g_assert_cmpuint (fake_platform_count_calls (rig.platform, ION_CALL_REACH), ==, 7);
  rig_send (&rig, id, -1, FALSE);
  rig_wait_state (&rig, id, ION_CAMPAIGN_DONE);
  g_assert_cmpint (fixture_count (&rig.base, id, ION_DELIVERY_ACCEPTED), ==, 50);
  end (&rig);
}

/* A campaign checked before costs one call a person. */
static void
test_reach_only (void)
{
  Rig rig;
  g_autofree char *id = NULL;
  g_autofree char *code = NULL;

  rig_init (&rig);
  id = rig_import (&rig, 0, 600, FALSE);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  rig_send (&rig, id, -1, TRUE);
  rig_wait_state (&rig, id, ION_CAMPAIGN_PAUSED);
  code = rig_get_pause_code (&rig, id);
  g_assert_cmpstr (code, ==, "reach-done");
  g_assert_cmpint (fixture_count (&rig.base, id, ION_DELIVERY_PENDING), ==, 600);
  g_assert_cmpuint (fake_platform_count_messages (rig.platform), ==, 0);
  rig_send (&rig, id, -1, FALSE);
  rig_wait_state (&rig, id, ION_CAMPAIGN_DONE);
  g_assert_cmpuint (fake_platform_count_messages (rig.platform), ==, 600);
  g_assert_cmpuint (fake_platform_count_calls (rig.platform, ION_CALL_REACH), ==, 600);
  end (&rig);
}

/* What another process says, through the ledger. */
typedef struct
{
  Rig rig;
  guint wanted;
} Halfway;

static gboolean
is_halfway (gpointer data)
{
  Halfway *halfway = data;

  return fake_platform_count_messages (halfway->rig.platform) >= halfway->wanted;
}

static gboolean
is_quiet (gpointer data)
{
  Halfway *halfway = data;

  return fake_platform_get_open (halfway->rig.platform) == 0 &&
         ion_engine_get_in_flight (halfway->rig.engine) == 0;
}

static void
test_from_elsewhere (void)
{
  Halfway halfway = { .wanted = 20 };
  Rig *rig = &halfway.rig;
  g_autofree char *id = NULL;
  g_autoptr (IonLedger) other = NULL;
  guint messages;

  rig_init (rig);
  id = rig_import (rig, 0, 300, FALSE);
  other = fixture_open_again (&rig->base);
  fake_platform_set_delay (rig->platform, 1, 5, 3);
  rig_start (rig, ION_ENGINE_FOREGROUND);
  rig_send (rig, id, -1, FALSE);
  rig_wait (rig, is_halfway, &halfway);
  g_assert_true (ion_ledger_pause_campaign (other, id, "by-person", NULL, NULL));
  messages = fake_platform_count_messages (rig->platform);
  rig_wait (rig, is_quiet, &halfway);
  /* at most what had its intent already */
  g_assert_cmpuint (fake_platform_count_messages (rig->platform), <=, messages + 16);
  fixture_assert_sum (&rig->base, id, 300);
  g_assert_true (ion_ledger_resume_campaign (other, id, NULL));
  halfway.wanted = 100;
  rig_wait (rig, is_halfway, &halfway);
  g_assert_true (ion_ledger_set_stopped (other, TRUE, NULL));
  messages = fake_platform_count_messages (rig->platform);
  rig_wait (rig, is_quiet, &halfway);
  g_assert_cmpuint (fake_platform_count_messages (rig->platform), <=, messages + 16);
  g_assert_true (ion_ledger_set_stopped (other, FALSE, NULL));
  halfway.wanted = 200;
  rig_wait (rig, is_halfway, &halfway);
  g_assert_true (ion_ledger_cancel_campaign (other, id, NULL));
  rig_wait (rig, is_quiet, &halfway);
  g_assert_true (rig_stop (rig, NULL));
  g_assert_cmpint (fixture_count (&rig->base, id, ION_DELIVERY_PENDING), ==, 0);
  g_assert_cmpint (fixture_count (&rig->base, id, ION_DELIVERY_CANCELLED), >, 0);
  g_assert_cmpint (fixture_count (&rig->base, id, ION_DELIVERY_ACCEPTED), ==,
                   fake_platform_count_messages (rig->platform));
  fixture_assert_sum (&rig->base, id, 300);
  rig_clear (rig);
}

static void
test_test_messages (void)
{
  Rig rig;
  g_autofree char *id = NULL;
  g_autofree char *allowed = fixture_make_code (1);

  rig_init (&rig);
  g_assert_true (ion_ledger_add_test_recipient (rig.base.ledger, allowed, "a colleague", NULL));
  id = rig_import (&rig, 0, 3, TRUE);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  rig_send (&rig, id, -1, FALSE);
  rig_wait_state (&rig, id, ION_CAMPAIGN_DONE);
  g_assert_cmpint (fixture_count (&rig.base, id, ION_DELIVERY_REFUSED), ==, 2);
  g_assert_cmpuint (fake_platform_count_messages_to (rig.platform, allowed), ==, 1);
  g_assert_cmpuint (fake_platform_count_messages (rig.platform), ==, 1);
  end (&rig);
}

static void
test_daily_limit (void)
{
  Halfway halfway = { .wanted = 12 };
  Rig *rig = &halfway.rig;
  g_autofree char *id = NULL;

  rig_init (rig);
  g_assert_true (ion_ledger_set_setting (rig->base.ledger, "daily-limit", "12", NULL));
  id = rig_import (rig, 0, 60, FALSE);
  rig_start (rig, ION_ENGINE_FOREGROUND);
  rig_send (rig, id, -1, FALSE);
  rig_wait (rig, is_halfway, &halfway);
  rig_wait (rig, is_quiet, &halfway);
  g_assert_cmpuint (fake_platform_count_messages (rig->platform), ==, 12);
  g_assert_true (rig_stop (rig, NULL));
  /* a new start of the program knows of them */
  rig_start (rig, ION_ENGINE_FOREGROUND);
  g_assert_true (ion_ledger_resume_campaign (rig->base.ledger, id, NULL));
  g_assert_true (ion_ledger_set_setting (rig->base.ledger, "daily-limit", "20", NULL));
  halfway.wanted = 20;
  rig_wait (rig, is_halfway, &halfway);
  rig_wait (rig, is_quiet, &halfway);
  g_assert_cmpuint (fake_platform_count_messages (rig->platform), ==, 20);
  end (rig);
}

/* What the platform cannot say of a few does not keep the others from their message. */
static IonAnswer *
unclear_for_some (const FakeCall *call, gpointer data)
{
  GHashTable *some = data;

  if (call->call != ION_CALL_REACH || !g_hash_table_contains (some, call->fiscal_code))
    return NULL;
  return ion_answer_new (ION_ANSWER_UNCLEAR, 500, "500");
}

static void
test_unclear_for_some (void)
{
  g_autoptr (GHashTable) some = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *id = NULL;
  g_autofree char *code = NULL;
  Rig rig;

  for (guint i = 0; i < 20; i++)
    g_hash_table_add (some, fixture_make_code (10 + i));
  rig_init (&rig);
  id = rig_import (&rig, 0, 300, FALSE);
  fake_platform_set_script (rig.platform, unclear_for_some, some);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  rig_send (&rig, id, -1, FALSE);
  rig_wait_state (&rig, id, ION_CAMPAIGN_PAUSED);
  code = rig_get_pause_code (&rig, id);
  g_assert_cmpstr (code, ==, "platform-trouble");
  g_assert_cmpint (fixture_count (&rig.base, id, ION_DELIVERY_ACCEPTED), ==, 280);
  g_assert_cmpint (fixture_count (&rig.base, id, ION_DELIVERY_PENDING), ==, 20);
  end (&rig);
}

/* The limit of a day is the office's, not each campaign's. */
static void
test_daily_limit_of_two (void)
{
  Halfway halfway = { .wanted = 20 };
  Rig *rig = &halfway.rig;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  rig_init (rig);
  g_assert_true (ion_ledger_set_setting (rig->base.ledger, "daily-limit", "20", NULL));
  first = rig_import (rig, 0, 60, FALSE);
  second = rig_import (rig, 500, 60, FALSE);
  fake_platform_set_delay (rig->platform, 1, 5, 3);
  rig_start (rig, ION_ENGINE_FOREGROUND);
  rig_send (rig, first, -1, FALSE);
  rig_send (rig, second, -1, FALSE);
  rig_wait (rig, is_halfway, &halfway);
  rig_wait (rig, is_quiet, &halfway);
  g_assert_cmpuint (fake_platform_count_messages (rig->platform), ==, 20);
  end (rig);
}

/* Two campaigns at once stay within what one may have on its way. */
static void
test_two_campaigns (void)
{
  Rig rig;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  rig_init (&rig);
  first = rig_import (&rig, 0, 200, FALSE);
  second = rig_import (&rig, 500, 200, FALSE);
  fake_platform_set_delay (rig.platform, 0, 3, 3);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  rig_send (&rig, first, -1, FALSE);
  rig_send (&rig, second, -1, FALSE);
  rig_wait_state (&rig, first, ION_CAMPAIGN_DONE);
  rig_wait_state (&rig, second, ION_CAMPAIGN_DONE);
  g_assert_cmpuint (fake_platform_count_messages (rig.platform), ==, 400);
  g_assert_cmpuint (fake_platform_get_most_open (rig.platform), <=, 16);
  end (&rig);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/sender/settled", test_settled);
  g_test_add_func ("/engine/sender/again", test_again);
  g_test_add_func ("/engine/sender/pauses", test_pauses);
  g_test_add_func ("/engine/sender/keys", test_keys);
  g_test_add_func ("/engine/sender/tranche", test_tranche);
  g_test_add_func ("/engine/sender/reach-only", test_reach_only);
  g_test_add_func ("/engine/sender/from-elsewhere", test_from_elsewhere);
  g_test_add_func ("/engine/sender/test-messages", test_test_messages);
  g_test_add_func ("/engine/sender/daily-limit", test_daily_limit);
  g_test_add_func ("/engine/sender/daily-limit-of-two", test_daily_limit_of_two);
  g_test_add_func ("/engine/sender/unclear-for-some", test_unclear_for_some);
  g_test_add_func ("/engine/sender/two-campaigns", test_two_campaigns);
  return g_test_run ();
}
