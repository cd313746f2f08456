/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The named texts of one row. Rows have a handful of fields and live a million at a time, so they
 * are a plain array, one allocation a field, looked through in order.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-fields.h"

#include "ion-value-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define STORED_VERSION 1

typedef struct
{
  char *name;  /* (owned): and the value behind it, in one block */
  char *value; /* inside the block of @name */
} Field;

struct _IonFields
{
  gatomicrefcount ref_count;
  GArray *fields; /* (owned) (element-type Field) */
};

/* The next character of a name that counts when names are compared, 0 at its end. */
static gunichar
next_folded (const char **cursor)
{
  for (;;)
    {
      const guchar byte = (guchar) * *cursor;
      gunichar c, decomposed[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

      if (byte == '\0')
        return 0;
      if (byte < 0x80)
        {
          (*cursor)++;
          if (g_ascii_isalnum (byte))
            return (gunichar) g_ascii_tolower (byte);
          continue;
        }
      c = g_utf8_get_char_validated (*cursor, -1);
      if (c >= (gunichar) -2)
        {
          (*cursor)++;
          continue;
        }
      *cursor = g_utf8_next_char (*cursor);
      /* The ordinal marks of "n° avviso", however they were typed. */
      if (c == 0xAA || c == 0xBA)
        continue;
      g_unichar_fully_decompose (c, FALSE, decomposed, G_N_ELEMENTS (decomposed));
      if (g_unichar_isalnum (decomposed[0]))
        return g_unichar_tolower (decomposed[0]);
    }
}

char *
ion_field_name_fold (const char *name)
{
  GString *folded;
  gunichar c;

  g_return_val_if_fail (name != NULL, NULL);

  folded = g_string_new (NULL);
  while ((c = next_folded (&name)) != 0)
    g_string_append_unichar (folded, c);
  return g_string_free (folded, FALSE);
}

gboolean
ion_field_name_equal (const char *a, const char *b)
{
  const char *in_a = a, *in_b = b;
  gunichar c, d;
  gboolean is_empty = TRUE;

  if (strcmp (a, b) == 0)
    return TRUE;
  while ((c = next_folded (&in_a)) == (d = next_folded (&in_b)) && c != 0)
    is_empty = FALSE;
  return c == d && !is_empty;
}

static void
field_clear (gpointer data)
{
  g_free (((Field *) data)->name);
}

static IonFields *
fields_new_sized (guint n_fields)
{
  IonFields *self = g_new0 (IonFields, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->fields = g_array_sized_new (FALSE, FALSE, sizeof (Field), n_fields);
  g_array_set_clear_func (self->fields, field_clear);
  return self;
}

IonFields *
ion_fields_new (void)
{
  return fields_new_sized (0);
}

IonFields *
ion_fields_ref (IonFields *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ion_fields_unref (IonFields *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    {
      g_array_unref (self->fields);
      g_free (self);
    }
}

static Field
field_make (const char *name, gsize name_length, const char *value, gsize value_length)
{
  Field field;

  field.name = g_malloc (name_length + value_length + 2);
  memcpy (field.name, name, name_length);
  field.name[name_length] = '\0';
  field.value = field.name + name_length + 1;
  memcpy (field.value, value, value_length);
  field.value[value_length] = '\0';
  return field;
}

static Field *
find_field (const IonFields *self, const char *name)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = &g_array_index (self->fields, Field, i);

      if (ion_field_name_equal (field->name, name))
        return field;
    }
  return NULL;
}

void
ion_fields_set (IonFields *self, const char *name, const char *value)
{
  g_autofree char *valid_name = NULL;
  g_autofree char *valid_value = NULL;
  Field *field;

  g_return_if_fail (self != NULL && name != NULL && value != NULL);
  g_return_if_fail (g_atomic_ref_count_compare (&self->ref_count, 1));

  /* What is stored can always be read back, whatever a file held. */
  if (!g_utf8_validate (name, -1, NULL))
    name = valid_name = g_utf8_make_valid (name, -1);
  if (!g_utf8_validate (value, -1, NULL))
    value = valid_value = g_utf8_make_valid (value, -1);

  field = find_field (self, name);
  if (field != NULL)
    {
      Field replaced = field_make (field->name, strlen (field->name), value, strlen (value));

      g_free (field->name);
      *field = replaced;
    }
  else
    {
      Field added = field_make (name, strlen (name), value, strlen (value));

      g_array_append_val (self->fields, added);
    }
}

const char *
ion_fields_get (const IonFields *self, const char *name)
{
  const Field *field;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  field = find_field (self, name);
  return field != NULL ? field->value : NULL;
}

guint
ion_fields_get_size (const IonFields *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->fields->len;
}

void
ion_fields_get_nth (const IonFields *self, guint index, const char **name, const char **value)
{
  const Field *field;

  g_return_if_fail (self != NULL && index < self->fields->len);

  field = &g_array_index (self->fields, Field, index);
  if (name != NULL)
    *name = field->name;
  if (value != NULL)
    *value = field->value;
}

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
append_text (GByteArray *bytes, const char *text)
{
  gsize length = strlen (text);

  append_length (bytes, length);
  g_byte_array_append (bytes, (const guint8 *) text, (guint) length);
}

void
ion_fields_append_bytes (const IonFields *self, GByteArray *bytes)
{
  const guint8 version = STORED_VERSION;

  g_return_if_fail (self != NULL && bytes != NULL);

  g_byte_array_append (bytes, &version, 1);
  append_length (bytes, self->fields->len);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = &g_array_index (self->fields, Field, i);

      append_text (bytes, field->name);
      append_text (bytes, field->value);
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

static gboolean
read_fields (IonFields *self, Reader *reader, gsize n_fields)
{
  for (gsize i = 0; i < n_fields; i++)
    {
      const char *name, *value;
      gsize name_length, value_length;
      Field field;

      if (!read_text (reader, &name, &name_length) || !read_text (reader, &value, &value_length))
        return FALSE;
      field = field_make (name, name_length, value, value_length);
      g_array_append_val (self->fields, field);
    }
  return reader->left == 0;
}

IonFields *
ion_fields_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (IonFields) self = NULL;
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
        {
          self = fields_new_sized ((guint) n_fields);
          if (read_fields (self, &reader, n_fields))
            return g_steal_pointer (&self);
        }
    }

  g_set_error_literal (error, ION_VALUE_ERROR, ION_VALUE_ERROR_FIELDS_DAMAGED,
                       _ ("The fields of a stored row cannot be read: the ledger is damaged."));
  return NULL;
}
