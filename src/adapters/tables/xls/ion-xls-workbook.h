/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-biff-stream.h"
#include "ion-biff-text.h"
#include "ion-cell-format.h"

G_BEGIN_DECLS

typedef struct
{
  char *name; /* (owned): "" where it has none */
  guint32 at; /* its first record */
  gboolean is_hidden;
} IonXlsSheet;

/**
 * IonXlsWorkbook:
 *
 * What the sheets of an old workbook have in common: texts, number formats, the days' system.
 */
typedef struct
{
  IonBiffStream *stream; /* (owned) */
  IonBiffText *text;     /* (owned) */
  guint version;         /* 0x0600 since Excel 97 */
  gboolean is_1904;
  GPtrArray *sheets;     /* (owned) (element-type IonXlsSheet): without charts and macros */
  GArray *formats;       /* (owned) (element-type IonCellFormat): by the cells' number of it */
  GString *strings;      /* (owned): each ends with NUL */
  GArray *string_starts; /* (owned) (element-type guint32) */

  /* While reading: */
  GHashTable *codes;  /* (owned): number of a format -> IonCellFormat */
  GArray *format_ids; /* (owned) (element-type guint16) */
  guint n_codes;
} IonXlsWorkbook;

IonXlsWorkbook *ion_xls_workbook_open (const char *path, GError **error);
void ion_xls_workbook_free (IonXlsWorkbook *self);
const IonCellFormat *ion_xls_workbook_get_format (const IonXlsWorkbook *self, guint index);
const char *ion_xls_workbook_get_string (const IonXlsWorkbook *self, guint32 index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonXlsWorkbook, ion_xls_workbook_free)

G_END_DECLS
