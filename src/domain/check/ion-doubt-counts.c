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

static void
ion_doubt_free (IonDoubt *self)
{
  g_free (self->code);
  g_free (self->message);
  g_free (self);
}

void
ion_doubt_counts_clear (IonDoubtCounts *self)
{
  ion_amount_watch_clear (&self->amounts);
}

void
ion_doubt_counts_add_name (IonDoubtCounts *self, gint64 row, IonNameCheck check)
{
  if (check == ION_NAME_CHECK_CANNOT_TELL)
    return;
  ion_name_run_add (&self->names, row, check == ION_NAME_CHECK_DIFFERS);
  self->n_names++;
  self->n_names_differing += check == ION_NAME_CHECK_DIFFERS;
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

/* A column that slipped from some row on, where the file as a whole looks right. */
static void
add_doubt_of_slip (const IonNameRun *names, GPtrArray *doubts)
{
  IonDoubt *doubt = g_new0 (IonDoubt, 1);

  doubt->code = g_strdup (ION_DOUBT_NAMES);
  doubt->rows = names->best_n_differing;
  doubt->message = g_strdup_printf (
      /* Translators: three numbers of rows */
      _ ("From row %1$" PRId64 " to row %2$" PRId64
         " nearly no name fits its fiscal code (%3$" PRId64
         " rows): perhaps a column has slipped there."),
      names->best_from, names->best_to, names->best_n_differing);
  g_ptr_array_add (doubts, doubt);
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
  else if (ion_name_run_is_slip (&self->names))
    add_doubt_of_slip (&self->names, doubts);
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
add_doubts_of_amounts (const IonAmountWatch *amounts, GPtrArray *doubts)
{
  gint64 n = ion_amount_watch_count_apart (amounts);

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
  n = ion_amount_watch_count_like_cents (amounts);
  if (n > 0)
    add_doubt (doubts, ION_DOUBT_CENTS, n,
               g_dngettext (GETTEXT_PACKAGE,
                            "%" PRId64 " amount is large and without decimals: perhaps it is in "
                            "cents.",
                            "%" PRId64 " amounts are large and without decimals: perhaps they are "
                            "in cents.",
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
  add_doubts_of_amounts (&self->amounts, doubts);
  n = self->n_month_first;
  if (n > 0)
    add_doubt (doubts, ION_DOUBT_MONTH_FIRST, n,
               g_dngettext (GETTEXT_PACKAGE,
                            "In %" PRId64
                            " row the month stands before the day: perhaps it does in "
                            "the whole file, and other dates were read wrongly.",
                            "In %" PRId64 " rows the month stands before the day: perhaps it does "
                            "in the whole file, and other dates were read wrongly.",
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
