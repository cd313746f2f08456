/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-recipient-file.h"

G_BEGIN_DECLS

/**
 * IonImportOutput:
 *
 * A file once more, row for row where it was, with a column "errori" that says to whoever mends it
 * what is wrong. Private to the office.
 */
typedef struct _IonImportOutput IonImportOutput;

/* @source: (nullable): the path of the file itself, which is never written over.
 * @file: before its first person; hands its other rows to the output from now on, so that it may
 * not be read any more once the output is freed */
IonImportOutput *ion_import_output_new (const char *path,
                                        const char *source,
                                        IonRecipientFile *file,
                                        GError **error);
gboolean ion_import_output_write (IonImportOutput *self,
                                  const char *const *cells,
                                  gsize n_cells,
                                  gint64 row,
                                  GPtrArray *issues,
                                  GError **error);
/* What is said about rows only when all have been seen. Returns: whether some of them are written
 * already, so that the file must be written once more */
gboolean ion_import_output_note_late (IonImportOutput *self, GPtrArray *issues);
/* Begins again: @file is the same file anew; what was noted is written this time. */
gboolean ion_import_output_restart (IonImportOutput *self, IonRecipientFile *file, GError **error);
gboolean ion_import_output_finish (IonImportOutput *self, GError **error);
void ion_import_output_free (IonImportOutput *self);

G_END_DECLS
