/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Every row of the file, held against what the message needs, before anybody is written to. A row
 * is rendered as it will be sent, so that nothing is left for the platform to refuse; and the whole
 * is held against itself, since the worst mistake makes every single row look right.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-recipient-check.h"
#include "ion-amount.h"
#include "ion-blank.h"
#include "ion-checked-columns.h"
#include "ion-doubt-counts.h"
#include "ion-fiscal-code.h"
#include "ion-moment.h"
#include "ion-name-check.h"
#include "ion-notice-number.h"
#include "ion-print-map.h"
#include "ion-value-error.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#define ADULT 18

struct _IonRecipientCheck
{
  IonRenderer *renderer;      /* (owned) (nullable) */
  GPtrArray *languages;       /* (owned) (element-type utf8): of the variants */
  char *distinct_by;          /* (owned) (nullable) */
  IonCheckedColumns *columns; /* (owned) */
  IonFields *constants;       /* (owned) */
  gint64 now;
  IonDate today;

  IonPrintMap *notices; /* (owned): person and distinct value */
  IonPrintMap *people;  /* (owned): where one person may have several notices */
  IonPrintMap *numbers; /* (owned): notice numbers, with their person */
  IonDoubtCounts counts;
  IonCampaignTotals totals;
};

void
ion_recipient_check_free (IonRecipientCheck *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->columns, ion_checked_columns_free);
  g_free (self->distinct_by);
  g_clear_pointer (&self->renderer, ion_renderer_free);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  g_clear_pointer (&self->constants, ion_fields_unref);
  g_clear_pointer (&self->notices, ion_print_map_free);
  g_clear_pointer (&self->people, ion_print_map_free);
  g_clear_pointer (&self->numbers, ion_print_map_free);
  g_free (self);
}

IonRecipientCheck *
ion_recipient_check_new (const IonTemplate *template_,
                         const IonMapping *mapping,
                         const char *const *header,
                         gsize n_columns,
                         gint64 now,
                         GError **error)
{
  g_autoptr (IonRecipientCheck) self = g_new0 (IonRecipientCheck, 1);

  self->now = now;
  ion_moment_to_local (now, &self->today, NULL, NULL, NULL);
  self->constants = ion_fields_new ();
  self->languages = g_ptr_array_new_with_free_func (g_free);
  self->notices = ion_print_map_new ();
  self->people = ion_print_map_new ();
  self->numbers = ion_print_map_new ();
  if (template_ != NULL)
    {
      self->renderer = ion_renderer_new (template_, error);
      if (self->renderer == NULL)
        return NULL;
      self->distinct_by = g_strdup (template_->distinct_by);
      for (guint i = 0; i < template_->variants->len; i++)
        {
          const IonTemplateText *variant = g_ptr_array_index (template_->variants, i);

          g_ptr_array_add (self->languages, g_strdup (variant->language));
        }
    }
  self->columns = ion_checked_columns_new (template_, self->renderer, mapping, header, n_columns);
  return g_steal_pointer (&self);
}

/**
 * ion_recipient_check_set_constant:
 * @self: a check
 * @field: a field's name
 * @value: its value in every row; wins over a column
 */
void
ion_recipient_check_set_constant (IonRecipientCheck *self, const char *field, const char *value)
{
  ion_fields_set (self->constants, field, value);
}

/* --- One row --- */

/* What is handed through the checks of a row. */
typedef struct
{
  IonRecipientCheck *check;
  IonRecipient *recipient;
  const char *const *cells;
  gsize n_cells;
  GPtrArray *issues;
  gboolean has_error;
} Row;

static void
report (Row *row,
        const IonCheckedColumn *column,
        const char *code,
        const char *message,
        gboolean is_warning)
{
  g_ptr_array_add (row->issues,
                   ion_issue_new (row->recipient->row, column != NULL ? column->name : NULL, code,
                                  message, is_warning));
  row->has_error = row->has_error || !is_warning;
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

static void
report_error (Row *row, const IonCheckedColumn *column, const GError *error)
{
  report (row, column, name_error (error), error->message, FALSE);
}

static const char *
get_cell (const Row *row, gssize column)
{
  return column >= 0 && (gsize) column < row->n_cells ? row->cells[column] : "";
}

/* Returns: (transfer full): the cell without the blanks around it */
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
check_code (Row *row)
{
  const IonCheckedColumn *column = &row->check->columns->list[row->check->columns->code];
  char *code = row->recipient->fiscal_code;
  g_autoptr (GError) error = NULL;
  IonDate birth;

  if (!ion_fiscal_code_parse (get_cell (row, row->check->columns->code), code, &error))
    {
      code[0] = '\0';
      report_error (row, column, error);
      return;
    }
  if (!ion_fiscal_code_is_check_character_right (code))
    report (row, column, ion_value_error_get_name (ION_VALUE_ERROR_CHECK_CHARACTER),
            _ ("The last letter of the fiscal code does not fit the others: there may be a typing "
               "error."),
            TRUE);
  row->check->counts.n_codes++;
  if (ion_fiscal_code_get_birth_date (code, &row->check->today, &birth))
    {
      IonDate grown = birth;

      grown.year += ADULT;
      if (ion_date_compare (&grown, &row->check->today) > 0)
        row->check->counts.n_minors++;
    }
}

static void
check_name (Row *row)
{
  const IonRecipientCheck *self = row->check;
  const char *code = row->recipient->fiscal_code;
  const IonCheckedColumn *column;
  IonNameCheck told;

  if (code[0] == '\0' || ion_fiscal_code_is_test (code))
    return;
  if (self->columns->surname >= 0 && self->columns->given_name >= 0)
    {
      told = ion_name_check (code, get_cell (row, self->columns->surname),
                             get_cell (row, self->columns->given_name));
      column = &self->columns->list[self->columns->surname];
    }
  else if (self->columns->full_name >= 0)
    {
      told = ion_name_check_full (code, get_cell (row, self->columns->full_name));
      column = &self->columns->list[self->columns->full_name];
    }
  else
    return;
  if (told == ION_NAME_CHECK_DIFFERS)
    report (row, column, "name-does-not-match",
            _ ("The name does not fit the fiscal code: check that they are of the same person."),
            TRUE);
  ion_doubt_counts_add_name (&row->check->counts, told);
}

static void
check_amount (Row *row, const IonCheckedColumn *column, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (!ion_amount_parse (value, &row->recipient->amount, &error))
    report_error (row, column, error);
  else
    ion_doubt_counts_add_amount (&row->check->counts, row->recipient->amount);
}

static void
check_past (Row *row, const IonCheckedColumn *column, gint64 due_date)
{
  if (due_date >= row->check->now)
    return;
  row->check->counts.n_past++;
  report (row, column, "due-date-past", _ ("The due date has passed."), TRUE);
}

static void
check_due_date (Row *row, const IonCheckedColumn *column, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (!ion_moment_parse (value, ION_DAY_END, &row->recipient->due_date, &error))
    report_error (row, column, error);
  else
    check_past (row, column, row->recipient->due_date);
}

static void
check_notice_number (Row *row, const IonCheckedColumn *column, const char *value)
{
  char number[ION_NOTICE_NUMBER_LENGTH + 1];
  g_autoptr (GError) error = NULL;
  gboolean unusual = FALSE;

  if (!ion_notice_number_parse (value, number, &unusual, &error))
    {
      report_error (row, column, error);
      return;
    }
  if (unusual)
    report (row, column, "notice-number-unusual",
            _ ("Notice numbers that begin with 0, 1 or 2 must no longer be used: ask whoever made "
               "the notice."),
            TRUE);
  g_free (row->recipient->notice_number);
  row->recipient->notice_number = g_strdup (number);
}

static void
check_cell (Row *row, const IonCheckedColumn *column, const char *value)
{
  if (strstr (value, "\357\277\275") != NULL && column->field != NULL)
    report (row, column, "unreadable-characters",
            _ ("The cell holds characters that could not be read: check the file's encoding."),
            FALSE);
  if (column->check == ION_COLUMN_AMOUNT)
    check_amount (row, column, value);
  else if (column->check == ION_COLUMN_DUE_DATE)
    check_due_date (row, column, value);
  else if (column->check == ION_COLUMN_NOTICE_NUMBER)
    check_notice_number (row, column, value);
}

/* Fills the fields, and checks each cell for what it must be. */
static void
check_cells (Row *row)
{
  IonRecipientCheck *self = row->check;

  for (gsize i = 0; i < self->columns->n; i++)
    {
      const IonCheckedColumn *column = &self->columns->list[i];
      g_autofree char *value = NULL;

      if ((gssize) i == self->columns->code ||
          (column->field == NULL && column->check == ION_COLUMN_OTHER))
        continue;
      if (column->field != NULL && ion_fields_get (self->constants, column->field) != NULL)
        continue;
      value = trim (get_cell (row, (gssize) i));
      if (*value == '\0' && column->is_required)
        report (row, column, ion_template_error_get_name (ION_TEMPLATE_ERROR_MISSING_FIELD),
                _ ("The cell is empty, and the message needs it."), FALSE);
      if (*value != '\0')
        check_cell (row, column, value);
      if (column->field == NULL)
        continue;
      if (column->check == ION_COLUMN_NOTICE_NUMBER && row->recipient->notice_number != NULL)
        ion_fields_set (row->recipient->fields, column->field, row->recipient->notice_number);
      else
        ion_fields_set (row->recipient->fields, column->field, value);
    }
  for (guint i = 0; i < ion_fields_get_size (self->constants); i++)
    {
      const char *name, *value;

      ion_fields_get_nth (self->constants, i, &name, &value);
      ion_fields_set (row->recipient->fields, name, value);
    }
}

/* What no cell says (the template makes it of several fields, or every row has the same) is known
 * only from the message. */
static void
take_payment (Row *row, const IonMessage *message)
{
  IonRecipient *recipient = row->recipient;

  if (recipient->amount == 0)
    ion_doubt_counts_add_amount (&row->check->counts, message->amount);
  recipient->amount = message->amount;
  if (recipient->due_date == 0 && message->due_date != 0)
    check_past (row, NULL, message->due_date);
  recipient->due_date = message->due_date;
  if (recipient->notice_number == NULL)
    recipient->notice_number = g_strdup (message->notice_number);
}

/* Renders as it will be sent, in every language that somebody may get it in. */
static void
check_message (Row *row)
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
          report_error (row, NULL, error);
          return;
        }
      if (i == 0)
        take_payment (row, message);
    }
}

/* --- The row among the others --- */

static void
check_duplicate (Row *row)
{
  IonRecipient *recipient = row->recipient;
  const char *distinct = recipient->distinct != NULL ? recipient->distinct : "";
  g_autofree char *folded = g_utf8_casefold (distinct, -1);
  g_autofree char *text = g_strconcat (recipient->fiscal_code, folded, NULL);
  g_autofree char *message = NULL;
  const IonCheckedColumn *column = &row->check->columns->list[row->check->columns->code];
  IonPrintSlot *before;
  guint64 print[2];

  ion_print_text (text, strlen (text), print);
  before = ion_print_map_add (row->check->notices, print[0], (guint32) print[1],
                              (guint32) recipient->row, TRUE);
  if (before == NULL)
    return;
  recipient->is_duplicate = TRUE;
  recipient->duplicate_of = before->row;
  if (row->check->distinct_by != NULL)
    message = g_strdup_printf (
        /* Translators: a row's number and a field's name */
        _ ("The same person is already in row %1$" PRId64 ", with the same “%2$s”."),
        recipient->duplicate_of, row->check->distinct_by);
  else
    message = g_strdup_printf (_ ("The same person is already in row %" PRId64 "."),
                               recipient->duplicate_of);
  report (row, column, "duplicate", message, TRUE);
}

/* The same notice number for two people: one would pay for the other. */
static void
check_shared_number (Row *row)
{
  IonRecipient *recipient = row->recipient;
  g_autofree char *message = NULL;
  IonPrintSlot *before;
  guint64 number[2], person[2];

  if (recipient->notice_number == NULL || recipient->fiscal_code[0] == '\0')
    return;
  ion_print_text (recipient->notice_number, strlen (recipient->notice_number), number);
  ion_print_text (recipient->fiscal_code, strlen (recipient->fiscal_code), person);
  before = ion_print_map_add (row->check->numbers, number[0], (guint32) person[0],
                              (guint32) recipient->row, FALSE);
  if (before == NULL || before->mark == (guint32) person[0])
    return;
  row->check->counts.n_shared_notices += (before->row & ION_PRINT_FLAG) != 0 ? 1 : 2;
  before->row |= ION_PRINT_FLAG;
  message = g_strdup_printf (_ ("Another person, in row %u, has the same notice number: one would "
                                "pay for the other."),
                             before->row & ION_PRINT_ROW_MASK);
  report (row, NULL, "notice-number-shared", message, TRUE);
}

static void
add_totals (IonRecipientCheck *self, const IonRecipient *recipient)
{
  IonCampaignTotals *totals = &self->totals;
  guint64 person[2];

  ion_print_text (recipient->fiscal_code, strlen (recipient->fiscal_code), person);
  if (self->distinct_by == NULL || ion_print_map_add (self->people, person[0], (guint32) person[1],
                                                      (guint32) recipient->row, TRUE) == NULL)
    totals->people++;
  if (recipient->amount > 0)
    {
      if (totals->amount == 0 || recipient->amount < totals->amount_min)
        totals->amount_min = recipient->amount;
      totals->amount_max = MAX (totals->amount_max, recipient->amount);
      totals->amount += recipient->amount;
    }
  if (recipient->due_date != 0)
    {
      if (totals->due_from == 0 || recipient->due_date < totals->due_from)
        totals->due_from = recipient->due_date;
      totals->due_to = MAX (totals->due_to, recipient->due_date);
    }
}

IonRecipient *
ion_recipient_check_row (IonRecipientCheck *self,
                         gint64 row_number,
                         const char *const *cells,
                         gsize n_cells,
                         GPtrArray *issues)
{
  IonRecipient *recipient = g_new0 (IonRecipient, 1);
  Row row = { self, recipient, cells, n_cells, issues, FALSE };

  recipient->row = row_number;
  for (guint i = 0; i < issues->len && !row.has_error; i++)
    {
      const IonIssue *issue = g_ptr_array_index (issues, i);

      row.has_error = issue->row == row_number && !issue->is_warning;
    }
  recipient->fields = ion_fields_new ();
  check_code (&row);
  check_name (&row);
  check_cells (&row);
  if (self->distinct_by != NULL)
    recipient->distinct = g_strdup (ion_fields_get (recipient->fields, self->distinct_by));
  if (!row.has_error && self->renderer != NULL)
    check_message (&row);
  check_shared_number (&row);
  recipient->is_valid = !row.has_error;
  if (recipient->is_valid)
    check_duplicate (&row);
  if (recipient->is_valid && !recipient->is_duplicate)
    add_totals (self, recipient);
  return recipient;
}

GPtrArray *
ion_recipient_check_get_doubts (IonRecipientCheck *self)
{
  return ion_doubt_counts_list (&self->counts);
}

void
ion_recipient_check_get_totals (IonRecipientCheck *self, IonCampaignTotals *totals)
{
  *totals = self->totals;
}
