/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One cell for what it must be, and mended where there is one way to. What a value was found to be
 * is remembered, so that the message does not read it again.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-cell-check.h"
#include "ion-amount-repair.h"
#include "ion-amount.h"
#include "ion-cell-value.h"
#include "ion-date-repair.h"
#include "ion-moment.h"
#include "ion-notice-number-repair.h"
#include "ion-notice-number.h"
#include "ion-postcode-repair.h"
#include "ion-recipient-check-private.h"
#include "ion-row-repair.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Remembers what the value of @column is, so that it is not read again. */
static void
know (IonRowCheck *row, const IonCheckedColumn *column, IonKnownKind kind, gint64 number)
{
  ion_row_fields_know (row->check->row_fields, (gsize) (column - row->check->columns->list), kind,
                       number);
}

/* Returns: whether @value is a repaired one now; else the row has an error */
static gboolean
take_repair (IonRowCheck *row,
             const IonCheckedColumn *column,
             const IonRepair *repair,
             const GError *error,
             IonCellValue *value)
{
  g_autofree char *text = g_strdup (value->text);

  if (!ion_row_repair_take (row, column, repair, error, &text))
    return FALSE;
  ion_cell_value_take (value, g_steal_pointer (&text));
  return TRUE;
}

/* Returns: whether @value, which may have been repaired, is an amount */
static gboolean
read_amount (IonRowCheck *row, const IonCheckedColumn *column, IonCellValue *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonRepair) repair = NULL;

  if (ion_amount_parse (value->text, &row->recipient->amount, &error))
    return TRUE;
  repair = ion_amount_repair (value->text);
  return take_repair (row, column, repair, error, value) &&
         ion_amount_parse (value->text, &row->recipient->amount, NULL);
}

static void
check_amount (IonRowCheck *row, const IonCheckedColumn *column, IonCellValue *value)
{
  if (!read_amount (row, column, value))
    return;
  know (row, column, ION_KNOWN_AMOUNT, row->recipient->amount);
  ion_amount_watch_add (&row->check->counts.amounts, row->recipient->row, row->recipient->amount,
                        value->text, column->name);
}

/* Returns: whether the date was repaired */
static gboolean
repair_date (IonRowCheck *row,
             const IonCheckedColumn *column,
             IonCellValue *value,
             const IonRepair *repair,
             const GError *error)
{
  if (repair != NULL && strcmp (repair->code, "date-month-first") == 0)
    row->check->counts.n_month_first++;
  return take_repair (row, column, repair, error, value);
}

/* A day in the text. What is none and cannot be mended is the renderer's to refuse: the field may
 * have another way to be written. */
static void
check_date (IonRowCheck *row, const IonCheckedColumn *column, IonCellValue *value)
{
  gint64 moment;
  g_autoptr (IonRepair) repair = NULL;

  if (ion_moment_parse (value->text, ION_DAY_START, &moment, NULL))
    return;
  repair = ion_date_repair (value->text, &row->check->today);
  if (repair != NULL)
    repair_date (row, column, value, repair, NULL);
}

static void
check_due_date (IonRowCheck *row, const IonCheckedColumn *column, IonCellValue *value)
{
  gint64 *due_date = &row->recipient->due_date;
  g_autoptr (GError) error = NULL;

  if (!ion_moment_parse (value->text, ION_DAY_END, due_date, &error))
    {
      g_autoptr (IonRepair) repair = ion_date_repair (value->text, &row->check->today);

      if (!repair_date (row, column, value, repair, error) ||
          !ion_moment_parse (value->text, ION_DAY_END, due_date, NULL))
        return;
    }
  know (row, column, ION_KNOWN_MOMENT, *due_date);
  ion_row_check_due_date (row, column, *due_date);
}

static void
check_notice_number (IonRowCheck *row, const IonCheckedColumn *column, IonCellValue *value)
{
  char number[ION_NOTICE_NUMBER_LENGTH + 1];
  g_autoptr (GError) error = NULL;
  gboolean unusual = FALSE;

  if (!ion_notice_number_parse (value->text, number, &unusual, &error))
    {
      g_autoptr (IonRepair) repair = ion_notice_number_repair (value->text);

      if (!take_repair (row, column, repair, error, value) ||
          !ion_notice_number_parse (value->text, number, &unusual, NULL))
        return;
    }
  if (unusual)
    ion_row_check_report (row, column, "notice-number-unusual",
                          _ ("Notice numbers that begin with 0, 1 or 2 must no longer be used: ask "
                             "whoever made "
                             "the notice."),
                          TRUE);
  g_free (row->recipient->notice_number);
  row->recipient->notice_number = g_strdup (number);
  if (strcmp (value->text, number) != 0)
    ion_cell_value_take (value, g_strdup (number));
  know (row, column, ION_KNOWN_NOTICE_NUMBER, 0);
}

static void
check_postcode (IonRowCheck *row, const IonCheckedColumn *column, IonCellValue *value)
{
  g_autoptr (IonRepair) repair = ion_postcode_repair (value->text);

  if (repair == NULL)
    return;
  ion_row_check_propose (row, column, repair->code, repair->message, TRUE,
                         repair->kind == ION_REPAIR_GUESS ? repair->value : NULL);
  if (repair->kind == ION_REPAIR_CERTAIN)
    ion_cell_value_take (value, g_strdup (repair->value));
}

/* @value: (inout): becomes another one where the repair was certain */
static void
check_cell (IonRowCheck *row, const IonCheckedColumn *column, IonCellValue *value)
{
  if (memchr (value->text, '\357', value->length) != NULL &&
      strstr (value->text, "\357\277\275") != NULL && column->field != NULL)
    ion_row_check_report (row, column, "unreadable-characters",
                          _ ("The cell holds characters that could not be read: check the file's "
                             "encoding."),
                          FALSE);
  if (ion_row_repair_report_damage (row, column, value->text))
    return;
  if (column->check == ION_COLUMN_AMOUNT)
    check_amount (row, column, value);
  else if (column->check == ION_COLUMN_DUE_DATE)
    check_due_date (row, column, value);
  else if (column->check == ION_COLUMN_DATE)
    check_date (row, column, value);
  else if (column->check == ION_COLUMN_NOTICE_NUMBER)
    check_notice_number (row, column, value);
  else if (column->check == ION_COLUMN_POSTCODE)
    check_postcode (row, column, value);
}

void
ion_cell_check (IonRowCheck *row, gsize index)
{
  const IonCheckedColumn *column = &row->check->columns->list[index];
  IonRowFields *fields = row->check->row_fields;
  IonCellValue value;

  ion_cell_value_init (&value, ion_row_check_get_cell (row, (gssize) index));
  know (row, column, ION_KNOWN_NOTHING, 0);
  if (*value.text != '\0')
    check_cell (row, column, &value);
  else if (column->is_required)
    ion_row_check_report (row, column,
                          ion_template_error_get_name (ION_TEMPLATE_ERROR_MISSING_FIELD),
                          _ ("The cell is empty, and the message needs it."), FALSE);
  ion_row_fields_put (fields, index, value.text, value.length);
  if (value.owned != NULL)
    ion_row_fields_keep (fields, value.owned);
}
