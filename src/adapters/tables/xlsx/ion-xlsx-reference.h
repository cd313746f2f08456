/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-table-limits.h"

G_BEGIN_DECLS

/* For the files of this folder only; inline, since it runs once a cell. */

/* The column of a reference ("AB12": 27), from 0; those beyond the limit of a table are all the
 * same. Returns: where the letters end, @text where there are none */
static inline const char *
ion_xlsx_reference_read_column (const char *text, const char *end, gsize *column)
{
  gsize value = 0;

  for (; text < end; text++)
    {
      /* In capitals: these letters differ in one bit. */
      guchar letter = (guchar) *text & 0xDF;

      if (letter < 'A' || letter > 'Z')
        break;
      value = value * 26 + (gsize) (letter - 'A') + 1;
      value = MIN (value, ION_TABLE_COLUMNS_MAX + 1);
    }
  *column = value > 0 ? value - 1 : 0;
  return text;
}

G_END_DECLS
