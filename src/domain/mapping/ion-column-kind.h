/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a column's name says about what stands in it. */
typedef enum
{
  ION_COLUMN_OTHER,
  ION_COLUMN_FISCAL_CODE,
  ION_COLUMN_GIVEN_NAME,
  ION_COLUMN_SURNAME,
  ION_COLUMN_FULL_NAME,
  ION_COLUMN_AMOUNT,
  ION_COLUMN_DUE_DATE,
  ION_COLUMN_NOTICE_NUMBER,
  ION_COLUMN_IUV, /* of 15 or 17 digits: not the notice number, which is longer */
  ION_COLUMN_PERIOD,
  ION_COLUMN_PUPIL,
  ION_COLUMN_POSTCODE,
  ION_COLUMN_DATE, /* by the template's format only: no name says it */
} IonColumnKind;

/* How sure a name is about the fiscal codes below it. */
typedef enum
{
  ION_CODE_COLUMN_NOT = 0,
  ION_CODE_COLUMN_OF_OTHERS = 1, /* a pupil's: not of who is written to */
  ION_CODE_COLUMN_OF_PAYER = 2,
  ION_CODE_COLUMN_PLAIN = 3, /* the name says nothing more */
} IonCodeColumn;

IonColumnKind ion_column_kind_recognise (const char *name);
guint ion_column_kind_rate_fiscal_code (const char *name);
gboolean ion_column_kind_says_nothing (const char *name);

G_END_DECLS
