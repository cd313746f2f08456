/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-row-queue.h"
#include "ion-zip-archive.h"

G_BEGIN_DECLS

/**
 * IonXlsxMerges:
 *
 * Where the merged cells of a sheet begin: only the first of each has the value.
 */
typedef struct _IonXlsxMerges IonXlsxMerges;

IonXlsxMerges *ion_xlsx_merges_find (IonZipArchive *archive, const char *part, GError **error);
void ion_xlsx_merges_free (IonXlsxMerges *self);
void ion_xlsx_merges_remark (IonXlsxMerges *self, gint64 row, IonRowQueue *queue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonXlsxMerges, ion_xlsx_merges_free)

G_END_DECLS
