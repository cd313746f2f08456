/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table.h"

G_BEGIN_DECLS

gboolean ion_archive_table_recognises (const guint8 *head, gsize size);
IonTable *ion_archive_table_open (const char *path, const char *sheet, GError **error);
GPtrArray *ion_archive_table_list_sheets (const char *path, GError **error);

G_END_DECLS
