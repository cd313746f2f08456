/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Who the row is about: the fiscal code, and whether the name beside it may be that person's.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-row-person.h"

#include "ion-blank.h"
#include "ion-cell-value.h"
#include "ion-fiscal-code-repair.h"
#include "ion-fiscal-code.h"
#include "ion-name-check.h"
#include "ion-recipient-check-private.h"
#include "ion-row-repair.h"
#include "ion-value-error.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define ADULT 18

static void
count_person (IonRowCheck *row)
{
  IonDate grown;

  row->check->counts.n_codes++;
  if (!ion_fiscal_code_get_birth_date (row->recipient->fiscal_code, &row->check->today, &grown))
    return;
  grown.year += ADULT;
  if (ion_date_compare (&grown, &row->check->today) > 0)
    row->check->counts.n_minors++;
}

/* Returns: whether a code came out of the damaged cell */
static gboolean
repair_code (IonRowCheck *row,
             const IonCheckedColumn *column,
             const char *cell,
             const GError *error)
{
  g_autofree char *text = ion_cell_value_trim (cell);
  g_autoptr (IonRepair) repair = NULL;

  if (ion_row_repair_report_damage (row, column, text))
    return FALSE;
  repair = ion_fiscal_code_repair (text);
  return ion_row_repair_take (row, column, repair, error, &text) &&
         ion_fiscal_code_parse (text, row->recipient->fiscal_code, NULL);
}

static void
check_code_character (IonRowCheck *row, const IonCheckedColumn *column)
{
  const char *code = row->recipient->fiscal_code;
  g_autofree char *guess = NULL;

  if (ion_fiscal_code_is_check_character_right (code))
    return;
  guess = ion_fiscal_code_guess_digits (code);
  ion_row_check_propose (row, column, ion_value_error_get_name (ION_VALUE_ERROR_CHECK_CHARACTER),
                         _ ("The last letter of the fiscal code does not fit the others: there "
                            "may be a typing "
                            "error."),
                         TRUE, guess);
}

static void
check_code (IonRowCheck *row)
{
  const IonCheckedColumn *column = &row->check->columns->list[row->check->columns->code];
  const char *cell = ion_row_check_get_cell (row, row->check->columns->code);
  char *code = row->recipient->fiscal_code;
  g_autoptr (GError) error = NULL;

  if (!ion_fiscal_code_parse (cell, code, &error))
    {
      code[0] = '\0';
      if (!repair_code (row, column, cell, error))
        return;
    }
  else if (strncmp (ion_blank_skip (cell), code, ION_FISCAL_CODE_LENGTH) != 0)
    {
      g_autoptr (IonRepair) repair = ion_fiscal_code_repair (cell);

      if (repair != NULL && repair->kind == ION_REPAIR_CERTAIN)
        ion_row_check_report (row, column, repair->code, repair->message, TRUE);
    }
  check_code_character (row, column);
  count_person (row);
}

/* An error of a spreadsheet in the place of a name says nothing about the person. */
static gboolean
is_damaged (const IonRowCheck *row, gssize column)
{
  return ion_repair_is_spreadsheet_error (ion_blank_skip (ion_row_check_get_cell (row, column)));
}

static gboolean
is_name_damaged (const IonRowCheck *row)
{
  const IonCheckedColumns *columns = row->check->columns;

  return is_damaged (row, columns->surname) || is_damaged (row, columns->given_name) ||
         is_damaged (row, columns->full_name);
}

static void
check_name (IonRowCheck *row)
{
  const IonRecipientCheck *self = row->check;
  const char *code = row->recipient->fiscal_code;
  const IonCheckedColumn *column;
  IonNameCheck told;

  if (code[0] == '\0' || ion_fiscal_code_is_test (code))
    return;
  if (self->columns->surname >= 0 && self->columns->given_name >= 0)
    {
      told = ion_name_check (code, ion_row_check_get_cell (row, self->columns->surname),
                             ion_row_check_get_cell (row, self->columns->given_name));
      column = &self->columns->list[self->columns->surname];
    }
  else if (self->columns->full_name >= 0)
    {
      told = ion_name_check_full (code, ion_row_check_get_cell (row, self->columns->full_name));
      column = &self->columns->list[self->columns->full_name];
    }
  else
    return;
  if (told == ION_NAME_CHECK_DIFFERS && is_name_damaged (row))
    told = ION_NAME_CHECK_CANNOT_TELL;
  if (told == ION_NAME_CHECK_DIFFERS)
    ion_row_check_report (row, column, "name-does-not-match",
                          _ ("The name does not fit the fiscal code: check that they are of the "
                             "same person."),
                          TRUE);
  ion_doubt_counts_add_name (&row->check->counts, row->recipient->row, told);
}

void
ion_row_person_check (IonRowCheck *row)
{
  check_code (row);
  check_name (row);
}
