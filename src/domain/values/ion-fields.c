/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The named texts of one row. Rows have a handful of fields and come by the million, so a row that
 * is made at once is one block of memory, and shares its names with the others of its file.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-fields.h"

#include <string.h>

typedef struct
{
  char *text;
  gsize length;
} Value;

struct _IonFields
{
  gatomicrefcount ref_count;
  guint n;
  guint n_allocated;    /* of @values; 0 while they are a part of the block */
  IonFieldNames *names; /* (owned) */
  Value *values;        /* in the block of the row itself; (owned), each text too, where the row
                           was changed afterwards */
};

/* A row in one block: itself, its values, their texts. Returns: (transfer full): the texts' place
 * in @texts, which the caller fills */
static IonFields *
fields_new_packed (IonFieldNames *names, guint n, gsize size, char **texts)
{
  IonFields *self = g_malloc (sizeof *self + n * sizeof (Value) + size);

  g_atomic_ref_count_init (&self->ref_count);
  self->n = n;
  self->n_allocated = 0;
  self->names = ion_field_names_ref (names);
  self->values = (Value *) (self + 1);
  *texts = (char *) (self->values + n);
  return self;
}

IonFields *
ion_fields_new (void)
{
  g_autoptr (IonFieldNames) names = ion_field_names_new ();
  char *texts;

  return fields_new_packed (names, 0, 0, &texts);
}

static gboolean
is_valid (const char *text, gsize length)
{
  gsize i = 0;

  for (; i + sizeof (guint64) <= length; i += sizeof (guint64))
    {
      guint64 word;

      memcpy (&word, text + i, sizeof word);
      if ((word & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
        break;
    }
  while (i < length && (guchar) text[i] < 0x80)
    i++;
  return i == length || g_utf8_validate_len (text + i, length - i, NULL);
}

/* As ion_fields_new_filled(), for values of which one is no text. */
static IonFields *
fields_new_mended (IonFieldNames *names, const char *const *values)
{
  IonFields *self = ion_fields_new ();

  for (guint i = 0; i < ion_field_names_get_size (names); i++)
    ion_fields_set (self, ion_field_names_get (names, i, NULL), values[i] != NULL ? values[i] : "");
  return self;
}

/**
 * ion_fields_new_filled:
 * @names: the names, shared by all rows of a file
 * @values: (array): as many values; %NULL is an empty one
 * @lengths: (array): their lengths in bytes
 *
 * Returns: (transfer full): a row in one block of memory
 */
IonFields *
ion_fields_new_filled (IonFieldNames *names, const char *const *values, const gsize *lengths)
{
  const guint n = ion_field_names_get_size (names);
  IonFields *self;
  gsize size = n;
  char *text;

  for (guint i = 0; i < n; i++)
    {
      if (values[i] != NULL && !is_valid (values[i], lengths[i]))
        return fields_new_mended (names, values);
      size += values[i] != NULL ? lengths[i] : 0;
    }
  self = fields_new_packed (names, n, size, &text);
  for (guint i = 0; i < n; i++)
    {
      const gsize length = values[i] != NULL ? lengths[i] : 0;

      self->values[i] = (Value){ text, length };
      if (length > 0)
        memcpy (text, values[i], length);
      text[length] = '\0';
      text += length + 1;
    }
  return self;
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

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  if (self->n_allocated > 0)
    {
      for (guint i = 0; i < self->n; i++)
        g_free (self->values[i].text);
      g_free (self->values);
    }
  ion_field_names_unref (self->names);
  g_free (self);
}

/* Each value gets a block of its own, so that it can change, and there is room for another one. */
static void
unpack (IonFields *self)
{
  const gboolean was_packed = self->n_allocated == 0;
  Value *values = was_packed ? NULL : self->values;

  if (!was_packed && self->n < self->n_allocated)
    return;
  self->n_allocated = MAX (8, self->n * 2);
  values = g_renew (Value, values, self->n_allocated);
  for (guint i = 0; was_packed && i < self->n; i++)
    values[i] =
        (Value){ g_strndup (self->values[i].text, self->values[i].length), self->values[i].length };
  self->values = values;
}

static void
add_name (IonFields *self, const char *name)
{
  if (ion_field_names_is_shared (self->names))
    {
      IonFieldNames *own = ion_field_names_copy (self->names);

      ion_field_names_unref (self->names);
      self->names = own;
    }
  ion_field_names_add (self->names, name);
}

void
ion_fields_set (IonFields *self, const char *name, const char *value)
{
  g_autofree char *valid_name = NULL;
  g_autofree char *old = NULL;
  char *text;
  guint index;

  g_return_if_fail (self != NULL && name != NULL && value != NULL);
  g_return_if_fail (g_atomic_ref_count_compare (&self->ref_count, 1));

  /* What is stored can always be read back, whatever a file held. */
  if (!g_utf8_validate (name, -1, NULL))
    name = valid_name = g_utf8_make_valid (name, -1);
  text = g_utf8_validate (value, -1, NULL) ? g_strdup (value) : g_utf8_make_valid (value, -1);

  unpack (self);
  if (ion_field_names_find (self->names, name, &index))
    old = self->values[index].text;
  else
    {
      add_name (self, name);
      index = self->n++;
    }
  self->values[index] = (Value){ text, strlen (text) };
}

const char *
ion_fields_get (const IonFields *self, const char *name)
{
  guint index;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return ion_field_names_find (self->names, name, &index) ? self->values[index].text : NULL;
}

guint
ion_fields_get_size (const IonFields *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

void
ion_fields_get_nth (const IonFields *self, guint index, const char **name, const char **value)
{
  g_return_if_fail (self != NULL && index < self->n);

  if (name != NULL)
    *name = ion_field_names_get (self->names, index, NULL);
  if (value != NULL)
    *value = self->values[index].text;
}

/* Returns: (transfer none): the names, which the rows of a file share: who knows them knows where
 * each value stands */
IonFieldNames *
ion_fields_get_names (const IonFields *self)
{
  return self->names;
}

/* Returns: (transfer none): a value by its place; its length in bytes to @length */
const char *
ion_fields_peek (const IonFields *self, guint index, gsize *length)
{
  *length = self->values[index].length;
  return self->values[index].text;
}
