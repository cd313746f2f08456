/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-vault.h"

G_BEGIN_DECLS

/**
 * IonFilePrint:
 *
 * The keyed fingerprint of a file's bytes, to recognise it again, made in another thread while its
 * rows are read.
 */
typedef struct _IonFilePrint IonFilePrint;

IonFilePrint *ion_file_print_new (const char *path, IonVault *vault);
/* Stops where it is. */
void ion_file_print_free (IonFilePrint *self);
/* Waits for it, once. Errors: %G_IO_ERROR */
gboolean ion_file_print_finish (IonFilePrint *self, IonPrint *print, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonFilePrint, ion_file_print_free)

G_END_DECLS
