/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table.h"
#include "ion-zip-archive.h"

G_BEGIN_DECLS

#define ION_TYPE_XLSX_READER (ion_xlsx_reader_get_type ())
G_DECLARE_FINAL_TYPE (IonXlsxReader, ion_xlsx_reader, ION, XLSX_READER, GObject)

IonTable *
ion_xlsx_reader_new (IonZipArchive *archive, const char *part, const char *sheet, GError **error);
GPtrArray *ion_xlsx_reader_list_sheets (IonZipArchive *archive, const char *part, GError **error);

G_END_DECLS
