/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One row by itself: its person, its cells, then the message that they make. It is rendered as it
 * will be sent, so that nothing is left for the platform to refuse.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-row-check.h"
#include "ion-cell-check.h"
#include "ion-recipient-check-private.h"
#include "ion-row-person.h"
#include "ion-value-error.h"

#include <glib/gi18n-lib.h>

void
ion_row_check_propose (IonRowCheck *row,
                       const IonCheckedColumn *column,
                       const char *code,
                       const char *message,
                       gboolean is_warning,
                       const char *proposal)
{
  IonIssue *issue =
      ion_issue_new_with_proposal (row->recipient->row, column != NULL ? column->name : NULL, code,
                                   message, is_warning, proposal);

  /* Of what is only odd there may be one for each row, and nobody types it anew. */
  if (column != NULL && !is_warning)
    issue->value = g_strdup (ion_row_check_get_cell (row, column - row->check->columns->list));
  g_ptr_array_add (row->issues, issue);
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

void
ion_row_check_due_date (IonRowCheck *row, const IonCheckedColumn *column, gint64 due_date)
{
  if (due_date >= row->check->now)
    return;
  row->check->counts.n_past++;
  ion_row_check_report (row, column, "due-date-past", _ ("The due date has passed."), TRUE);
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
        ion_cell_check (row, i);
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
    ion_row_check_due_date (row, NULL, due_date);
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
