/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Mistakes stand at the edges: the amount with a zero too many, the day in the wrong year, the
 * name that is four names. Whoever looks at a few rows before sending should look at these.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-draft-odd.h"

#include <string.h>

#include <glib/gi18n-lib.h>

struct _IonDraftOdd
{
  GPtrArray *optional;                     /* (owned) (element-type utf8): fields that may miss */
  IonDraftRow *rows[ION_N_DRAFT_ODDITIES]; /* (owned) (nullable) */
  gint64 amount_from, amount_to, day_from, day_to;
  gint64 n_rows, n_missing;
};

static const char *const whys[ION_N_DRAFT_ODDITIES] = {
  [ION_DRAFT_ODD_LONGEST_SUBJECT] = N_ ("the longest title"),
  [ION_DRAFT_ODD_LONGEST_TEXT] = N_ ("the longest text"),
  [ION_DRAFT_ODD_SHORTEST_TEXT] = N_ ("the shortest text"),
  [ION_DRAFT_ODD_HIGHEST_AMOUNT] = N_ ("the highest amount"),
  [ION_DRAFT_ODD_LOWEST_AMOUNT] = N_ ("the lowest amount"),
  [ION_DRAFT_ODD_EARLIEST_DAY] = N_ ("the earliest due date"),
  [ION_DRAFT_ODD_LATEST_DAY] = N_ ("the latest due date"),
  [ION_DRAFT_ODD_MISSING_FIELD] = N_ ("a field is empty"),
  [ION_DRAFT_ODD_MARKUP] = N_ ("characters that are also used for formatting"),
  [ION_DRAFT_ODD_LETTERS] = N_ ("unusual letters"),
};

/* The most telling first: a row that is odd twice is shown for the first of these. */
static const IonDraftOddity order[ION_N_DRAFT_ODDITIES] = {
  ION_DRAFT_ODD_HIGHEST_AMOUNT, ION_DRAFT_ODD_LOWEST_AMOUNT,   ION_DRAFT_ODD_EARLIEST_DAY,
  ION_DRAFT_ODD_LATEST_DAY,     ION_DRAFT_ODD_LONGEST_SUBJECT, ION_DRAFT_ODD_LONGEST_TEXT,
  ION_DRAFT_ODD_SHORTEST_TEXT,  ION_DRAFT_ODD_MISSING_FIELD,   ION_DRAFT_ODD_LETTERS,
  ION_DRAFT_ODD_MARKUP,
};

IonDraftRow *
ion_draft_row_new (const IonRecipient *recipient, const char *why)
{
  IonDraftRow *row = g_new0 (IonDraftRow, 1);

  row->row = recipient->row;
  row->fiscal_code = g_strdup (recipient->fiscal_code);
  row->fields = ion_fields_ref (recipient->fields);
  row->why = g_strdup (why);
  return row;
}

IonDraftOdd *
ion_draft_odd_new (const IonRenderer *renderer)
{
  IonDraftOdd *self = g_new0 (IonDraftOdd, 1);
  g_autoptr (GPtrArray) fields = ion_renderer_list_fields (renderer);

  self->optional = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < fields->len; i++)
    if (ion_renderer_is_field_optional (renderer, fields->pdata[i]))
      g_ptr_array_add (self->optional, g_strdup (fields->pdata[i]));
  return self;
}

void
ion_draft_odd_free (IonDraftOdd *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < ION_N_DRAFT_ODDITIES; i++)
    g_clear_pointer (&self->rows[i], ion_draft_row_free);
  g_clear_pointer (&self->optional, g_ptr_array_unref);
  g_free (self);
}

void
ion_draft_odd_take (IonDraftOdd *self, IonDraftOddity oddity, const IonRecipient *recipient)
{
  g_clear_pointer (&self->rows[oddity], ion_draft_row_free);
  self->rows[oddity] = ion_draft_row_new (recipient, _ (whys[oddity]));
}

/* @from, @to: the edges so far; 0 = none yet */
static void
look_at_edges (IonDraftOdd *self,
               const IonRecipient *recipient,
               gint64 value,
               gint64 *from,
               gint64 *to,
               IonDraftOddity least,
               IonDraftOddity most)
{
  if (value == 0)
    return;
  if (*from == 0 || value < *from)
    {
      *from = value;
      ion_draft_odd_take (self, least, recipient);
    }
  if (value > *to)
    {
      *to = value;
      ion_draft_odd_take (self, most, recipient);
    }
}

/* Beyond what the languages of the country write. */
static gboolean
has_unusual_letter (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter > 0xff && g_unichar_isalpha (letter))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_markup (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (strchr ("*_[]<>#`~|", text[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
look_at_values (IonDraftOdd *self, const IonRecipient *recipient)
{
  for (guint i = 0; i < ion_fields_get_size (recipient->fields); i++)
    {
      gsize length = 0;
      const char *value = ion_fields_peek (recipient->fields, i, &length);

      if (value == NULL)
        continue;
      if (self->rows[ION_DRAFT_ODD_LETTERS] == NULL && has_unusual_letter (value, length))
        ion_draft_odd_take (self, ION_DRAFT_ODD_LETTERS, recipient);
      if (self->rows[ION_DRAFT_ODD_MARKUP] == NULL && has_markup (value, length))
        ion_draft_odd_take (self, ION_DRAFT_ODD_MARKUP, recipient);
    }
}

/* Odd only where most of the others have it. */
static void
look_for_missing (IonDraftOdd *self, const IonRecipient *recipient)
{
  for (guint i = 0; i < self->optional->len; i++)
    {
      const char *value = ion_fields_get (recipient->fields, self->optional->pdata[i]);

      if (value != NULL && *value != '\0')
        continue;
      if (self->n_missing++ == 0)
        ion_draft_odd_take (self, ION_DRAFT_ODD_MISSING_FIELD, recipient);
      return;
    }
}

void
ion_draft_odd_look (IonDraftOdd *self, const IonRecipient *recipient)
{
  self->n_rows++;
  look_at_edges (self, recipient, recipient->amount, &self->amount_from, &self->amount_to,
                 ION_DRAFT_ODD_LOWEST_AMOUNT, ION_DRAFT_ODD_HIGHEST_AMOUNT);
  look_at_edges (self, recipient, recipient->due_date, &self->day_from, &self->day_to,
                 ION_DRAFT_ODD_EARLIEST_DAY, ION_DRAFT_ODD_LATEST_DAY);
  look_at_values (self, recipient);
  look_for_missing (self, recipient);
}

static void
drop (IonDraftOdd *self, IonDraftOddity oddity)
{
  g_clear_pointer (&self->rows[oddity], ion_draft_row_free);
}

/* An edge that everybody is at is none. */
static void
drop_common (IonDraftOdd *self)
{
  if (self->amount_from == self->amount_to)
    {
      drop (self, ION_DRAFT_ODD_LOWEST_AMOUNT);
      drop (self, ION_DRAFT_ODD_HIGHEST_AMOUNT);
    }
  if (self->day_from == self->day_to)
    {
      drop (self, ION_DRAFT_ODD_EARLIEST_DAY);
      drop (self, ION_DRAFT_ODD_LATEST_DAY);
    }
  if (self->n_missing * 2 > self->n_rows)
    drop (self, ION_DRAFT_ODD_MISSING_FIELD);
}

GPtrArray *
ion_draft_odd_finish (IonDraftOdd *self)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_draft_row_free);

  drop_common (self);
  for (guint i = 0; i < ION_N_DRAFT_ODDITIES; i++)
    {
      IonDraftRow *row = g_steal_pointer (&self->rows[order[i]]);
      gboolean is_known = FALSE;

      for (guint k = 0; row != NULL && k < found->len; k++)
        is_known |= ((IonDraftRow *) found->pdata[k])->row == row->row;
      if (row != NULL && !is_known && self->n_rows > 1)
        g_ptr_array_add (found, row);
      else
        ion_draft_row_free (row);
    }
  return found;
}
