/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-row-queue.h"
#include "ion-xlsx-book.h"
#include "ion-xlsx-merges.h"
#include "ion-xlsx-strings.h"
#include "ion-xml-stream.h"

G_BEGIN_DECLS

/**
 * IonXlsxCells:
 *
 * The cells of a sheet, from its XML, piece by piece into rows.
 */
typedef struct _IonXlsxCells IonXlsxCells;

/* None of the arguments is owned. */
IonXlsxCells *ion_xlsx_cells_new (const char *part,
                                  const IonXlsxBook *book,
                                  const IonXlsxStrings *strings,
                                  IonXlsxMerges *merges);
void ion_xlsx_cells_free (IonXlsxCells *self);
/* @size 0: nothing follows */
gboolean ion_xlsx_cells_feed (IonXlsxCells *self,
                              IonRowQueue *queue,
                              const char *bytes,
                              gsize size,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonXlsxCells, ion_xlsx_cells_free)

G_END_DECLS
