/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-zip-archive.h"

G_BEGIN_DECLS

/**
 * IonXlsxStrings:
 *
 * The texts that the cells of a workbook share: the one thing of it that must be held in memory.
 */
typedef struct _IonXlsxStrings IonXlsxStrings;

/* @part (nullable): a workbook may have none */
IonXlsxStrings *
ion_xlsx_strings_read (IonZipArchive *archive, const char *part, gsize max, GError **error);
void ion_xlsx_strings_free (IonXlsxStrings *self);
gsize ion_xlsx_strings_get_longest (const IonXlsxStrings *self);
const char *ion_xlsx_strings_get (const IonXlsxStrings *self, guint64 i, gsize *size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonXlsxStrings, ion_xlsx_strings_free)

G_END_DECLS
