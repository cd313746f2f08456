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
#include "ion-column-kind.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (ion_mapping_error, ion_mapping_error)

void
ion_mapping_free (IonMapping *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < self->n_columns; i++)
    g_free (self->fields[i]);
  g_free (self->fields);
  g_free (self->words);
  g_free (self);
}

/* Returns: (transfer full): the column as a person finds it */
static char *
describe_column (const IonMappingSearch *search, gsize column)
{
  g_autofree char *number = NULL;

  if (*search->header[column] == '\0')
    return g_strdup_printf ("%" G_GSIZE_FORMAT, column + 1);
  number = g_strdup_printf ("%" G_GSIZE_FORMAT, column + 1);
  /* Translators: a column's name and its number */
  return g_strdup_printf (_ ("“%1$s” (%2$s)"), search->header[column], number);
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
ion_mapping_search_assign (IonMappingSearch *search,
                           gsize column,
                           const char *field,
                           IonMappingWord word)
{
  g_free (search->mapping->fields[column]);
  search->mapping->fields[column] = g_strdup (field);
  search->mapping->words[column] = word;
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
      if (pass == PASS_CONTENT
              ? !ion_mapping_search_find_by_content (search, wanted, field, &column, error)
              : !find_by_name (search, field, pass == PASS_SAME_NAME, &column, error))
        return FALSE;
      if (column >= 0)
        ion_mapping_search_assign (search, (gsize) column, field,
                                   pass == PASS_CONTENT ? ION_MAPPING_WORD_CONTENT
                                                        : ION_MAPPING_WORD_NAME);
    }
  return TRUE;
}

/* Where a notice number is missed and there is an IUV, says how they differ. */
static void
explain_iuv (const IonMappingSearch *search, const char *field, GString *hint)
{
  if (ion_column_kind_recognise (field) != ION_COLUMN_NOTICE_NUMBER)
    return;
  for (gsize i = 0; i < search->mapping->n_columns; i++)
    {
      g_autofree char *name = NULL;

      if (ion_column_kind_recognise (search->header[i]) != ION_COLUMN_IUV)
        continue;
      name = describe_column (search, i);
      g_string_append_c (hint, ' ');
      g_string_append_printf (hint,
                              /* Translators: a column, by its name and number */
                              _ ("The column %s holds the IUV, of 15 or 17 digits: the notice "
                                 "number is the one of 18 "
                                 "digits that stands on the notice as “codice avviso” and holds "
                                 "the IUV in it. Ask "
                                 "whoever made the file for it."),
                              name);
      return;
    }
}

static gboolean
check_complete (const IonMappingSearch *search,
                GPtrArray *wanted,
                GPtrArray *may_miss,
                GError **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autoptr (GString) hint = g_string_new (NULL);
  g_autofree char *message = NULL;
  guint n = 0;

  for (guint i = 0; i < wanted->len; i++)
    {
      const char *field = g_ptr_array_index (wanted, i);

      if (ion_mapping_get_column (search->mapping, field) >= 0 || is_in (may_miss, field))
        continue;
      if (n++ > 0)
        g_string_append (missing, ", ");
      /* Translators: a name, in quotation marks */
      g_string_append_printf (missing, _ ("“%s”"), field);
      explain_iuv (search, field, hint);
    }
  if (n == 0)
    return TRUE;
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "The file has no column for the field %s: rename the "
                                          "column, or say "
                                          "which it is (FIELD=COLUMN).",
                                          "The file has no columns for the fields %s: rename the "
                                          "columns, or say "
                                          "which they are (FIELD=COLUMN).",
                                          n),
                             missing->str);
  g_set_error (error, ION_MAPPING_ERROR, ION_MAPPING_ERROR_MISSING, "%s%s", message, hint->str);
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
 * @remembered_pairs: (nullable) (array zero-terminated=1): "FIELD=COLUMN" by name, as the person
 *   said for an earlier file; those that do not fit this one are left aside
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
                      const char *const *remembered_pairs,
                      GError **error)
{
  g_autoptr (IonMapping) self = g_new0 (IonMapping, 1);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  IonMappingSearch search = { self, header, sample };

  self->fields = g_new0 (char *, n_columns);
  self->words = g_new0 (IonMappingWord, n_columns);
  self->n_columns = n_columns;
  if (wanted == NULL)
    wanted = nothing;
  for (gsize i = 0; explicit_pairs != NULL && explicit_pairs[i] != NULL; i++)
    {
      if (!ion_mapping_search_take_pair (&search, wanted, explicit_pairs[i], error))
        return NULL;
    }
  for (gsize i = 0; remembered_pairs != NULL && remembered_pairs[i] != NULL; i++)
    ion_mapping_search_take_remembered (&search, wanted, remembered_pairs[i]);
  if (ion_mapping_get_column (self, ION_FIELD_FISCAL_CODE) < 0 &&
      !ion_mapping_search_find_code (&search, error))
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
  return ion_mapping_new_full (header, n_columns, sample, wanted, NULL, explicit_pairs, NULL,
                               error);
}

const char *
ion_mapping_get_field (const IonMapping *self, gsize index)
{
  return index < self->n_columns ? self->fields[index] : NULL;
}

IonMappingWord
ion_mapping_get_word (const IonMapping *self, gsize index)
{
  return index < self->n_columns ? self->words[index] : ION_MAPPING_WORD_NONE;
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
