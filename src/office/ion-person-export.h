/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-person-record.h"

G_BEGIN_DECLS

/**
 * ion_office_export_person:
 * @records: (element-type IonPersonRecord): what ion_office_show_person() answered
 * @path: ends in ".json", or the copy is a page to read
 * @now: UTC seconds
 *
 * Writes the copy that the law lets a person ask for: everything held, in a page that can be read
 * and printed, with the same data for machines in it; or those alone. Nobody else may read the
 * file. Journalled ("person-export") before it is written.
 *
 * Errors: %ION_STORE_ERROR, %ION_VALUE_ERROR, %G_FILE_ERROR
 */
gboolean ion_office_export_person (IonOffice *self,
                                   const char *fiscal_code,
                                   GPtrArray *records,
                                   const char *path,
                                   gint64 now,
                                   GError **error);

G_END_DECLS
