/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-cell-format.h"
#include "ion-zip-archive.h"

G_BEGIN_DECLS

/* The namespaces of a workbook's parts: the usual one, and that of “strict” files. */
extern const char *const ion_xlsx_namespaces[];

/* One sheet of a workbook that holds cells. */
typedef struct
{
  char *name; /* (owned) */
  char *part; /* (owned): where its cells are, in the archive */
  gboolean is_hidden;
} IonXlsxSheet;

/**
 * IonXlsxBook:
 *
 * What a workbook says about itself: its sheets, how it counts days, what its number formats mean.
 */
typedef struct
{
  GPtrArray *sheets;  /* (owned) (element-type IonXlsxSheet) */
  GArray *formats;    /* (owned) (element-type IonCellFormat): by the cells' style */
  char *strings_part; /* (owned) (nullable): where the shared texts are */
  gboolean is_1904;
} IonXlsxBook;

char *ion_xlsx_book_find_part (IonZipArchive *archive, GError **error);
IonXlsxBook *ion_xlsx_book_read (IonZipArchive *archive, const char *part, GError **error);
void ion_xlsx_book_free (IonXlsxBook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonXlsxBook, ion_xlsx_book_free)

G_END_DECLS
