/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-zip-archive.h"

G_BEGIN_DECLS

/**
 * IonZipMember:
 *
 * One file of an archive, unpacked piece by piece. The archive must outlive it; several may be open
 * at once, in several threads.
 */
typedef struct _IonZipMember IonZipMember;

/* @name as in the archive, without regard to case: "xl/workbook.xml" */
IonZipMember *ion_zip_member_open (IonZipArchive *archive, const char *name, GError **error);
IonZipMember *
ion_zip_member_open_unverified (IonZipArchive *archive, const char *name, GError **error);
void ion_zip_member_free (IonZipMember *self);
gboolean ion_zip_member_read (IonZipMember *self, const char **bytes, gsize *size, GError **error);
guint64 ion_zip_member_get_claimed_size (const IonZipMember *self);
double ion_zip_member_get_fraction (const IonZipMember *self);

/* For ion-zip-archive.c: */
gboolean ion_zip_member_is_named (const char *own, const char *name);
gboolean ion_zip_member_list (IonZipArchive *archive, guint max, GPtrArray *names, GError **error);

char *ion_zip_member_read_whole (IonZipArchive *archive,
                                 const char *name,
                                 gsize max,
                                 gsize *size,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonZipMember, ion_zip_member_free)

G_END_DECLS
