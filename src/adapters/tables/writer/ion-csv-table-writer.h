/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table-writer.h"

G_BEGIN_DECLS

#define ION_TYPE_CSV_TABLE_WRITER (ion_csv_table_writer_get_type ())
G_DECLARE_FINAL_TYPE (IonCsvTableWriter, ion_csv_table_writer, ION, CSV_TABLE_WRITER, GObject)

/* @like: (nullable) */
IonTableWriter *ion_csv_table_writer_new (const char *path, IonTable *like, GError **error);

G_END_DECLS
