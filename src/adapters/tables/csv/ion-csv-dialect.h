/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-encoding.h"

G_BEGIN_DECLS

/* How a CSV file is written: what reading it needs, and writing another one like it. */
typedef struct
{
  IonEncoding encoding;
  gboolean has_bom;
  char separator;
  const char *line_end; /* "\r\n", "\n" or "\r" */
  gsize n_columns;      /* of most rows */
  gsize skip;           /* bytes of text before the first row: "sep=;" */
} IonCsvDialect;

void ion_csv_dialect_recognise (IonCsvDialect *self,
                                const char *head,
                                gsize size,
                                gboolean is_whole,
                                char separator);

G_END_DECLS
