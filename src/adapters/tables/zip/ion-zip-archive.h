/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How much an archive may unpack to; ion-table-limits.h has the program's own. */
typedef struct
{
  guint n_entries;
  guint64 member;   /* bytes of one file, unpacked */
  guint64 unpacked; /* bytes of all that is read */
  guint ratio;      /* unpacked bytes of one file to the archive's size */
  guint64 floor;    /* unpacked bytes of one file to which the ratio does not apply */
} IonZipLimits;

/**
 * IonZipArchive:
 *
 * A zip file that is only ever read as streams: nothing of it is written anywhere, and what its
 * files claim about their names and sizes is not trusted.
 */
typedef struct _IonZipArchive IonZipArchive;

IonZipArchive *ion_zip_archive_open (const char *path, const IonZipLimits *limits, GError **error);
void ion_zip_archive_free (IonZipArchive *self);
const char *ion_zip_archive_find (const IonZipArchive *self, const char *name);

/* For ion-zip-member.c: */
guint64 ion_zip_archive_get_size (const IonZipArchive *self);
gssize ion_zip_archive_read_at (IonZipArchive *self, gpointer bytes, gsize size, guint64 at);
gboolean
ion_zip_archive_count (IonZipArchive *self, guint64 member_size, gsize size, GError **error);
void ion_zip_archive_set_damaged (GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonZipArchive, ion_zip_archive_free)

G_END_DECLS
