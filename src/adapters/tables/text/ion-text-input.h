/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "ion-encoding.h"

G_BEGIN_DECLS

/**
 * IonTextInput:
 *
 * A file of text, piece by piece in UTF-8, whatever its encoding.
 */
typedef struct _IonTextInput IonTextInput;

IonTextInput *ion_text_input_open (const char *path, const char *encoding, GError **error);
/* Without refusing what looks like a web page. */
IonTextInput *ion_text_input_open_markup (const char *path, const char *encoding, GError **error);
void ion_text_input_free (IonTextInput *self);
gboolean ion_text_input_read (IonTextInput *self, GString *text, gboolean *is_end, GError **error);
IonEncoding ion_text_input_get_encoding (const IonTextInput *self);
gboolean ion_text_input_has_bom (const IonTextInput *self);
double ion_text_input_get_fraction (const IonTextInput *self);
guint64 ion_text_input_get_n_unreadable (const IonTextInput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonTextInput, ion_text_input_free)

G_END_DECLS
