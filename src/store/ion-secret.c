/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Keys in memory. libsodium's secure heap puts guard pages around each, locks it (no swap), leaves
 * it out of core dumps and wipes it when freed.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-secret.h"

#include <string.h>

#include <sodium.h>
#include <glib/gi18n-lib.h>

#define STREAM_MAX 4096

struct _IonSecret
{
  gatomicrefcount references;
  gsize size;
  guint8 *data; /* (owned): secure heap, NUL-terminated */
};

static guint8 *
secure_allocate (gsize size)
{
  guint8 *data;

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used on this machine");
  data = sodium_malloc (size);
  if (data == NULL)
    g_error ("No memory for a key");
  return data;
}

IonSecret *
ion_secret_new (const void *data, gsize size)
{
  IonSecret *self;

  g_return_val_if_fail (data != NULL || size == 0, NULL);

  self = g_new0 (IonSecret, 1);
  g_atomic_ref_count_init (&self->references);
  self->size = size;
  self->data = secure_allocate (size + 1);
  if (size > 0)
    memcpy (self->data, data, size);
  self->data[size] = '\0';
  return self;
}

static gsize
without_line_end (const guint8 *data, gsize size)
{
  if (size > 0 && data[size - 1] == '\n')
    size--;
  if (size > 0 && data[size - 1] == '\r')
    size--;
  return size;
}

IonSecret *
ion_secret_new_from_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  guint8 *buffer;
  IonSecret *self = NULL;
  gsize size = 0;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  buffer = secure_allocate (STREAM_MAX + 1);
  if (g_input_stream_read_all (stream, buffer, STREAM_MAX + 1, &size, cancellable, error))
    {
      if (size > STREAM_MAX)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                             _ ("This is too long to be a key."));
      else if (without_line_end (buffer, size) == 0)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The key is empty."));
      else
        self = ion_secret_new (buffer, without_line_end (buffer, size));
    }
  sodium_free (buffer);
  return self;
}

IonSecret *
ion_secret_ref (IonSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ion_secret_unref (IonSecret *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  sodium_free (self->data);
  g_free (self);
}

const guint8 *
ion_secret_get_data (const IonSecret *self, gsize *size)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (size != NULL)
    *size = self->size;
  return self->data;
}

const char *
ion_secret_get_text (const IonSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *) self->data;
}

gboolean
ion_secret_equal (const IonSecret *a, const IonSecret *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  return a->size == b->size && sodium_memcmp (a->data, b->data, a->size) == 0;
}
