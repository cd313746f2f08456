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
  ION_COLUMN_PERIOD,
  ION_COLUMN_PUPIL,
} IonColumnKind;

IonColumnKind ion_column_kind_recognise (const char *name);
guint ion_column_kind_rate_fiscal_code (const char *name);

G_END_DECLS
