/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table.h"
#include "zip-maker.h"

#define XLSX_MAIN    "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define XLSX_RELS    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define XLSX_PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

/* The parts of a small workbook; NULL is what nearly every workbook has there. */
typedef struct
{
  const char *book;    /* what stands in <workbook> */
  const char *rels;    /* what stands in the relationships of the workbook */
  const char *styles;  /* what stands in <styleSheet> */
  const char *strings; /* what stands in <sst> */
  const char *sheet;   /* what stands in <sheetData> */
  const char *behind;  /* what stands behind <sheetData> */
  const char *raw;     /* the whole sheet, where it is not of that form */
  const char *second;  /* what stands in the <sheetData> of a second sheet, of its own relation */
  ZipOptions options;
} XlsxParts;

/* Returns: (transfer full): the path of a new temporary file with the workbook */
char *xlsx_make (const XlsxParts *parts);
IonTable *xlsx_open (const XlsxParts *parts, const char *sheet, GError **error);
/* As table_dump() has it: rows, then remarks. */
void xlsx_assert (const XlsxParts *parts, const char *sheet, const char *expected);
/* Rows in <sheetData>, with nothing else that is unusual. */
void xlsx_assert_cells (const char *sheet, const char *expected);
/* Refused at once or on the way. @part: (nullable): what the message says */
void xlsx_assert_refused (const XlsxParts *parts, IonTableError code, const char *part);
