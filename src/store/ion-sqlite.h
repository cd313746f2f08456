/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-db.h"

G_BEGIN_DECLS

typedef enum
{
  ION_SQLITE_WRITER = 0,       /* every commit is durable when it answers */
  ION_SQLITE_CREATE = 1 << 0,  /* makes the file (mode 0600) where there is none */
  ION_SQLITE_READER = 1 << 1,  /* refuses to write */
  ION_SQLITE_RELAXED = 1 << 2, /* no syncing: for what a crash may forget */
  ION_SQLITE_NEW = 1 << 3,     /* with CREATE: ION_STORE_ERROR_EXISTS where there is one */
} IonSqliteFlags;

/* Numbers kept in the head of the file, for the migrations. */
#define ION_SQLITE_APPLICATION_ID 0x494F4E31 /* "ION1" */

/**
 * ion_sqlite_open:
 * @error: %ION_STORE_ERROR: not-found, read-only, corrupt, full, busy
 */
IonDb *ion_sqlite_open (const char *file, IonSqliteFlags flags, GError **error);
/* A consistent copy of all that is committed, into a file (mode 0600) that must not exist yet. */
gboolean ion_sqlite_copy (IonDb *self, const char *file, GError **error);
/* Changes when any other connection, of this process or another, has committed. */
gint64 ion_sqlite_get_data_version (IonDb *self);
/* Gives back the space of what was deleted, and leaves nothing of it in the log. */
gboolean ion_sqlite_compact (IonDb *self, GError **error);
/* Leaves nothing of what was deleted in the log (quick). */
gboolean ion_sqlite_truncate_log (IonDb *self, GError **error);

G_END_DECLS
