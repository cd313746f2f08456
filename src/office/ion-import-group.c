/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Issues by kind: a person with a list of five thousand rows mends kinds of mistakes, usually where
 * the list was made, and needs the first rows of each to see what it is about.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-import-group.h"

#include "ion-import-words.h"
#include "ion-number.h"

#include <glib/gi18n-lib.h>

#define ROWS_NAMED 3 /* where there are more than fit */

IonImportHeading
ion_import_heading_choose (const IonIssue *issue)
{
  if (issue->is_warning)
    return ION_IMPORT_TO_LOOK_AT;
  return issue->proposal != NULL ? ION_IMPORT_PROPOSED : ION_IMPORT_TO_MEND;
}

IonImportGroup *
ion_import_group_new (const IonIssue *issue)
{
  IonImportGroup *self = g_new0 (IonImportGroup, 1);

  self->heading = ion_import_heading_choose (issue);
  self->code = g_strdup (issue->code);
  self->column = g_strdup (issue->column);
  self->message = g_strdup (issue->message);
  return self;
}

void
ion_import_group_free (IonImportGroup *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->column);
  g_free (self->message);
  g_free (self);
}

gboolean
ion_import_group_takes (const IonImportGroup *self, const IonIssue *issue)
{
  return self->heading == ion_import_heading_choose (issue) &&
         g_str_equal (self->code, issue->code) && g_strcmp0 (self->column, issue->column) == 0;
}

void
ion_import_group_add (IonImportGroup *self, const IonIssue *issue)
{
  if (self->count < ION_IMPORT_GROUP_ROWS)
    self->rows[self->count] = issue->row;
  self->count++;
}

/* Returns: (transfer full): "rows 17, 31, 45 and 17 more" */
static char *
describe_rows (const IonImportGroup *self)
{
  g_autoptr (GString) list = g_string_new (NULL);
  gint64 n = self->count <= ION_IMPORT_GROUP_ROWS ? self->count : ROWS_NAMED;

  for (gint64 i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", ion_number (self->rows[i]).text);
  if (n == self->count)
    /* Translators: the numbers of rows */
    return g_strdup_printf (ngettext ("row %s", "rows %s", (gulong) n), list->str);
  return g_strdup_printf (
      /* Translators: the numbers of the first rows, and how many others there are */
      ngettext ("rows %1$s and %2$s more", "rows %1$s and %2$s more", (gulong) (self->count - n)),
      list->str, ion_number (self->count - n).text);
}

char *
ion_import_group_describe (const IonImportGroup *self)
{
  g_autofree char *rows = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  rows = describe_rows (self);
  words = ion_import_words_for (self->code, self->count);
  if (words == NULL)
    /* Translators: a sentence about the first of these rows, then their numbers */
    return g_strdup_printf (_ ("%1$s (%2$s)"), self->message, rows);
  if (self->column == NULL)
    /* Translators: "20 hidden rows: rows 17, 31, 45 and 17 more" */
    return g_strdup_printf (_ ("%1$s: %2$s"), words, rows);
  /* Translators: "20 amounts that cannot be read (“Importo”): rows 17, 31, 45 and 17 more" */
  return g_strdup_printf (_ ("%1$s (“%2$s”): %3$s"), words, self->column, rows);
}
