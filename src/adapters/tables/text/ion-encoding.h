/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The encodings in which offices' programs write text. */
typedef enum
{
  ION_ENCODING_UTF8,
  ION_ENCODING_UTF16LE,
  ION_ENCODING_UTF16BE,
  ION_ENCODING_WINDOWS_1252,
  ION_ENCODING_ISO_8859_15,
} IonEncoding;

gboolean
ion_encoding_from_bom (const guint8 *data, gsize size, IonEncoding *encoding, gsize *bom_size);
const char *ion_encoding_to_name (IonEncoding encoding);
gboolean ion_encoding_from_name (const char *name, IonEncoding *encoding);

gsize ion_encoding_decode (IonEncoding encoding,
                           const guint8 *data,
                           gsize size,
                           gboolean is_last,
                           GString *text,
                           guint64 *n_unreadable);
void ion_encoding_encode (IonEncoding encoding, const char *text, gsize size, GByteArray *bytes);
gboolean ion_encoding_can_hold (IonEncoding encoding, const char *text);
void ion_encoding_append_bom (IonEncoding encoding, GByteArray *bytes);

G_END_DECLS
