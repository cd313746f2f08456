/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-import-output.h"

G_BEGIN_DECLS

/* Writes the corrected file once more. @file: the same file anew. Private to the office. */
gboolean ion_import_again_write (IonImportOutput *output,
                                 IonRecipientFile *file,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
