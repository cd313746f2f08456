/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What only the cells tell: fiscal codes and notice numbers cannot be mistaken, amounts and dates
 * can, and are looked for only where there is one to find.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-mapping-private.h"
#include "ion-amount.h"
#include "ion-blank.h"
#include "ion-column-kind.h"
#include "ion-date.h"
#include "ion-fiscal-code.h"
#include "ion-notice-number.h"

#include <string.h>

typedef gboolean (*TestFunc) (const char *cell);

static gboolean
is_fiscal_code (const char *cell)
{
  char code[ION_FISCAL_CODE_LENGTH + 1];

  return ion_fiscal_code_parse (cell, code, NULL);
}

static gboolean
is_notice_number (const char *cell)
{
  char number[ION_NOTICE_NUMBER_LENGTH + 1];

  return ion_notice_number_parse (cell, number, NULL, NULL);
}

/* With decimals or a currency: whole numbers may be anything. */
static gboolean
is_amount (const char *cell)
{
  gint64 cents;

  return strpbrk (cell, ",.\342") != NULL && ion_amount_parse (cell, &cents, NULL);
}

static gboolean
is_date (const char *cell)
{
  IonDate date;

  return ion_date_parse (cell, &date, NULL);
}

/* Whether most of the column's cells that are not empty pass. */
static gboolean
is_column_of (const IonMappingSearch *search, gsize column, TestFunc test)
{
  guint n = 0, n_passed = 0;

  for (guint i = 0; search->sample != NULL && i < search->sample->len; i++)
    {
      const char *const *cells = g_ptr_array_index (search->sample, i);

      if (g_strv_length ((char **) cells) <= column || *ion_blank_skip (cells[column]) == '\0')
        continue;
      n++;
      n_passed += test (cells[column]);
    }
  return n > 0 && n_passed * 5 >= n * 3;
}

/* Finds the one column whose cells pass, among those whose name says nothing where that matters.
 * Returns: FALSE with @error where there are two */
static gboolean
find_by_content (IonMappingSearch *search,
                 const char *field,
                 TestFunc test,
                 gboolean any_name,
                 gssize *column,
                 GError **error)
{
  *column = -1;
  for (gsize i = 0; i < search->mapping->n_columns; i++)
    {
      if (search->mapping->fields[i] != NULL ||
          (!any_name && !ion_column_kind_says_nothing (search->header[i])) ||
          !is_column_of (search, i, test))
        continue;
      if (*column >= 0)
        return ion_mapping_search_set_ambiguous (search, field, (gsize) *column, i, error);
      *column = (gssize) i;
    }
  return TRUE;
}

static guint
count_of_kind (GPtrArray *wanted, IonColumnKind kind)
{
  guint n = 0;

  for (guint i = 0; i < wanted->len; i++)
    n += ion_column_kind_recognise (g_ptr_array_index (wanted, i)) == kind;
  return n;
}

/* A notice number cannot be mistaken; amounts and dates are found only where there is one to find
 * and the columns' names do not speak. */
gboolean
ion_mapping_search_find_by_content (IonMappingSearch *search,
                                    GPtrArray *wanted,
                                    const char *field,
                                    gssize *column,
                                    GError **error)
{
  IonColumnKind kind = ion_column_kind_recognise (field);

  if (kind == ION_COLUMN_NOTICE_NUMBER)
    return find_by_content (search, field, is_notice_number, TRUE, column, error);
  if ((kind == ION_COLUMN_AMOUNT || kind == ION_COLUMN_DUE_DATE) &&
      count_of_kind (wanted, kind) == 1)
    return find_by_content (search, field, kind == ION_COLUMN_AMOUNT ? is_amount : is_date, FALSE,
                            column, error);
  return TRUE;
}

gboolean
ion_mapping_search_holds_codes (const IonMappingSearch *search, gsize column)
{
  return is_column_of (search, column, is_fiscal_code);
}

gboolean
ion_mapping_search_find_codes (IonMappingSearch *search, gssize *column, GError **error)
{
  return find_by_content (search, ION_FIELD_FISCAL_CODE, is_fiscal_code, TRUE, column, error);
}
