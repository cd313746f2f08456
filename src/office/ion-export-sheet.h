/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IonExportSheet:
 *
 * A table being exported, cell after cell: a CSV file or, by its name's ending, a workbook. Private
 * to the office.
 */
typedef struct _IonExportSheet IonExportSheet;

IonExportSheet *ion_export_sheet_new (const char *path, GError **error);
void ion_export_sheet_free (IonExportSheet *self);
/* @text: (nullable) */
void ion_export_sheet_add (IonExportSheet *self, const char *text);
gboolean ion_export_sheet_end_row (IonExportSheet *self, GError **error);
/* Makes the file appear under its name. Without it nothing is left. */
gboolean ion_export_sheet_finish (IonExportSheet *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonExportSheet, ion_export_sheet_free)

G_END_DECLS
