/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-excel-xml-book.h"
#include "ion-row-queue.h"

G_BEGIN_DECLS

/**
 * IonExcelXmlRows:
 *
 * The rows of one sheet of a workbook in Excel's XML of 2003.
 */
typedef struct _IonExcelXmlRows IonExcelXmlRows;

IonExcelXmlRows *ion_excel_xml_rows_new (IonXmlInput *input,
                                         const IonExcelXmlBook *book,
                                         guint sheet,
                                         IonRowQueue *queue);
void ion_excel_xml_rows_free (IonExcelXmlRows *self);
gboolean ion_excel_xml_rows_read (IonExcelXmlRows *self, gboolean *is_end, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonExcelXmlRows, ion_excel_xml_rows_free)

G_END_DECLS
