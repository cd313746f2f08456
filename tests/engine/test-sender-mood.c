/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "ion-sender-mood.h"

#define SECOND G_TIME_SPAN_SECOND
#define MS     G_TIME_SPAN_MILLISECOND

static const char *
feel (IonSenderMood *mood,
      IonCall call,
      IonAnswerKind kind,
      int http_status,
      const char *code,
      gint64 now)
{
  g_autoptr (IonAnswer) answer = ion_answer_new (kind, http_status, code);
  IonVerdict verdict = ion_verdict (call, answer);
  g_autofree char *detail = NULL;
  const char *pause;

  answer->detail = g_strdup ("their words");
  pause = ion_sender_mood_feel (mood, call, answer, &verdict, now, &detail);
  g_assert_true ((pause == NULL) == (detail == NULL));
  if (detail != NULL)
    {
      g_assert_nonnull (strstr (detail, "their words"));
      g_assert_nonnull (strstr (detail, code));
    }
  return pause;
}

static void
test_refusals (void)
{
  IonSenderPatience patience = ION_SENDER_PATIENCE;
  g_autoptr (IonSenderMood) mood = ion_sender_mood_new (&patience);

  for (int i = 0; i < 19; i++)
    {
      g_assert_null (feel (mood, ION_CALL_REACH, ION_ANSWER_REACHABLE, 200, "200", i));
      g_assert_null (feel (mood, ION_CALL_SUBMIT, ION_ANSWER_REFUSED, 400, "400 limit", i));
    }
  /* another reason begins another row */
  g_assert_null (feel (mood, ION_CALL_SUBMIT, ION_ANSWER_REFUSED, 413, "413", 20));
  for (int i = 0; i < 19; i++)
    g_assert_null (feel (mood, ION_CALL_SUBMIT, ION_ANSWER_REFUSED, 400, "400 limit", 30 + i));
  /* so does a message that is taken */
  g_assert_null (feel (mood, ION_CALL_SUBMIT, ION_ANSWER_ACCEPTED, 201, "201", 50));
  for (int i = 0; i < 19; i++)
    g_assert_null (feel (mood, ION_CALL_SUBMIT, ION_ANSWER_REFUSED, 400, "400 limit", 60 + i));
  g_assert_cmpstr (feel (mood, ION_CALL_SUBMIT, ION_ANSWER_REFUSED, 400, "400 limit", 90), ==,
                   "equal-refusals");
}

static void
test_sender_refused (void)
{
  IonSenderPatience patience = ION_SENDER_PATIENCE;
  g_autoptr (IonSenderMood) mood = ion_sender_mood_new (&patience);

  g_assert_cmpstr (feel (mood, ION_CALL_REACH, ION_ANSWER_SENDER_REFUSED, 401, "401", 0), ==,
                   "key-refused");
  g_assert_cmpstr (feel (mood, ION_CALL_SUBMIT, ION_ANSWER_SENDER_REFUSED, 403, "403", 0), ==,
                   "sender-refused");
  g_assert_cmpstr (feel (mood, ION_CALL_SUBMIT, ION_ANSWER_NOT_PLATFORM, 302, "302", 0), ==,
                   "not-platform");
}

static void
test_trouble (void)
{
  IonSenderPatience patience = ION_SENDER_PATIENCE;
  g_autoptr (IonSenderMood) mood = ion_sender_mood_new (&patience);
  gint64 now = SECOND, waited = 0;
  int rounds = 1;

  while (feel (mood, ION_CALL_SUBMIT, ION_ANSWER_KNOWN_500, 500, "500", now) == NULL)
    {
      gint64 wait = ion_sender_mood_get_wait (mood, now);

      g_assert_cmpint (wait, >, waited);
      /* those on their way belong to the same round; reach being well changes nothing */
      for (int i = 0; i < 15; i++)
        g_assert_null (feel (mood, ION_CALL_SUBMIT, ION_ANSWER_KNOWN_500, 500, "500", now + i));
      g_assert_null (feel (mood, ION_CALL_REACH, ION_ANSWER_REACHABLE, 200, "200", now + MS));
      g_assert_cmpint (ion_sender_mood_get_wait (mood, now), ==, wait);
      waited = wait;
      now += wait;
      rounds++;
    }
  g_assert_cmpint (rounds, ==, 6);
}

static void
test_trouble_now_and_then (void)
{
  IonSenderPatience patience = ION_SENDER_PATIENCE;
  g_autoptr (IonSenderMood) mood = ion_sender_mood_new (&patience);

  for (int i = 0; i < 100; i++)
    {
      g_assert_null (
          feel (mood, ION_CALL_SUBMIT, ION_ANSWER_UNCLEAR, 502, "502", (i + 1) * SECOND));
      g_assert_null (
          feel (mood, ION_CALL_SUBMIT, ION_ANSWER_ACCEPTED, 201, "201", (i + 1) * SECOND + MS));
    }
}

static void
test_connection (void)
{
  IonSenderPatience patience = ION_SENDER_PATIENCE;
  g_autoptr (IonSenderMood) mood = ion_sender_mood_new (&patience);
  gint64 now = SECOND;

  g_assert_null (feel (mood, ION_CALL_REACH, ION_ANSWER_NOTHING_LEFT, 0, "cancelled", now));
  g_assert_true (ion_sender_mood_is_connected (mood));
  while (now < 120 * SECOND)
    {
      g_assert_null (feel (mood, ION_CALL_REACH, ION_ANSWER_NOTHING_LEFT, 0, "dns", now));
      g_assert_false (ion_sender_mood_is_connected (mood));
      g_assert_cmpint (ion_sender_mood_get_wait (mood, now), <=, 15 * SECOND);
      now += ion_sender_mood_get_wait (mood, now);
    }
  /* any answer is a connection */
  g_assert_null (feel (mood, ION_CALL_REACH, ION_ANSWER_UNCLEAR, 502, "502", now));
  g_assert_true (ion_sender_mood_is_connected (mood));
  g_assert_null (feel (mood, ION_CALL_REACH, ION_ANSWER_NOTHING_LEFT, 0, "dns", now));
  g_assert_cmpstr (feel (mood, ION_CALL_REACH, ION_ANSWER_NOTHING_LEFT, 0, "dns",
                         now + 120 * SECOND),
                   ==, "no-connection");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/sender-mood/refusals", test_refusals);
  g_test_add_func ("/engine/sender-mood/sender-refused", test_sender_refused);
  g_test_add_func ("/engine/sender-mood/trouble", test_trouble);
  g_test_add_func ("/engine/sender-mood/trouble-now-and-then", test_trouble_now_and_then);
  g_test_add_func ("/engine/sender-mood/connection", test_connection);
  return g_test_run ();
}
