/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One row by itself: every cell for what it must be, then the message that it makes. It is rendered
 * as it will be sent, so that nothing is left for the platform to refuse.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-row-check.h"

#include "ion-amount-repair.h"
#include "ion-amount.h"
#include "ion-blank.h"
#include "ion-date-repair.h"
#include "ion-moment.h"
#include "ion-notice-number-repair.h"
#include "ion-notice-number.h"
#include "ion-postcode-repair.h"
#include "ion-recipient-check-private.h"
#include "ion-row-person.h"
#include "ion-row-repair.h"
#include "ion-value-error.h"

#include <string.h>

#include <glib/gi18n-lib.h>

void
ion_row_check_propose (IonRowCheck *row,
                       const IonCheckedColumn *column,
                       const char *code,
                       const char *message,
                       gboolean is_warning,
                       const char *proposal)
{
  g_ptr_array_add (row->issues, ion_issue_new_with_proposal (row->recipient->row,
                                                             column != NULL ? column->name : NULL,
                                                             code, message, is_warning, proposal));
  row->has_error = row->has_error || !is_warning;
}

void
ion_row_check_report (IonRowCheck *row,
                      const IonCheckedColumn *column,
                      const char *code,
                      const char *message,
                      gboolean is_warning)
{
  ion_row_check_propose (row, column, code, message, is_warning, NULL);
}

static const char *
name_error (const GError *error)
{
  if (error->domain == ION_VALUE_ERROR)
    return ion_value_error_get_name (error->code);
  if (error->domain == ION_TEMPLATE_ERROR)
    return ion_template_error_get_name (error->code);
  if (error->domain == ION_MESSAGE_ERROR)
    return ion_message_error_get_name (error->code);
  return "failed";
}

void
ion_row_check_report_error (IonRowCheck *row, const IonCheckedColumn *column, const GError *error)
{
  ion_row_check_report (row, column, name_error (error), error->message, FALSE);
}

const char *
ion_row_check_get_cell (const IonRowCheck *row, gssize column)
{
  return column >= 0 && (gsize) column < row->n_cells ? row->cells[column] : "";
}

/* Where what is not blank ends in @text. */
static const char *
find_end (const char *text)
{
  const char *end = text + strlen (text);

  /* Nearly every cell ends in a letter; of what is not ASCII the last byte does not tell. */
  if (end == text || ((guchar) end[-1] > ' ' && (guchar) end[-1] < 0x80))
    return end;
  end = text;
  for (const char *p = text; *p != '\0';)
    {
      gsize blank = ion_blank_length (p);

      if (blank > 0)
        p += blank;
      else
        end = ++p;
    }
  return end;
}

/* Returns: (transfer full): the cell without the blanks around it */
char *
ion_row_check_trim (const char *cell)
{
  const char *start = ion_blank_skip (cell);

  return g_strndup (start, (gsize) (find_end (start) - start));
}

/* A cell without the blanks around it, or what it was repaired to. */
typedef struct
{
  const char *text;
  gsize length;
  char *owned; /* (owned) (nullable): @text where it is not in the reader's cell */
} Value;

static void
value_init (Value *self, const char *cell)
{
  const char *end;

  self->text = ion_blank_skip (cell);
  self->owned = NULL;
  end = find_end (self->text);
  self->length = (gsize) (end - self->text);
  if (G_UNLIKELY (*end != '\0'))
    self->text = self->owned = g_strndup (self->text, self->length);
}

static void
value_take (Value *self, char *text)
{
  g_free (self->owned);
  self->text = self->owned = text;
  self->length = strlen (text);
}

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
             Value *value)
{
  g_autofree char *text = g_strdup (value->text);

  if (!ion_row_repair_take (row, column, repair, error, &text))
    return FALSE;
  value_take (value, g_steal_pointer (&text));
  return TRUE;
}

/* Returns: whether @value, which may have been repaired, is an amount */
static gboolean
read_amount (IonRowCheck *row, const IonCheckedColumn *column, Value *value)
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
check_amount (IonRowCheck *row, const IonCheckedColumn *column, Value *value)
{
  if (!read_amount (row, column, value))
    return;
  know (row, column, ION_KNOWN_AMOUNT, row->recipient->amount);
  ion_amount_watch_add (&row->check->counts.amounts, row->recipient->row, row->recipient->amount,
                        value->text, column->name);
}

static void
check_past (IonRowCheck *row, const IonCheckedColumn *column, gint64 due_date)
{
  if (due_date >= row->check->now)
    return;
  row->check->counts.n_past++;
  ion_row_check_report (row, column, "due-date-past", _ ("The due date has passed."), TRUE);
}

/* Returns: whether the date was repaired */
static gboolean
repair_date (IonRowCheck *row,
             const IonCheckedColumn *column,
             Value *value,
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
check_date (IonRowCheck *row, const IonCheckedColumn *column, Value *value)
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
check_due_date (IonRowCheck *row, const IonCheckedColumn *column, Value *value)
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
  check_past (row, column, *due_date);
}

static void
check_notice_number (IonRowCheck *row, const IonCheckedColumn *column, Value *value)
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
    value_take (value, g_strdup (number));
  know (row, column, ION_KNOWN_NOTICE_NUMBER, 0);
}

static void
check_postcode (IonRowCheck *row, const IonCheckedColumn *column, Value *value)
{
  g_autoptr (IonRepair) repair = ion_postcode_repair (value->text);

  if (repair == NULL)
    return;
  ion_row_check_propose (row, column, repair->code, repair->message, TRUE,
                         repair->kind == ION_REPAIR_GUESS ? repair->value : NULL);
  if (repair->kind == ION_REPAIR_CERTAIN)
    value_take (value, g_strdup (repair->value));
}

/* @value: (inout): becomes another one where the repair was certain */
static void
check_cell (IonRowCheck *row, const IonCheckedColumn *column, Value *value)
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

static void
check_column (IonRowCheck *row, gsize index)
{
  const IonCheckedColumn *column = &row->check->columns->list[index];
  IonRowFields *fields = row->check->row_fields;
  Value value;

  value_init (&value, ion_row_check_get_cell (row, (gssize) index));
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

/* Fills the fields, and checks each cell for what it must be. */
static void
check_cells (IonRowCheck *row)
{
  IonRecipientCheck *self = row->check;

  ion_row_fields_begin (self->row_fields);
  for (gsize i = 0; i < self->columns->n; i++)
    {
      if (ion_row_fields_wants (self->row_fields, i) ||
          (self->columns->list[i].field == NULL &&
           self->columns->list[i].check != ION_COLUMN_OTHER && (gssize) i != self->columns->code))
        check_column (row, i);
    }
  row->recipient->fields = ion_row_fields_make (self->row_fields);
}

void
ion_row_check_cells (IonRowCheck *row)
{
  ion_row_person_check (row);
  check_cells (row);
}

/* What no cell says (the template makes it of several fields, or every row has the same) is known
 * only from the message. */
static void
take_payment (IonRowCheck *row, gint64 amount, gint64 due_date, const char *notice_number)
{
  IonRecipient *recipient = row->recipient;

  if (recipient->amount == 0)
    ion_amount_watch_add (&row->check->counts.amounts, recipient->row, amount, NULL, NULL);
  recipient->amount = amount;
  if (recipient->due_date == 0 && due_date != 0)
    check_past (row, NULL, due_date);
  recipient->due_date = due_date;
  if (recipient->notice_number == NULL)
    recipient->notice_number = g_strdup (notice_number);
}

/* Makes the messages of all languages. */
static void
try_message (IonRowCheck *row)
{
  IonRecipientCheck *self = row->check;

  for (guint i = 0; i <= self->languages->len; i++)
    {
      const char *language = i > 0 ? g_ptr_array_index (self->languages, i - 1) : NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (IonMessage) message =
          ion_renderer_render (self->renderer, row->recipient->fiscal_code, row->recipient->fields,
                               language, &error);

      if (message == NULL)
        {
          ion_row_check_report_error (row, NULL, error);
          return;
        }
      if (i == 0)
        take_payment (row, message->amount, message->due_date, message->notice_number);
    }
}

void
ion_row_check_message (IonRowCheck *row)
{
  IonRenderedPayment payment;

  if (ion_render_proof_holds (row->check->proof, row->recipient->fields,
                              ion_row_fields_get_known (row->check->row_fields), &payment))
    take_payment (row, payment.amount, payment.due_date,
                  payment.notice_number[0] != '\0' ? payment.notice_number : NULL);
  else
    try_message (row);
}
