/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-zip-archive.h"

G_BEGIN_DECLS

/* That one part of a workbook leads to another. */
typedef struct
{
  char *id;     /* (owned) */
  char *type;   /* (owned): the last word of its address: "worksheet", "styles" */
  char *target; /* (owned): a name in the archive */
} IonXlsxRel;

GPtrArray *ion_xlsx_rels_read (IonZipArchive *archive, const char *part, GError **error);
const IonXlsxRel *ion_xlsx_rels_find (GPtrArray *self, const char *type, const char *id);

G_END_DECLS
