/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-vault.h"

G_BEGIN_DECLS

/**
 * IonPrintSorter:
 *
 * Puts any number of keyed fingerprints in order in bounded memory: what does not fit is sorted and
 * put into a file without a name, which is gone with the sorter, however the program ends. Use from
 * one thread at a time.
 */
typedef struct _IonPrintSorter IonPrintSorter;

/* A row's fingerprints; sorters of one fingerprint a row leave @second alone. */
typedef struct
{
  IonPrint first, second;
  guint32 row;
} IonRowPrints;

/* @folder: where the file may be made; @n_prints: fingerprints a row, 1 or 2; @n_in_memory: how
 * many rows are kept before they go to the file, 0 for the usual number */
IonPrintSorter *ion_print_sorter_new (const char *folder, guint n_prints, guint n_in_memory);
void ion_print_sorter_free (IonPrintSorter *self);
/* Errors of all: %ION_STORE_ERROR: full, failed */
gboolean ion_print_sorter_add (IonPrintSorter *self, const IonRowPrints *prints, GError **error);
/* Begins the reading, once; nothing is added any more. */
gboolean ion_print_sorter_rewind (IonPrintSorter *self, GError **error);
/* The next in order. Returns: %FALSE at the end, or with @error */
gboolean ion_print_sorter_next (IonPrintSorter *self, IonRowPrints *prints, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonPrintSorter, ion_print_sorter_free)

G_END_DECLS
