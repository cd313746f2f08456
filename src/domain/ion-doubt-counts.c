/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What no single row shows: a column that slipped by a row, pupils' codes in the payers' place,
 * cents read as euros. Only figures are kept.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-doubt-counts.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#define FAR_APART 100 /* from the smallest to the largest amount */
#define GAP       9   /* empty classes between two groups of amounts: a factor of about five */

static void
ion_doubt_free (IonDoubt *self)
{
  g_free (self->code);
  g_free (self->message);
  g_free (self);
}

void
ion_doubt_counts_add_name (IonDoubtCounts *self, IonNameCheck check)
{
  if (check == ION_NAME_CHECK_CANNOT_TELL)
    return;
  self->n_names++;
  self->n_names_differing += check == ION_NAME_CHECK_DIFFERS;
}

/* Four classes to a doubling: the highest bit and the two after it. */
static guint
classify (gint64 amount)
{
  guint bits = g_bit_storage ((gulong) amount);

  if (bits < 3)
    return (guint) amount;
  return bits * 4 + (guint) ((amount >> (bits - 3)) & 3);
}

void
ion_doubt_counts_add_amount (IonDoubtCounts *self, gint64 amount)
{
  if (amount <= 0)
    return;
  if (self->n_amounts == 0 || amount < self->amount_min)
    self->amount_min = amount;
  self->amount_max = MAX (self->amount_max, amount);
  self->n_amounts++;
  self->amounts[classify (amount)]++;
}

/* Amounts spread evenly from small to large are an office's life; two groups far from each other
 * are a comma in the wrong place. Returns: how many rows are in the smaller groups, 0 where there
 * is only one */
static gint64
count_amounts_apart (const IonDoubtCounts *self)
{
  gint64 group = 0, largest = 0;
  guint empty = 0;

  if (self->n_amounts == 0 || self->amount_max / FAR_APART < self->amount_min)
    return 0;
  for (guint i = 0; i < ION_AMOUNT_CLASSES; i++)
    {
      if (self->amounts[i] == 0)
        {
          empty++;
          continue;
        }
      if (empty >= GAP)
        group = 0;
      empty = 0;
      group += self->amounts[i];
      largest = MAX (largest, group);
    }
  return self->n_amounts - largest;
}

static void
add_doubt (GPtrArray *doubts, const char *code, gint64 rows, const char *format)
{
  IonDoubt *doubt = g_new0 (IonDoubt, 1);

  doubt->code = g_strdup (code);
  doubt->rows = rows;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  doubt->message = g_strdup_printf (format, rows);
#pragma GCC diagnostic pop
  g_ptr_array_add (doubts, doubt);
}

static gulong
plural (gint64 n)
{
  return (gulong) n;
}

static void
add_doubts_of_people (const IonDoubtCounts *self, GPtrArray *doubts)
{
  gint64 n = self->n_names_differing;

  if (n * 2 > self->n_names)
    add_doubt (doubts, ION_DOUBT_NAMES, n,
               g_dngettext (GETTEXT_PACKAGE,
                            "In %" PRId64 " row the name does not fit the fiscal code: "
                            "perhaps a column has slipped, or the codes are of other people.",
                            "In %" PRId64 " rows the name does not fit the fiscal code: "
                            "perhaps a column has slipped, or the codes are of other people.",
                            plural (n)));
  n = self->n_minors;
  if (n * 2 > self->n_codes)
    add_doubt (doubts, ION_DOUBT_MINORS, n,
               g_dngettext (GETTEXT_PACKAGE,
                            "%" PRId64 " row has the fiscal code of a minor: perhaps it is "
                            "the pupil's in the place of the parent's.",
                            "%" PRId64 " rows have the fiscal code of a minor: perhaps they "
                            "are the pupils' in the place of the parents'.",
                            plural (n)));
}

static void
add_doubts_of_payments (const IonDoubtCounts *self, GPtrArray *doubts)
{
  gint64 n = self->n_shared_notices;

  if (n > 0)
    add_doubt (doubts, ION_DOUBT_SHARED_NOTICES, n,
               g_dngettext (GETTEXT_PACKAGE,
                            "%" PRId64 " row has a notice number that another person has "
                            "too: one would pay for the other.",
                            "%" PRId64 " rows have a notice number that another person has "
                            "too: one would pay for the other.",
                            plural (n)));
  n = count_amounts_apart (self);
  if (n > 0)
    add_doubt (doubts, ION_DOUBT_AMOUNTS, n,
               g_dngettext (GETTEXT_PACKAGE,
                            "In %" PRId64 " row the amount is far from the others, by a "
                            "factor of a hundred between the smallest and the largest: perhaps a "
                            "decimal comma is missing.",
                            "In %" PRId64 " rows the amount is far from the others, by a "
                            "factor of a hundred between the smallest and the largest: perhaps "
                            "decimal commas are missing.",
                            plural (n)));
  n = self->n_past;
  if (n > 0)
    add_doubt (doubts, ION_DOUBT_PAST, n,
               g_dngettext (GETTEXT_PACKAGE, "In %" PRId64 " row the due date has passed.",
                            "In %" PRId64 " rows the due date has passed.", plural (n)));
}

/* Returns: (transfer full) (element-type IonDoubt): what is odd about the file */
GPtrArray *
ion_doubt_counts_list (const IonDoubtCounts *self)
{
  GPtrArray *doubts = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_doubt_free);

  add_doubts_of_people (self, doubts);
  add_doubts_of_payments (self, doubts);
  return doubts;
}
