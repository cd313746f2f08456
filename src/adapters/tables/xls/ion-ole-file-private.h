/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ole-file.h"

G_BEGIN_DECLS

/* For ion-ole-*.c only. */

#define ION_OLE_LAST_SECTOR 0xFFFFFFFAU /* greater numbers are marks, not sectors */
#define ION_OLE_MINI_SHIFT  6
#define ION_OLE_TYPE_STREAM 2
#define ION_OLE_TYPE_ROOT   5

struct _IonOleFile
{
  int fd; /* not owned */
  guint64 size;
  guint shift;         /* a sector has 1 << shift bytes */
  guint32 mini_cutoff; /* shorter streams stand in the mini stream */
  GArray *fat;         /* (owned) (element-type guint32): the sector after each */
  GArray *mini_fat;    /* (owned) (element-type guint32) */
  GArray *mini;        /* (owned) (element-type guint32): the sectors of the mini stream */
  GByteArray *entries; /* (owned): the directory */
};

/* Returns: (nullable): the entry of @name in the directory */
const guint8 *ion_ole_file_find_entry (const IonOleFile *self, const char *name);
/* Returns: %FALSE where the file ends before */
gboolean ion_ole_file_read_at (const IonOleFile *self,
                               guint64 at,
                               guint8 *buffer,
                               gsize size,
                               GError **error);
/* Returns: (transfer full) (nullable): the sectors of a chain of @fat, at most @max */
GArray *ion_ole_file_follow (const GArray *fat, guint32 first, gsize max, GError **error);

G_END_DECLS
