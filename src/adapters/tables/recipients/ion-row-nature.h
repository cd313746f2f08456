/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-mapping.h"

G_BEGIN_DECLS

/* What a row below the header is. */
typedef enum
{
  ION_ROW_PERSON, /* whatever is not plainly something else: an odd row is an error, not skipped */
  ION_ROW_TOTALS,
  ION_ROW_HEADER_AGAIN, /* printed lists repeat it on every page */
  ION_ROW_NOTE,         /* a title, a page number, a line of dashes, a signature */
  ION_ROW_EMPTY,
} IonRowNature;

/* What is known of the table. */
typedef struct
{
  const char *const *header; /* (array length=n_columns): "" where there is none */
  gsize n_columns;
  gssize code;          /* the column of the fiscal codes; -1 = not known */
  gssize errors_column; /* of what an earlier check has said, not looked at; -1 = none */
  const IonMapping *mapping;
  const char *const *person; /* (nullable) (array zero-terminated=1): who is one beyond doubt */
} IonRowContext;

IonRowNature
ion_row_nature_tell (const IonRowContext *context, const char *const *cells, gsize n_cells);
/* What is said about a row that is no person. (transfer none) */
const char *ion_row_nature_get_code (IonRowNature nature);
const char *ion_row_nature_get_message (IonRowNature nature);

G_END_DECLS
