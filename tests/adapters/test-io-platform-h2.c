/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The client over HTTP/2 and TLS, against a web server that somebody else wrote and the practice
 * platform behind it. The server's log says what came over the wire, the platform's book who got
 * how many messages.
 */

#include "config.h"

#include "crowd.h"
#include "nginx.h"
#include "practice-fixture.h"

#include <signal.h>
#include <string.h>

#define PERSON      "RSSMRA85T10A562S"
#define CONCURRENCY 16

/* A client of the server that stands before the fixture's platform. */
static IonPlatform *
make_client (const char *url, gboolean trusting)
{
  g_autoptr (GError) error = NULL;
  IonPlatform *client = ion_io_platform_new (url, TRUE, CONCURRENCY, &error);

  g_assert_no_error (error);
  if (trusting)
    {
      g_autoptr (GTlsDatabase) database = wire_trust ();

      ion_io_platform_set_tls_database (ION_IO_PLATFORM (client), database);
    }

  return client;
}

/* libsoup 3.2 warns of a session that ends with a connection which it has lost sight of, as it does
 * when a server falls. Of all warnings, this one is borne with.
 */
static gboolean
is_fatal_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer user_data)
{
  return strstr (message, "soup_connection_manager_get_num_conns") == NULL;
}

/* The fixture's client calls the platform through the server from here on. */
static Nginx *
stand_before (Fixture *fixture, const IonPracticeOptions *practice, const NginxOptions *options)
{
  Nginx *nginx;

  g_test_log_set_fatal_handler (is_fatal_cb, NULL);
  start (fixture, practice);
  nginx = nginx_new (ion_practice_get_url (fixture->practice), options);
  g_object_unref (fixture->platform);
  fixture->platform = make_client (nginx_get_url (nginx), TRUE);
  /* libsoup 3.2 hears neither of a stream that is reset in the middle of an answer nor, at times,
   * of the end of a connection: it is the deadline that ends such a call. */
  ion_io_platform_set_timeout (ION_IO_PLATFORM (fixture->platform), 3);

  return nginx;
}

static gint64
count_messages (Fixture *fixture)
{
  IonPracticeFigures figures;

  ion_practice_get_figures (fixture->practice, &figures);
  return figures.messages;
}

/* How many connections carried @calls, all of them in @protocol. */
static guint
count_connections (GPtrArray *calls, const char *protocol)
{
  g_autoptr (GHashTable) connections = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < calls->len; i++)
    {
      NginxCall *call = calls->pdata[i];

      g_assert_cmpstr (call->protocol, ==, protocol);
      g_hash_table_add (connections, &call->connection);
    }

  return g_hash_table_size (connections);
}

static void
assert_call (GPtrArray *calls, guint index, const char *method, int status)
{
  NginxCall *call = calls->pdata[index];

  g_assert_cmpstr (call->method, ==, method);
  g_assert_cmpint (call->status, ==, status);
}

/* The three calls, in order, over one connection. Returns: the version of TLS */
static char *
make_calls (Fixture *fixture, const NginxOptions *options, const char *protocol)
{
  const IonPracticeOptions practice = { 0 };
  g_autoptr (Nginx) nginx = stand_before (fixture, &practice, options);
  g_autoptr (IonAnswer) reach = wire_reach (fixture->platform, PERSON, NULL);
  g_autoptr (IonAnswer) created = submit (fixture);
  g_autoptr (IonAnswer) status = NULL;
  g_autoptr (GPtrArray) calls = NULL;

  assert_kind (reach, ION_ANSWER_REACHABLE);
  assert_kind (created, ION_ANSWER_ACCEPTED);
  status = wire_status (fixture->platform, PERSON, created->message_id);
  assert_kind (status, ION_ANSWER_STATUS);

  nginx_finish (nginx);
  calls = nginx_get_calls (nginx);
  g_assert_cmpuint (calls->len, ==, 3);
  g_assert_cmpuint (count_connections (calls, protocol), ==, 1);
  assert_call (calls, 0, "POST", 200);
  assert_call (calls, 1, "POST", 201);
  assert_call (calls, 2, "GET", 200);
  stop (fixture);

  return g_strdup (((NginxCall *) calls->pdata[0])->tls);
}

static void
test_calls (Fixture *fixture, gconstpointer user_data)
{
  const NginxOptions newer = { .settings = "ssl_protocols TLSv1.3;" };
  const NginxOptions older = { .settings = "ssl_protocols TLSv1 TLSv1.1 TLSv1.2;" };
  g_autofree char *newest = make_calls (fixture, &newer, "HTTP/2.0");
  g_autofree char *oldest = make_calls (fixture, &older, "HTTP/2.0");

  g_assert_cmpstr (newest, ==, "TLSv1.3");
  g_assert_cmpstr (oldest, ==, "TLSv1.2");
}

static void
test_not_offered (Fixture *fixture, gconstpointer user_data)
{
  const NginxOptions options = { .http1 = TRUE };
  g_autofree char *tls = make_calls (fixture, &options, "HTTP/1.1");

  g_assert_true (g_str_has_prefix (tls, "TLSv1."));
}

/* From the very first on: sixteen that start at once wait for one handshake. */
static void
test_shared (Fixture *fixture, gconstpointer user_data)
{
  const IonPracticeOptions practice = { .latency_min_ms = 2, .latency_max_ms = 6 };
  const NginxOptions options = { 0 };
  g_autoptr (Nginx) nginx = stand_before (fixture, &practice, &options);
  g_autoptr (Crowd) crowd = crowd_new (fixture->platform, 400, CONCURRENCY);
  g_autoptr (GPtrArray) calls = NULL;
  CrowdKinds kinds;

  crowd_run (crowd, 400);
  nginx_finish (nginx);
  calls = nginx_get_calls (nginx);

  g_assert_cmpuint (calls->len, ==, 400);
  g_assert_cmpuint (count_connections (calls, "HTTP/2.0"), ==, 1);
  crowd_check (crowd, fixture->book, kinds);
  g_assert_cmpint (kinds[ION_ANSWER_ACCEPTED], ==, 400);
}

/* Nobody vouches for the server, or it is not the one that was asked for. */
static void
refuse_server (Fixture *fixture, const char *address, gboolean trusting)
{
  const IonPracticeOptions practice = { 0 };
  const NginxOptions options = { .address = address };
  g_autoptr (Nginx) nginx = stand_before (fixture, &practice, &options);
  g_autoptr (IonPlatform) client = make_client (nginx_get_url (nginx), trusting);
  g_autoptr (IonAnswer) answer = NULL;
  g_autoptr (GPtrArray) calls = NULL;
  int departed = 1;

  answer = wire_submit (client, NULL, &departed);
  assert_kind (answer, ION_ANSWER_NOTHING_LEFT);
  g_assert_cmpstr (answer->code, ==, "tls");
  g_assert_cmpint (departed, ==, 0);

  nginx_finish (nginx);
  calls = nginx_get_calls (nginx);
  g_assert_cmpuint (calls->len, ==, 0);
  g_assert_cmpint (count_messages (fixture), ==, 0);
  stop (fixture);
}

static void
test_untrusted (Fixture *fixture, gconstpointer user_data)
{
  refuse_server (fixture, NULL, FALSE);
  refuse_server (fixture, "127.0.0.2", TRUE);
}

/* The platform has queued the message, and the answer never comes. */
static void
lose_answer (Fixture *fixture, const char *fault, const char *code)
{
  const char *const faults[] = { fault, NULL };
  const IonPracticeOptions practice = { .faults = faults };
  const NginxOptions options = { 0 };
  g_autoptr (Nginx) nginx = stand_before (fixture, &practice, &options);
  g_autoptr (IonAnswer) answer = NULL;
  g_autoptr (GPtrArray) calls = NULL;

  answer = submit (fixture);
  assert_kind (answer, ION_ANSWER_UNCLEAR);
  if (code != NULL)
    g_assert_cmpstr (answer->code, ==, code);

  nginx_finish (nginx);
  calls = nginx_get_calls (nginx);
  g_assert_cmpuint (calls->len, ==, 1);
  g_assert_cmpuint (count_connections (calls, "HTTP/2.0"), ==, 1);
  g_assert_cmpint (count_messages (fixture), ==, 1);
  stop (fixture);
}

static void
test_lost (Fixture *fixture, gconstpointer user_data)
{
  lose_answer (fixture, "accepted-then-lost=#1", "502");
  /* Here the stream is reset in the middle of the answer. */
  lose_answer (fixture, "truncated=#1", NULL);
}

/* A server may say that it has not looked at a stream: that one may come again. */
static void
test_refused_stream (Fixture *fixture, gconstpointer user_data)
{
  const IonPracticeOptions practice = { 0 };
  const NginxOptions options = { .settings = "http2_body_preread_size 0;" };
  g_autoptr (Nginx) nginx = stand_before (fixture, &practice, &options);
  g_autoptr (IonAnswer) answer = submit (fixture);
  g_autoptr (GPtrArray) calls = NULL;

  assert_kind (answer, ION_ANSWER_ACCEPTED);
  nginx_finish (nginx);
  calls = nginx_get_calls (nginx);
  g_assert_true (nginx_has_noted (nginx, "stream with data before settings were acknowledged"));
  g_assert_cmpuint (calls->len, ==, 1);
  g_assert_cmpint (count_messages (fixture), ==, 1);
}

/* The server takes a new configuration while a campaign runs: every time, what is under way gets
 * its answer, the connection goes, and another one comes.
 */
static void
test_reload (Fixture *fixture, gconstpointer user_data)
{
  const IonPracticeOptions practice = { .latency_min_ms = 2, .latency_max_ms = 6 };
  const NginxOptions options = { 0 };
  g_autoptr (Nginx) nginx = stand_before (fixture, &practice, &options);
  g_autoptr (Crowd) crowd = crowd_new (fixture->platform, 1200, CONCURRENCY);
  g_autoptr (GPtrArray) calls = NULL;
  CrowdKinds kinds;

  for (int answers = 200; answers < 1200; answers += 200)
    {
      crowd_run (crowd, answers);
      nginx_signal (nginx, SIGHUP);
    }
  crowd_run (crowd, 1200);
  nginx_finish (nginx);
  calls = nginx_get_calls (nginx);

  g_assert_cmpuint (count_connections (calls, "HTTP/2.0"), >, 1);
  crowd_check (crowd, fixture->book, kinds);
  /* libsoup before 3.7.1 gives up what is under way: in doubt, but nobody gets two. */
  g_assert_cmpint (kinds[ION_ANSWER_ACCEPTED] + kinds[ION_ANSWER_UNCLEAR], ==, 1200);
  g_assert_cmpint (kinds[ION_ANSWER_UNCLEAR], <=, 5 * CONCURRENCY);
}

/* The server ends a connection after so many calls, as most do.
 *
 * Returns: how many messages are in doubt
 */
static int
outlive_connections (Fixture *fixture, guint calls_per_session)
{
  const IonPracticeOptions practice = { .latency_min_ms = 2, .latency_max_ms = 6 };
  const NginxOptions options = { .settings = "keepalive_requests 50;" };
  g_autoptr (Nginx) nginx = stand_before (fixture, &practice, &options);
  g_autoptr (Crowd) crowd = crowd_new (fixture->platform, 600, CONCURRENCY);
  g_autoptr (GPtrArray) calls = NULL;
  CrowdKinds kinds;

  ion_io_platform_set_calls_per_session (ION_IO_PLATFORM (fixture->platform), calls_per_session);
  crowd_run (crowd, 600);
  nginx_finish (nginx);
  calls = nginx_get_calls (nginx);

  g_assert_cmpuint (count_connections (calls, "HTTP/2.0"), >=, 12);
  crowd_check (crowd, fixture->book, kinds);
  g_assert_cmpint (kinds[ION_ANSWER_ACCEPTED] + kinds[ION_ANSWER_UNCLEAR], ==, 600);
  stop (fixture);

  return kinds[ION_ANSWER_UNCLEAR];
}

/* With the connection that the server ends, libsoup may lose what is under way. */
static void
test_ended (Fixture *fixture, gconstpointer user_data)
{
  outlive_connections (fixture, G_MAXUINT);
}

/* Who gives a connection up in time has nothing to lose on it. */
static void
test_given_up (Fixture *fixture, gconstpointer user_data)
{
  g_assert_cmpint (outlive_connections (fixture, 40), ==, 0);
}

/* The server falls down in the middle: whoever was under way is in doubt, whoever comes later is
 * not.
 */
static void
test_fall (Fixture *fixture, gconstpointer user_data)
{
  const IonPracticeOptions practice = { .latency_min_ms = 20, .latency_max_ms = 40 };
  const NginxOptions options = { 0 };
  g_autoptr (Nginx) nginx = stand_before (fixture, &practice, &options);
  g_autoptr (Crowd) crowd = crowd_new (fixture->platform, 400, CONCURRENCY);
  CrowdKinds kinds;

  crowd_run (crowd, 200);
  nginx_signal (nginx, SIGTERM);
  crowd_run (crowd, 400);

  crowd_check (crowd, fixture->book, kinds);
  g_assert_cmpint (kinds[ION_ANSWER_ACCEPTED], >=, 200);
  g_assert_cmpint (kinds[ION_ANSWER_NOTHING_LEFT], >, 0);
  g_assert_cmpint (kinds[ION_ANSWER_ACCEPTED] + kinds[ION_ANSWER_UNCLEAR] +
                       kinds[ION_ANSWER_NOTHING_LEFT],
                   ==, 400);
}

/* "Wrong server": libraries like to try another connection. */
static void
test_misdirected (Fixture *fixture, gconstpointer user_data)
{
  const IonPracticeOptions practice = { 0 };
  const NginxOptions options = { 0 };
  g_autoptr (Nginx) nginx = stand_before (fixture, &practice, &options);
  g_autofree char *url = g_strdup (nginx_get_url (nginx));
  g_autofree char *elsewhere = NULL;
  g_autoptr (IonPlatform) client = NULL;
  g_autoptr (IonAnswer) answer = NULL;
  g_autoptr (GPtrArray) calls = NULL;

  url[strlen (url) - strlen ("/api/v1")] = '\0';
  elsewhere = g_strconcat (url, "/misdirected", NULL);
  client = make_client (elsewhere, TRUE);
  answer = wire_submit (client, NULL, NULL);
  assert_kind (answer, ION_ANSWER_NOT_PLATFORM);
  g_assert_cmpstr (answer->code, ==, "421");

  nginx_finish (nginx);
  calls = nginx_get_calls (nginx);
  g_assert_cmpuint (calls->len, ==, 1);
  assert_call (calls, 0, "POST", 421);
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer user_data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
test_no_server (void)
{
  g_test_skip ("There is no " NGINX_PATH ": install nginx-light.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (!g_file_test (NGINX_PATH, G_FILE_TEST_IS_EXECUTABLE))
    {
      g_test_add_func ("/io-platform-h2", test_no_server);
      return g_test_run ();
    }

  add ("/io-platform-h2/calls", test_calls);
  add ("/io-platform-h2/not-offered", test_not_offered);
  add ("/io-platform-h2/shared", test_shared);
  add ("/invariant/5/no-key-to-a-stranger", test_untrusted);
  add ("/invariant/2/post-is-not-repeated/h2-lost", test_lost);
  add ("/invariant/2/post-is-not-repeated/h2-misdirected", test_misdirected);
  add ("/invariant/2/nobody-gets-two/h2-refused-stream", test_refused_stream);
  add ("/invariant/2/nobody-gets-two/h2-reload", test_reload);
  add ("/invariant/2/nobody-gets-two/h2-ended", test_ended);
  add ("/io-platform-h2/given-up-in-time", test_given_up);
  add ("/invariant/2/nobody-gets-two/h2-fall", test_fall);

  return g_test_run ();
}
