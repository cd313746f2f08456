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

void
ion_issue_free (IonIssue *self)
{
  if (self == NULL)
    return;
  g_free (self->column);
  g_free (self->code);
  g_free (self->message);
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
