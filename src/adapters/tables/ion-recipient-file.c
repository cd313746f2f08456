/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * From a table to recipients: the one road for the report, the import, the window and the sources,
 * so that what was checked is what is sent.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-recipient-file.h"
#include "ion-blank.h"
#include "ion-header-place.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#define HEAD_ROWS 60

struct _IonRecipientFile
{
  IonTable *table; /* (owned) */
  GPtrArray *head; /* (owned) (element-type GStrv): the first rows, to be handed out again */
  GArray *head_at; /* (owned) (element-type gint64): their numbers */
  guint next_head;
  gint64 header_row;
  char **header;  /* (owned) (array length=n_columns) */
  char **samples; /* (owned) (array length=n_columns) (nullable elements) */
  gsize n_columns;
  IonMapping *mapping;      /* (owned) */
  IonRecipientCheck *check; /* (owned) */
  GPtrArray *remarks;       /* (owned) (element-type IonTableRemark): in the rows' order */
};

/* What makes a row unusable, among what the reader says. */
static const char *const bad_codes[] = { "ragged-row", "unclosed-quote", "cell-too-long",
                                         "row-too-long", NULL };

void
ion_recipient_file_free (IonRecipientFile *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < self->n_columns; i++)
    {
      g_free (self->header[i]);
      g_free (self->samples[i]);
    }
  g_free (self->header);
  g_free (self->samples);
  g_clear_pointer (&self->head, g_ptr_array_unref);
  g_clear_pointer (&self->head_at, g_array_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_pointer (&self->check, ion_recipient_check_free);
  g_clear_pointer (&self->mapping, ion_mapping_free);
  g_clear_object (&self->table);
  g_free (self);
}

static char **
copy_cells (const char *const *cells, gsize n_cells)
{
  char **copy = g_new0 (char *, n_cells + 1);

  for (gsize i = 0; i < n_cells; i++)
    copy[i] = g_strdup (cells[i]);
  return copy;
}

static void
take_remarks (IonRecipientFile *self)
{
  g_autoptr (GPtrArray) taken = ion_table_take_remarks (self->table);

  if (taken->len == 0)
    return;
  g_ptr_array_set_free_func (taken, NULL);
  for (guint i = 0; i < taken->len; i++)
    g_ptr_array_add (self->remarks, g_ptr_array_index (taken, i));
}

static gboolean
read_head (IonRecipientFile *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  const char *const *cells;
  gint64 row;
  gsize n_cells;

  while (self->head->len < HEAD_ROWS &&
         ion_table_next (self->table, &row, &cells, &n_cells, &local_error))
    {
      g_ptr_array_add (self->head, copy_cells (cells, n_cells));
      g_array_append_val (self->head_at, row);
    }
  take_remarks (self);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
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
  return g_strstrip (g_strdup (ion_blank_skip (cell)));
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
  if (place->header >= 0)
    self->header_row = g_array_index (self->head_at, gint64, place->header);
  self->next_head = (guint) place->first;
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
          if (self->samples[i] == NULL && *ion_blank_skip (cells[i]) != '\0')
            self->samples[i] = trim (cells[i]);
        }
    }
  return sample;
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

static gboolean
set_check (IonRecipientFile *self, const IonRecipientFileOptions *options, GError **error)
{
  g_autoptr (GPtrArray) sample = make_sample (self);
  g_autoptr (GPtrArray) may_miss = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GPtrArray) wanted = NULL;
  g_autoptr (IonRenderer) renderer = NULL;
  const char *const *header = (const char *const *) self->header;
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
  self->mapping =
      ion_mapping_new_full (header, self->n_columns, sample, wanted, may_miss, options->map, error);
  if (self->mapping == NULL)
    return FALSE;
  self->check = ion_recipient_check_new (options->template_, self->mapping, header, self->n_columns,
                                         options->now, error);
  if (self->check == NULL)
    return FALSE;
  for (guint i = 0; i < n_constants; i++)
    ion_recipient_check_set_constant (self->check, g_ptr_array_index (may_miss, i),
                                      g_ptr_array_index (values, i));
  return TRUE;
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
  ion_header_place_find (&place, self->head, options->map);
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

/* A header may have as many cells as it likes, and what stands before it was skipped anyway. */
static gboolean
is_beside_the_point (const IonRecipientFile *self, const IonTableRemark *remark)
{
  if (remark->row == self->header_row)
    return g_strv_contains (bad_codes, remark->code);
  return remark->row < self->header_row && !g_str_equal (remark->code, "preamble-rows");
}

/* Hands on what was remarked up to @row. */
static void
add_remarks (IonRecipientFile *self, gint64 row, GPtrArray *issues)
{
  guint n = 0;

  while (n < self->remarks->len)
    {
      const IonTableRemark *remark = g_ptr_array_index (self->remarks, n);

      if (remark->row > row)
        break;
      if (!is_beside_the_point (self, remark))
        g_ptr_array_add (issues, ion_issue_new (remark->row, NULL, remark->code, remark->message,
                                                !g_strv_contains (bad_codes, remark->code)));
      n++;
    }
  if (n > 0)
    g_ptr_array_remove_range (self->remarks, 0, n);
}

/* Whether the row is the sum under the list: no fiscal code, and a word that says so. */
static gboolean
is_total (IonRecipientFile *self, const char *const *cells, gsize n_cells)
{
  gssize code = ion_mapping_get_column (self->mapping, ION_FIELD_FISCAL_CODE);

  if (code >= 0 && (gsize) code < n_cells)
    {
      const char *text = ion_blank_skip (cells[code]);

      if (*text != '\0' && g_ascii_strncasecmp (text, "total", 5) != 0)
        return FALSE;
    }
  for (gsize i = 0; i < n_cells; i++)
    {
      const char *text = ion_blank_skip (cells[i]);

      if (*text != '\0')
        return g_ascii_strncasecmp (text, "total", 5) == 0;
    }
  return FALSE;
}

static gboolean
read_row (IonRecipientFile *self,
          gint64 *row,
          const char *const **cells,
          gsize *n_cells,
          GError **error)
{
  if (self->next_head < self->head->len)
    {
      *row = g_array_index (self->head_at, gint64, self->next_head);
      *cells = g_ptr_array_index (self->head, self->next_head);
      *n_cells = g_strv_length ((char **) *cells);
      self->next_head++;
      return TRUE;
    }
  if (!ion_table_next (self->table, row, cells, n_cells, error))
    {
      take_remarks (self);
      return FALSE;
    }
  take_remarks (self);
  return TRUE;
}

gboolean
ion_recipient_file_next (IonRecipientFile *self,
                         IonRecipient **recipient,
                         const char *const **cells,
                         gsize *n_cells,
                         GPtrArray *issues,
                         GError **error)
{
  const char *const *row_cells = NULL;
  gsize n_row_cells = 0;
  gint64 row;

  g_return_val_if_fail (self != NULL && recipient != NULL && issues != NULL, FALSE);

  *recipient = NULL;
  while (read_row (self, &row, &row_cells, &n_row_cells, error))
    {
      add_remarks (self, row, issues);
      if (is_total (self, row_cells, n_row_cells))
        {
          g_ptr_array_add (issues, ion_issue_new (row, NULL, "totals-row",
                                                  _ ("The row of the totals was skipped."), TRUE));
          continue;
        }
      *recipient = ion_recipient_check_row (self->check, row, row_cells, n_row_cells, issues);
      if (cells != NULL)
        *cells = row_cells;
      if (n_cells != NULL)
        *n_cells = n_row_cells;
      return TRUE;
    }
  add_remarks (self, G_MAXINT64, issues);
  return FALSE;
}

IonTable *
ion_recipient_file_get_table (IonRecipientFile *self)
{
  return self->table;
}

gint64
ion_recipient_file_get_header_row (IonRecipientFile *self)
{
  return self->header_row;
}

gsize
ion_recipient_file_get_n_columns (IonRecipientFile *self)
{
  return self->n_columns;
}

const char *
ion_recipient_file_get_column_name (IonRecipientFile *self, gsize column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  return self->header[column];
}

const char *
ion_recipient_file_get_field (IonRecipientFile *self, gsize column)
{
  return ion_mapping_get_field (self->mapping, column);
}

const char *
ion_recipient_file_get_sample (IonRecipientFile *self, gsize column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  return self->samples[column];
}

/* Returns: (transfer full) (element-type IonDoubt): after the last row */
GPtrArray *
ion_recipient_file_get_doubts (IonRecipientFile *self)
{
  return ion_recipient_check_get_doubts (self->check);
}

void
ion_recipient_file_get_totals (IonRecipientFile *self, IonCampaignTotals *totals)
{
  ion_recipient_check_get_totals (self->check, totals);
}
