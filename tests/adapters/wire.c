/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The other end of the wire, for tests: a server below HTTP that can break off anywhere, and the
 * three calls made to wait for their answer.
 */

#include "config.h"

#include "wire.h"

#include <string.h>

#define KEY "practice-0123456789"

struct _Wire
{
  GSocketService *service;      /* (owned) */
  GTlsCertificate *certificate; /* (owned) (nullable) */
  GCancellable *stopped;        /* (owned) */
  const WireStep *steps;
  gsize n_steps;
  guint16 port;
  GMutex mutex;
  int connections;
  int requests;
  int running;
  GString *last; /* (owned) */
};

/* For loopback only, and for tests only. */
static const char pem[] = "-----BEGIN CERTIFICATE-----\n"
                          "MIIBnDCCAUGgAwIBAgIUeXzsKBveLl3jhsTSx+tGIYu6gOcwCgYIKoZIzj0EAwIw\n"
                          "FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjE0NTU0MVoYDzIxMjYxMDI5\n"
                          "MTQ1NTQxWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO\n"
                          "PQMBBwNCAARVwCDf20zTslrqiVfMs1QKk3SNu/zMG+yUCy1QW1v4qJ6aiWnrGUgl\n"
                          "NIz9iZslydlZWXaThqB35ZGIcinYHjpDo28wbTAdBgNVHQ4EFgQU4yeD+2hWuOnL\n"
                          "BGlYVBptrV44+YMwHwYDVR0jBBgwFoAU4yeD+2hWuOnLBGlYVBptrV44+YMwDwYD\n"
                          "VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI\n"
                          "zj0EAwIDSQAwRgIhAJdI/IX1vWmy+FOs4A5tsujHeVwbwXleE31VeKylm5rLAiEA\n"
                          "tM/TSkf4+4oeKUX6Ohyl33S/n3Tuv843EFUh+BDl4NA=\n"
                          "-----END CERTIFICATE-----\n"
                          "-----BEGIN PRIVATE KEY-----\n"
                          "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgXm2lBkaQVqS+YUc5\n"
                          "0oe2KH/SdbKIJnYMxB8w/m4OwJ+hRANCAARVwCDf20zTslrqiVfMs1QKk3SNu/zM\n"
                          "G+yUCy1QW1v4qJ6aiWnrGUglNIz9iZslydlZWXaThqB35ZGIcinYHjpD\n"
                          "-----END PRIVATE KEY-----\n";

static GTlsCertificate *
make_certificate (void)
{
  g_autoptr (GError) error = NULL;
  GTlsCertificate *certificate = g_tls_certificate_new_from_pem (pem, -1, &error);

  g_assert_no_error (error);
  return certificate;
}

const char *
wire_pem (void)
{
  return pem;
}

GTlsDatabase *
wire_trust (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("wire-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "trust.pem", NULL);
  GTlsDatabase *database;

  g_assert_true (g_file_set_contents (path, pem, -1, &error));
  database = g_tls_file_database_new (path, &error);
  g_assert_no_error (error);

  return database;
}

static gsize
content_length (const char *head)
{
  const char *header = strstr (head, "Content-Length: ");

  return header != NULL ? (gsize) g_ascii_strtoull (header + 16, NULL, 10) : 0;
}

static gboolean
is_whole (const GString *request)
{
  const char *end = strstr (request->str, "\r\n\r\n");

  return end != NULL &&
         request->len >= (gsize) (end + 4 - request->str) + content_length (request->str);
}

/* Returns: whether a whole request came */
static gboolean
read_request (Wire *self, GInputStream *input, GString *request)
{
  char byte;
  gssize n;

  while (!is_whole (request) &&
         (n = g_input_stream_read (input, &byte, 1, self->stopped, NULL)) > 0)
    g_string_append_c (request, byte);

  return is_whole (request);
}

static const WireStep *
next_step (Wire *self)
{
  const WireStep *step;

  g_mutex_lock (&self->mutex);
  step = &self->steps[MIN ((gsize) self->requests, self->n_steps - 1)];
  g_mutex_unlock (&self->mutex);

  return step;
}

static void
remember (Wire *self, const GString *request)
{
  g_mutex_lock (&self->mutex);
  self->requests++;
  g_string_assign (self->last, request->str);
  g_mutex_unlock (&self->mutex);
}

static void
send_endlessly (Wire *self, GOutputStream *output)
{
  static const char noise[4096] = { ' ' };

  while (g_output_stream_write_all (output, noise, sizeof noise, NULL, self->stopped, NULL))
    continue;
}

/* Always in time for whoever only waits for the next byte. */
static void
trickle (Wire *self, GOutputStream *output)
{
  while (!g_cancellable_is_cancelled (self->stopped) &&
         g_output_stream_write_all (output, " ", 1, NULL, self->stopped, NULL))
    g_usleep (50000);
}

/* Returns: whether the connection goes on */
static gboolean
serve_one (Wire *self, GSocketConnection *connection, GIOStream *stream)
{
  const WireStep *step = next_step (self);
  GInputStream *input = g_io_stream_get_input_stream (stream);
  GOutputStream *output = g_io_stream_get_output_stream (stream);
  g_autoptr (GString) request = g_string_new (NULL);
  GSocket *socket = g_socket_connection_get_socket (connection);

  if (step->unread)
    {
      if (!g_socket_condition_wait (socket, G_IO_IN | G_IO_HUP, self->stopped, NULL) ||
          g_socket_get_available_bytes (socket) <= 0)
        return FALSE;
      remember (self, request);
      return FALSE;
    }

  if (!read_request (self, input, request))
    return FALSE;
  remember (self, request);

  if (step->reply != NULL &&
      !g_output_stream_write_all (output, step->reply, strlen (step->reply), NULL, NULL, NULL))
    return FALSE;
  if (step->endless)
    send_endlessly (self, output);
  if (step->trickle)
    trickle (self, output);
  if (step->hang)
    {
      char byte;

      g_input_stream_read (input, &byte, 1, self->stopped, NULL);
    }

  return !step->close && !step->hang && !step->endless && !step->trickle;
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection *connection,
        GObject *source,
        gpointer user_data)
{
  Wire *self = user_data;
  g_autoptr (GIOStream) stream = NULL;

  g_mutex_lock (&self->mutex);
  self->connections++;
  g_mutex_unlock (&self->mutex);

  if (self->certificate != NULL)
    {
      stream = g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, NULL);
      /* Short of this, the client would wait for it: what it does not like, it says here. */
      if (!g_tls_connection_handshake (G_TLS_CONNECTION (stream), self->stopped, NULL))
        g_clear_object (&stream);
    }
  else
    stream = g_object_ref (G_IO_STREAM (connection));

  while (stream != NULL && serve_one (self, connection, stream))
    continue;

  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  g_atomic_int_dec_and_test (&self->running);
  return TRUE;
}

/* Counted where they are taken, so that none is left when the server goes. */
static gboolean
incoming_cb (GSocketService *service,
             GSocketConnection *connection,
             GObject *source,
             gpointer user_data)
{
  Wire *self = user_data;

  g_atomic_int_inc (&self->running);
  return FALSE;
}

Wire *
wire_new (const WireStep *steps, gsize n_steps, gboolean tls)
{
  Wire *self = g_new0 (Wire, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) effective = NULL;
  g_autoptr (GError) error = NULL;

  g_mutex_init (&self->mutex);
  self->steps = steps;
  self->n_steps = n_steps;
  self->last = g_string_new (NULL);
  self->stopped = g_cancellable_new ();
  self->certificate = tls ? make_certificate () : NULL;
  self->service = g_threaded_socket_service_new (16);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &effective, &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective));
  g_signal_connect (self->service, "incoming", G_CALLBACK (incoming_cb), self);
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  g_socket_service_start (self->service);

  return self;
}

void
wire_free (Wire *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_cancellable_cancel (self->stopped);
  while (g_atomic_int_get (&self->running) > 0)
    g_thread_yield ();

  g_object_unref (self->service);
  g_object_unref (self->stopped);
  g_clear_object (&self->certificate);
  g_string_free (self->last, TRUE);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

guint16
wire_get_port (Wire *self)
{
  return self->port;
}

static int
get_count (Wire *self, const int *count)
{
  int value;

  g_mutex_lock (&self->mutex);
  value = *count;
  g_mutex_unlock (&self->mutex);

  return value;
}

int
wire_get_connections (Wire *self)
{
  return get_count (self, &self->connections);
}

int
wire_get_requests (Wire *self)
{
  return get_count (self, &self->requests);
}

int
wire_get_open (Wire *self)
{
  return g_atomic_int_get (&self->running);
}

char *
wire_get_last (Wire *self)
{
  char *last;

  g_mutex_lock (&self->mutex);
  last = g_strdup (self->last->str);
  g_mutex_unlock (&self->mutex);

  return last;
}

IonSecret *
wire_key (void)
{
  return ion_secret_new (KEY, strlen (KEY));
}

IonMessage *
wire_message (void)
{
  IonMessage *message = ion_message_new ();

  message->fiscal_code = g_strdup ("RSSMRA85T10A562S");
  message->subject = g_strdup ("La retta di dicembre");
  message->markdown = g_strnfill (ION_MARKDOWN_MIN, 'a');
  message->language = g_strdup ("it");

  return message;
}

static void
departed_cb (gpointer user_data)
{
  ((WireCall *) user_data)->departed++;
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ((WireCall *) user_data)->answer = ion_platform_call_finish (ION_PLATFORM (source), result);
}

static IonAnswer *
wait_for (WireCall *call, int *departed)
{
  while (call->answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* At most once, whatever happens on the way. */
  g_assert_cmpint (call->departed, <=, 1);
  if (departed != NULL)
    *departed = call->departed;

  return call->answer;
}

IonAnswer *
wire_reach (IonPlatform *platform, const char *fiscal_code, int *departed)
{
  WireCall call = { 0 };
  g_autoptr (IonSecret) key = wire_key ();

  ion_platform_reach_async (platform, key, fiscal_code, departed_cb, NULL, called_cb, &call);
  return wait_for (&call, departed);
}

IonAnswer *
wire_submit (IonPlatform *platform, GCancellable *cancellable, int *departed)
{
  WireCall call = { 0 };
  g_autoptr (IonSecret) key = wire_key ();
  g_autoptr (IonMessage) message = wire_message ();

  ion_platform_submit_async (platform, key, message, departed_cb, cancellable, called_cb, &call);
  return wait_for (&call, departed);
}

IonAnswer *
wire_submit_message (IonPlatform *platform, const char *key, const IonMessage *message)
{
  WireCall call = { 0 };
  g_autoptr (IonSecret) secret = ion_secret_new (key, strlen (key));

  ion_platform_submit_async (platform, secret, message, departed_cb, NULL, called_cb, &call);
  return wait_for (&call, NULL);
}

IonAnswer *
wire_status (IonPlatform *platform, const char *fiscal_code, const char *id)
{
  WireCall call = { 0 };
  g_autoptr (IonSecret) key = wire_key ();

  ion_platform_status_async (platform, key, fiscal_code, id, departed_cb, NULL, called_cb, &call);
  return wait_for (&call, NULL);
}

char *
wire_http (const char *status, const char *type, const char *body)
{
  return g_strdup_printf ("HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %zu\r\n\r\n%s",
                          status, type, strlen (body), body);
}
