/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IonZipOutput:
 *
 * An archive written as a stream, one member after the other, plain enough for every program that
 * opens workbooks: no extra fields, no descriptors behind the data, no 64-bit records.
 */
typedef struct _IonZipOutput IonZipOutput;

/* Errors of all: %G_IO_ERROR, and %ION_TABLE_ERROR_TOO_LARGE where a member outgrows 32 bits. */
IonZipOutput *ion_zip_output_new (const char *path, GError **error);
/* Begins a member; the one before it ends. */
gboolean
ion_zip_output_begin (IonZipOutput *self, const char *name, gboolean is_stored, GError **error);
gboolean ion_zip_output_write (IonZipOutput *self, const char *text, gsize size, GError **error);
/* A whole member at once. */
gboolean
ion_zip_output_add (IonZipOutput *self, const char *name, const char *text, GError **error);
/* Makes the archive appear under its name. Without it nothing is left. */
gboolean ion_zip_output_finish (IonZipOutput *self, GError **error);
void ion_zip_output_free (IonZipOutput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonZipOutput, ion_zip_output_free)

G_END_DECLS
