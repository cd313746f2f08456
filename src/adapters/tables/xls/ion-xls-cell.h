/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-row-queue.h"
#include "ion-xls-workbook.h"

G_BEGIN_DECLS

/* Adds what the record at @place says to the queue's row. */
gboolean
ion_xls_cell_read (IonXlsWorkbook *workbook, guint32 place, IonRowQueue *queue, GError **error);

G_END_DECLS
