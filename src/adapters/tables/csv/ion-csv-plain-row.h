/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-csv-parser.h"

G_BEGIN_DECLS

/* For IonCsvParser only. */
gboolean ion_csv_plain_row_read (IonCsvParser *self);

G_END_DECLS
