/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table-writer.h"

G_BEGIN_DECLS

#define ION_TYPE_XLSX_WRITER (ion_xlsx_writer_get_type ())
G_DECLARE_FINAL_TYPE (IonXlsxWriter, ion_xlsx_writer, ION, XLSX_WRITER, GObject)

/* @sheet: (nullable): the name of the sheet */
IonTableWriter *ion_xlsx_writer_new (const char *path,
                                     const char *sheet,
                                     const IonTableLayout *layout,
                                     GError **error);

G_END_DECLS
