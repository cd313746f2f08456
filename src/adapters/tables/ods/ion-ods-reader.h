/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table.h"
#include "ion-zip-archive.h"

G_BEGIN_DECLS

/**
 * IonOdsReader:
 *
 * A sheet of an OpenDocument spreadsheet, packed (.ods) or flat (.fods), read as a table.
 */
#define ION_TYPE_ODS_READER (ion_ods_reader_get_type ())
G_DECLARE_FINAL_TYPE (IonOdsReader, ion_ods_reader, ION, ODS_READER, GObject)

#define ION_ODS_CONTENT  "content.xml"
#define ION_ODS_MIMETYPE "application/vnd.oasis.opendocument.spreadsheet"

IonTable *ion_ods_reader_new (IonZipArchive *archive, const char *sheet, GError **error);
GPtrArray *ion_ods_reader_list_sheets (IonZipArchive *archive, GError **error);
IonTable *ion_ods_reader_new_flat (const char *path, const char *sheet, GError **error);
GPtrArray *ion_ods_reader_list_sheets_flat (const char *path, GError **error);

G_END_DECLS
