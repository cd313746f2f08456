/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-recipient-file.h"

G_BEGIN_DECLS

/**
 * IonImportOutput:
 *
 * The rows of a file once more, with a column "errori" that says to whoever mends it what is wrong.
 * Private to the office.
 */
typedef struct _IonImportOutput IonImportOutput;

IonImportOutput *ion_import_output_new (const char *path, IonRecipientFile *file, GError **error);
gboolean ion_import_output_write (IonImportOutput *self,
                                  const char *const *cells,
                                  gsize n_cells,
                                  gint64 row,
                                  GPtrArray *issues,
                                  GError **error);
gboolean ion_import_output_finish (IonImportOutput *self, GError **error);
void ion_import_output_free (IonImportOutput *self);

G_END_DECLS
