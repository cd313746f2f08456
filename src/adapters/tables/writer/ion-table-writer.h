/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table.h"

G_BEGIN_DECLS

/**
 * IonTableWriter:
 *
 * Rows of texts into a file, one after the other, in constant memory and without a temporary file
 * anywhere; the counterpart of #IonTable. Every cell stays a text, so that no spreadsheet takes
 * digits away from a notice number.
 */
#define ION_TYPE_TABLE_WRITER (ion_table_writer_get_type ())
G_DECLARE_INTERFACE (IonTableWriter, ion_table_writer, ION, TABLE_WRITER, GObject)

struct _IonTableWriterInterface
{
  GTypeInterface parent;

  gboolean (*write_row) (IonTableWriter *self,
                         gint64 row,
                         const char *const *cells,
                         gsize n_cells,
                         GError **error);
  gboolean (*can_hold) (IonTableWriter *self, const char *text);
  gboolean (*finish) (IonTableWriter *self, GError **error);
};

/* What a workbook shows of the table besides its cells. */
typedef struct
{
  gint64 header_row; /* bold, stays in sight, with filters; 0 = none */
  gsize n_columns;
  gssize wide_column; /* one of sentences; -1 = none */
} IonTableLayout;

/* Returns: (transfer none): "csv", "xlsx" or "ods" */
const char *ion_table_writer_choose_format (const char *path, IonTable *like);
IonTableWriter *ion_table_writer_open (const char *path,
                                       IonTable *like,
                                       const IonTableLayout *layout,
                                       GError **error);
/* Rows in rising order, numbered from 1; those left out are empty. */
gboolean ion_table_writer_write_row (IonTableWriter *self,
                                     gint64 row,
                                     const char *const *cells,
                                     gsize n_cells,
                                     GError **error);
/* Returns: whether the file can hold @text without loss; else it is written as well as it goes */
gboolean ion_table_writer_can_hold (IonTableWriter *self, const char *text);
/* Makes the file appear under its name. Without it nothing is left. */
gboolean ion_table_writer_finish (IonTableWriter *self, GError **error);

G_END_DECLS
