/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table.h"

G_BEGIN_DECLS

/**
 * IonExcelXmlReader:
 *
 * A sheet of a workbook in Excel's XML of 2003, which programs save as .xls or .xml.
 */
#define ION_TYPE_EXCEL_XML_READER (ion_excel_xml_reader_get_type ())
G_DECLARE_FINAL_TYPE (IonExcelXmlReader, ion_excel_xml_reader, ION, EXCEL_XML_READER, GObject)

IonTable *ion_excel_xml_reader_new (const char *path, const char *sheet, GError **error);
GPtrArray *ion_excel_xml_reader_list_sheets (const char *path, GError **error);

G_END_DECLS
