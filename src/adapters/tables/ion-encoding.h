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
} IonEncoding;

/* What a pass over a file's bytes has counted; the recognition is decided on it. */
typedef struct
{
  guint64 size;
  guint64 nul_even; /* NUL bytes at even offsets */
  guint64 nul_odd;
  guint64 controls;  /* control characters that no text has */
  guint64 sequences; /* well-formed UTF-8 sequences beyond ASCII */
  guint64 malformed; /* bytes that are no UTF-8 */
  gsize pending;     /* bytes of a sequence that the last piece has cut */
  guint8 tail[4];
} IonEncodingCount;

void ion_encoding_count_add (IonEncodingCount *self, const guint8 *data, gsize size);
gboolean ion_encoding_count_is_text (const IonEncodingCount *self);
IonEncoding ion_encoding_count_guess (const IonEncodingCount *self);

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
void ion_encoding_append_bom (IonEncoding encoding, GByteArray *bytes);

G_END_DECLS
