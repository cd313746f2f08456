/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table.h"

G_BEGIN_DECLS

/**
 * IonXlsReader:
 *
 * A sheet of an old Excel workbook (.xls), from version 2 to 2003, read as a table.
 */
#define ION_TYPE_XLS_READER (ion_xls_reader_get_type ())
G_DECLARE_FINAL_TYPE (IonXlsReader, ion_xls_reader, ION, XLS_READER, GObject)

gboolean ion_xls_reader_recognises (const guint8 *head, gsize size);
IonTable *ion_xls_reader_new (const char *path, const char *sheet, GError **error);
GPtrArray *ion_xls_reader_list_sheets (const char *path, GError **error);

G_END_DECLS
