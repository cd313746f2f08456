/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The one column that decides who is written to: the codes of those who pay, never of their
 * children. Where two columns would do, the person is asked.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-mapping-private.h"
#include "ion-column-kind.h"

#include <glib/gi18n-lib.h>

/* Finds the column of codes by its name. A plain name is no better than a payer's: beside
 * "CF genitore", the column "CF" may well be the child's. */
static gboolean
find_named_code (IonMappingSearch *search, guint *best, gssize *column, GError **error)
{
  gssize other = -1;

  *best = ION_CODE_COLUMN_NOT;
  *column = -1;
  for (gsize i = 0; i < search->mapping->n_columns; i++)
    {
      guint points = MIN (ion_column_kind_rate_fiscal_code (search->header[i]),
                          (guint) ION_CODE_COLUMN_OF_PAYER);

      if (search->mapping->fields[i] != NULL || points == ION_CODE_COLUMN_NOT || points < *best)
        continue;
      other = points == *best ? *column : -1;
      *column = (gssize) i;
      *best = points;
    }
  return other < 0 || ion_mapping_search_set_ambiguous (search, ION_FIELD_FISCAL_CODE,
                                                        (gsize) other, (gsize) *column, error);
}

/* Whether there are codes also where no name promised them: a payer's, beside a named pupil's. */
static gboolean
check_no_other_codes (IonMappingSearch *search, gssize column, GError **error)
{
  for (gsize i = 0; i < search->mapping->n_columns; i++)
    {
      if ((gssize) i != column && search->mapping->fields[i] == NULL &&
          ion_column_kind_rate_fiscal_code (search->header[i]) == ION_CODE_COLUMN_NOT &&
          ion_mapping_search_holds_codes (search, i))
        return ion_mapping_search_set_ambiguous (search, ION_FIELD_FISCAL_CODE, (gsize) column, i,
                                                 error);
    }
  return TRUE;
}

gboolean
ion_mapping_search_find_code (IonMappingSearch *search, GError **error)
{
  IonMappingWord word = ION_MAPPING_WORD_NAME;
  gssize column;
  guint best;

  if (!find_named_code (search, &best, &column, error))
    return FALSE;
  if (best == ION_CODE_COLUMN_OF_OTHERS && !check_no_other_codes (search, column, error))
    return FALSE;
  if (column < 0)
    {
      word = ION_MAPPING_WORD_CONTENT;
      if (!ion_mapping_search_find_codes (search, &column, error))
        return FALSE;
    }
  if (column < 0)
    {
      g_set_error_literal (error, ION_MAPPING_ERROR, ION_MAPPING_ERROR_NO_FISCAL_CODE,
                           _ ("No column holds fiscal codes. Name it “codice fiscale”, or say "
                              "which "
                              "it is (fiscal_code=COLUMN)."));
      return FALSE;
    }
  ion_mapping_search_assign (search, (gsize) column, ION_FIELD_FISCAL_CODE, word);
  return TRUE;
}
