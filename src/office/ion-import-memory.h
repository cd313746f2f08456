/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-recipient-file.h"

G_BEGIN_DECLS

/* Private to the office.
 * Returns: (transfer full) (array zero-terminated=1): "FIELD=COLUMN", by the columns' names, for
 * what a person has said about this file and the next one of its kind can use */
char **ion_import_memory_list (IonRecipientFile *file);

G_END_DECLS
