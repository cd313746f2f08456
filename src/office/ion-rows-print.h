/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-recipient-check.h"
#include "ion-vault.h"

G_BEGIN_DECLS

/**
 * IonRowsPrint:
 *
 * The keyed fingerprint of who is written to and about what, in the file's order: the same rows
 * saved as another file, or with other columns, have the same. Private to the office.
 */
typedef struct _IonRowsPrint IonRowsPrint;

IonRowsPrint *ion_rows_print_new (IonVault *vault);
void ion_rows_print_free (IonRowsPrint *self);
/* Rows that would not be sent count for nothing. */
void ion_rows_print_add (IonRowsPrint *self, const IonRecipient *recipient);
/* Once. */
void ion_rows_print_finish (IonRowsPrint *self, IonPrint *print);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonRowsPrint, ion_rows_print_free)

G_END_DECLS
