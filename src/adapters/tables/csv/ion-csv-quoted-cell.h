/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-csv-parser.h"

G_BEGIN_DECLS

/* For IonCsvParser only. Both return whether the row ends. */
gboolean ion_csv_quoted_cell_read (IonCsvParser *self);
/* Behind a quotation mark that may have closed the cell. */
gboolean ion_csv_quoted_cell_read_behind (IonCsvParser *self);
/* The quotation mark that opened the cell was a letter: reads on behind it. */
void ion_csv_quoted_cell_reread (IonCsvParser *self);

G_END_DECLS
