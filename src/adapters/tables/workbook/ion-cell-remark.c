/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* One wording for what is odd about a cell or a row, whichever format the workbook has. */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-cell-remark.h"
#include "ion-cell-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/**
 * ion_cell_remark_error:
 * @queue: with a row begun
 * @column: from 0
 * @code: as the workbook keeps it: "#N/A"
 *
 * Adds the cell as the spreadsheet shows it, and says that it holds no value.
 */
void
ion_cell_remark_error (IonRowQueue *queue, gsize column, const char *code)
{
  const char *shown = ion_cell_text_from_error (code);
  g_autofree char *message = g_strdup_printf (
      /* Translators: what a spreadsheet shows where a formula failed, such as #N/D */
      _ ("The cell holds the error %s of the spreadsheet instead of a value. Mend the formula, or "
         "write the value."),
      shown);

  ion_row_queue_add (queue, column, shown, strlen (shown));
  ion_row_queue_remark (queue, (gssize) column, "cell-error", message);
}

/* The cell has a formula, and the program that wrote the workbook has not calculated it. */
void
ion_cell_remark_no_value (IonRowQueue *queue, gsize column)
{
  ion_row_queue_remark (queue, (gssize) column, "formula-without-value",
                        _ ("The cell holds a formula that was never calculated. Open the workbook "
                           "in the spreadsheet program and save it."));
}

void
ion_cell_remark_merged (IonRowQueue *queue, gsize column)
{
  ion_row_queue_remark (queue, (gssize) column, "merged-cells",
                        _ ("The cell is merged with others: only the first of them has the value, "
                           "the others count as empty."));
}

void
ion_cell_remark_hidden (IonRowQueue *queue)
{
  ion_row_queue_remark (queue, -1, "hidden-row",
                        _ ("The row is hidden in the spreadsheet, and is read like the others."));
}
