/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What the check of a file hands out: a row that could become a delivery, and what is said about
 * it. */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-recipient-check.h"

IonIssue *
ion_issue_new (gint64 row,
               const char *column,
               const char *code,
               const char *message,
               gboolean is_warning)
{
  IonIssue *self = g_new0 (IonIssue, 1);

  self->row = row;
  self->column = g_strdup (column);
  self->code = g_strdup (code);
  self->message = g_strdup (message);
  self->is_warning = is_warning;
  return self;
}

/**
 * ion_issue_new_with_proposal:
 * @row: as the spreadsheet shows it
 * @column: (nullable): as the file names it
 * @code: for scripts
 * @message: for the person
 * @is_warning: whether the row stays valid
 * @proposal: (nullable): what could stand in the cell instead; a guess, which a person takes or not
 *
 * Returns: (transfer full): the issue
 */
IonIssue *
ion_issue_new_with_proposal (gint64 row,
                             const char *column,
                             const char *code,
                             const char *message,
                             gboolean is_warning,
                             const char *proposal)
{
  IonIssue *self = ion_issue_new (row, column, code, message, is_warning);

  self->proposal = g_strdup (proposal);
  return self;
}

void
ion_issue_free (IonIssue *self)
{
  if (self == NULL)
    return;
  g_free (self->column);
  g_free (self->code);
  g_free (self->message);
  g_free (self->proposal);
  g_free (self->value);
  g_free (self);
}

void
ion_recipient_free (IonRecipient *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->fields, ion_fields_unref);
  g_free (self->distinct);
  g_free (self->notice_number);
  g_free (self);
}
