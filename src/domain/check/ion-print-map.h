/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IonPrintMap:
 *
 * A set of fingerprints with the row in which each was first met: sixteen bytes a row, so that a
 * million of them fit, and nothing in it of the person they stand for.
 *
 * Entries stand in the order of their keys, so that those whose keys begin alike are neighbours.
 */
typedef struct _IonPrintMap IonPrintMap;

typedef struct
{
  guint64 key;
  guint32 mark; /* the caller's: more of the fingerprint, or of another one */
  guint32 row;  /* 31 bits, and a flag; 0 = the slot is free */
} IonPrintSlot;

#define ION_PRINT_ROW_MASK 0x7FFFFFFFu
#define ION_PRINT_FLAG     0x80000000u

IonPrintMap *ion_print_map_new (void);
void ion_print_map_free (IonPrintMap *self);
IonPrintSlot *
ion_print_map_add (IonPrintMap *self, guint64 key, guint32 mark, guint32 row, gboolean with_mark);
const IonPrintSlot *ion_print_map_find (const IonPrintMap *self, guint64 key, guint32 mark);
guint ion_print_map_count_alike (const IonPrintMap *self, guint64 key, guint bits, guint most);
void ion_print_map_prefetch (const IonPrintMap *self, guint64 key);
guint ion_print_map_get_size (const IonPrintMap *self);
gsize ion_print_map_get_memory (const IonPrintMap *self);

void ion_print_text (const char *text, gsize size, guint64 print[2]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonPrintMap, ion_print_map_free)

G_END_DECLS
