/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What reading a file of recipients came to, in a shape that the command prints and the window
 * binds to.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-import-report.h"

#include "ion-amount.h"
#include "ion-number.h"

#include <glib/gi18n-lib.h>

static void
import_column_free (gpointer data)
{
  IonImportColumn *column = data;

  g_free (column->column);
  g_free (column->field);
  g_free (column->sample);
  g_free (column);
}

static void
doubt_free (gpointer data)
{
  IonDoubt *doubt = data;

  g_free (doubt->code);
  g_free (doubt->message);
  g_free (doubt);
}

IonImportReport *
ion_import_report_new (void)
{
  IonImportReport *self = g_new0 (IonImportReport, 1);

  self->columns = g_ptr_array_new_with_free_func (import_column_free);
  self->issues = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_issue_free);
  self->doubts = g_ptr_array_new_with_free_func (doubt_free);
  return self;
}

void
ion_import_report_free (IonImportReport *self)
{
  if (self == NULL)
    return;
  g_free (self->format);
  g_free (self->encoding);
  g_free (self->sheet);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->issues);
  g_ptr_array_unref (self->doubts);
  g_free (self);
}

void
ion_import_report_add_doubt (IonImportReport *self,
                             const char *code,
                             gint64 rows,
                             const char *message)
{
  IonDoubt *doubt = g_new0 (IonDoubt, 1);

  doubt->code = g_strdup (code);
  doubt->rows = rows;
  doubt->message = g_strdup (message);
  g_ptr_array_add (self->doubts, doubt);
}

char *
ion_import_report_summarize (const IonImportReport *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  g_string_append_printf (text,
                          ngettext ("%s person ready", "%s people ready", (gulong) self->valid),
                          ion_number (self->valid).text);
  if (self->duplicates > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text,
                              ngettext ("%s duplicate left out", "%s duplicates left out",
                                        (gulong) self->duplicates),
                              ion_number (self->duplicates).text);
    }
  if (self->invalid > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text,
                              ngettext ("%s row to mend", "%s rows to mend",
                                        (gulong) self->invalid),
                              ion_number (self->invalid).text);
    }
  if (self->totals.amount > 0)
    {
      g_autofree char *amount = ion_amount_format (self->totals.amount, "it");

      /* Translators: after the number of people, the sum of their amounts */
      g_string_append_printf (text, _ (", %s in all"), amount);
    }
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}
