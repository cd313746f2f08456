/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table.h"

G_BEGIN_DECLS

/**
 * IonCsvWriter:
 *
 * A CSV file (RFC 4180, UTF-8 with its mark, so that spreadsheets read the accents) that appears
 * under its name only when it is whole: it is written beside it (mode 0600) and renamed. A cell
 * that a spreadsheet would take for a formula is defused.
 */
typedef struct _IonCsvWriter IonCsvWriter;

typedef enum
{
  ION_CSV_PLAIN = 0,                /* exactly the texts: for programs */
  ION_CSV_FOR_SPREADSHEET = 1 << 0, /* UTF-8 mark, formulas defused */
} IonCsvFlags;

IonCsvWriter *ion_csv_writer_new (const char *path, IonCsvFlags flags, GError **error);
/* In the encoding, with the separator and the line ends of @table, where that is a CSV file: it
 * goes back to whoever made it, and to their program. Formulas are left as they came. Else (also
 * where @table is %NULL) as a spreadsheet in Italian opens it. */
IonCsvWriter *ion_csv_writer_new_like (const char *path, IonTable *table, GError **error);
gboolean ion_csv_writer_write_cell (IonCsvWriter *self, const char *text, GError **error);
gboolean ion_csv_writer_end_row (IonCsvWriter *self, GError **error);
gboolean ion_csv_writer_can_hold (const IonCsvWriter *self, const char *text);
/* Flushes, syncs and renames. Without it ion_csv_writer_free() leaves no trace. */
gboolean ion_csv_writer_finish (IonCsvWriter *self, GError **error);
void ion_csv_writer_free (IonCsvWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonCsvWriter, ion_csv_writer_free)

G_END_DECLS
