/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* One request on its way. The instant that matters is the one at which it begins to leave: before
 * it, a failure is certain to have reached nobody; after it, nothing is certain any more.
 */

#define G_LOG_DOMAIN "ion-io-platform"

#include "config.h"

#include "ion-io-exchange.h"

#include "ion-io-body.h"

#include <string.h>

#define GRACE_SECONDS 1 /* for libsoup, to end a call that was stopped */

typedef struct
{
  GTask *task;              /* (not owned): owns this */
  SoupSession *session;     /* (owned) */
  SoupMessage *message;     /* (owned) */
  GInputStream *stream;     /* (owned) (nullable): the body, as long as it is read */
  GBytes *request;          /* (owned) (nullable): what is sent */
  GByteArray *body;         /* (owned): what comes back */
  GCancellable *stop;       /* (owned): ends the exchange, for whatever reason */
  GCancellable *caller;     /* (owned) (nullable) */
  gulong caller_handler;    /* of @caller */
  GSource *deadline;        /* (owned) */
  IonDepartedFunc departed; /* (nullable) */
  gpointer user_data;       /* of the caller */
  IonIoCall call;
  gboolean left;
  gboolean told;
  IonAnswer *answer;      /* (owned) (nullable): the one that a second attempt was stopped at */
  const char *stopped_by; /* (nullable): why @stop was used, where the caller did not wish it */
} Exchange;

static gboolean
is_https (SoupMessage *message)
{
  return strcmp (g_uri_get_scheme (soup_message_get_uri (message)), "https") == 0;
}

static gboolean
release_cb (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

/* This may run within a call-back of an HTTP/2 connection, which cannot end there, and its session
 * may have no other owner any more: it is let go when all that is over.
 */
static void
release_later (SoupSession *session)
{
  GSource *source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, release_cb, session, g_object_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
  g_source_unref (source);
}

static void
exchange_free (gpointer data)
{
  Exchange *self = data;

  g_source_destroy (self->deadline);
  g_source_unref (self->deadline);
  if (self->caller != NULL)
    g_cancellable_disconnect (self->caller, self->caller_handler);
  g_clear_object (&self->caller);
  g_clear_object (&self->stop);
  if (is_https (self->message))
    release_later (self->session);
  else
    g_object_unref (self->session);
  g_clear_object (&self->message);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->request, g_bytes_unref);
  g_clear_pointer (&self->answer, ion_answer_unref);
  g_byte_array_unref (self->body);
  g_free (self);
}

static const char *
get_header (SoupMessageHeaders *headers, const char *name)
{
  return soup_message_headers_get_one (headers, name);
}

static IonAnswer *
make_answer (Exchange *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  IonIoReply reply = {
    .status = soup_message_get_status (self->message),
    .content_type = get_header (headers, "Content-Type"),
    .retry_after = get_header (headers, "x-rate-limit-retry-after"),
    .remaining = get_header (headers, "x-rate-limit-remaining"),
    .body = (const char *) self->body->data,
    .length = self->body->len,
  };

  return ion_io_answer_read (self->call, &reply);
}

/* @answer: (transfer full) */
static void
tell (Exchange *self, IonAnswer *answer)
{
  if (!self->told)
    g_task_return_pointer (self->task, answer, (GDestroyNotify) ion_answer_unref);
  else
    ion_answer_unref (answer);
  self->told = TRUE;
}

/* libsoup is done with it. */
static void
finish (GTask *task, IonAnswer *answer)
{
  tell (g_task_get_task_data (task), answer);
  g_object_unref (task);
}

static void
fail (GTask *task, const GError *error)
{
  Exchange *self = g_task_get_task_data (task);

  if (self->stream != NULL)
    ion_io_body_drop (g_steal_pointer (&self->stream));
  if (self->answer != NULL)
    finish (task, g_steal_pointer (&self->answer));
  else if (self->stopped_by != NULL)
    finish (task, ion_answer_new (self->left ? ION_ANSWER_UNCLEAR : ION_ANSWER_NOTHING_LEFT, 0,
                                  self->stopped_by));
  else
    finish (task, ion_io_answer_failed (self->left, error));
}

static void
body_cb (const GError *error, gpointer user_data)
{
  GTask *task = user_data;
  Exchange *self = g_task_get_task_data (task);

  if (error != NULL)
    {
      fail (task, error);
      return;
    }

  g_input_stream_close (self->stream, NULL, NULL);
  g_clear_object (&self->stream);
  finish (task, make_answer (self));
}

/* The answer to the request for a tunnel comes as if it were the answer to ours. */
static IonAnswer *
refused_by_proxy (guint status)
{
  g_autofree char *code = g_strdup_printf ("proxy %u", status);

  return ion_answer_new (ION_ANSWER_NOTHING_LEFT, (int) status, code);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Exchange *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (self->stream == NULL)
    {
      fail (task, error);
      return;
    }
  if (!self->left)
    {
      ion_io_body_drop (g_steal_pointer (&self->stream));
      finish (task, refused_by_proxy (soup_message_get_status (self->message)));
      return;
    }

  ion_io_body_read (self->stream, self->body, self->stop, body_cb, task);
}

static void
stop (Exchange *self, const char *why)
{
  self->stopped_by = why;
  g_cancellable_cancel (self->stop);
}

/* The TLS library may still agree on versions that the platform, and we, have given up. */
static gboolean
is_weak (SoupMessage *message)
{
  return is_https (message) &&
         soup_message_get_tls_protocol_version (message) < G_TLS_PROTOCOL_VERSION_TLS_1_2;
}

/* Emitted before the first byte is written: it can still be held back here. */
static void
starting_cb (SoupMessage *message, gpointer user_data)
{
  Exchange *self = user_data;

  /* Nobody listens any more to one that was lost, and it is cancelled already. */
  if (self->left || self->told)
    return;
  if (is_weak (message))
    {
      stop (self, "tls");
      return;
    }

  self->left = TRUE;
  if (self->departed != NULL)
    self->departed (self->user_data);
}

static void
set_body (Exchange *self)
{
  if (self->request != NULL)
    soup_message_set_request_body_from_bytes (self->message, "application/json", self->request);
}

/* libsoup is about to send the request once more. Where there is an answer (421: wrong server),
 * that is the answer. Where there is none, an HTTP/2 server has said that it did not look at the
 * request (RFC 9113, 8.7), or it was a question: it may go, with the body that the first attempt
 * used up.
 */
static void
restarted_cb (SoupMessage *message, gpointer user_data)
{
  Exchange *self = user_data;

  if (soup_message_get_status (message) == SOUP_STATUS_NONE)
    {
      set_body (self);
      return;
    }

  if (self->answer == NULL)
    self->answer = make_answer (self);
  g_cancellable_cancel (self->stop);
}

static void
set_deadline (Exchange *self, guint seconds, GSourceFunc callback)
{
  g_clear_pointer (&self->deadline, g_source_unref);
  self->deadline = g_timeout_source_new (seconds * 1000);
  g_source_set_callback (self->deadline, callback, self, NULL);
  g_source_attach (self->deadline, g_main_context_get_thread_default ());
}

/* With the end of an HTTP/2 connection libsoup 3.2 may lose a call, so that not even cancelling
 * ends it: nobody waits for it any longer. Whatever it may still do, it is in doubt.
 */
static gboolean
lost_cb (gpointer user_data)
{
  Exchange *self = user_data;

  tell (self, ion_answer_new (ION_ANSWER_UNCLEAR, 0, "timeout"));

  return G_SOURCE_REMOVE;
}

/* The session's own time-out starts anew with each byte: a trickle would never end. */
static gboolean
deadline_cb (gpointer user_data)
{
  Exchange *self = user_data;

  set_deadline (self, GRACE_SECONDS, lost_cb);
  stop (self, "timeout");

  return G_SOURCE_REMOVE;
}

static void
caller_cancelled_cb (GCancellable *caller, gpointer user_data)
{
  Exchange *self = user_data;

  g_cancellable_cancel (self->stop);
}

static Exchange *
exchange_new (SoupSession *session,
              SoupMessage *message,
              GBytes *request,
              guint seconds,
              GCancellable *caller)
{
  Exchange *self = g_new0 (Exchange, 1);

  self->session = g_object_ref (session);
  self->message = message;
  self->request = request;
  self->body = g_byte_array_sized_new (512);
  self->stop = g_cancellable_new ();
  set_deadline (self, seconds, deadline_cb);
  if (caller != NULL)
    {
      self->caller = g_object_ref (caller);
      self->caller_handler =
          g_cancellable_connect (caller, G_CALLBACK (caller_cancelled_cb), self, NULL);
    }
  g_signal_connect (message, "starting", G_CALLBACK (starting_cb), self);
  g_signal_connect (message, "restarted", G_CALLBACK (restarted_cb), self);

  return self;
}

void
ion_io_exchange_start (gpointer source,
                       SoupSession *session,
                       SoupMessage *message,
                       GBytes *body,
                       IonIoCall call,
                       guint seconds,
                       IonDepartedFunc departed,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  /* Without the cancellable: what has happened must be told even to whom does not wait for it. */
  GTask *task = g_task_new (source, NULL, callback, user_data);
  Exchange *self = exchange_new (session, message, body, seconds, cancellable);

  self->task = task;
  self->departed = departed;
  self->user_data = user_data;
  self->call = call;
  set_body (self);
  g_task_set_source_tag (task, ion_io_exchange_start);
  g_task_set_task_data (task, self, exchange_free);

  soup_session_send_async (session, message, G_PRIORITY_DEFAULT, self->stop, sent_cb, task);
}

IonAnswer *
ion_io_exchange_finish (gpointer source, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
