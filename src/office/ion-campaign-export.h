/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-importer.h"

G_BEGIN_DECLS

/**
 * ion_office_export_campaign:
 * @states: mask of 1 << IonDeliveryState; 0 = all
 * @file: CSV (a workbook where it ends in .xlsx or .ods): row, fiscal code, fields, state, reason,
 * message id, times (UTC)
 *
 * Journalled. Runs long: call it from a worker thread in the window.
 *
 * Returns: rows written, or -1
 */
gint64 ion_office_export_campaign (IonOffice *self,
                                   const char *campaign,
                                   guint states,
                                   const char *file,
                                   IonProgressFunc progress,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
