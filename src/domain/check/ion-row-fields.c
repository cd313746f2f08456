/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A row's cells are looked at where the reader has them, and copied once: into the row.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-row-fields.h"

#include <string.h>

#define NOWHERE G_MAXUINT

struct _IonRowFields
{
  IonFieldNames *names; /* (owned) */
  IonFields *constants; /* (owned) */
  guint *places;       /* (owned): of each column among the names; NOWHERE where it is not stored */
  guint n;             /* names */
  guint n_cells;       /* of them, those that come from cells */
  const char **values; /* (owned) (array length=n) */
  gsize *lengths;      /* (owned) (array length=n) */
  IonKnownValue *known; /* (owned) (array length=n) */
  GPtrArray *owned;     /* (owned) (element-type utf8): values that are in no cell */
};

static void
place_columns (IonRowFields *self, const IonCheckedColumns *columns)
{
  self->places = g_new (guint, columns->n);
  for (gsize i = 0; i < columns->n; i++)
    {
      const char *field = columns->list[i].field;
      guint constant;

      self->places[i] = NOWHERE;
      if (field != NULL && (gssize) i != columns->code &&
          !ion_field_names_find (ion_fields_get_names (self->constants), field, &constant))
        self->places[i] = ion_field_names_add (self->names, field);
    }
}

/**
 * ion_row_fields_new:
 * @columns: of the file
 * @constants: the values that are the same in every row; they win over columns
 *
 * Returns: (transfer full): before the first row
 */
IonRowFields *
ion_row_fields_new (const IonCheckedColumns *columns, const IonFields *constants)
{
  IonRowFields *self = g_new0 (IonRowFields, 1);

  self->names = ion_field_names_new ();
  self->constants = ion_fields_ref ((IonFields *) constants);
  self->owned = g_ptr_array_new_with_free_func (g_free);
  place_columns (self, columns);
  self->n_cells = ion_field_names_get_size (self->names);
  for (guint i = 0; i < ion_fields_get_size (constants); i++)
    {
      const char *name;

      ion_fields_get_nth (constants, i, &name, NULL);
      ion_field_names_add (self->names, name);
    }
  self->n = ion_field_names_get_size (self->names);
  self->values = g_new0 (const char *, self->n + 1);
  self->lengths = g_new0 (gsize, self->n + 1);
  self->known = g_new0 (IonKnownValue, self->n + 1);
  for (guint i = self->n_cells; i < self->n; i++)
    self->values[i] = ion_fields_peek (constants, i - self->n_cells, &self->lengths[i]);
  return self;
}

void
ion_row_fields_free (IonRowFields *self)
{
  if (self == NULL)
    return;
  ion_field_names_unref (self->names);
  ion_fields_unref (self->constants);
  g_ptr_array_unref (self->owned);
  g_free (self->places);
  g_free (self->values);
  g_free (self->lengths);
  g_free (self->known);
  g_free (self);
}

/* Whether the cells of @column are stored. */
gboolean
ion_row_fields_wants (const IonRowFields *self, gsize column)
{
  return self->places[column] != NOWHERE;
}

/* Begins the next row. */
void
ion_row_fields_begin (IonRowFields *self)
{
  memset (self->values, 0, self->n_cells * sizeof *self->values);
  memset (self->known, 0, self->n_cells * sizeof *self->known);
  if (self->owned->len > 0)
    g_ptr_array_set_size (self->owned, 0);
}

/* Puts the value of @column, if it is stored; borrowed until the row is made. */
void
ion_row_fields_put (IonRowFields *self, gsize column, const char *value, gsize length)
{
  const guint place = self->places[column];

  if (place == NOWHERE)
    return;
  self->values[place] = value;
  self->lengths[place] = length;
}

/* What the value put for @column was found to be. */
void
ion_row_fields_know (IonRowFields *self, gsize column, IonKnownKind kind, gint64 number)
{
  if (self->places[column] != NOWHERE)
    self->known[self->places[column]] = (IonKnownValue){ kind, number };
}

/* Returns: (transfer none) (array): by the places of the names, until the next row begins */
const IonKnownValue *
ion_row_fields_get_known (const IonRowFields *self)
{
  return self->known;
}

/* Keeps @value, (transfer full), until the next row begins. Returns: (transfer none): it */
const char *
ion_row_fields_keep (IonRowFields *self, char *value)
{
  g_ptr_array_add (self->owned, value);
  return value;
}

/* Returns: (transfer full): the row */
IonFields *
ion_row_fields_make (IonRowFields *self)
{
  return ion_fields_new_filled (self->names, self->values, self->lengths);
}
