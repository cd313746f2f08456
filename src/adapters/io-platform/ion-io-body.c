/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Who writes the body may be anybody: it is read up to a limit, and what is not wanted is not
 * waited for.
 */

#define G_LOG_DOMAIN "ion-io-platform"

#include "config.h"

#include "ion-io-body.h"

#include "ion-io-answer.h"

#define CHUNK 4096

typedef struct
{
  GInputStream *stream; /* (not owned) */
  GByteArray *body;     /* (not owned) */
  GCancellable *stop;   /* (not owned) */
  IonIoBodyFunc func;
  gpointer user_data; /* of @func */
} Reader;

static void read_on (Reader *self);

static void
end (Reader *self, const GError *error)
{
  IonIoBodyFunc func = self->func;
  gpointer user_data = self->user_data;

  g_free (self);
  func (error, user_data);
}

/* Returns: whether there is more to read */
static gboolean
take (Reader *self, gssize n, const GError *error)
{
  if (n <= 0)
    end (self, error);
  else if (self->body->len > ION_IO_BODY_MAX)
    {
      g_autoptr (GError) large =
          g_error_new_literal (G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "too large");

      end (self, large);
    }
  else
    return TRUE;

  return FALSE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reader *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  gssize n = bytes != NULL ? (gssize) g_bytes_get_size (bytes) : -1;

  if (n > 0)
    g_byte_array_append (self->body, g_bytes_get_data (bytes, NULL), (guint) n);
  if (take (self, n, error))
    read_on (self);
}

/* What is there is taken at once; only what is not is waited for. */
static void
read_on (Reader *self)
{
  GPollableInputStream *stream = (GPollableInputStream *) self->stream;
  char chunk[CHUNK];
  gssize n = 1;

  while (n > 0 && G_IS_POLLABLE_INPUT_STREAM (stream) && g_pollable_input_stream_can_poll (stream))
    {
      g_autoptr (GError) error = NULL;

      n = g_pollable_input_stream_read_nonblocking (stream, chunk, sizeof chunk, self->stop,
                                                    &error);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
        break;
      if (n > 0)
        g_byte_array_append (self->body, (const guint8 *) chunk, (guint) n);
      if (!take (self, n, error))
        return;
    }

  g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT, self->stop, read_cb,
                                   self);
}

void
ion_io_body_read (GInputStream *stream,
                  GByteArray *body,
                  GCancellable *stop,
                  IonIoBodyFunc func,
                  gpointer user_data)
{
  Reader *self = g_new0 (Reader, 1);

  self->stream = stream;
  self->body = body;
  self->stop = stop;
  self->func = func;
  self->user_data = user_data;
  read_on (self);
}

/* The stream would otherwise read on when it is closed, for as long as the other side likes to
 * send.
 */
void
ion_io_body_drop (GInputStream *stream)
{
  g_autoptr (GInputStream) mine = stream;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_input_stream_close_async (mine, G_PRIORITY_DEFAULT, cancelled, NULL, NULL);
}
