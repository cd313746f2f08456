/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The table of what becomes of a delivery, line by line. */

#include "config.h"

#include "ion-verdict.h"

typedef struct
{
  IonCall call;
  IonAnswerKind kind;
  int http_status;
  IonStep step;
  IonDeliveryState state;
  IonEffect effect;
  const char *pause_code;
} Line;

#define NO ION_DELIVERY_PENDING

static const Line table[] = {
  /* reach */
  { ION_CALL_REACH, ION_ANSWER_REACHABLE, 200, ION_STEP_GO_ON, NO, ION_EFFECT_NONE, NULL },
  { ION_CALL_REACH, ION_ANSWER_NOT_ON_IO, 404, ION_STEP_SETTLE, ION_DELIVERY_NOT_ON_IO,
    ION_EFFECT_NONE, NULL },
  { ION_CALL_REACH, ION_ANSWER_SWITCHED_OFF, 200, ION_STEP_SETTLE, ION_DELIVERY_SWITCHED_OFF,
    ION_EFFECT_NONE, NULL },
  { ION_CALL_REACH, ION_ANSWER_NOT_PLATFORM, 404, ION_STEP_AGAIN, NO, ION_EFFECT_PAUSE,
    "not-platform" },
  { ION_CALL_REACH, ION_ANSWER_UNCLEAR, 502, ION_STEP_AGAIN, NO, ION_EFFECT_TROUBLE, NULL },
  { ION_CALL_REACH, ION_ANSWER_KNOWN_500, 500, ION_STEP_AGAIN, NO, ION_EFFECT_TROUBLE, NULL },
  { ION_CALL_REACH, ION_ANSWER_SENDER_REFUSED, 401, ION_STEP_AGAIN, NO, ION_EFFECT_PAUSE,
    "key-refused" },
  { ION_CALL_REACH, ION_ANSWER_SENDER_REFUSED, 403, ION_STEP_AGAIN, NO, ION_EFFECT_PAUSE,
    "sender-refused" },
  { ION_CALL_REACH, ION_ANSWER_RECIPIENT_FORBIDDEN, 403, ION_STEP_SETTLE, ION_DELIVERY_REFUSED,
    ION_EFFECT_REFUSAL, NULL },
  { ION_CALL_REACH, ION_ANSWER_REFUSED, 400, ION_STEP_SETTLE, ION_DELIVERY_REFUSED,
    ION_EFFECT_REFUSAL, NULL },
  { ION_CALL_REACH, ION_ANSWER_THROTTLED, 429, ION_STEP_AGAIN, NO, ION_EFFECT_THROTTLE, NULL },
  { ION_CALL_REACH, ION_ANSWER_NOTHING_LEFT, 0, ION_STEP_AGAIN, NO, ION_EFFECT_CONNECTION, NULL },
  { ION_CALL_REACH, ION_ANSWER_ACCEPTED, 201, ION_STEP_AGAIN, NO, ION_EFFECT_TROUBLE, NULL },
  /* submission */
  { ION_CALL_SUBMIT, ION_ANSWER_ACCEPTED, 201, ION_STEP_SETTLE, ION_DELIVERY_ACCEPTED,
    ION_EFFECT_NONE, NULL },
  { ION_CALL_SUBMIT, ION_ANSWER_ACCEPTED_NO_ID, 201, ION_STEP_SETTLE, ION_DELIVERY_UNCERTAIN,
    ION_EFFECT_NONE, NULL },
  { ION_CALL_SUBMIT, ION_ANSWER_REFUSED, 400, ION_STEP_SETTLE, ION_DELIVERY_REFUSED,
    ION_EFFECT_REFUSAL, NULL },
  { ION_CALL_SUBMIT, ION_ANSWER_REFUSED, 413, ION_STEP_SETTLE, ION_DELIVERY_REFUSED,
    ION_EFFECT_REFUSAL, NULL },
  { ION_CALL_SUBMIT, ION_ANSWER_SENDER_REFUSED, 401, ION_STEP_SETTLE, ION_DELIVERY_PENDING,
    ION_EFFECT_PAUSE, "key-refused" },
  { ION_CALL_SUBMIT, ION_ANSWER_SENDER_REFUSED, 0, ION_STEP_SETTLE, ION_DELIVERY_PENDING,
    ION_EFFECT_PAUSE, "key-refused" },
  { ION_CALL_SUBMIT, ION_ANSWER_SENDER_REFUSED, 403, ION_STEP_SETTLE, ION_DELIVERY_PENDING,
    ION_EFFECT_PAUSE, "sender-refused" },
  { ION_CALL_SUBMIT, ION_ANSWER_RECIPIENT_FORBIDDEN, 403, ION_STEP_SETTLE, ION_DELIVERY_REFUSED,
    ION_EFFECT_REFUSAL, NULL },
  { ION_CALL_SUBMIT, ION_ANSWER_NOT_PLATFORM, 405, ION_STEP_SETTLE, ION_DELIVERY_UNCERTAIN,
    ION_EFFECT_PAUSE, "not-platform" },
  { ION_CALL_SUBMIT, ION_ANSWER_THROTTLED, 429, ION_STEP_SETTLE, ION_DELIVERY_PENDING,
    ION_EFFECT_THROTTLE, NULL },
  { ION_CALL_SUBMIT, ION_ANSWER_KNOWN_500, 500, ION_STEP_SETTLE, ION_DELIVERY_PENDING,
    ION_EFFECT_TROUBLE, NULL },
  { ION_CALL_SUBMIT, ION_ANSWER_UNCLEAR, 408, ION_STEP_SETTLE, ION_DELIVERY_UNCERTAIN,
    ION_EFFECT_TROUBLE, NULL },
  { ION_CALL_SUBMIT, ION_ANSWER_UNCLEAR, 0, ION_STEP_SETTLE, ION_DELIVERY_UNCERTAIN,
    ION_EFFECT_TROUBLE, NULL },
  { ION_CALL_SUBMIT, ION_ANSWER_NOTHING_LEFT, 0, ION_STEP_SETTLE, ION_DELIVERY_PENDING,
    ION_EFFECT_CONNECTION, NULL },
  { ION_CALL_SUBMIT, ION_ANSWER_REACHABLE, 200, ION_STEP_SETTLE, ION_DELIVERY_UNCERTAIN,
    ION_EFFECT_TROUBLE, NULL },
  /* follow-up */
  { ION_CALL_STATUS, ION_ANSWER_UNKNOWN_MESSAGE, 404, ION_STEP_AGAIN, NO, ION_EFFECT_NONE, NULL },
  { ION_CALL_STATUS, ION_ANSWER_UNCLEAR, 504, ION_STEP_AGAIN, NO, ION_EFFECT_TROUBLE, NULL },
  { ION_CALL_STATUS, ION_ANSWER_THROTTLED, 429, ION_STEP_AGAIN, NO, ION_EFFECT_THROTTLE, NULL },
  { ION_CALL_STATUS, ION_ANSWER_NOTHING_LEFT, 0, ION_STEP_AGAIN, NO, ION_EFFECT_CONNECTION, NULL },
  { ION_CALL_STATUS, ION_ANSWER_NOT_PLATFORM, 302, ION_STEP_AGAIN, NO, ION_EFFECT_PAUSE,
    "not-platform" },
};

static void
check_line (const Line *line)
{
  g_autoptr (IonAnswer) answer = ion_answer_new (line->kind, line->http_status, NULL);
  IonVerdict verdict = ion_verdict (line->call, answer);

  g_assert_cmpint (verdict.step, ==, line->step);
  g_assert_cmpint (verdict.effect, ==, line->effect);
  g_assert_cmpstr (verdict.pause_code, ==, line->pause_code);
  if (line->step == ION_STEP_SETTLE)
    g_assert_cmpint (verdict.state, ==, line->state);
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_test_message ("line %" G_GSIZE_FORMAT ": %s", i, ion_answer_kind_to_name (table[i].kind));
      check_line (&table[i]);
    }
}

static void
test_status (void)
{
  static const struct
  {
    IonMessageStatus status;
    IonStep step;
    IonDeliveryState state;
  } lines[] = {
    { ION_MESSAGE_STATUS_ACCEPTED, ION_STEP_AGAIN, ION_DELIVERY_ACCEPTED },
    { ION_MESSAGE_STATUS_THROTTLED, ION_STEP_AGAIN, ION_DELIVERY_ACCEPTED },
    { ION_MESSAGE_STATUS_PROCESSED, ION_STEP_SETTLE, ION_DELIVERY_DELIVERED },
    { ION_MESSAGE_STATUS_REJECTED, ION_STEP_SETTLE, ION_DELIVERY_REJECTED },
    { ION_MESSAGE_STATUS_FAILED, ION_STEP_SETTLE, ION_DELIVERY_FAILED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (IonAnswer) answer = ion_answer_new (ION_ANSWER_STATUS, 200, NULL);
      IonVerdict verdict;

      answer->status = lines[i].status;
      verdict = ion_verdict (ION_CALL_STATUS, answer);
      g_assert_cmpint (verdict.step, ==, lines[i].step);
      if (verdict.step == ION_STEP_SETTLE)
        g_assert_cmpint (verdict.state, ==, lines[i].state);
    }
}

/* Whatever the answer to a submission: only these put it back. */
static void
test_never_twice (void)
{
  for (int kind = ION_ANSWER_REACHABLE; kind <= ION_ANSWER_UNCLEAR; kind++)
    {
      g_autoptr (IonAnswer) answer = ion_answer_new (kind, 0, NULL);
      IonVerdict verdict = ion_verdict (ION_CALL_SUBMIT, answer);
      gboolean back = kind == ION_ANSWER_SENDER_REFUSED || kind == ION_ANSWER_THROTTLED ||
                      kind == ION_ANSWER_KNOWN_500 || kind == ION_ANSWER_NOTHING_LEFT;

      g_assert_cmpint (verdict.step, ==, ION_STEP_SETTLE);
      g_assert_cmpint (verdict.state == ION_DELIVERY_PENDING, ==, back);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/verdict/table", test_table);
  g_test_add_func ("/engine/verdict/status", test_status);
  g_test_add_func ("/invariant/2/what-may-be-tried-again", test_never_twice);
  return g_test_run ();
}
