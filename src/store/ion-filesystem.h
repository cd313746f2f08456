/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ion_filesystem_get_shared_name:
 * @type: statfs()'s f_type
 * @mount_type: (nullable): the type in the table of mounts ("fuse.sshfs"): tells FUSE's apart
 *
 * Returns: (nullable): what kind of share it is ("NFS"), %NULL where it is this machine's own
 */
const char *ion_filesystem_get_shared_name (gint64 type, const char *mount_type);

/* Errors: %ION_STORE_ERROR_NETWORK_FOLDER. A folder that cannot be asked about is let pass. */
gboolean ion_filesystem_check (const char *folder, GError **error);

G_END_DECLS
