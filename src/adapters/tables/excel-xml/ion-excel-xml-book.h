/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-cell-format.h"
#include "ion-sheet-choice.h"
#include "ion-xml-input.h"

G_BEGIN_DECLS

/* The namespaces, and their places in ION_EXCEL_XML_NAMESPACES. */
#define ION_EXCEL_XML_NAMESPACES                                                                   \
  {                                                                                                \
    "urn:schemas-microsoft-com:office:spreadsheet", "urn:schemas-microsoft-com:office:excel", NULL \
  }
enum
{
  ION_EXCEL_XML_SPREADSHEET,
  ION_EXCEL_XML_EXCEL,
};

/* What a workbook in Excel's XML of 2003 says of all its cells. */
typedef struct
{
  GPtrArray *sheets;   /* (owned) (element-type IonSheet) */
  GHashTable *formats; /* (owned): name of a style -> IonCellFormat */
  gboolean is_1904;
} IonExcelXmlBook;

IonExcelXmlBook *ion_excel_xml_book_read (IonXmlInput *input, GError **error);
void ion_excel_xml_book_free (IonExcelXmlBook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonExcelXmlBook, ion_excel_xml_book_free)

G_END_DECLS
