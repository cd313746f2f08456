/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A cell without the blanks around it, or what it was repaired to. */
typedef struct
{
  const char *text;
  gsize length;
  char *owned; /* (owned) (nullable): @text where it is not in the reader's cell */
} IonCellValue;

/* @cell must outlive it. */
void ion_cell_value_init (IonCellValue *self, const char *cell);
/* @text: (transfer full): what it is now */
void ion_cell_value_take (IonCellValue *self, char *text);
/* Returns: (transfer full): the cell without the blanks around it */
char *ion_cell_value_trim (const char *cell);

G_END_DECLS
