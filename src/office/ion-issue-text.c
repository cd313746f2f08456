/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What is wrong with a row, in the one cell of it that the person who mends reads: first what must
 * be mended, then what should be looked at, each with its column and, where there is a guess, with
 * the value that would do.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-issue-text.h"

#include "ion-recipient-check.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* A name of a column may begin like a formula; what we write never does. */
static void
guard (GString *self)
{
  if (self->len > 0 && strchr ("=+-@\t\r", self->str[0]) != NULL)
    g_string_prepend (self, "\302\253\302\273 ");
}

/* Adds a sentence to those that are there. */
void
ion_issue_text_append (GString *self, const char *sentence)
{
  if (self->len > 0)
    g_string_append (self, strchr (".!?)", self->str[self->len - 1]) != NULL ? " " : "; ");
  g_string_append (self, sentence);
  guard (self);
}

static void
append_issue (GString *self, const IonIssue *issue)
{
  g_autoptr (GString) sentence = g_string_new (NULL);

  if (issue->column != NULL && issue->column[0] != '\0')
    g_string_append_printf (sentence, "%s: ", issue->column);
  g_string_append (sentence, issue->message);
  if (issue->proposal != NULL)
    {
      g_string_append_c (sentence, ' ');
      /* Translators: behind what is wrong with a cell: the value that would be right */
      g_string_append_printf (sentence, _ ("(proposal: %s)"), issue->proposal);
    }
  if (issue->is_warning)
    {
      g_autofree char *warning =
          /* Translators: what should be looked at, but does not keep the row from being sent */
          g_strdup_printf (_ ("[note] %s"), sentence->str);

      ion_issue_text_append (self, warning);
    }
  else
    ion_issue_text_append (self, sentence->str);
}

/**
 * ion_issue_text_new:
 * @issues: (element-type IonIssue): what is said about this row and perhaps others
 * @row: the row
 *
 * Returns: (transfer full): the text of its cell, empty where all is well
 */
GString *
ion_issue_text_new (GPtrArray *issues, gint64 row)
{
  GString *self = g_string_new (NULL);

  for (int is_warning = 0; is_warning <= 1; is_warning++)
    {
      for (guint i = 0; i < issues->len; i++)
        {
          const IonIssue *issue = g_ptr_array_index (issues, i);

          if (issue->row == row && !issue->is_warning == !is_warning)
            append_issue (self, issue);
        }
    }
  return self;
}
