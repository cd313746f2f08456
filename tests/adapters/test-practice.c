/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The practice platform, asked by the client that it is there for: what each fault is taken for,
 * what the book says afterwards, and that the limits are the real ones.
 */

#include "config.h"

#include "ion-practice-people.h"
#include "practice-fixture.h"

#include <string.h>

static guint
count_lines (Fixture *fixture)
{
  g_autofree char *text = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (fixture->book, &text, NULL, NULL));
  for (const char *p = text; *p != '\0'; p++)
    n += *p == '\n';

  return n;
}

/* Every fault, as a submission meets it; and whether a message was taken all the same. */
static void
test_faults (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *fault;
    IonAnswerKind kind;
    gboolean booked;
  } cases[] = {
    { "401=#1", ION_ANSWER_SENDER_REFUSED, FALSE },
    { "403=#1", ION_ANSWER_SENDER_REFUSED, FALSE },
    { "403-recipient=#1", ION_ANSWER_RECIPIENT_FORBIDDEN, FALSE },
    { "404=#1", ION_ANSWER_NOT_PLATFORM, FALSE },
    { "408=#1", ION_ANSWER_UNCLEAR, FALSE },
    { "413=#1", ION_ANSWER_REFUSED, FALSE },
    { "429=#1", ION_ANSWER_THROTTLED, FALSE },
    { "500=#1", ION_ANSWER_KNOWN_500, FALSE },
    { "500-raw=#1", ION_ANSWER_UNCLEAR, FALSE },
    { "502=#1", ION_ANSWER_UNCLEAR, TRUE },
    { "slow=#1", ION_ANSWER_UNCLEAR, TRUE },
    { "accepted-then-lost=#1", ION_ANSWER_UNCLEAR, TRUE },
    { "truncated=#1", ION_ANSWER_UNCLEAR, TRUE },
    { "absurd-json=#1", ION_ANSWER_ACCEPTED_NO_ID, TRUE },
    { "no-id=#1", ION_ANSWER_ACCEPTED_NO_ID, TRUE },
    { "redirect=#1", ION_ANSWER_NOT_PLATFORM, FALSE },
    { "portal=#1", ION_ANSWER_NOT_PLATFORM, FALSE },
    { "reset-before=#1", ION_ANSWER_UNCLEAR, FALSE },
  };
  guint booked = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const faults[] = { cases[i].fault, NULL };
      const IonPracticeOptions options = { .faults = faults };
      g_autoptr (IonAnswer) answer = NULL;
      g_autoptr (IonAnswer) next = NULL;

      g_test_message ("%s", cases[i].fault);
      if (fixture->practice != NULL)
        stop (fixture);
      start (fixture, &options);
      ion_io_platform_set_timeout (ION_IO_PLATFORM (fixture->platform), 1);

      answer = submit (fixture);
      assert_kind (answer, cases[i].kind);
      booked += cases[i].booked;
      g_assert_cmpuint (count_lines (fixture), ==, booked);

      /* The first call only. */
      next = submit (fixture);
      assert_kind (next, ION_ANSWER_ACCEPTED);
      booked++;
      g_assert_cmpuint (count_lines (fixture), ==, booked);
    }

  g_assert_cmpuint (g_strv_length ((char **) ion_practice_list_faults ()), ==,
                    G_N_ELEMENTS (cases));
}

static void
test_bad_faults (Fixture *fixture, gconstpointer user_data)
{
  static const char *const refused[] = { "",      "502",       "503=1",       "502=2",    "502=-1",
                                         "502=x", "502=#",     "502=#-1",     "502=0.1x", "502=nan",
                                         "=1",    "502@x=0.1", "502@profiles" };
  const IonPracticeOptions plain = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      const char *const faults[] = { refused[i], NULL };
      const IonPracticeOptions options = { .faults = faults };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", refused[i]);
      g_assert_null (ion_practice_new (&options, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
  start (fixture, &plain);
}

static void
test_keys (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *key;
    IonAnswerKind kind;
    const char *code;
  } cases[] = {
    { KEY, ION_ANSWER_ACCEPTED, "201" },
    { "practice-short", ION_ANSWER_SENDER_REFUSED, "401" },
    { "0123456789abcdef0123456789abcdef", ION_ANSWER_SENDER_REFUSED, "401" },
    { "practice-refused-01234", ION_ANSWER_SENDER_REFUSED, "401" },
    { "practice-noscope-01234", ION_ANSWER_SENDER_REFUSED, "403 User has no valid scopes" },
    { "practice-limit0-012345", ION_ANSWER_REFUSED, "400 Error while sending payment metadata" },
  };
  const IonPracticeOptions options = { 0 };

  start (fixture, &options);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IonMessage) message = wire_message ();
      g_autoptr (IonAnswer) answer = NULL;

      message->amount = 8550;
      message->notice_number = g_strdup ("301011100007347557");
      answer = wire_submit_message (fixture->platform, cases[i].key, message);
      assert_kind (answer, cases[i].kind);
      g_assert_cmpstr (answer->code, ==, cases[i].code);
    }
}

/* The contract's bounds, each from both sides; lengths in UTF-16 units. */
static void
test_checks (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *field;
    const char *unit;
    gsize n;
    IonAnswerKind kind;
  } cases[] = {
    { "subject", "a", 9, ION_ANSWER_REFUSED },      { "subject", "a", 10, ION_ANSWER_ACCEPTED },
    { "subject", "a", 120, ION_ANSWER_ACCEPTED },   { "subject", "a", 121, ION_ANSWER_REFUSED },
    { "subject", "😀", 60, ION_ANSWER_ACCEPTED },    { "subject", "😀", 61, ION_ANSWER_REFUSED },
    { "subject", "è", 120, ION_ANSWER_ACCEPTED },   { "markdown", "a", 79, ION_ANSWER_REFUSED },
    { "markdown", "a", 80, ION_ANSWER_ACCEPTED },   { "markdown", "a", 10000, ION_ANSWER_ACCEPTED },
    { "markdown", "a", 10001, ION_ANSWER_REFUSED }, { "code", "A", 16, ION_ANSWER_REFUSED },
    { "notice", "1", 18, ION_ANSWER_ACCEPTED },     { "notice", "4", 18, ION_ANSWER_REFUSED },
    { "notice", "1", 17, ION_ANSWER_REFUSED },      { "markdown", "a", 200000, ION_ANSWER_REFUSED },
  };
  const IonPracticeOptions options = { 0 };

  start (fixture, &options);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IonMessage) message = wire_message ();
      g_autoptr (GString) value = g_string_new (NULL);
      g_autoptr (IonAnswer) answer = NULL;
      char **field = cases[i].field[0] == 's'   ? &message->subject
                     : cases[i].field[0] == 'm' ? &message->markdown
                     : cases[i].field[0] == 'c' ? &message->fiscal_code
                                                : &message->notice_number;

      for (gsize n = 0; n < cases[i].n; n++)
        g_string_append (value, cases[i].unit);
      message->amount = cases[i].field[0] == 'n' ? 1 : 0;
      g_free (*field);
      *field = g_strdup (value->str);

      g_test_message ("%s %s x %zu", cases[i].field, cases[i].unit, cases[i].n);
      answer = wire_submit_message (fixture->platform, KEY, message);
      assert_kind (answer, cases[i].kind);
      /* The value that was not liked is not repeated. */
      if (answer->detail != NULL)
        g_assert_null (strstr (answer->detail, "aaa"));
    }
}

static void
test_premium (Fixture *fixture, gconstpointer user_data)
{
  const IonPracticeOptions options = { 0 };
  g_autoptr (IonMessage) message = wire_message ();
  g_autoptr (IonAnswer) refused = NULL;
  g_autoptr (IonAnswer) accepted = NULL;

  start (fixture, &options);
  message->premium = TRUE;
  refused = wire_submit_message (fixture->platform, KEY, message);
  accepted = wire_submit_message (fixture->platform, "practice-premium-0123", message);
  assert_kind (refused, ION_ANSWER_SENDER_REFUSED);
  assert_kind (accepted, ION_ANSWER_ACCEPTED);
}

/* The limit, and a lower one while it runs: what is left and how long to wait is said each time. */
static void
test_rate (Fixture *fixture, gconstpointer user_data)
{
  const IonPracticeOptions options = { .rate_calls = 20, .rate_seconds = 60 };
  g_autoptr (IonAnswer) refused = NULL;
  g_autoptr (IonAnswer) raised = NULL;
  g_autoptr (IonAnswer) full = NULL;
  IonPracticeFigures figures;

  start (fixture, &options);
  for (int i = 0; i < 10; i++)
    {
      g_autoptr (IonAnswer) answer = submit (fixture);

      assert_kind (answer, ION_ANSWER_ACCEPTED);
      g_assert_cmpint (answer->remaining, ==, 19 - i);
      g_assert_cmpint (answer->retry_after, ==, 0);
    }

  tell (fixture, "/practice/rate", "{\"calls\":5,\"seconds\":100}", 200);
  refused = submit (fixture);
  assert_kind (refused, ION_ANSWER_THROTTLED);
  g_assert_cmpint (refused->remaining, ==, 0);
  /* All ten came within the time that this test takes: less than half a minute. */
  g_assert_cmpint (refused->retry_after, >, 70 * (gint64) G_USEC_PER_SEC);
  g_assert_cmpint (refused->retry_after, <=, 100 * (gint64) G_USEC_PER_SEC);

  tell (fixture, "/practice/rate", "{\"calls\":11}", 200);
  raised = submit (fixture);
  assert_kind (raised, ION_ANSWER_ACCEPTED);
  g_assert_cmpint (raised->remaining, ==, 0);
  full = submit (fixture);
  assert_kind (full, ION_ANSWER_THROTTLED);

  ion_practice_get_figures (fixture->practice, &figures);
  g_assert_cmpint (figures.calls, ==, 13);
  g_assert_cmpint (figures.messages, ==, 11);
  g_assert_cmpint (figures.throttled, ==, 2);
  g_assert_cmpint (figures.persons_twice, ==, 10);
  g_assert_cmpint (figures.last_call, >, figures.first_call);
}

static void
test_control (Fixture *fixture, gconstpointer user_data)
{
  static const char *const refused[][2] = {
    { "/practice/rate", "" },
    { "/practice/rate", "{\"calls\":-1}" },
    { "/practice/rate", "{\"calls\":\"5\"}" },
    { "/practice/rate", "{\"calls\":5,\"seconds\":0}" },
    { "/practice/faults", "{}" },
    { "/practice/faults", "{\"faults\":[1]}" },
    { "/practice/faults", "{\"faults\":[\"503=1\"]}" },
  };
  const IonPracticeOptions options = { 0 };
  g_autofree char *figures = NULL;
  g_autofree char *none = NULL;
  g_autoptr (IonAnswer) accepted = NULL;
  g_autoptr (IonAnswer) failed = NULL;

  start (fixture, &options);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    tell (fixture, refused[i][0], refused[i][1], 400);
  tell (fixture, "/practice/figures", "{}", 404);
  tell (fixture, "/elsewhere", "{}", 404);

  accepted = submit (fixture);
  tell (fixture, "/practice/faults", "{\"faults\":[\"502@messages=1\"]}", 200);
  failed = submit (fixture);
  assert_kind (accepted, ION_ANSWER_ACCEPTED);
  assert_kind (failed, ION_ANSWER_UNCLEAR);
  figures = ask (fixture, "GET", "/practice/figures", NULL, 200);
  g_assert_nonnull (strstr (figures, "\"messages\":2,"));
  g_assert_nonnull (strstr (figures, "\"persons_twice\":1}"));
  tell (fixture, "/practice/reset", "", 200);
  none = ask (fixture, "GET", "/practice/figures", NULL, 200);
  g_assert_cmpstr (none, ==,
                   "{\"calls\":0,\"profiles\":0,\"messages\":0,\"statuses\":0,\"throttled\":0,"
                   "\"first_call\":0,\"last_call\":0,\"persons_twice\":0}");
}

static void
test_profiles (Fixture *fixture, gconstpointer user_data)
{
  static const IonAnswerKind kinds[] = {
    [ION_PRACTICE_PERSON_REACHABLE] = ION_ANSWER_REACHABLE,
    [ION_PRACTICE_PERSON_SWITCHED_OFF] = ION_ANSWER_SWITCHED_OFF,
    [ION_PRACTICE_PERSON_NOT_ON_IO] = ION_ANSWER_NOT_ON_IO,
  };
  const IonPracticeOptions options = { 0 };
  g_autoptr (IonAnswer) test = NULL;
  g_autoptr (IonAnswer) invalid = NULL;
  g_autofree char *by_get = NULL;

  start (fixture, &options);
  for (int i = 0; i < 100; i++)
    {
      g_autofree char *code = g_strdup_printf ("RSSMRA%02dT10A%03dS", i, 952 - i);
      g_autoptr (IonAnswer) answer = wire_reach (fixture->platform, code, NULL);

      assert_kind (answer, kinds[ion_practice_person (code)]);
      if (answer->kind == ION_ANSWER_REACHABLE)
        g_assert_cmpint (strncmp (answer->language, ion_practice_person_language (code), 2), ==, 0);
    }

  test = wire_reach (fixture->platform, TEST_CODE, NULL);
  assert_kind (test, ION_ANSWER_REACHABLE);
  invalid = wire_reach (fixture->platform, "01234567890", NULL);
  assert_kind (invalid, ION_ANSWER_REFUSED);
  by_get = ask (fixture, "GET", "/api/v1/profiles/" TEST_CODE, NULL, 200);
  g_assert_cmpstr (by_get, ==, "{\"sender_allowed\":true,\"preferred_languages\":[\"it_IT\"]}");
}

static void
test_addresses (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *method;
    const char *path;
    guint status;
  } cases[] = {
    { "GET", "/api/v1/subscriptions-feed/2026-01-01", 403 },
    { "POST", "/api/v1/activations/", 403 },
    { "PUT", "/api/v1/activations/", 403 },
    { "GET", "/api/v1/messages", 404 },
    { "DELETE", "/api/v1/messages/" TEST_CODE "/1", 404 },
    { "GET", "/api/v1/messages/" TEST_CODE "/1/2", 404 },
    { "GET", "/api/v1/profiles", 404 },
    { "GET", "/api/v1/profiles/" TEST_CODE "/1", 404 },
    { "GET", "/api/v1/nothing", 404 },
    { "GET", "/api/v2/profiles/" TEST_CODE, 404 },
    { "GET", "/", 404 },
  };
  const IonPracticeOptions options = { 0 };
  g_autofree char *in_path = NULL;
  g_autofree char *in_both = NULL;
  g_autofree char *text = g_strnfill (80, 'a');
  g_autofree char *content =
      g_strdup_printf ("\"content\":{\"subject\":\"0123456789\",\"markdown\":\"%s\"}", text);
  g_autofree char *without = g_strdup_printf ("{%s}", content);
  g_autofree char *with = g_strdup_printf ("{\"fiscal_code\":\"" TEST_CODE "\",%s}", content);

  start (fixture, &options);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *reply = ask (fixture, cases[i].method, cases[i].path, NULL, cases[i].status);

      g_test_message ("%s %s", cases[i].method, cases[i].path);
      g_assert_nonnull (strstr (reply, cases[i].status == 403 ? "\"title\"" : "\"statusCode\""));
    }

  in_path = ask (fixture, "POST", "/api/v1/messages/" TEST_CODE, without, 201);
  in_both = ask (fixture, "POST", "/api/v1/messages/" TEST_CODE, with, 400);
  g_assert_nonnull (strstr (in_both, "Bad parameters"));
}

/* Nobody but this machine reaches it, whatever it is asked. */
static void
test_loopback (Fixture *fixture, gconstpointer user_data)
{
  const IonPracticeOptions options = { .latency_min_ms = 1, .latency_max_ms = 20, .seed = 3 };
  g_autoptr (IonAnswer) answer = NULL;

  start (fixture, &options);
  g_assert_true (g_str_has_prefix (ion_practice_get_url (fixture->practice), "http://127.0.0.1:"));
  answer = submit (fixture);
  assert_kind (answer, ION_ANSWER_ACCEPTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/practice/faults", test_faults);
  ADD ("/practice/bad-faults", test_bad_faults);
  ADD ("/practice/keys", test_keys);
  ADD ("/practice/checks", test_checks);
  ADD ("/practice/premium", test_premium);
  ADD ("/practice/rate", test_rate);
  ADD ("/practice/control", test_control);
  ADD ("/practice/profiles", test_profiles);
  ADD ("/practice/addresses", test_addresses);
  ADD ("/invariant/10/practice-listens-on-loopback", test_loopback);
#undef ADD

  return g_test_run ();
}
