/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* One request on its way. The instant that matters is the one at which it begins to leave: before
 * it, a failure is certain to have reached nobody; after it, nothing is certain any more.
 */

#define G_LOG_DOMAIN "ion-io-platform"

#include "config.h"

#include "ion-io-exchange.h"

#define CHUNK 4096

typedef struct
{
  SoupSession *session;      /* (owned) */
  SoupMessage *message;      /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) */
  GInputStream *stream;      /* (owned) (nullable): the body, as long as it is read */
  GByteArray *body;          /* (owned) */
  IonDepartedFunc departed;  /* (nullable) */
  gpointer user_data;        /* of the caller */
  IonIoCall call;
  gboolean left;
} Exchange;

static void
exchange_free (gpointer data)
{
  Exchange *self = data;

  g_clear_object (&self->session);
  g_clear_object (&self->message);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->stream);
  g_byte_array_unref (self->body);
  g_free (self);
}

static void read_body (GTask *task);

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

static void
finish (GTask *task, IonAnswer *answer)
{
  g_task_return_pointer (task, answer, (GDestroyNotify) ion_answer_unref);
  g_object_unref (task);
}

/* Lets go of a body that is not wanted to its end. The stream would otherwise read on when it is
 * closed, for as long as the other side likes to send.
 */
static void
drop_stream (Exchange *self)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_input_stream_close_async (self->stream, G_PRIORITY_DEFAULT, cancelled, NULL, NULL);
  g_clear_object (&self->stream);
}

static void
fail (GTask *task, const GError *error)
{
  Exchange *self = g_task_get_task_data (task);

  if (self->stream != NULL)
    drop_stream (self);
  finish (task, ion_io_answer_failed (self->left, error));
}

/* Returns: whether there is more to read */
static gboolean
take (GTask *task, gssize n, GError *error)
{
  Exchange *self = g_task_get_task_data (task);

  if (n < 0)
    fail (task, error);
  else if (n == 0)
    {
      g_input_stream_close (self->stream, NULL, NULL);
      g_clear_object (&self->stream);
      finish (task, make_answer (self));
    }
  else if (self->body->len > ION_IO_BODY_MAX)
    {
      g_autoptr (GError) large =
          g_error_new_literal (G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "too large");

      fail (task, large);
    }
  else
    return TRUE;

  return FALSE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Exchange *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  gssize n = bytes != NULL ? (gssize) g_bytes_get_size (bytes) : -1;

  if (n > 0)
    g_byte_array_append (self->body, g_bytes_get_data (bytes, NULL), (guint) n);
  if (take (task, n, error))
    read_body (task);
}

/* What is there is taken at once; only what is not is waited for. */
static void
read_body (GTask *task)
{
  Exchange *self = g_task_get_task_data (task);
  GPollableInputStream *stream = (GPollableInputStream *) self->stream;
  char chunk[CHUNK];
  gssize n = 1;

  while (n > 0 && G_IS_POLLABLE_INPUT_STREAM (stream) && g_pollable_input_stream_can_poll (stream))
    {
      g_autoptr (GError) error = NULL;

      n = g_pollable_input_stream_read_nonblocking (stream, chunk, sizeof chunk, self->cancellable,
                                                    &error);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
        break;
      if (n > 0)
        g_byte_array_append (self->body, (const guint8 *) chunk, (guint) n);
      if (!take (task, n, error))
        return;
    }

  g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT, self->cancellable,
                                   read_cb, task);
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
      drop_stream (self);
      finish (task, refused_by_proxy (soup_message_get_status (self->message)));
      return;
    }

  read_body (task);
}

static void
starting_cb (SoupMessage *message, gpointer user_data)
{
  Exchange *self = user_data;

  if (self->left)
    return;

  self->left = TRUE;
  if (self->departed != NULL)
    self->departed (self->user_data);
}

void
ion_io_exchange_start (gpointer source,
                       SoupSession *session,
                       SoupMessage *message,
                       IonIoCall call,
                       IonDepartedFunc departed,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  /* Without the cancellable: what has happened must be told even to whom does not wait for it. */
  GTask *task = g_task_new (source, NULL, callback, user_data);
  Exchange *self = g_new0 (Exchange, 1);

  self->session = g_object_ref (session);
  self->message = message;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->body = g_byte_array_sized_new (512);
  self->departed = departed;
  self->user_data = user_data;
  self->call = call;
  g_task_set_source_tag (task, ion_io_exchange_start);
  g_task_set_task_data (task, self, exchange_free);

  g_signal_connect (message, "starting", G_CALLBACK (starting_cb), self);
  soup_session_send_async (session, message, G_PRIORITY_DEFAULT, cancellable, sent_cb, task);
}

IonAnswer *
ion_io_exchange_finish (gpointer source, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
