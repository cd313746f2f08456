/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The beginning of a list of recipients: its first rows are looked at for the header, the columns
 * are held against the fields that the template needs, and what was looked at is kept for reading.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-recipient-file-private.h"
#include "ion-blank.h"
#include "ion-fiscal-code.h"
#include "ion-header-place.h"
#include "ion-table-head.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static gboolean
read_head (IonRecipientFile *self, GError **error)
{
  if (!ion_table_read_head (self->table, self->head, self->head_at, self->remarks, error))
    return FALSE;
  if (self->head->len > 0)
    return TRUE;
  g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_EMPTY, _ ("The table is empty."));
  return FALSE;
}

/* A remark of this file's own, about the rows before the people. */
static void
remark_head (IonRecipientFile *self, const IonHeaderPlace *place)
{
  gint64 first = g_array_index (self->head_at, gint64, 0);
  gsize n_before = place->header >= 0 ? (gsize) place->header : place->first;

  if (place->header < 0)
    g_ptr_array_insert (self->remarks, 0,
                        ion_table_remark_new (first, "no-header",
                                              _ ("The file has no header: its columns are called "
                                                 "by number.")));
  if (n_before > 0)
    g_ptr_array_insert (self->remarks, 0,
                        ion_table_remark_new (first, "preamble-rows",
                                              _ ("What stands before the header was skipped.")));
}

static char *
trim (const char *cell)
{
  const char *start = ion_blank_skip (cell), *end = start;

  for (const char *p = start; *p != '\0';)
    {
      gsize blank = ion_blank_length (p);

      if (blank > 0)
        p += blank;
      else
        end = ++p;
    }
  return g_strndup (start, (gsize) (end - start));
}

static void
set_header (IonRecipientFile *self, const IonHeaderPlace *place)
{
  const char *const *names =
      place->header >= 0 ? g_ptr_array_index (self->head, place->header) : NULL;
  gsize n_names = names != NULL ? g_strv_length ((char **) names) : 0;

  self->n_columns = place->n_columns;
  self->header = g_new0 (char *, self->n_columns + 1);
  self->samples = g_new0 (char *, self->n_columns + 1);
  for (gsize i = 0; i < self->n_columns; i++)
    self->header[i] = i < n_names ? trim (names[i]) : g_strdup ("");
  self->errors_column = -1;
  for (gsize i = self->n_columns; i-- > 0 && self->errors_column < 0;)
    {
      if (g_str_equal (self->header[i], ION_RECIPIENT_FILE_ERRORS_COLUMN))
        self->errors_column = (gssize) i;
    }
  if (place->header >= 0)
    self->header_row = g_array_index (self->head_at, gint64, place->header);
  self->next_head = (guint) place->first;
  self->slip = ion_comma_slip_new (self->table, (const char *const *) self->header, self->n_columns,
                                   n_names);
}

/* The first people, for what only the content tells. */
static GPtrArray *
make_sample (IonRecipientFile *self)
{
  GPtrArray *sample = g_ptr_array_new ();

  for (guint row = self->next_head; row < self->head->len; row++)
    {
      char **cells = g_ptr_array_index (self->head, row);

      g_ptr_array_add (sample, cells);
      for (gsize i = 0; i < self->n_columns && cells[i] != NULL; i++)
        {
          if (self->samples[i] == NULL && (gssize) i != self->errors_column &&
              *ion_blank_skip (cells[i]) != '\0')
            self->samples[i] = trim (cells[i]);
        }
    }
  return sample;
}

/* Somebody who is one beyond doubt, to hold what may be a total against. */
static void
find_person (IonRecipientFile *self)
{
  for (guint row = self->next_head; row < self->head->len && self->person == NULL; row++)
    {
      const char *const *cells = g_ptr_array_index (self->head, row);
      char code[ION_FISCAL_CODE_LENGTH + 1];

      if (self->code_column >= 0 && (gsize) self->code_column < g_strv_length ((char **) cells) &&
          ion_fiscal_code_parse (cells[self->code_column], code, NULL))
        self->person = cells;
    }
}

/* Calls @func with each "FIELD=VALUE". Returns: FALSE with @error where one is not of that form */
static gboolean
read_constants (const char *const *constants, GPtrArray *names, GPtrArray *values, GError **error)
{
  for (gsize i = 0; constants != NULL && constants[i] != NULL; i++)
    {
      const char *equals = strchr (constants[i], '=');

      if (equals == NULL || equals == constants[i])
        {
          g_set_error (error, ION_MAPPING_ERROR, ION_MAPPING_ERROR_UNKNOWN_COLUMN,
                       _ ("“%s” is not of the form FIELD=VALUE."), constants[i]);
          return FALSE;
        }
      g_ptr_array_add (names, g_strndup (constants[i], (gsize) (equals - constants[i])));
      g_ptr_array_add (values, (gpointer) (equals + 1));
    }
  return TRUE;
}

/* The columns' names as the mapping sees them: what an earlier check has said is no one's field. */
static const char **
list_names (const IonRecipientFile *self)
{
  const char **names = g_memdup2 (self->header, (self->n_columns + 1) * sizeof (char *));

  if (self->errors_column >= 0)
    names[self->errors_column] = "";
  return names;
}

static gboolean
set_check (IonRecipientFile *self, const IonRecipientFileOptions *options, GError **error)
{
  g_autoptr (GPtrArray) sample = make_sample (self);
  g_autoptr (GPtrArray) may_miss = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GPtrArray) wanted = NULL;
  g_autoptr (IonRenderer) renderer = NULL;
  g_autofree const char **header = list_names (self);
  guint n_constants;

  if (!read_constants (options->constants, may_miss, values, error))
    return FALSE;
  n_constants = may_miss->len;
  if (options->template_ != NULL)
    {
      renderer = ion_renderer_new (options->template_, error);
      if (renderer == NULL)
        return FALSE;
      wanted = ion_renderer_list_fields (renderer);
      for (guint i = 0; i < wanted->len; i++)
        {
          const char *name = g_ptr_array_index (wanted, i);

          if (ion_renderer_is_field_optional (renderer, name))
            g_ptr_array_add (may_miss, g_strdup (name));
        }
    }
  self->mapping = ion_mapping_new_full (header, self->n_columns, sample, wanted, may_miss,
                                        options->map, options->remembered, error);
  if (self->mapping == NULL)
    return FALSE;
  self->code_column = ion_mapping_get_column (self->mapping, ION_FIELD_FISCAL_CODE);
  find_person (self);
  self->check = ion_recipient_check_new (options->template_, self->mapping, header, self->n_columns,
                                         options->now, error);
  if (self->check == NULL)
    return FALSE;
  for (guint i = 0; i < n_constants; i++)
    ion_recipient_check_set_constant (self->check, g_ptr_array_index (may_miss, i),
                                      g_ptr_array_index (values, i));
  return TRUE;
}

/* Returns: (transfer full): all pairs that name columns, now or earlier, and %NULL */
static GPtrArray *
list_named (const IonRecipientFileOptions *options)
{
  GPtrArray *pairs = g_ptr_array_new ();

  for (gsize i = 0; options->map != NULL && options->map[i] != NULL; i++)
    g_ptr_array_add (pairs, (gpointer) options->map[i]);
  for (gsize i = 0; options->remembered != NULL && options->remembered[i] != NULL; i++)
    g_ptr_array_add (pairs, (gpointer) options->remembered[i]);
  g_ptr_array_add (pairs, NULL);
  return pairs;
}

/**
 * ion_recipient_file_new_for_table:
 * @table: before its first row
 * @options: the template, and what the person says
 * @error: %ION_TABLE_ERROR, %ION_MAPPING_ERROR, %ION_TEMPLATE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the list, before its first recipient
 */
IonRecipientFile *
ion_recipient_file_new_for_table (IonTable *table,
                                  const IonRecipientFileOptions *options,
                                  GError **error)
{
  g_autoptr (IonRecipientFile) self = NULL;
  g_autoptr (GPtrArray) named = NULL;
  IonHeaderPlace place;

  g_return_val_if_fail (ION_IS_TABLE (table), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = g_new0 (IonRecipientFile, 1);
  self->table = g_object_ref (table);
  self->head = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->head_at = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_table_remark_free);
  if (!read_head (self, error))
    return NULL;
  named = list_named (options);
  ion_header_place_find_in (&place, table, self->head, (const gint64 *) self->head_at->data,
                            (const char *const *) named->pdata);
  set_header (self, &place);
  remark_head (self, &place);
  if (!set_check (self, options, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * ion_recipient_file_open:
 * @path: a file's name
 * @table_options: (nullable): what the person says about the file
 * @options: the template, and what the person says about its columns
 * @error: %ION_TABLE_ERROR, %ION_MAPPING_ERROR, %ION_TEMPLATE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the list, before its first recipient
 */
IonRecipientFile *
ion_recipient_file_open (const char *path,
                         const IonTableOptions *table_options,
                         const IonRecipientFileOptions *options,
                         GError **error)
{
  g_autoptr (IonTable) table = ion_table_open (path, table_options, error);

  if (table == NULL)
    return NULL;
  return ion_recipient_file_new_for_table (table, options, error);
}
