/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Which column is which field. The person's word comes first, then the names, then, for what cannot
 * be mistaken, the content. Where two columns would do, the person is asked.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-mapping-private.h"
#include "ion-blank.h"
#include "ion-column-kind.h"
#include "ion-fiscal-code.h"
#include "ion-notice-number.h"

#include <glib/gi18n-lib.h>

typedef gboolean (*TestFunc) (const char *cell);

G_DEFINE_QUARK (ion_mapping_error, ion_mapping_error)

void
ion_mapping_free (IonMapping *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < self->n_columns; i++)
    g_free (self->fields[i]);
  g_free (self->fields);
  g_free (self);
}

/* Returns: (transfer full): the column as a person finds it */
static char *
describe_column (const IonMappingSearch *search, gsize column)
{
  if (*search->header[column] == '\0')
    return g_strdup_printf ("%" G_GSIZE_FORMAT, column + 1);
  return g_strdup_printf ("“%s” (%" G_GSIZE_FORMAT ")", search->header[column], column + 1);
}

gboolean
ion_mapping_search_set_ambiguous (const IonMappingSearch *search,
                                  const char *field,
                                  gsize a,
                                  gsize b,
                                  GError **error)
{
  g_autofree char *one = describe_column (search, a);
  g_autofree char *other = describe_column (search, b);

  g_set_error (error, ION_MAPPING_ERROR, ION_MAPPING_ERROR_AMBIGUOUS,
               /* Translators: two columns, each by its name and number */
               _ ("The field “%1$s” may be the column %2$s or %3$s: say which (%1$s=COLUMN)."),
               field, one, other);
  return FALSE;
}

void
ion_mapping_search_assign (IonMappingSearch *search, gsize column, const char *field)
{
  g_free (search->mapping->fields[column]);
  search->mapping->fields[column] = g_strdup (field);
}

static gboolean
is_fiscal_code (const char *cell)
{
  char code[ION_FISCAL_CODE_LENGTH + 1];

  return ion_fiscal_code_parse (cell, code, NULL);
}

static gboolean
is_notice_number (const char *cell)
{
  char number[ION_NOTICE_NUMBER_LENGTH + 1];

  return ion_notice_number_parse (cell, number, NULL, NULL);
}

/* Whether most of the column's cells that are not empty pass. */
static gboolean
is_column_of (const IonMappingSearch *search, gsize column, TestFunc test)
{
  guint n = 0, n_passed = 0;

  for (guint i = 0; search->sample != NULL && i < search->sample->len; i++)
    {
      const char *const *cells = g_ptr_array_index (search->sample, i);

      if (g_strv_length ((char **) cells) <= column || *ion_blank_skip (cells[column]) == '\0')
        continue;
      n++;
      n_passed += test (cells[column]);
    }
  return n > 0 && n_passed * 5 >= n * 3;
}

/* Finds the one column whose cells pass. Returns: FALSE with @error where there are two */
static gboolean
find_by_content (IonMappingSearch *search,
                 const char *field,
                 TestFunc test,
                 gssize *column,
                 GError **error)
{
  *column = -1;
  for (gsize i = 0; i < search->mapping->n_columns; i++)
    {
      if (search->mapping->fields[i] != NULL || !is_column_of (search, i, test))
        continue;
      if (*column >= 0)
        return ion_mapping_search_set_ambiguous (search, field, (gsize) *column, i, error);
      *column = (gssize) i;
    }
  return TRUE;
}

static gboolean
find_fiscal_code (IonMappingSearch *search, GError **error)
{
  guint best = 0;
  gssize column = -1, other = -1;

  for (gsize i = 0; i < search->mapping->n_columns; i++)
    {
      guint points = ion_column_kind_rate_fiscal_code (search->header[i]);

      if (search->mapping->fields[i] != NULL || points == 0 || points < best)
        continue;
      other = points == best ? column : -1;
      column = (gssize) i;
      best = points;
    }
  if (other >= 0)
    return ion_mapping_search_set_ambiguous (search, ION_FIELD_FISCAL_CODE, (gsize) other,
                                             (gsize) column, error);
  if (column < 0 &&
      !find_by_content (search, ION_FIELD_FISCAL_CODE, is_fiscal_code, &column, error))
    return FALSE;
  if (column < 0)
    {
      g_set_error_literal (error, ION_MAPPING_ERROR, ION_MAPPING_ERROR_NO_FISCAL_CODE,
                           _ ("No column holds fiscal codes. Name it “codice fiscale”, or say "
                              "which "
                              "it is (fiscal_code=COLUMN)."));
      return FALSE;
    }
  ion_mapping_search_assign (search, (gsize) column, ION_FIELD_FISCAL_CODE);
  return TRUE;
}

/* Finds a field by the column's name: the same, or another of the same meaning. */
static gboolean
find_by_name (IonMappingSearch *search,
              const char *field,
              gboolean is_same,
              gssize *column,
              GError **error)
{
  IonColumnKind kind = is_same ? ION_COLUMN_OTHER : ion_column_kind_recognise (field);

  *column = -1;
  if (!is_same && (kind == ION_COLUMN_OTHER || kind == ION_COLUMN_FISCAL_CODE))
    return TRUE;
  for (gsize i = 0; i < search->mapping->n_columns; i++)
    {
      if (search->mapping->fields[i] != NULL)
        continue;
      if (is_same ? !ion_field_name_equal (search->header[i], field)
                  : ion_column_kind_recognise (search->header[i]) != kind)
        continue;
      if (*column >= 0)
        return ion_mapping_search_set_ambiguous (search, field, (gsize) *column, i, error);
      *column = (gssize) i;
    }
  return TRUE;
}

static gboolean
is_in (GPtrArray *names, const char *name)
{
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      if (ion_field_name_equal (g_ptr_array_index (names, i), name))
        return TRUE;
    }
  return FALSE;
}

typedef enum
{
  PASS_SAME_NAME,
  PASS_SAME_MEANING,
  PASS_CONTENT,
} Pass;

static gboolean
find_fields (IonMappingSearch *search, GPtrArray *wanted, Pass pass, GError **error)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      const char *field = g_ptr_array_index (wanted, i);
      gssize column = -1;

      if (ion_mapping_get_column (search->mapping, field) >= 0)
        continue;
      if (pass != PASS_CONTENT)
        {
          if (!find_by_name (search, field, pass == PASS_SAME_NAME, &column, error))
            return FALSE;
        }
      else if (ion_column_kind_recognise (field) == ION_COLUMN_NOTICE_NUMBER &&
               !find_by_content (search, field, is_notice_number, &column, error))
        return FALSE;
      if (column >= 0)
        ion_mapping_search_assign (search, (gsize) column, field);
    }
  return TRUE;
}

static gboolean
check_complete (const IonMappingSearch *search,
                GPtrArray *wanted,
                GPtrArray *may_miss,
                GError **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < wanted->len; i++)
    {
      const char *field = g_ptr_array_index (wanted, i);

      if (ion_mapping_get_column (search->mapping, field) >= 0 || is_in (may_miss, field))
        continue;
      g_string_append_printf (missing, "%s“%s”", n++ > 0 ? ", " : "", field);
    }
  if (n == 0)
    return TRUE;
  g_set_error (error, ION_MAPPING_ERROR, ION_MAPPING_ERROR_MISSING,
               g_dngettext (GETTEXT_PACKAGE,
                            "The file has no column for the field %s: rename the column, or say "
                            "which it is (FIELD=COLUMN).",
                            "The file has no columns for the fields %s: rename the columns, or say "
                            "which they are (FIELD=COLUMN).",
                            n),
               missing->str);
  return FALSE;
}

/**
 * ion_mapping_new_full:
 * @header: (array length=n_columns): the names as the file has them, empty where it has none
 * @n_columns: how many columns the file has
 * @sample: (nullable) (element-type GStrv): some rows
 * @wanted: (nullable) (element-type utf8): the fields to find
 * @may_miss: (nullable) (element-type utf8): those of them that the file may do without
 * @explicit_pairs: (nullable) (array zero-terminated=1): "FIELD=COLUMN", the column by its name,
 *   its number from 1 or its letter
 * @error: %ION_MAPPING_ERROR; the message says what the person can do
 *
 * Returns: (transfer full) (nullable): the mapping
 */
IonMapping *
ion_mapping_new_full (const char *const *header,
                      gsize n_columns,
                      GPtrArray *sample,
                      GPtrArray *wanted,
                      GPtrArray *may_miss,
                      const char *const *explicit_pairs,
                      GError **error)
{
  g_autoptr (IonMapping) self = g_new0 (IonMapping, 1);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  IonMappingSearch search = { self, header, sample };

  self->fields = g_new0 (char *, n_columns);
  self->n_columns = n_columns;
  if (wanted == NULL)
    wanted = nothing;
  for (gsize i = 0; explicit_pairs != NULL && explicit_pairs[i] != NULL; i++)
    {
      if (!ion_mapping_search_take_pair (&search, wanted, explicit_pairs[i], error))
        return NULL;
    }
  if (ion_mapping_get_column (self, ION_FIELD_FISCAL_CODE) < 0 &&
      !find_fiscal_code (&search, error))
    return NULL;
  for (Pass pass = PASS_SAME_NAME; pass <= PASS_CONTENT; pass++)
    {
      if (!find_fields (&search, wanted, pass, error))
        return NULL;
    }
  if (!check_complete (&search, wanted, may_miss, error))
    return NULL;
  return g_steal_pointer (&self);
}

IonMapping *
ion_mapping_new (const char *const *header,
                 gsize n_columns,
                 GPtrArray *sample,
                 GPtrArray *wanted,
                 const char *const *explicit_pairs,
                 GError **error)
{
  return ion_mapping_new_full (header, n_columns, sample, wanted, NULL, explicit_pairs, error);
}

const char *
ion_mapping_get_field (const IonMapping *self, gsize index)
{
  return index < self->n_columns ? self->fields[index] : NULL;
}

gssize
ion_mapping_get_column (const IonMapping *self, const char *field)
{
  for (gsize i = 0; i < self->n_columns; i++)
    {
      if (self->fields[i] != NULL && ion_field_name_equal (self->fields[i], field))
        return (gssize) i;
    }
  return -1;
}
