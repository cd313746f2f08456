/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A cell of a web page is what a browser would show of it: runs of blanks are one, blocks and
 * breaks are new lines. Only where the shown number has lost its digits, and the page still has
 * them, does the value behind it count.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-html-cell.h"
#include "ion-blank.h"
#include "ion-cell-format.h"
#include "ion-table-limits.h"

#include <string.h>

#define COLUMNS_MAX 1000 /* as HTML has it */
#define ROWS_MAX    65534

void
ion_html_cell_init (IonHtmlCell *self)
{
  *self = (IonHtmlCell){ .text = g_string_new (NULL) };
}

void
ion_html_cell_clear (IonHtmlCell *self)
{
  g_string_free (self->text, TRUE);
  g_free (self->number);
}

/* Returns: (transfer none) (nullable): the attribute's value, "" where it has none */
const char *
ion_html_attribute_find (const char *const *attributes, const char *name)
{
  for (gsize i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    {
      if (g_ascii_strcasecmp (attributes[i], name) == 0)
        return attributes[i + 1] != NULL ? attributes[i + 1] : "";
    }
  return NULL;
}

static guint
read_span (const char *value, guint max)
{
  guint64 number = value != NULL ? g_ascii_strtoull (value, NULL, 10) : 1;

  return (guint) CLAMP (number, 1, max);
}

/* "mso-number-format:"00000"", with or without quotation marks and backslashes. */
static guint
read_zeros (const char *style)
{
  const char *p = style != NULL ? strstr (style, "mso-number-format:") : NULL;
  guint n = 0;

  if (p == NULL)
    return 0;
  for (p += strlen ("mso-number-format:"); *p == ' ' || *p == '"' || *p == '\'' || *p == '\\'; p++)
    continue;
  while (p[n] == '0')
    n++;
  p += n;
  return *p == '\0' || *p == ';' || *p == '"' || *p == '\'' || *p == '\\' ? n : 0;
}

/* A cell begins, with the attributes of its tag. */
void
ion_html_cell_begin (IonHtmlCell *self, const char *const *attributes)
{
  const char *number = ion_html_attribute_find (attributes, "x:num");

  if (number == NULL)
    number = ion_html_attribute_find (attributes, "sdval");
  g_string_truncate (self->text, 0);
  self->has_space = self->has_break = FALSE;
  g_free (self->number);
  self->number = g_strdup (number);
  self->n_zeros = read_zeros (ion_html_attribute_find (attributes, "style"));
  self->n_columns = read_span (ion_html_attribute_find (attributes, "colspan"), COLUMNS_MAX);
  self->n_rows = read_span (ion_html_attribute_find (attributes, "rowspan"), ROWS_MAX);
}

static void
flush_space (IonHtmlCell *self)
{
  if (self->text->len > 0 && self->has_break)
    g_string_append_c (self->text, '\n');
  else if (self->text->len > 0 && self->has_space && !g_str_has_suffix (self->text->str, "\n"))
    g_string_append_c (self->text, ' ');
  self->has_space = self->has_break = FALSE;
}

/* One byte beyond the limit is kept, so that it is seen to be reached. */
static gboolean
is_full (const IonHtmlCell *self)
{
  return self->text->len > ION_TABLE_CELL_MAX;
}

void
ion_html_cell_add (IonHtmlCell *self, const char *text, gsize size)
{
  gsize i = 0;

  while (i < size && !is_full (self))
    {
      gsize start = i;

      while (i < size && (guchar) text[i] > ' ')
        i++;
      if (i > start)
        {
          flush_space (self);
          g_string_append_len (self->text, text + start, (gssize) (i - start));
        }
      for (; i < size && (guchar) text[i] <= ' '; i++)
        self->has_space = TRUE;
    }
}

/* A line break of its own. */
void
ion_html_cell_add_break (IonHtmlCell *self)
{
  if (is_full (self))
    return;
  flush_space (self);
  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
}

/* A paragraph begins or ends: what comes next stands on a line of its own. */
void
ion_html_cell_add_block (IonHtmlCell *self)
{
  self->has_break = self->text->len > 0 && !g_str_has_suffix (self->text->str, "\n");
}

/* "3,01011E+17", "####": what is shown is not what is there. */
static gboolean
has_lost_digits (const char *text)
{
  const char *p = text + strspn (text, "0123456789.,");

  if (*text != '\0' && text[strspn (text, "#")] == '\0')
    return TRUE;
  if (p == text || (*p != 'E' && *p != 'e'))
    return FALSE;
  p += p[1] == '+' ? 2 : 1;
  return *p != '\0' && p[strspn (p, "0123456789")] == '\0';
}

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

static gsize
blank_before (const GString *text)
{
  for (gsize n = 1; n <= 3 && n <= text->len; n++)
    {
      if (ion_blank_length (text->str + text->len - n) == n)
        return n;
    }
  return 0;
}

/* Returns: (transfer none): the cell's text, until it begins anew */
const char *
ion_html_cell_finish (IonHtmlCell *self)
{
  gsize blank;

  while ((blank = blank_before (self->text)) > 0)
    g_string_truncate (self->text, self->text->len - blank);
  g_string_erase (self->text, 0, (gssize) (ion_blank_skip (self->text->str) - self->text->str));
  if (self->number != NULL && is_digits (self->number) && has_lost_digits (self->text->str))
    g_string_assign (self->text, self->number);
  if (self->n_zeros > self->text->len && self->n_zeros <= 32 && is_digits (self->text->str))
    {
      gsize missing = self->n_zeros - self->text->len;

      for (gsize i = 0; i < missing; i++)
        g_string_prepend_c (self->text, '0');
    }
  return self->text->str;
}
