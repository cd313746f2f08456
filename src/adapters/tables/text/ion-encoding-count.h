/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-encoding.h"

G_BEGIN_DECLS

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

G_END_DECLS
