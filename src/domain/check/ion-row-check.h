/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-checked-columns.h"
#include "ion-recipient-check.h"

G_BEGIN_DECLS

/* What is handed through the checks of a row. */
typedef struct
{
  IonRecipientCheck *check;
  IonRecipient *recipient;
  const char *const *cells;
  gsize n_cells;
  GPtrArray *issues;
  gboolean has_error;
} IonRowCheck;

/* @column: (nullable): %NULL where no single cell is to blame */
void ion_row_check_report (IonRowCheck *row,
                           const IonCheckedColumn *column,
                           const char *code,
                           const char *message,
                           gboolean is_warning);
void
ion_row_check_report_error (IonRowCheck *row, const IonCheckedColumn *column, const GError *error);
/* @proposal: (nullable): what could stand in the cell */
void ion_row_check_propose (IonRowCheck *row,
                            const IonCheckedColumn *column,
                            const char *code,
                            const char *message,
                            gboolean is_warning,
                            const char *proposal);
const char *ion_row_check_get_cell (const IonRowCheck *row, gssize column);
/* Says it where the due date has passed. */
void ion_row_check_due_date (IonRowCheck *row, const IonCheckedColumn *column, gint64 due_date);
/* Checks each cell for what it must be, and fills the recipient's fields. */
void ion_row_check_cells (IonRowCheck *row);
/* Renders as it will be sent, in every language that somebody may get it in. */
void ion_row_check_message (IonRowCheck *row);

G_END_DECLS
