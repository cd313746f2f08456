/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-csv-dialect.h"
#include "ion-table.h"
#include "ion-text-input.h"

G_BEGIN_DECLS

#define ION_TYPE_CSV_READER (ion_csv_reader_get_type ())
G_DECLARE_FINAL_TYPE (IonCsvReader, ion_csv_reader, ION, CSV_READER, GObject)

IonTable *ion_csv_reader_new (IonTextInput *input, char separator, GError **error);
const IonCsvDialect *ion_csv_reader_get_dialect (IonCsvReader *self);

G_END_DECLS
