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
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_import_group_free);
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
  g_free (self->file_print);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->issues);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->doubts);
  g_free (self);
}

/* The kinds are few, and an issue is mostly of the same kind as one that came shortly before. */
static void
add_to_group (IonImportReport *self, const IonIssue *issue)
{
  for (guint i = self->groups->len; i > 0; i--)
    {
      IonImportGroup *group = g_ptr_array_index (self->groups, i - 1);

      if (!ion_import_group_takes (group, issue))
        continue;
      ion_import_group_add (group, issue);
      return;
    }
  g_ptr_array_add (self->groups, ion_import_group_new (issue));
  ion_import_group_add (g_ptr_array_index (self->groups, self->groups->len - 1), issue);
}

void
ion_import_report_take_issue (IonImportReport *self, IonIssue *issue)
{
  gint64 *count = issue->is_warning ? &self->warnings : &self->errors;

  add_to_group (self, issue);
  if ((*count)++ < ION_IMPORT_ISSUES_MAX)
    {
      g_ptr_array_add (self->issues, issue);
      return;
    }
  self->is_truncated = TRUE;
  ion_issue_free (issue);
}

static int
compare_issues (gconstpointer a, gconstpointer b)
{
  const IonIssue *one = *(const IonIssue *const *) a;
  const IonIssue *other = *(const IonIssue *const *) b;

  return one->row < other->row ? -1 : one->row > other->row;
}

void
ion_import_report_sort (IonImportReport *self)
{
  g_ptr_array_sort (self->issues, compare_issues); /* stable */
}

gint64
ion_import_report_count (const IonImportReport *self, IonImportHeading heading, guint *kinds)
{
  gint64 count = 0;
  guint n = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const IonImportGroup *group = g_ptr_array_index (self->groups, i);

      if (group->heading != heading)
        continue;
      count += group->count;
      n++;
    }
  if (kinds != NULL)
    *kinds = n;
  return count;
}

gboolean
ion_import_report_waits (const IonImportReport *self)
{
  return self->invalid > 0 || self->doubts->len > 0 || (self->duplicates > 0 && !self->keeps_first);
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

/* Where somebody gets several messages, people are fewer than rows. */
static void
append_ready (const IonImportReport *self, GString *text)
{
  gulong people = (gulong) self->totals.people;

  if (self->rows == 0)
    g_string_append (text, _ ("There is nobody in the file"));
  else if (self->totals.people == self->valid)
    g_string_append_printf (text,
                            ngettext ("%s person ready", "%s people ready", (gulong) self->valid),
                            ion_number (self->valid).text);
  else
    g_string_append_printf (text,
                            ngettext ("%1$s messages ready for %2$s person",
                                      "%1$s messages ready for %2$s people", people),
                            ion_number (self->valid).text, ion_number (self->totals.people).text);
}

char *
ion_import_report_summarize (const IonImportReport *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  append_ready (self, text);
  if (self->duplicates > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text,
                              self->keeps_first
                                  ? ngettext ("%s duplicate left out", "%s duplicates left out",
                                              (gulong) self->duplicates)
                                  : ngettext ("%s duplicate", "%s duplicates",
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
