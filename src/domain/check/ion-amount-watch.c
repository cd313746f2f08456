/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Amounts a hundred times their neighbours: a decimal comma that is missing, cents taken for euros.
 * Amounts spread evenly from small to large are an office's life; groups far from each other are
 * not. Which group is the odd one is known after the last row, so that the rows are remembered by
 * the size of their amount, some of each.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-amount-watch.h"

#include "ion-amount-repair.h"
#include "ion-recipient-check.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define FAR_APART 100 /* from the smallest to the largest amount */
#define GAP       9   /* empty classes between two groups of amounts: a factor of about five */
#define FAR       20  /* classes from the middle of the others: a factor of about thirty */
#define ROWS_MAX  250 /* remembered of a class */

#define LIKE_CENTS_MIN 10       /* amounts from which a file is judged */
#define THOUSAND       (100000) /* cents */

/* Four classes to a doubling: the highest bit and the two after it. */
static guint
classify (gint64 amount)
{
  guint bits = g_bit_storage ((gulong) amount);

  if (bits < 3)
    return (guint) amount;
  return bits * 4 + (guint) ((amount >> (bits - 3)) & 3);
}

static void
remember (GArray **rows, gint64 row)
{
  if (*rows == NULL)
    *rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  if ((*rows)->len < ROWS_MAX)
    g_array_append_val (*rows, row);
}

static void
note_writing (IonAmountWatch *self, gint64 row, gint64 amount, const char *text)
{
  if (amount < THOUSAND || text[strspn (text, "0123456789")] != '\0')
    self->n_below_thousand++;
  else if (amount % 10000 != 0)
    self->n_like_cents++;
  if (ion_amount_is_bare_thousand (text))
    remember (&self->thousands, row);
  else if (ion_amount_has_decimal_point (text))
    self->n_decimal_points++;
}

/**
 * ion_amount_watch_add:
 * @self: the amounts so far
 * @row: as the spreadsheet shows it
 * @amount: cents
 * @text: (nullable): as the cell has it; %NULL where it stands in no cell
 * @column: (nullable): as the file names it
 */
void
ion_amount_watch_add (IonAmountWatch *self,
                      gint64 row,
                      gint64 amount,
                      const char *text,
                      const char *column)
{
  guint class;

  if (amount <= 0)
    return;
  if (self->n == 0 || amount < self->min)
    self->min = amount;
  self->max = MAX (self->max, amount);
  self->n++;
  class = classify (amount);
  self->classes[class]++;
  if (self->rows[class] == NULL || self->rows[class]->len < ROWS_MAX)
    remember (&self->rows[class], row);
  if (text == NULL)
    return;
  note_writing (self, row, amount, text);
  if (self->column == NULL)
    self->column = g_strdup (column);
}

void
ion_amount_watch_clear (IonAmountWatch *self)
{
  for (guint i = 0; i < ION_AMOUNT_CLASSES; i++)
    g_clear_pointer (&self->rows[i], g_array_unref);
  g_clear_pointer (&self->thousands, g_array_unref);
  g_clear_pointer (&self->column, g_free);
}

/* The classes, from the first to the last, of the group that most amounts are in. */
typedef struct
{
  guint from;
  guint to;
  gint64 n;
} Group;

static Group
find_largest_group (const IonAmountWatch *self)
{
  Group group = { 0, 0, 0 }, largest = { 0, 0, 0 };
  guint empty = GAP;

  for (guint i = 0; i < ION_AMOUNT_CLASSES; i++)
    {
      if (self->classes[i] == 0)
        {
          empty++;
          continue;
        }
      if (empty >= GAP)
        group = (Group){ i, i, 0 };
      empty = 0;
      group.to = i;
      group.n += self->classes[i];
      if (group.n > largest.n)
        largest = group;
    }
  return largest;
}

static gboolean
is_far_apart (const IonAmountWatch *self)
{
  return self->n > 0 && self->max / FAR_APART >= self->min;
}

/* Returns: how many rows are in the smaller groups, 0 where there is only one */
gint64
ion_amount_watch_count_apart (const IonAmountWatch *self)
{
  return is_far_apart (self) ? self->n - find_largest_group (self).n : 0;
}

/* Returns: how many amounts there are if all of them look like cents, else 0 */
gint64
ion_amount_watch_count_like_cents (const IonAmountWatch *self)
{
  const gboolean is_likely = self->n >= LIKE_CENTS_MIN && self->n_like_cents * 2 > self->n &&
                             self->n_below_thousand * 10 <= self->n;

  return is_likely ? self->n : 0;
}

static guint
find_middle (const IonAmountWatch *self, const Group *group)
{
  gint64 n = 0;

  for (guint i = group->from; i <= group->to; i++)
    {
      n += self->classes[i];
      if (n * 2 >= group->n)
        return i;
    }
  return group->to;
}

static void
add_issues (const IonAmountWatch *self,
            const GArray *rows,
            const char *code,
            const char *message,
            GPtrArray *issues)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_ptr_array_add (issues, ion_issue_new (g_array_index (rows, gint64, i), self->column, code,
                                            message, TRUE));
}

static void
add_far_ones (const IonAmountWatch *self, GPtrArray *issues)
{
  const Group group = find_largest_group (self);
  const guint middle = find_middle (self, &group);

  for (guint i = 0; i < ION_AMOUNT_CLASSES; i++)
    {
      if (i >= group.from && i <= group.to)
        continue;
      if (i >= middle + FAR)
        add_issues (self, self->rows[i], "amount-far-from-neighbours",
                    _ ("This amount is far above the others: perhaps its decimal comma is "
                       "missing."),
                    issues);
      else if (i + FAR <= middle)
        add_issues (self, self->rows[i], "amount-far-from-neighbours",
                    _ ("This amount is far below the others: perhaps its decimal comma stands in "
                       "the wrong place."),
                    issues);
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const IonIssue *left = *(const IonIssue *const *) a, *right = *(const IonIssue *const *) b;

  return left->row < right->row ? -1 : left->row > right->row;
}

/**
 * ion_amount_watch_add_issues:
 * @self: all amounts of the file
 * @issues: (element-type IonIssue): warnings about single rows are appended, in their order; not
 *   more than a few hundred of each class of size
 */
void
ion_amount_watch_add_issues (const IonAmountWatch *self, GPtrArray *issues)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (is_far_apart (self))
    add_far_ones (self, found);
  if (self->n_decimal_points > 0)
    add_issues (self, self->thousands, "amount-maybe-thousandth",
                _ ("Other amounts of the column have their decimals behind a point; this one was "
                   "read as thousands. Check it, and write it with two decimals."),
                found);
  g_ptr_array_sort (found, compare_rows);
  g_ptr_array_extend_and_steal (issues, g_steal_pointer (&found));
}
