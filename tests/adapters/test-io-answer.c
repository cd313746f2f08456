/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The table of answers, line by line: what each becomes for each of the three calls. */

#include "config.h"

#include "ion-io-answer.h"

#include <string.h>

#define JSON    "application/json"
#define PROBLEM "application/problem+json"
#define HTML    "text/html; charset=utf-8"

#define R ION_IO_CALL_REACH
#define S ION_IO_CALL_SUBMIT
#define T ION_IO_CALL_STATUS

typedef struct
{
  IonIoCall call;
  guint status;
  const char *type;
  const char *body;
  IonAnswerKind kind;
} Line;

static const Line lines[] = {
  /* reach */
  { R, 200, JSON, "{\"sender_allowed\":true}", ION_ANSWER_REACHABLE },
  { R, 200, JSON "; charset=utf-8", "{\"sender_allowed\":true}", ION_ANSWER_REACHABLE },
  { R, 200, JSON, "{\"sender_allowed\":false}", ION_ANSWER_SWITCHED_OFF },
  { R, 404, PROBLEM, "{\"title\":\"Profile not found\",\"status\":404}", ION_ANSWER_NOT_ON_IO },
  { R, 200, JSON, "{\"sender_allowed\":\"true\"}", ION_ANSWER_NOT_PLATFORM },
  { R, 200, JSON, "{\"sender_allowed\":1}", ION_ANSWER_NOT_PLATFORM },
  { R, 200, JSON, "{\"sender_allowed\":null}", ION_ANSWER_NOT_PLATFORM },
  { R, 200, JSON, "{\"version\":1}", ION_ANSWER_NOT_PLATFORM },
  { R, 200, HTML, "<html>", ION_ANSWER_NOT_PLATFORM },
  { R, 200, HTML, "{\"sender_allowed\":true}", ION_ANSWER_NOT_PLATFORM },
  { R, 200, NULL, "", ION_ANSWER_NOT_PLATFORM },
  { R, 201, JSON, "{\"sender_allowed\":true}", ION_ANSWER_NOT_PLATFORM },
  { R, 204, NULL, "", ION_ANSWER_NOT_PLATFORM },
  { R, 200, JSON, "{\"sender_allowed\":tr", ION_ANSWER_UNCLEAR },
  { R, 200, JSON, "", ION_ANSWER_UNCLEAR },
  { R, 200, JSON, "[true]", ION_ANSWER_UNCLEAR },
  { R, 404, JSON, "{\"statusCode\":404}", ION_ANSWER_NOT_PLATFORM },
  { R, 404, HTML, "<html>", ION_ANSWER_NOT_PLATFORM },
  { R, 404, PROBLEM, "<html>", ION_ANSWER_NOT_PLATFORM },
  { R, 400, PROBLEM, "{\"title\":\"Bad parameters\"}", ION_ANSWER_REFUSED },
  { R, 400, HTML, "<html>", ION_ANSWER_UNCLEAR },
  /* submission */
  { S, 201, JSON, "{\"id\":\"01BX9NSMKVXXS5PSP2FATZMYYY\"}", ION_ANSWER_ACCEPTED },
  { S, 201, JSON, "{\"id\":\"a\",\"id\":\"b\"}", ION_ANSWER_ACCEPTED },
  { S, 201, JSON, "{}", ION_ANSWER_ACCEPTED_NO_ID },
  { S, 201, JSON, "{\"id\":1}", ION_ANSWER_ACCEPTED_NO_ID },
  { S, 201, JSON, "{\"id\":\"\"}", ION_ANSWER_ACCEPTED_NO_ID },
  { S, 201, JSON, "{\"id\":\"../../profiles\"}", ION_ANSWER_ACCEPTED_NO_ID },
  { S, 201, JSON, "{\"id\":\"a\\u0000b c\"}", ION_ANSWER_ACCEPTED_NO_ID },
  { S, 201, JSON, "{\"id\":", ION_ANSWER_ACCEPTED_NO_ID },
  { S, 201, JSON, "{\"id\":\"\xff\"}", ION_ANSWER_ACCEPTED_NO_ID },
  { S, 201, HTML, "<html>", ION_ANSWER_ACCEPTED_NO_ID },
  { S, 201, NULL, "", ION_ANSWER_ACCEPTED_NO_ID },
  { S, 200, JSON, "{\"id\":\"01\"}", ION_ANSWER_NOT_PLATFORM },
  { S, 200, HTML, "<html>", ION_ANSWER_NOT_PLATFORM },
  { S, 202, JSON, "{}", ION_ANSWER_NOT_PLATFORM },
  { S, 204, NULL, "", ION_ANSWER_NOT_PLATFORM },
  { S, 400, PROBLEM, "{\"title\":\"Invalid message structure\"}", ION_ANSWER_REFUSED },
  { S, 400, HTML, "<html>", ION_ANSWER_REFUSED },
  { S, 413, HTML, "<html>", ION_ANSWER_REFUSED },
  { S, 403, PROBLEM, "{\"title\":\"Recipient forbidden\"}", ION_ANSWER_RECIPIENT_FORBIDDEN },
  { S, 403, PROBLEM, "{\"title\":\"You are not allowed here\"}", ION_ANSWER_SENDER_REFUSED },
  { S, 403, PROBLEM, "{\"title\":\"User has no valid scopes\"}", ION_ANSWER_SENDER_REFUSED },
  { S, 403, PROBLEM, "{\"title\":\"Production call forbidden\"}", ION_ANSWER_SENDER_REFUSED },
  { S, 403, PROBLEM, "{\"title\":[]}", ION_ANSWER_SENDER_REFUSED },
  { S, 403, HTML, "Recipient forbidden", ION_ANSWER_SENDER_REFUSED },
  { S, 403, JSON, "{\"title\":\"Recipient forbidden\"}", ION_ANSWER_SENDER_REFUSED },
  { S, 404, PROBLEM, "{\"title\":\"No such configuration\"}", ION_ANSWER_NOT_PLATFORM },
  { S, 404, HTML, "<html>", ION_ANSWER_NOT_PLATFORM },
  { S, 500, PROBLEM, "{\"title\":\"Internal server error\"}", ION_ANSWER_KNOWN_500 },
  { S, 500, PROBLEM, "{\"title\":\"Query error (COSMOS)\"}", ION_ANSWER_KNOWN_500 },
  { S, 500, PROBLEM, "{\"title\":\"Something else\"}", ION_ANSWER_UNCLEAR },
  { S, 500, PROBLEM, "{\"title\":\"Internal server err", ION_ANSWER_UNCLEAR },
  { S, 500, PROBLEM, "{}", ION_ANSWER_UNCLEAR },
  { S, 500, JSON, "{\"title\":\"Internal server error\"}", ION_ANSWER_UNCLEAR },
  { S, 500, HTML, "Internal server error", ION_ANSWER_UNCLEAR },
  { S, 500, NULL, "", ION_ANSWER_UNCLEAR },
  { S, 503, PROBLEM, "{\"title\":\"Internal server error\"}", ION_ANSWER_UNCLEAR },
  { S, 502, HTML, "<html>", ION_ANSWER_UNCLEAR },
  { S, 504, HTML, "<html>", ION_ANSWER_UNCLEAR },
  { S, 599, NULL, "", ION_ANSWER_UNCLEAR },
  /* status */
  { T, 200, JSON, "{\"message\":{},\"status\":\"PROCESSED\"}", ION_ANSWER_STATUS },
  { T, 200, JSON, "{\"message\":{}}", ION_ANSWER_STATUS },
  { T, 200, JSON, "{\"message\":{},\"status\":\"LOST\"}", ION_ANSWER_UNCLEAR },
  { T, 200, JSON, "{\"message\":{},\"status\":3}", ION_ANSWER_UNCLEAR },
  { T, 200, JSON, "{\"status\":\"PROCESSED\"}", ION_ANSWER_NOT_PLATFORM },
  { T, 200, JSON, "{\"message\":{", ION_ANSWER_UNCLEAR },
  { T, 404, PROBLEM, "{\"title\":\"Message not found\"}", ION_ANSWER_UNKNOWN_MESSAGE },
  { T, 404, HTML, "<html>", ION_ANSWER_NOT_PLATFORM },
  { T, 400, PROBLEM, "{\"title\":\"Bad parameters\"}", ION_ANSWER_UNCLEAR },
  { T, 500, PROBLEM, "{\"title\":\"Internal server error\"}", ION_ANSWER_KNOWN_500 },
};

/* The same for all three calls. */
static const struct
{
  guint status;
  IonAnswerKind kind;
} common[] = {
  { 401, ION_ANSWER_SENDER_REFUSED }, { 403, ION_ANSWER_SENDER_REFUSED },
  { 429, ION_ANSWER_THROTTLED },      { 408, ION_ANSWER_UNCLEAR },
  { 404, ION_ANSWER_NOT_PLATFORM },   { 405, ION_ANSWER_NOT_PLATFORM },
  { 407, ION_ANSWER_NOT_PLATFORM },   { 301, ION_ANSWER_NOT_PLATFORM },
  { 302, ION_ANSWER_NOT_PLATFORM },   { 304, ION_ANSWER_NOT_PLATFORM },
  { 307, ION_ANSWER_NOT_PLATFORM },   { 308, ION_ANSWER_NOT_PLATFORM },
  { 418, ION_ANSWER_NOT_PLATFORM },   { 451, ION_ANSWER_NOT_PLATFORM },
  { 500, ION_ANSWER_UNCLEAR },        { 502, ION_ANSWER_UNCLEAR },
  { 503, ION_ANSWER_UNCLEAR },        { 504, ION_ANSWER_UNCLEAR },
  { 100, ION_ANSWER_UNCLEAR },        { 0, ION_ANSWER_UNCLEAR },
};

static IonAnswer *
read_reply (IonIoCall call, guint status, const char *type, const char *body)
{
  IonIoReply reply = {
    .status = status,
    .content_type = type,
    .body = body,
    .length = strlen (body),
  };

  return ion_io_answer_read (call, &reply);
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const Line *line = &lines[i];
      g_autoptr (IonAnswer) answer = read_reply (line->call, line->status, line->type, line->body);
      g_autofree char *escaped = g_strescape (line->body, NULL);

      g_test_message ("%d %u %s %s", line->call, line->status, line->type, escaped);
      g_assert_cmpstr (ion_answer_kind_to_name (answer->kind), ==,
                       ion_answer_kind_to_name (line->kind));
      g_assert_cmpint (answer->http_status, ==, (int) line->status);
      g_assert_nonnull (answer->code);
      g_assert_true ((answer->message_id != NULL) == (answer->kind == ION_ANSWER_ACCEPTED));
    }
}

static void
test_common (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
    for (int call = R; call <= T; call++)
      {
        g_autoptr (IonAnswer) answer =
            read_reply ((IonIoCall) call, common[i].status, HTML, "<html>");

        g_test_message ("%d %u", call, common[i].status);
        g_assert_cmpstr (ion_answer_kind_to_name (answer->kind), ==,
                         ion_answer_kind_to_name (common[i].kind));
      }
}

/* Only 429 and the two known titles may be tried again: nothing else comes out as one of them. */
static void
test_only_known_repeat (void)
{
  static const char *const types[] = { JSON, PROBLEM, HTML, NULL };

  for (guint status = 100; status < 600; status++)
    for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
      {
        g_autoptr (IonAnswer) answer =
            read_reply (S, status, types[i], "{\"title\":\"Internal server error\",\"id\":\"1\"}");
        gboolean again = answer->kind == ION_ANSWER_THROTTLED ||
                         answer->kind == ION_ANSWER_KNOWN_500 ||
                         answer->kind == ION_ANSWER_NOTHING_LEFT;

        g_assert_true (again == (status == 429 || (status == 500 && types[i] == types[1])));
        g_assert_true ((answer->kind == ION_ANSWER_ACCEPTED) == (status == 201 && i < 2));
      }
}

static void
test_languages (void)
{
  static const struct
  {
    const char *list;
    const char *language;
  } cases[] = {
    { "[\"de_DE\",\"it_IT\"]", "de" },
    { "[\"it\"]", "it" },
    { "[]", NULL },
    { "\"de_DE\"", NULL },
    { "[1]", NULL },
    { "[\"\"]", NULL },
    { "[\"DE\"]", NULL },
    { "[\"deu\"]", NULL },
    { "[[\"de\"]]", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body =
          g_strdup_printf ("{\"sender_allowed\":true,\"preferred_languages\":%s}", cases[i].list);
      g_autoptr (IonAnswer) answer = read_reply (R, 200, JSON, body);

      g_assert_cmpint (answer->kind, ==, ION_ANSWER_REACHABLE);
      g_assert_cmpstr (answer->language, ==, cases[i].language);
    }
}

static void
test_statuses (void)
{
  static const struct
  {
    const char *rest;
    IonMessageStatus status;
    int read;
    int paid;
  } cases[] = {
    { "", ION_MESSAGE_STATUS_ACCEPTED, -1, -1 },
    { ",\"status\":\"ACCEPTED\"", ION_MESSAGE_STATUS_ACCEPTED, -1, -1 },
    { ",\"status\":\"THROTTLED\"", ION_MESSAGE_STATUS_THROTTLED, -1, -1 },
    { ",\"status\":\"REJECTED\"", ION_MESSAGE_STATUS_REJECTED, -1, -1 },
    { ",\"status\":\"FAILED\"", ION_MESSAGE_STATUS_FAILED, -1, -1 },
    { ",\"status\":\"PROCESSED\",\"read_status\":\"READ\",\"payment_status\":\"NOT_PAID\"",
      ION_MESSAGE_STATUS_PROCESSED, 1, 0 },
    { ",\"status\":\"PROCESSED\",\"read_status\":\"UNREAD\",\"payment_status\":\"PAID\"",
      ION_MESSAGE_STATUS_PROCESSED, 0, 1 },
    { ",\"status\":\"PROCESSED\",\"read_status\":\"UNAVAILABLE\",\"payment_status\":7",
      ION_MESSAGE_STATUS_PROCESSED, -1, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body = g_strdup_printf ("{\"message\":{\"id\":\"1\"}%s}", cases[i].rest);
      g_autoptr (IonAnswer) answer = read_reply (T, 200, JSON, body);

      g_assert_cmpint (answer->kind, ==, ION_ANSWER_STATUS);
      g_assert_cmpint (answer->status, ==, cases[i].status);
      g_assert_cmpint (answer->read, ==, cases[i].read);
      g_assert_cmpint (answer->paid, ==, cases[i].paid);
    }
}

static void
test_rate (void)
{
  static const struct
  {
    const char *wait;
    const char *remaining;
    gint64 retry_after;
    int left;
  } cases[] = {
    { NULL, NULL, 0, -1 },
    { "3", "0", 3 * G_USEC_PER_SEC, 0 },
    { "3600", "149", 3600 * (gint64) G_USEC_PER_SEC, 149 },
    { "3601", "-1", 0, -1 },
    { "99999999999999999999", "99999999999999999999", 0, -1 },
    { "soon", "1e3", 0, -1 },
    { "", "", 0, -1 },
    { "-5", "0x10", 0, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IonIoReply reply = {
        .status = 429,
        .content_type = JSON,
        .retry_after = cases[i].wait,
        .remaining = cases[i].remaining,
        .body = "",
      };
      g_autoptr (IonAnswer) answer = ion_io_answer_read (S, &reply);

      g_assert_cmpint (answer->kind, ==, ION_ANSWER_THROTTLED);
      g_assert_cmpint (answer->retry_after, ==, cases[i].retry_after);
      g_assert_cmpint (answer->remaining, ==, cases[i].left);
    }
}

static void
test_codes (void)
{
  g_autoptr (IonAnswer) forbidden =
      read_reply (S, 403, PROBLEM,
                  "{\"title\":\"You are not allowed here\",\"detail\":\"From 10.0.0.1\"}");
  g_autoptr (IonAnswer) bare = read_reply (S, 403, HTML, "<html>");

  g_assert_cmpstr (forbidden->code, ==, "403 You are not allowed here");
  g_assert_cmpstr (forbidden->detail, ==, "From 10.0.0.1");
  g_assert_cmpstr (bare->code, ==, "403");
  g_assert_null (bare->detail);
}

static void
test_failures (void)
{
  const struct
  {
    GQuark domain;
    int code;
    const char *name;
  } cases[] = {
    { G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled" },
    { G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "timeout" },
    { G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED, "refused" },
    { G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE, "network" },
    { G_IO_ERROR, G_IO_ERROR_PROXY_FAILED, "proxy" },
    { G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED, "reset" },
    { G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE, "reset" },
    { G_IO_ERROR, G_IO_ERROR_FAILED, "connection" },
    { G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "dns" },
    { G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, "tls" },
    { G_FILE_ERROR, 0, "protocol" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (cases[i].domain, cases[i].code, "RSSMRA");
      g_autoptr (IonAnswer) before = ion_io_answer_failed (FALSE, error);
      g_autoptr (IonAnswer) later = ion_io_answer_failed (TRUE, error);

      g_assert_cmpint (before->kind, ==, ION_ANSWER_NOTHING_LEFT);
      g_assert_cmpint (later->kind, ==, ION_ANSWER_UNCLEAR);
      g_assert_cmpstr (before->code, ==, cases[i].name);
      g_assert_cmpstr (later->code, ==, cases[i].name);
      g_assert_null (later->detail);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/io-answer/table", test_table);
  g_test_add_func ("/io-answer/common", test_common);
  g_test_add_func ("/invariant/2/only-known-answers-allow-another-try", test_only_known_repeat);
  g_test_add_func ("/io-answer/languages", test_languages);
  g_test_add_func ("/io-answer/statuses", test_statuses);
  g_test_add_func ("/io-answer/rate", test_rate);
  g_test_add_func ("/io-answer/codes", test_codes);
  g_test_add_func ("/io-answer/failures", test_failures);

  return g_test_run ();
}
