/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-row-queue.h"
#include "ion-xml-input.h"

G_BEGIN_DECLS

/**
 * IonOdsRows:
 *
 * The rows of one sheet of an OpenDocument spreadsheet, cut out of its XML.
 */
typedef struct _IonOdsRows IonOdsRows;

IonOdsRows *ion_ods_rows_new (IonXmlInput *input, guint sheet, IonRowQueue *queue);
void ion_ods_rows_free (IonOdsRows *self);
gboolean ion_ods_rows_read (IonOdsRows *self, gboolean *is_end, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonOdsRows, ion_ods_rows_free)

G_END_DECLS
