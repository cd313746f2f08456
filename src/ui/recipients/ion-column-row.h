/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-column-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonColumnRow:
 *
 * One column of the file: its name, an example, and which field it is.
 *
 * Signals: "chosen" (const char *field): (nullable)
 */
#define ION_TYPE_COLUMN_ROW (ion_column_row_get_type ())
G_DECLARE_FINAL_TYPE (IonColumnRow, ion_column_row, ION, COLUMN_ROW, AdwActionRow)

GtkWidget *ion_column_row_new (void);
/* @fields: (element-type utf8); @reveals: fiscal codes are shown whole */
void ion_column_row_show (IonColumnRow *self,
                          const IonColumnEntry *column,
                          GPtrArray *fields,
                          gboolean reveals);

/* Returns: (transfer full): @cell as it may be shown: a fiscal code in it is masked */
char *ion_column_row_mask (const char *cell);
/* Returns: (transfer none): the field as a person knows it */
const char *ion_column_row_name_field (const char *field);

G_END_DECLS
