/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a number in a spreadsheet's cell stands for. */
typedef enum
{
  ION_CELL_KIND_NUMBER,
  ION_CELL_KIND_DATE,
  ION_CELL_KIND_DATE_TIME,
  ION_CELL_KIND_TIME,     /* of day */
  ION_CELL_KIND_DURATION, /* hours may be more than 24 */
} IonCellKind;

/* What of a number format matters to who reads the cell. */
typedef struct
{
  IonCellKind kind;
  guint n_zeros; /* "00000": digits that are shown at least, with zeros in front; 0 = as many as
                    there are */
} IonCellFormat;

void ion_cell_format_from_code (IonCellFormat *self, const char *code);
void ion_cell_format_from_builtin (IonCellFormat *self, guint id);

G_END_DECLS
