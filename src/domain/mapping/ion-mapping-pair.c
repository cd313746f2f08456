/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The person's own word about a column, "FIELD=COLUMN": the column by its name, its number or its
 * letter.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-mapping-private.h"
#include "ion-column-kind.h"
#include "ion-fields.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* "C" is 3, "AB" is 28, as a spreadsheet heads its columns; 0 where it is none. */
static gsize
read_letters (const char *text)
{
  gsize number = 0;

  if (strlen (text) > 3)
    return 0;
  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isupper (*text))
        return 0;
      number = number * 26 + (gsize) (*text - 'A' + 1);
    }
  return number;
}

/* Finds a column as a person names it: by its name, its number or its letter. */
static gssize
find_named (IonMappingSearch *search, const char *field, const char *name, GError **error)
{
  gssize found = -1;
  guint64 number;

  for (gsize i = 0; i < search->mapping->n_columns; i++)
    {
      if (!ion_field_name_equal (search->header[i], name))
        continue;
      if (found >= 0)
        {
          ion_mapping_search_set_ambiguous (search, field, (gsize) found, i, error);
          return -1;
        }
      found = (gssize) i;
    }
  if (found >= 0)
    return found;
  if (!g_ascii_string_to_unsigned (name, 10, 1, search->mapping->n_columns, &number, NULL))
    number = read_letters (name);
  if (number >= 1 && number <= search->mapping->n_columns)
    return (gssize) number - 1;
  g_set_error (error, ION_MAPPING_ERROR, ION_MAPPING_ERROR_UNKNOWN_COLUMN,
               _ ("The file has no column “%s”."), name);
  return -1;
}

/* Returns: (transfer none) (nullable): the field's name as the template has it */
static const char *
find_field (GPtrArray *wanted, const char *name)
{
  if (ion_field_name_equal (name, ION_FIELD_FISCAL_CODE) ||
      ion_column_kind_rate_fiscal_code (name) == ION_CODE_COLUMN_PLAIN)
    return ION_FIELD_FISCAL_CODE;
  for (guint i = 0; wanted != NULL && i < wanted->len; i++)
    {
      if (ion_field_name_equal (g_ptr_array_index (wanted, i), name))
        return g_ptr_array_index (wanted, i);
    }
  return wanted == NULL || wanted->len == 0 ? name : NULL;
}

/* The person's words must not contradict each other: the last one would win in silence. */
static gboolean
check_contradiction (const IonMappingSearch *search,
                     const char *field,
                     gsize column,
                     GError **error)
{
  const char *other = search->mapping->fields[column];
  gssize before = ion_mapping_get_column (search->mapping, field);

  if (before >= 0 && (gsize) before != column)
    return ion_mapping_search_set_ambiguous (search, field, (gsize) before, column, error);
  if (other == NULL || ion_field_name_equal (other, field))
    return TRUE;
  g_set_error (error, ION_MAPPING_ERROR, ION_MAPPING_ERROR_AMBIGUOUS,
               /* Translators: the names of two fields */
               _ ("The same column was named for two fields, “%1$s” and “%2$s”: it can be that of "
                  "one only."),
               other, field);
  return FALSE;
}

gboolean
ion_mapping_search_take_pair (IonMappingSearch *search,
                              GPtrArray *wanted,
                              const char *pair,
                              GError **error)
{
  const char *equals = strchr (pair, '=');
  g_autofree char *name = NULL;
  const char *field;
  gssize column;

  if (equals == NULL || equals == pair || equals[1] == '\0')
    {
      g_set_error (error, ION_MAPPING_ERROR, ION_MAPPING_ERROR_UNKNOWN_COLUMN,
                   _ ("“%s” is not of the form FIELD=COLUMN."), pair);
      return FALSE;
    }
  name = g_strndup (pair, (gsize) (equals - pair));
  field = find_field (wanted, name);
  if (field == NULL)
    {
      g_set_error (error, ION_MAPPING_ERROR, ION_MAPPING_ERROR_UNKNOWN_COLUMN,
                   _ ("The template has no field “%s”."), name);
      return FALSE;
    }
  column = find_named (search, field, equals + 1, error);
  if (column < 0 || !check_contradiction (search, field, (gsize) column, error))
    return FALSE;
  ion_mapping_search_assign (search, (gsize) column, field, ION_MAPPING_WORD_PERSON);
  return TRUE;
}

/* Returns: the one column of that name, or -1 */
static gssize
find_once (const IonMappingSearch *search, const char *name)
{
  gssize found = -1;

  for (gsize i = 0; i < search->mapping->n_columns; i++)
    {
      if (!ion_field_name_equal (search->header[i], name))
        continue;
      if (found >= 0)
        return -1;
      found = (gssize) i;
    }
  return found;
}

void
ion_mapping_search_take_remembered (IonMappingSearch *search, GPtrArray *wanted, const char *pair)
{
  const char *equals = strchr (pair, '=');
  g_autofree char *name = NULL;
  const char *field;
  gssize column;

  if (equals == NULL)
    return;
  name = g_strndup (pair, (gsize) (equals - pair));
  field = find_field (wanted, name);
  column = find_once (search, equals + 1);
  if (field == NULL || column < 0 || search->mapping->fields[column] != NULL ||
      ion_mapping_get_column (search->mapping, field) >= 0)
    return;
  ion_mapping_search_assign (search, (gsize) column, field, ION_MAPPING_WORD_REMEMBERED);
}
