/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A list that was sent comes back under another name, and as a workbook instead of a text. What
 * tells it is what it says once it was read: codes, amounts, days and notice numbers are the same
 * however they were written. Where a row has none of these but the code, its texts count.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-rows-print.h"

#include <string.h>

struct _IonRowsPrint
{
  IonVaultPrinter *printer; /* (owned) */
};

IonRowsPrint *
ion_rows_print_new (IonVault *vault)
{
  IonRowsPrint *self = g_new0 (IonRowsPrint, 1);

  self->printer = ion_vault_printer_new (vault, "rows");
  return self;
}

void
ion_rows_print_free (IonRowsPrint *self)
{
  if (self == NULL)
    return;
  ion_vault_printer_free (self->printer);
  g_free (self);
}

static void
add_fields (IonRowsPrint *self, const IonFields *fields)
{
  for (guint i = 0; i < ion_fields_get_size (fields); i++)
    {
      const char *name, *value;

      ion_fields_get_nth (fields, i, &name, &value);
      ion_vault_printer_update (self->printer, value, strlen (value) + 1);
    }
}

void
ion_rows_print_add (IonRowsPrint *self, const IonRecipient *recipient)
{
  struct
  {
    char fiscal_code[ION_FISCAL_CODE_LENGTH + 1];
    char notice_number[ION_NOTICE_NUMBER_LENGTH + 1];
    gint64 amount;
    gint64 due_date;
  } row;
  gboolean says_nothing = recipient->amount == 0 && recipient->due_date == 0 &&
                          (recipient->notice_number == NULL || *recipient->notice_number == '\0');

  if (!recipient->is_valid || recipient->is_duplicate)
    return;
  memset (&row, 0, sizeof row); /* what is between the members counts too */
  g_strlcpy (row.fiscal_code, recipient->fiscal_code, sizeof row.fiscal_code);
  if (recipient->notice_number != NULL)
    g_strlcpy (row.notice_number, recipient->notice_number, sizeof row.notice_number);
  row.amount = GINT64_TO_LE (recipient->amount);
  row.due_date = GINT64_TO_LE (recipient->due_date);
  ion_vault_printer_update (self->printer, &row, sizeof row);
  if (says_nothing)
    add_fields (self, recipient->fields);
}

void
ion_rows_print_finish (IonRowsPrint *self, IonPrint *print)
{
  ion_vault_printer_finish (self->printer, print);
}
