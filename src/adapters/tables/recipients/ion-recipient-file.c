/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * From a table to recipients: the one road for the report, the import, the window and the sources,
 * so that what was checked is what is sent.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-recipient-file-private.h"
#include "ion-row-nature.h"
#include "ion-table-head.h"

#include <glib/gi18n-lib.h>

/* What makes a row unusable, among what the reader says. */
static const char *const bad_codes[] = { "ragged-row", "unclosed-quote", "cell-too-long",
                                         "row-too-long", NULL };

/* What makes a cell unusable: its row, only where the cell is used. */
static const char *const bad_cell_codes[] = { "cell-error", "formula-without-value", NULL };

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
  g_clear_pointer (&self->slip, ion_comma_slip_free);
  g_clear_object (&self->table);
  g_free (self);
}

/* A header may have as many cells as it likes, and what stands before it was skipped anyway. */
static gboolean
is_beside_the_point (const IonRecipientFile *self, const IonTableRemark *remark)
{
  if (remark->row == self->header_row)
    return g_strv_contains (bad_codes, remark->code);
  return remark->row < self->header_row && !g_str_equal (remark->code, "preamble-rows");
}

/* Returns: (transfer none) (nullable): the name of the column that is spoken of */
static const char *
name_column (const IonRecipientFile *self, const IonTableRemark *remark)
{
  return remark->column >= 0 && (gsize) remark->column < self->n_columns
             ? self->header[remark->column]
             : NULL;
}

static gboolean
is_bad (const IonRecipientFile *self, const IonTableRemark *remark)
{
  if (g_strv_contains (bad_codes, remark->code))
    return TRUE;
  return remark->column >= 0 && (gsize) remark->column < self->n_columns &&
         ion_mapping_get_field (self->mapping, (gsize) remark->column) != NULL &&
         g_strv_contains (bad_cell_codes, remark->code);
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
        g_ptr_array_add (issues,
                         ion_issue_new (remark->row, name_column (self, remark), remark->code,
                                        remark->message, !is_bad (self, remark)));
      n++;
    }
  if (n > 0)
    g_ptr_array_remove_range (self->remarks, 0, n);
}

/* Where the reader has said why a cell has no value, what follows from that is not said again. */
static void
drop_consequences (GPtrArray *issues, guint first, guint n_remarks, gint64 row)
{
  for (guint i = first; i < n_remarks; i++)
    {
      const IonIssue *cause = g_ptr_array_index (issues, i);

      if (cause->row != row || cause->is_warning || cause->column == NULL ||
          !g_strv_contains (bad_cell_codes, cause->code))
        continue;
      for (guint k = issues->len; k-- > n_remarks;)
        {
          const IonIssue *issue = g_ptr_array_index (issues, k);

          if (issue->row == row && !issue->is_warning &&
              g_strcmp0 (issue->column, cause->column) == 0)
            g_ptr_array_remove_index (issues, k);
        }
    }
}

static IonRowNature
tell_nature (IonRecipientFile *self, const char *const *cells, gsize n_cells)
{
  const IonRowContext context = {
    .header = (const char *const *) self->header,
    .n_columns = self->n_columns,
    .code = self->code_column,
    .errors_column = self->errors_column,
    .mapping = self->mapping,
    .person = self->person,
  };

  return ion_row_nature_tell (&context, cells, n_cells);
}

/* How wide a row is says nothing where it holds nobody. @first: of the row's issues */
static void
forget_width (gint64 row, GPtrArray *issues, guint first)
{
  for (guint i = issues->len; i > first; i--)
    {
      const IonIssue *issue = g_ptr_array_index (issues, i - 1);

      if (issue->row == row &&
          (g_str_equal (issue->code, "short-row") || g_str_equal (issue->code, "ragged-row")))
        ion_issue_free (g_ptr_array_steal_index (issues, i - 1));
    }
}

/* Says what the row is and hands it to whoever wants it. */
static void
pass_by (IonRecipientFile *self,
         IonRowNature nature,
         gint64 row,
         const char *const *cells,
         gsize n_cells,
         GPtrArray *issues,
         guint first)
{
  forget_width (row, issues, first);
  g_ptr_array_add (issues, ion_issue_new (row, NULL, ion_row_nature_get_code (nature),
                                          ion_row_nature_get_message (nature), TRUE));
  if (self->beside != NULL)
    self->beside (row, cells, n_cells, issues, self->beside_data);
}

/* Says that a comma has parted what belongs together, if the reader has not said so. */
static void
check_slip (IonRecipientFile *self,
            gint64 row,
            const char *const *cells,
            gsize n_cells,
            GPtrArray *issues,
            guint first)
{
  if (G_LIKELY (!ion_comma_slip_is_in (self->slip, cells, n_cells)))
    return;
  for (guint i = first; i < issues->len; i++)
    {
      const IonIssue *issue = g_ptr_array_index (issues, i);

      if (issue->row == row && g_str_equal (issue->code, "ragged-row"))
        return;
    }
  g_ptr_array_add (issues,
                   ion_issue_new (row, NULL, "ragged-row",
                                  _ ("The row has more cells than the header has names: the comma "
                                     "of an amount or a text may have parted it, and what follows "
                                     "has slipped. Save the file with semicolons between the "
                                     "cells, "
                                     "or give the last column a name."),
                                  FALSE));
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
      ion_table_move_remarks (self->table, self->remarks);
      return FALSE;
    }
  ion_table_move_remarks (self->table, self->remarks);
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
  IonRowNature nature;
  guint n_remarks, n_passed = 0;
  gint64 row;

  g_return_val_if_fail (self != NULL && recipient != NULL && issues != NULL, FALSE);

  *recipient = NULL;
  while (n_passed < ION_RECIPIENT_FILE_PASSED_MAX &&
         read_row (self, &row, &row_cells, &n_row_cells, error))
    {
      const guint first = issues->len;

      add_remarks (self, row, issues);
      nature = tell_nature (self, row_cells, n_row_cells);
      if (nature != ION_ROW_PERSON)
        {
          pass_by (self, nature, row, row_cells, n_row_cells, issues, first);
          n_passed++;
          continue;
        }
      check_slip (self, row, row_cells, n_row_cells, issues, first);
      n_remarks = issues->len;
      *recipient = ion_recipient_check_row (self->check, row, row_cells, n_row_cells, issues);
      drop_consequences (issues, first, n_remarks, row);
      if (cells != NULL)
        *cells = row_cells;
      if (n_cells != NULL)
        *n_cells = n_row_cells;
      return TRUE;
    }
  if (n_passed == ION_RECIPIENT_FILE_PASSED_MAX)
    return TRUE;
  add_remarks (self, G_MAXINT64, issues);
  g_ptr_array_extend_and_steal (issues, ion_recipient_check_take_late_issues (self->check));
  return FALSE;
}

void
ion_recipient_file_set_beside_func (IonRecipientFile *self, IonBesideFunc func, gpointer user_data)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new ();

  g_return_if_fail (self != NULL && func != NULL);

  self->beside = func;
  self->beside_data = user_data;
  for (guint i = 0; i < self->next_head; i++)
    {
      const char *const *cells = g_ptr_array_index (self->head, i);

      func (g_array_index (self->head_at, gint64, i), cells, g_strv_length ((char **) cells),
            issues, user_data);
    }
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

gssize
ion_recipient_file_get_errors_column (IonRecipientFile *self)
{
  return self->errors_column;
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

IonMappingWord
ion_recipient_file_get_word (IonRecipientFile *self, gsize column)
{
  return ion_mapping_get_word (self->mapping, column);
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
