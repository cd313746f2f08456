/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IonOleFile:
 *
 * The container of Microsoft's old office documents (compound file): a small file system in a file.
 */
typedef struct _IonOleFile IonOleFile;

IonOleFile *ion_ole_file_open (int fd, guint64 size, GError **error);
void ion_ole_file_free (IonOleFile *self);
gboolean ion_ole_file_has (const IonOleFile *self, const char *name);
/* Returns: %FALSE, for whatever in an old workbook does not fit together */
gboolean ion_ole_file_refuse_damaged (GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonOleFile, ion_ole_file_free)

G_END_DECLS
