/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Names of fields, and when two of them are the same. The rows of a file all have the same ones:
 * they are kept once, and looked for once.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-field-names.h"

#include <string.h>

typedef struct
{
  char *name; /* (owned) */
  gsize length;
} Name;

struct _IonFieldNames
{
  gatomicrefcount ref_count;
  GArray *names; /* (owned) (element-type Name) */
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
name_clear (gpointer data)
{
  g_free (((Name *) data)->name);
}

/* Returns: (transfer full): no names yet */
IonFieldNames *
ion_field_names_new (void)
{
  IonFieldNames *self = g_new0 (IonFieldNames, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->names, name_clear);
  return self;
}

IonFieldNames *
ion_field_names_ref (IonFieldNames *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ion_field_names_unref (IonFieldNames *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    {
      g_array_unref (self->names);
      g_free (self);
    }
}

/* Whether somebody else holds them too: they must not change any more. */
gboolean
ion_field_names_is_shared (const IonFieldNames *self)
{
  return !g_atomic_ref_count_compare ((gatomicrefcount *) &self->ref_count, 1);
}

/* Returns: (transfer full): the same names, to which others can be added */
IonFieldNames *
ion_field_names_copy (const IonFieldNames *self)
{
  IonFieldNames *copy = ion_field_names_new ();

  for (guint i = 0; i < self->names->len; i++)
    {
      const Name *name = &g_array_index (self->names, Name, i);

      ion_field_names_append (copy, name->name, name->length);
    }
  return copy;
}

/* Adds a name without looking whether it is there: for names that were stored. */
void
ion_field_names_append (IonFieldNames *self, const char *name, gsize length)
{
  const Name added = { g_strndup (name, length), length };

  g_return_if_fail (!ion_field_names_is_shared (self));

  g_array_append_val (self->names, added);
}

/* Returns: where @name stands; it is added where it is not there yet */
guint
ion_field_names_add (IonFieldNames *self, const char *name)
{
  g_autofree char *valid = NULL;
  guint index;

  if (ion_field_names_find (self, name, &index))
    return index;
  /* What is stored can always be read back, whatever a file held. */
  if (!g_utf8_validate (name, -1, NULL))
    name = valid = g_utf8_make_valid (name, -1);
  ion_field_names_append (self, name, strlen (name));
  return self->names->len - 1;
}

gboolean
ion_field_names_find (const IonFieldNames *self, const char *name, guint *index)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      if (ion_field_name_equal (g_array_index (self->names, Name, i).name, name))
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

guint
ion_field_names_get_size (const IonFieldNames *self)
{
  return self->names->len;
}

/* Returns: (transfer none): a name; its length in bytes to @length, which may be %NULL */
const char *
ion_field_names_get (const IonFieldNames *self, guint index, gsize *length)
{
  const Name *name = &g_array_index (self->names, Name, index);

  if (length != NULL)
    *length = name->length;
  return name->name;
}
