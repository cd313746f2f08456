/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-row-queue.h"

G_BEGIN_DECLS

/*
 * What a reader of workbooks remarks on the row that it is adding: the same words whichever format
 * the workbook has.
 */

void ion_cell_remark_error (IonRowQueue *queue, gsize column, const char *code);
void ion_cell_remark_no_value (IonRowQueue *queue, gsize column);
void ion_cell_remark_merged (IonRowQueue *queue, gsize column);
void ion_cell_remark_hidden (IonRowQueue *queue);

G_END_DECLS
