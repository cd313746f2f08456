/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A row as it is stored. It stays in ledgers for years: this form is read for ever, and whatever
 * else is found there is refused.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-fields.h"

#include "ion-value-error.h"

#include <glib/gi18n-lib.h>

#define STORED_VERSION 1

/* Lengths take seven bits a byte, the lowest first: one byte for nearly all that an office writes.
 */
static void
append_length (GByteArray *bytes, gsize length)
{
  do
    {
      guint8 byte = length & 0x7F;

      length >>= 7;
      if (length != 0)
        byte |= 0x80;
      g_byte_array_append (bytes, &byte, 1);
    }
  while (length != 0);
}

static void
append_text (GByteArray *bytes, const char *text, gsize length)
{
  append_length (bytes, length);
  g_byte_array_append (bytes, (const guint8 *) text, (guint) length);
}

void
ion_fields_append_bytes (const IonFields *self, GByteArray *bytes)
{
  const guint8 version = STORED_VERSION;
  guint n;

  g_return_if_fail (self != NULL && bytes != NULL);

  n = ion_fields_get_size (self);
  g_byte_array_append (bytes, &version, 1);
  append_length (bytes, n);
  for (guint i = 0; i < n; i++)
    {
      gsize name_length, value_length;
      const char *name = ion_field_names_get (ion_fields_get_names (self), i, &name_length);
      const char *value = ion_fields_peek (self, i, &value_length);

      append_text (bytes, name, name_length);
      append_text (bytes, value, value_length);
    }
}

GBytes *
ion_fields_to_bytes (const IonFields *self)
{
  GByteArray *bytes;

  g_return_val_if_fail (self != NULL, NULL);

  bytes = g_byte_array_new ();
  ion_fields_append_bytes (self, bytes);
  return g_byte_array_free_to_bytes (bytes);
}

typedef struct
{
  const guint8 *at;
  gsize left;
} Reader;

static gboolean
read_length (Reader *reader, gsize *length)
{
  *length = 0;
  for (guint shift = 0; shift < 32; shift += 7)
    {
      guint8 byte;

      if (reader->left == 0)
        return FALSE;
      byte = *reader->at++;
      reader->left--;
      *length |= (gsize) (byte & 0x7F) << shift;
      if ((byte & 0x80) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_text (Reader *reader, const char **text, gsize *length)
{
  if (!read_length (reader, length) || *length > reader->left)
    return FALSE;
  *text = (const char *) reader->at;
  reader->at += *length;
  reader->left -= *length;
  /* Refuses a NUL inside as well. */
  return g_utf8_validate_len (*text, *length, NULL);
}

/* Returns: (transfer full) (nullable): the row; %NULL where the bytes are not one */
static IonFields *
read_fields (Reader *reader, guint n_fields)
{
  g_autoptr (IonFieldNames) names = ion_field_names_new ();
  g_autofree const char **values = g_new (const char *, n_fields);
  g_autofree gsize *lengths = g_new (gsize, n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const char *name;
      gsize name_length;

      if (!read_text (reader, &name, &name_length) || !read_text (reader, &values[i], &lengths[i]))
        return NULL;
      ion_field_names_append (names, name, name_length);
    }
  return reader->left == 0 ? ion_fields_new_filled (names, values, lengths) : NULL;
}

IonFields *
ion_fields_from_bytes (GBytes *bytes, GError **error)
{
  IonFields *self = NULL;
  Reader reader;
  gsize n_fields;

  g_return_val_if_fail (bytes != NULL, NULL);

  reader.at = g_bytes_get_data (bytes, &reader.left);
  if (reader.left > 0 && *reader.at == STORED_VERSION)
    {
      reader.at++;
      reader.left--;
      /* A field takes two bytes at least: an absurd count allocates nothing. */
      if (read_length (&reader, &n_fields) && n_fields <= reader.left / 2)
        self = read_fields (&reader, (guint) n_fields);
    }
  if (self == NULL)
    g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_FIELDS_DAMAGED,
                         _ ("The fields of a stored row cannot be read: the ledger is damaged."));
  return self;
}
