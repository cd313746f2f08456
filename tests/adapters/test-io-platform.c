/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The client on the wire: what leaves, how often, to whom, and what every way of failing is taken
 * for.
 */

#include "config.h"

#include "ion-io-platform.h"
#include "wire.h"

#include <string.h>

#define CREATED                                                                          \
  "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n" \
  "{\"id\":\"01\"}"
#define PROFILE                                                                     \
  "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 23\r\n\r\n" \
  "{\"sender_allowed\":true}"

static IonPlatform *
make_platform (const char *scheme, guint16 port)
{
  g_autofree char *url = g_strdup_printf ("%s://127.0.0.1:%u/api/v1", scheme, port);
  g_autoptr (GError) error = NULL;
  IonPlatform *platform = ion_io_platform_new (url, TRUE, 4, &error);

  g_assert_no_error (error);
  return platform;
}

static void
assert_answer (IonAnswer *answer, IonAnswerKind kind, const char *code)
{
  g_assert_cmpstr (ion_answer_kind_to_name (answer->kind), ==, ion_answer_kind_to_name (kind));
  if (code != NULL)
    g_assert_cmpstr (answer->code, ==, code);
}

/* One POST against one step: what it is taken for, and that it was not made again. */
static void
submit_once (const WireStep *step, gboolean tls, IonAnswerKind kind, const char *code, int requests)
{
  g_autoptr (Wire) wire = wire_new (step, 1, tls);
  g_autoptr (IonPlatform) platform = make_platform (tls ? "https" : "http", wire_get_port (wire));
  g_autoptr (IonAnswer) answer = NULL;
  int departed = 0;

  ion_io_platform_set_timeout (ION_IO_PLATFORM (platform), 1);
  answer = wire_submit (platform, NULL, &departed);

  assert_answer (answer, kind, code);
  g_assert_cmpint (departed, ==, requests);
  g_assert_cmpint (wire_get_requests (wire), ==, requests);
}

static void
test_read_and_closed (void)
{
  const WireStep step = { .close = TRUE };

  submit_once (&step, FALSE, ION_ANSWER_UNCLEAR, NULL, 1);
}

static void
test_closed_in_mid_answer (void)
{
  const WireStep head = { .reply = "HTTP/1.1 201 Cre", .close = TRUE };
  const WireStep body = {
    .reply = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n"
             "{\"id\":",
    .close = TRUE,
  };

  submit_once (&head, FALSE, ION_ANSWER_UNCLEAR, NULL, 1);
  submit_once (&body, FALSE, ION_ANSWER_UNCLEAR, "reset", 1);
}

/* The other side gives up a connection at the very moment at which it is used again. */
static void
test_idle_closed (void)
{
  const WireStep steps[] = { { .reply = CREATED }, { .unread = TRUE }, { .reply = CREATED } };
  g_autoptr (Wire) wire = wire_new (steps, G_N_ELEMENTS (steps), FALSE);
  g_autoptr (IonPlatform) platform = make_platform ("http", wire_get_port (wire));
  g_autoptr (IonAnswer) first = wire_submit (platform, NULL, NULL);
  g_autoptr (IonAnswer) second = wire_submit (platform, NULL, NULL);

  assert_answer (first, ION_ANSWER_ACCEPTED, NULL);
  assert_answer (second, ION_ANSWER_UNCLEAR, NULL);
  g_assert_cmpint (wire_get_requests (wire), ==, 2);
  g_assert_cmpint (wire_get_connections (wire), ==, 1);
}

/* What libraries like to answer by asking again. */
static void
test_provoked (void)
{
  const WireStep unauthorized = {
    .reply = "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
             "Content-Length: 0\r\n\r\n",
  };
  const WireStep proxy = {
    .reply = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic "
             "realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
  };
  const WireStep later = {
    .reply = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n",
  };
  const WireStep timed_out = {
    .reply = "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
    .close = TRUE,
  };

  submit_once (&unauthorized, FALSE, ION_ANSWER_SENDER_REFUSED, "401", 1);
  submit_once (&proxy, FALSE, ION_ANSWER_NOT_PLATFORM, "407", 1);
  submit_once (&later, FALSE, ION_ANSWER_UNCLEAR, "503", 1);
  submit_once (&timed_out, FALSE, ION_ANSWER_UNCLEAR, "408", 1);
}

static void
test_redirect (void)
{
  const WireStep elsewhere_step = { .reply = CREATED };
  g_autoptr (Wire) elsewhere = wire_new (&elsewhere_step, 1, FALSE);
  static const char *const statuses[] = { "301", "302", "303", "307", "308" };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *reply =
          g_strdup_printf ("HTTP/1.1 %s Elsewhere\r\nLocation: http://127.0.0.1:%u/api/v1/messages"
                           "\r\nContent-Length: 0\r\n\r\n",
                           statuses[i], wire_get_port (elsewhere));
      const WireStep step = { .reply = reply };

      submit_once (&step, FALSE, ION_ANSWER_NOT_PLATFORM, statuses[i], 1);
    }

  g_assert_cmpint (wire_get_connections (elsewhere), ==, 0);
}

/* Whatever a server repeats of what it was told, it goes no further. */
static void
test_echo (void)
{
  g_autofree char *reply =
      wire_http ("400 Bad Request", "application/problem+json",
                 "{\"title\":\"No 0123456789abcdef0123456789abcdef\",\"detail\":\"value "
                 "[\\\"Mario\\\"] at "
                 "[root.x]: RSSMRA85T10A562S, "
                 "https://127.0.0.1/api/v1/messages/RSSMRA85T10A562S\"}");
  const WireStep step = { .reply = reply };
  g_autoptr (Wire) wire = wire_new (&step, 1, FALSE);
  g_autoptr (IonPlatform) platform = make_platform ("http", wire_get_port (wire));
  g_autoptr (IonAnswer) answer = wire_submit (platform, NULL, NULL);

  assert_answer (answer, ION_ANSWER_REFUSED, "400 No …");
  g_assert_cmpstr (answer->detail, ==, "value […] at [root.x]: …, …");
}

static void
test_loopback_only (void)
{
  static const char *const refused[] = { "https://api.io.pagopa.it/api/v1",
                                         "http://127.0.0.1.example.com/api/v1",
                                         "https://localhost.example.com",
                                         "http://10.0.0.1/api/v1",
                                         "http://user@127.0.0.1/api/v1",
                                         "file:///etc/passwd",
                                         "127.0.0.1",
                                         "" };
  static const char *const taken[] = { "http://127.0.0.1:1/api/v1", "http://[::1]:1/api/v1",
                                       "http://localhost:1" };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ion_io_platform_new (refused[i], TRUE, 0, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IonPlatform) platform = ion_io_platform_new (taken[i], TRUE, 0, &error);

      g_assert_no_error (error);
    }
}

static void
test_plain_http (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonPlatform) platform =
      ion_io_platform_new (ION_IO_PLATFORM_PRODUCTION_URL, FALSE, 0, NULL);

  g_assert_nonnull (platform);
  g_assert_null (ion_io_platform_new ("http://api.io.pagopa.it/api/v1", FALSE, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

/* Forty calls of three kinds, one connection. */
static void
test_kept (void)
{
  const WireStep steps[] = { { .reply = CREATED }, { .reply = PROFILE } };
  g_autoptr (Wire) wire = wire_new (steps, G_N_ELEMENTS (steps), FALSE);
  g_autoptr (IonPlatform) platform = make_platform ("http", wire_get_port (wire));
  g_autoptr (IonAnswer) first = wire_submit (platform, NULL, NULL);

  assert_answer (first, ION_ANSWER_ACCEPTED, NULL);
  g_assert_cmpstr (first->message_id, ==, "01");
  for (int i = 0; i < 40; i++)
    {
      g_autoptr (IonAnswer) answer = wire_reach (platform, "RSSMRA85T10A562S", NULL);

      assert_answer (answer, ION_ANSWER_REACHABLE, NULL);
    }
  g_assert_cmpint (wire_get_requests (wire), ==, 41);
  g_assert_cmpint (wire_get_connections (wire), ==, 1);
}

static void
test_requests (void)
{
  const WireStep step = { .reply = CREATED };
  g_autoptr (Wire) wire = wire_new (&step, 1, FALSE);
  g_autoptr (IonPlatform) platform = make_platform ("http", wire_get_port (wire));
  g_autoptr (IonMessage) message = wire_message ();
  g_autoptr (IonAnswer) created = NULL;
  g_autoptr (IonAnswer) status = NULL;
  g_autofree char *post = NULL;
  g_autofree char *get = NULL;

  created = wire_submit_message (platform, "practice-0123456789", message);
  post = wire_get_last (wire);
  g_assert_true (g_str_has_prefix (post, "POST /api/v1/messages HTTP/1.1\r\n"));
  g_assert_nonnull (strstr (post, "\r\nOcp-Apim-Subscription-Key: practice-0123456789\r\n"));
  g_assert_nonnull (strstr (post, "\r\nUser-Agent: IO-Notifier/" ION_VERSION "\r\n"));
  g_assert_nonnull (strstr (post, "\r\nContent-Type: application/json\r\n"));
  g_assert_null (strstr (post, "Cookie"));
  g_assert_null (strstr (post, "time_to_live"));

  status = wire_status (platform, "RSSMRA85T10A562S", "01/../../x?y");
  get = wire_get_last (wire);
  g_assert_true (
      g_str_has_prefix (get, "GET /api/v1/messages/RSSMRA85T10A562S/01%2F..%2F..%2Fx%3Fy "));
}

static void
test_refused (void)
{
  const WireStep step = { .close = TRUE };
  Wire *wire = wire_new (&step, 1, FALSE);
  g_autoptr (IonPlatform) platform = make_platform ("http", wire_get_port (wire));
  g_autoptr (IonAnswer) answer = NULL;
  int departed = 1;

  wire_free (wire);
  answer = wire_submit (platform, NULL, &departed);
  assert_answer (answer, ION_ANSWER_NOTHING_LEFT, "refused");
  g_assert_cmpint (departed, ==, 0);
}

static void
test_tls (void)
{
  const WireStep step = { .reply = CREATED };
  g_autoptr (Wire) plain = wire_new (&step, 1, FALSE);
  g_autoptr (IonPlatform) to_plain = NULL;
  g_autoptr (IonAnswer) answer = NULL;
  int departed = 1;

  /* A certificate that nobody vouches for. */
  submit_once (&step, TRUE, ION_ANSWER_NOTHING_LEFT, "tls", 0);

  /* A server that answers a handshake with silence. */
  to_plain = make_platform ("https", wire_get_port (plain));
  ion_io_platform_set_timeout (ION_IO_PLATFORM (to_plain), 1);
  answer = wire_submit (to_plain, NULL, &departed);
  assert_answer (answer, ION_ANSWER_NOTHING_LEFT, NULL);
  g_assert_cmpint (departed, ==, 0);
}

static void
test_tls_trusted (void)
{
  const WireStep step = { .reply = CREATED };
  g_autoptr (Wire) wire = wire_new (&step, 1, TRUE);
  g_autoptr (IonPlatform) platform = make_platform ("https", wire_get_port (wire));
  g_autoptr (GTlsDatabase) database = wire_trust ();

  ion_io_platform_set_tls_database (ION_IO_PLATFORM (platform), database);
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (IonAnswer) answer = wire_submit (platform, NULL, NULL);

      assert_answer (answer, ION_ANSWER_ACCEPTED, NULL);
    }
  g_assert_cmpint (wire_get_connections (wire), ==, 1);
}

/* The proxy's own answer to CONNECT looks like an answer of the platform. */
static void
submit_through_proxy (const char *status, IonAnswerKind kind, const char *code)
{
  g_autofree char *reply = g_strdup_printf ("HTTP/1.1 %s\r\nContent-Length: 4\r\n\r\nSpam", status);
  const WireStep step = { .reply = reply };
  const WireStep created = { .reply = CREATED };
  g_autoptr (Wire) proxy = wire_new (&step, 1, FALSE);
  g_autoptr (Wire) wire = wire_new (&created, 1, TRUE);
  g_autofree char *base = g_strdup_printf ("https://127.0.0.1:%u", wire_get_port (wire));
  g_autoptr (IonPlatform) platform = ion_io_platform_new (base, FALSE, 4, NULL);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u", wire_get_port (proxy));
  g_autoptr (GProxyResolver) resolver = g_simple_proxy_resolver_new (url, NULL);
  g_autoptr (IonAnswer) answer = NULL;
  g_autofree char *request = NULL;
  int departed = 1;

  ion_io_platform_set_proxy_resolver (ION_IO_PLATFORM (platform), resolver);
  answer = wire_submit (platform, NULL, &departed);
  request = wire_get_last (proxy);

  assert_answer (answer, kind, code);
  g_assert_cmpint (departed, ==, 0);
  g_assert_true (g_str_has_prefix (request, "CONNECT "));
  g_assert_null (strstr (request, "Subscription-Key"));
  g_assert_cmpint (wire_get_connections (wire), ==, 0);
}

/* A practice office reaches this machine only, also where the desktop has a proxy for everything.
 */
static void
test_practice_has_no_proxy (void)
{
  const WireStep step = { .reply = CREATED };
  g_autoptr (Wire) proxy = wire_new (&step, 1, FALSE);
  g_autoptr (Wire) wire = wire_new (&step, 1, TRUE);
  g_autofree char *base = g_strdup_printf ("https://127.0.0.1:%u", wire_get_port (wire));
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u", wire_get_port (proxy));
  g_autoptr (IonPlatform) platform = ion_io_platform_new (base, TRUE, 1, NULL);
  g_autoptr (GProxyResolver) resolver = g_simple_proxy_resolver_new (url, NULL);
  g_autoptr (IonAnswer) answer = NULL;
  g_autofree char *request = NULL;

  ion_io_platform_set_timeout (ION_IO_PLATFORM (platform), 1);
  ion_io_platform_set_proxy_resolver (ION_IO_PLATFORM (platform), resolver);
  answer = wire_submit (platform, NULL, NULL);
  request = wire_get_last (proxy);
  g_assert_cmpstr (request, ==, "");
}

static void
test_proxy (void)
{
  submit_through_proxy ("503 Service Unavailable", ION_ANSWER_NOTHING_LEFT, "proxy 503");
  submit_through_proxy ("403 Forbidden", ION_ANSWER_NOTHING_LEFT, "proxy 403");
  submit_through_proxy ("407 Proxy Authentication Required", ION_ANSWER_NOTHING_LEFT, "proxy 407");
}

static void
test_timeout (void)
{
  const WireStep silent = { .hang = TRUE };
  const WireStep half = {
    .reply = "HTTP/1.1 201 Created\r\nContent-Length: 99\r\n\r\n{",
    .hang = TRUE,
  };

  submit_once (&silent, FALSE, ION_ANSWER_UNCLEAR, "timeout", 1);
  submit_once (&half, FALSE, ION_ANSWER_UNCLEAR, "timeout", 1);
}

static void
test_cancelled_before (void)
{
  const WireStep step = { .reply = CREATED };
  g_autoptr (Wire) wire = wire_new (&step, 1, FALSE);
  g_autoptr (IonPlatform) platform = make_platform ("http", wire_get_port (wire));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (IonAnswer) answer = NULL;
  int departed = 1;

  g_cancellable_cancel (cancellable);
  answer = wire_submit (platform, cancellable, &departed);
  assert_answer (answer, ION_ANSWER_NOTHING_LEFT, "cancelled");
  g_assert_cmpint (departed, ==, 0);
  g_assert_cmpint (wire_get_requests (wire), ==, 0);
}

/* Cancels as soon as the server has the request in its hands. */
static gboolean
cancel_cb (gpointer user_data)
{
  gpointer *both = user_data;

  if (wire_get_requests (both[0]) == 0)
    return G_SOURCE_CONTINUE;
  g_cancellable_cancel (both[1]);
  return G_SOURCE_REMOVE;
}

static void
test_cancelled_later (void)
{
  const WireStep step = { .hang = TRUE };
  g_autoptr (Wire) wire = wire_new (&step, 1, FALSE);
  g_autoptr (IonPlatform) platform = make_platform ("http", wire_get_port (wire));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gpointer both[] = { wire, cancellable };
  g_autoptr (IonAnswer) answer = NULL;

  g_timeout_add (1, cancel_cb, both);
  answer = wire_submit (platform, cancellable, NULL);
  assert_answer (answer, ION_ANSWER_UNCLEAR, "cancelled");
}

static void
test_garbage (void)
{
  const WireStep step = { .reply = "SSH-2.0-OpenSSH_9.2\r\n\r\n", .close = TRUE };

  submit_once (&step, FALSE, ION_ANSWER_UNCLEAR, NULL, 1);
}

/* A body without end is left where it is, and its connection is let go. */
static void
test_endless (void)
{
  const WireStep step = {
    .reply = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n\r\n",
    .endless = TRUE,
  };
  g_autoptr (Wire) wire = wire_new (&step, 1, FALSE);
  g_autoptr (IonPlatform) platform = make_platform ("http", wire_get_port (wire));
  g_autoptr (IonAnswer) answer = wire_submit (platform, NULL, NULL);

  assert_answer (answer, ION_ANSWER_UNCLEAR, "too-large");
  while (wire_get_open (wire) > 0)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (wire_get_requests (wire), ==, 1);
}

/* A byte now and then is no answer either: there is an end to waiting as a whole. */
static void
test_trickle (void)
{
  const WireStep step = {
    .reply = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n\r\n",
    .trickle = TRUE,
  };

  submit_once (&step, FALSE, ION_ANSWER_UNCLEAR, "timeout", 1);
}

static void
test_unusable_key (void)
{
  const WireStep step = { .reply = CREATED };
  g_autoptr (Wire) wire = wire_new (&step, 1, FALSE);
  g_autoptr (IonPlatform) platform = make_platform ("http", wire_get_port (wire));
  g_autoptr (IonMessage) message = wire_message ();
  static const char *const keys[] = { "", "two words", "a\r\nHost: x" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (IonAnswer) answer = wire_submit_message (platform, keys[i], message);

      assert_answer (answer, ION_ANSWER_SENDER_REFUSED, "key");
    }
  g_assert_cmpint (wire_get_connections (wire), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/invariant/2/post-is-not-repeated/read-and-closed", test_read_and_closed);
  g_test_add_func ("/invariant/2/post-is-not-repeated/mid-answer", test_closed_in_mid_answer);
  g_test_add_func ("/invariant/2/post-is-not-repeated/idle-closed", test_idle_closed);
  g_test_add_func ("/invariant/2/post-is-not-repeated/provoked", test_provoked);
  g_test_add_func ("/invariant/5/redirect-carries-no-key", test_redirect);
  g_test_add_func ("/invariant/5/answers-repeat-nothing", test_echo);
  g_test_add_func ("/invariant/10/loopback-only", test_loopback_only);
  g_test_add_func ("/io-platform/plain-http", test_plain_http);
  g_test_add_func ("/io-platform/kept-connection", test_kept);
  g_test_add_func ("/io-platform/requests", test_requests);
  g_test_add_func ("/io-platform/nothing-left/refused", test_refused);
  g_test_add_func ("/io-platform/nothing-left/tls", test_tls);
  g_test_add_func ("/io-platform/nothing-left/proxy", test_proxy);
  g_test_add_func ("/invariant/10/no-proxy", test_practice_has_no_proxy);
  g_test_add_func ("/io-platform/nothing-left/cancelled", test_cancelled_before);
  g_test_add_func ("/io-platform/tls-trusted", test_tls_trusted);
  g_test_add_func ("/io-platform/unclear/timeout", test_timeout);
  g_test_add_func ("/io-platform/unclear/cancelled", test_cancelled_later);
  g_test_add_func ("/io-platform/unclear/garbage", test_garbage);
  g_test_add_func ("/io-platform/unclear/endless", test_endless);
  g_test_add_func ("/io-platform/unclear/trickle", test_trickle);
  g_test_add_func ("/io-platform/unusable-key", test_unusable_key);

  return g_test_run ();
}
