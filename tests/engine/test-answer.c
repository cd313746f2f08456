/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "ion-answer.h"

static void
test_new (void)
{
  g_autoptr (IonAnswer) answer = ion_answer_new (ION_ANSWER_THROTTLED, 429, "429");
  IonAnswer *same = ion_answer_ref (answer);

  g_assert_true (same == answer);
  ion_answer_unref (same);

  g_assert_cmpint (answer->remaining, ==, -1);
  g_assert_cmpint (answer->read, ==, -1);
  g_assert_cmpint (answer->paid, ==, -1);
}

/* Every kind has a name and a sentence of its own. */
static void
test_every_kind (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int kind = ION_ANSWER_REACHABLE; kind <= ION_ANSWER_UNCLEAR; kind++)
    {
      g_autoptr (IonAnswer) answer = ion_answer_new (kind, 0, NULL);

      g_assert_cmpstr (ion_answer_kind_to_name (kind), !=, NULL);
      g_assert_true (g_hash_table_add (seen, ion_answer_explain (answer)));
    }
}

static void
assert_explains (IonAnswerKind kind,
                 int http_status,
                 const char *code,
                 const char *detail,
                 const char *part)
{
  g_autoptr (IonAnswer) answer = ion_answer_new (kind, http_status, code);
  g_autofree char *text = NULL;

  answer->detail = g_strdup (detail);
  text = ion_answer_explain (answer);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, part));
}

static void
test_plain_words (void)
{
  assert_explains (ION_ANSWER_REFUSED, 400, "400 Error while sending payment metadata", NULL,
                   "that limit is 0");
  assert_explains (ION_ANSWER_REFUSED, 400, "400 Bad Request",
                   "Error while saving payment metadata", "that limit is 0");
  /* Said also in the middle of a campaign, when much has left already. */
  assert_explains (ION_ANSWER_NOTHING_LEFT, 0, "connect", NULL, "What waits is not lost");
  assert_explains (ION_ANSWER_REFUSED, 413, "413", NULL, "too long");
  assert_explains (ION_ANSWER_SENDER_REFUSED, 401, "401", NULL, "Set the service's key");
  assert_explains (ION_ANSWER_SENDER_REFUSED, 403, "403 You are not allowed here", NULL,
                   "network address");
  assert_explains (ION_ANSWER_SENDER_REFUSED, 403, "403 Production call forbidden", NULL,
                   "publication");
  assert_explains (ION_ANSWER_SENDER_REFUSED, 403, "403 User has no valid scopes", NULL,
                   "may not send");
  assert_explains (ION_ANSWER_NOTHING_LEFT, 0, "tls", NULL, "secure connection");
  assert_explains (ION_ANSWER_NOTHING_LEFT, 0, "dns", NULL, "name could not be found");
  assert_explains (ION_ANSWER_NOTHING_LEFT, 0, "refused", NULL, "no connection");
  assert_explains (ION_ANSWER_NOTHING_LEFT, 0, "proxy", NULL, "proxy");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/answer/new", test_new);
  g_test_add_func ("/engine/answer/every-kind", test_every_kind);
  g_test_add_func ("/engine/answer/plain-words", test_plain_words);
  return g_test_run ();
}
