/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What is said about a damaged cell of a row. Nothing here is looked at while cells are as they
 * should be.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-row-repair.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Where many programs cut a text, in characters. */
#define USUAL_CUT 255

/**
 * ion_row_repair_take:
 * @row: the row
 * @column: of the cell
 * @repair: (nullable): what could be made of it
 * @error: (nullable): why it is not what it should be, where @repair is %NULL
 * @value: (inout): the cell; what it is repaired to
 *
 * Says what happened to a cell that its parser has refused: a certain repair as a warning, anything
 * else as an error, with the guess where there is one.
 *
 * Returns: whether @value is the repaired one; else the row has an error now
 */
gboolean
ion_row_repair_take (IonRowCheck *row,
                     const IonCheckedColumn *column,
                     const IonRepair *repair,
                     const GError *error,
                     char **value)
{
  if (repair == NULL)
    {
      ion_row_check_report_error (row, column, error);
      return FALSE;
    }
  if (repair->kind == ION_REPAIR_CERTAIN)
    {
      ion_row_check_report (row, column, repair->code, repair->message, TRUE);
      g_free (*value);
      *value = g_strdup (repair->value);
      return TRUE;
    }
  ion_row_check_propose (row, column, repair->code, repair->message, FALSE, repair->value);
  return FALSE;
}

/* The reader of a workbook knows an error by the cell's type, and may have said so already. */
static gboolean
is_said (const IonRowCheck *row, const IonCheckedColumn *column, const char *code)
{
  for (guint i = 0; i < row->issues->len; i++)
    {
      const IonIssue *issue = g_ptr_array_index (row->issues, i);

      if (issue->row == row->recipient->row && !issue->is_warning &&
          strcmp (issue->code, code) == 0 && g_strcmp0 (issue->column, column->name) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * ion_row_repair_report_damage:
 * @row: the row
 * @column: of the cell
 * @value: the cell, without blanks around it
 *
 * Says what spreadsheets do to cells whatever they hold.
 *
 * Returns: whether there is no value there to be checked
 */
gboolean
ion_row_repair_report_damage (IonRowCheck *row, const IonCheckedColumn *column, const char *value)
{
  if (ion_repair_is_spreadsheet_error (value))
    {
      if (!is_said (row, column, "cell-error"))
        ion_row_check_report (row, column, "cell-error",
                              _ ("There is the error of a spreadsheet in the place of a value: "
                                 "mend "
                                 "the formula, or widen the column, and save the file again."),
                              FALSE);
      return TRUE;
    }
  if (strlen (value) >= USUAL_CUT && g_utf8_strlen (value, -1) == USUAL_CUT)
    ion_row_check_report (row, column, "maybe-cut",
                          _ ("The cell has exactly 255 characters: the program that made the file "
                             "may have cut it. Check how it ends."),
                          TRUE);
  return FALSE;
}
