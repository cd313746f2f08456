/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The session with IO: where it is, how it is reached, and the three calls that are made of it.
 * There is no logger here on purpose: it would write down the key and, in the path of the status
 * call, the fiscal code.
 */

#define G_LOG_DOMAIN "ion-io-platform"

#include "config.h"

#include "ion-io-platform.h"

#include "ion-io-exchange.h"
#include "ion-io-request.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#define KEY_HEADER          "Ocp-Apim-Subscription-Key"
#define TIMEOUT_SECONDS     190 /* the gateway itself waits 180 */
#define IDLE_SECONDS        30 /* shorter than what gateways keep: a stale connection costs doubt */
#define CONCURRENCY_DEFAULT 16

/* After a number of calls servers end a connection, nginx and its kin after 1,000. Over HTTP/2
 * libsoup before 3.7.1 then gives up all that is under way, which is up to a connection's worth of
 * messages that nobody knows the fate of: so it is ended here first, when nothing is under way.
 */
#define CALLS_PER_SESSION 500

struct _IonIoPlatform
{
  GObject parent_instance;

  char *base_url;           /* (owned): no slash at the end */
  GUri *profiles;           /* (owned) */
  GUri *messages;           /* (owned) */
  SoupSession *session;     /* (owned) (nullable): from the first call on */
  GProxyResolver *resolver; /* (owned) (nullable) */
  GTlsDatabase *database;   /* (owned) (nullable) */
  gboolean loopback_only;
  guint concurrency;
  guint timeout;
  guint calls_per_session;
  guint calls; /* that @session was given */
};

static void ion_io_platform_iface_init (IonPlatformInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonIoPlatform,
                               ion_io_platform,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_PLATFORM,
                                                      ion_io_platform_iface_init))

static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  return address != NULL ? g_inet_address_get_is_loopback (address)
                         : g_ascii_strcasecmp (host, "localhost") == 0;
}

static SoupSession *
make_session (IonIoPlatform *self)
{
  SoupSession *session =
      soup_session_new_with_options ("timeout", self->timeout, "idle-timeout", (guint) IDLE_SECONDS,
                                     "max-conns", (int) self->concurrency, "max-conns-per-host",
                                     (int) self->concurrency, "user-agent",
                                     "IO-Notifier/" ION_VERSION, NULL);

  /* Answers are a hundred bytes: no compression, hence nothing to unpack without end. */
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);

  /* A proxy would see the key of a plain http call, and this machine needs none. It would also be
   * another host, which a practice office does not reach. */
  if (self->loopback_only || strcmp (g_uri_get_scheme (self->messages), "http") == 0)
    soup_session_set_proxy_resolver (session, NULL);
  else if (self->resolver != NULL)
    soup_session_set_proxy_resolver (session, self->resolver);
  if (self->database != NULL)
    soup_session_set_tls_database (session, self->database);

  return session;
}

/* Belongs to the main context of the first call. One that has had its calls lives on until the last
 * of them is over.
 */
static SoupSession *
get_session (IonIoPlatform *self)
{
  gboolean https = strcmp (g_uri_get_scheme (self->messages), "https") == 0;

  if (https && self->calls >= self->calls_per_session)
    g_clear_object (&self->session);
  if (self->session == NULL)
    {
      self->session = make_session (self);
      self->calls = 0;
    }
  self->calls++;

  return self->session;
}

/* A key goes into a header: one that cannot stand there is no key of IO's. */
static gboolean
is_usable_key (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isgraph (text[i]))
      return FALSE;

  return length > 0;
}

/* @message: (transfer full) (nullable)
 * @body: (transfer full) (nullable)
 */
static void
call (IonIoPlatform *self,
      IonIoCall kind,
      SoupMessage *message,
      GBytes *body,
      IonSecret *key,
      IonDepartedFunc departed,
      GCancellable *cancellable,
      GAsyncReadyCallback callback,
      gpointer user_data)
{
  const char *text = ion_secret_get_text (key);
  SoupMessageHeaders *headers;

  if (message == NULL || !is_usable_key (text))
    {
      g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

      g_clear_object (&message);
      g_clear_pointer (&body, g_bytes_unref);
      g_task_return_pointer (task, ion_answer_new (ION_ANSWER_SENDER_REFUSED, 0, "key"),
                             (GDestroyNotify) ion_answer_unref);
      return;
    }

  headers = soup_message_get_request_headers (message);
  soup_message_headers_append (headers, KEY_HEADER, text);
  soup_message_headers_append (headers, "Accept", "application/json");
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);

  ion_io_exchange_start (self, get_session (self), message, body, kind, self->timeout, departed,
                         cancellable, callback, user_data);
}

/* The flag lets a kept connection carry a POST. It does not let libsoup repeat one: that goes by
 * the method.
 */
static SoupMessage *
make_post (GUri *uri)
{
  SoupMessage *message = soup_message_new_from_uri (SOUP_METHOD_POST, uri);

  soup_message_add_flags (message, SOUP_MESSAGE_IDEMPOTENT);

  return message;
}

static void
ion_io_platform_reach_async (IonPlatform *platform,
                             IonSecret *key,
                             const char *fiscal_code,
                             IonDepartedFunc departed,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  IonIoPlatform *self = ION_IO_PLATFORM (platform);

  call (self, ION_IO_CALL_REACH, make_post (self->profiles), ion_io_request_profile (fiscal_code),
        key, departed, cancellable, callback, user_data);
}

static void
ion_io_platform_submit_async (IonPlatform *platform,
                              IonSecret *key,
                              const IonMessage *message,
                              IonDepartedFunc departed,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  IonIoPlatform *self = ION_IO_PLATFORM (platform);

  call (self, ION_IO_CALL_SUBMIT, make_post (self->messages), ion_io_request_message (message), key,
        departed, cancellable, callback, user_data);
}

static void
ion_io_platform_status_async (IonPlatform *platform,
                              IonSecret *key,
                              const char *fiscal_code,
                              const char *message_id,
                              IonDepartedFunc departed,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  IonIoPlatform *self = ION_IO_PLATFORM (platform);
  g_autofree char *code = g_uri_escape_string (fiscal_code, NULL, FALSE);
  g_autofree char *id = g_uri_escape_string (message_id, NULL, FALSE);
  g_autofree char *url = g_strconcat (self->base_url, "/messages/", code, "/", id, NULL);

  call (self, ION_IO_CALL_STATUS, soup_message_new (SOUP_METHOD_GET, url), NULL, key, departed,
        cancellable, callback, user_data);
}

static IonAnswer *
ion_io_platform_call_finish (IonPlatform *platform, GAsyncResult *result)
{
  return ion_io_exchange_finish (platform, result);
}

static void
ion_io_platform_iface_init (IonPlatformInterface *iface)
{
  iface->reach_async = ion_io_platform_reach_async;
  iface->submit_async = ion_io_platform_submit_async;
  iface->status_async = ion_io_platform_status_async;
  iface->call_finish = ion_io_platform_call_finish;
}

static void
ion_io_platform_finalize (GObject *object)
{
  IonIoPlatform *self = ION_IO_PLATFORM (object);

  g_clear_object (&self->session);
  g_clear_object (&self->resolver);
  g_clear_object (&self->database);
  g_clear_pointer (&self->profiles, g_uri_unref);
  g_clear_pointer (&self->messages, g_uri_unref);
  g_clear_pointer (&self->base_url, g_free);

  G_OBJECT_CLASS (ion_io_platform_parent_class)->finalize (object);
}

static void
ion_io_platform_class_init (IonIoPlatformClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_io_platform_finalize;
}

static void
ion_io_platform_init (IonIoPlatform *self)
{
  self->timeout = TIMEOUT_SECONDS;
  self->calls_per_session = CALLS_PER_SESSION;
}

static gboolean
check_base_url (GUri *uri, gboolean loopback_only, GError **error)
{
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  gboolean https = strcmp (scheme, "https") == 0;
  const char *fault = NULL;

  if (host == NULL || *host == '\0' || (!https && strcmp (scheme, "http") != 0) ||
      g_uri_get_userinfo (uri) != NULL || g_uri_get_query (uri) != NULL ||
      g_uri_get_fragment (uri) != NULL)
    fault = _ ("This is not the address of a platform: write https://, a host and a path.");
  else if (loopback_only && !is_loopback (host))
    fault = _ ("A practice office reaches no host other than this machine.");
  else if (!https && !is_loopback (host))
    fault = _ ("Plain http would show the key to the network: the address must begin with https.");

  if (fault != NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, fault);
  return fault == NULL;
}

static GUri *
make_uri (const char *base_url, const char *path)
{
  g_autofree char *url = g_strconcat (base_url, path, NULL);

  return g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
}

IonPlatform *
ion_io_platform_new (const char *base_url,
                     gboolean loopback_only,
                     guint concurrency,
                     GError **error)
{
  g_autoptr (IonIoPlatform) self = g_object_new (ION_TYPE_IO_PLATFORM, NULL);
  g_autoptr (GUri) base = NULL;

  g_return_val_if_fail (base_url != NULL, NULL);

  base = g_uri_parse (base_url, SOUP_HTTP_URI_FLAGS, NULL);
  if (!check_base_url (base, loopback_only, error))
    return NULL;

  self->base_url = g_strdup (base_url);
  while (g_str_has_suffix (self->base_url, "/"))
    self->base_url[strlen (self->base_url) - 1] = '\0';
  self->profiles = make_uri (self->base_url, "/profiles");
  self->messages = make_uri (self->base_url, "/messages");
  self->loopback_only = loopback_only;
  self->concurrency = concurrency > 0 ? concurrency : CONCURRENCY_DEFAULT;

  return ION_PLATFORM (g_steal_pointer (&self));
}

void
ion_io_platform_set_timeout (IonIoPlatform *self, guint seconds)
{
  g_return_if_fail (ION_IS_IO_PLATFORM (self));
  g_return_if_fail (self->session == NULL);

  self->timeout = seconds;
}

void
ion_io_platform_set_calls_per_session (IonIoPlatform *self, guint calls)
{
  g_return_if_fail (ION_IS_IO_PLATFORM (self));
  g_return_if_fail (self->session == NULL);

  self->calls_per_session = calls;
}

void
ion_io_platform_set_proxy_resolver (IonIoPlatform *self, GProxyResolver *resolver)
{
  g_return_if_fail (ION_IS_IO_PLATFORM (self));
  g_return_if_fail (self->session == NULL);

  g_set_object (&self->resolver, resolver);
}

void
ion_io_platform_set_tls_database (IonIoPlatform *self, GTlsDatabase *database)
{
  g_return_if_fail (ION_IS_IO_PLATFORM (self));
  g_return_if_fail (self->session == NULL);

  g_set_object (&self->database, database);
}
