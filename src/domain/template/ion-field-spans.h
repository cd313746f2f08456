/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ION_FIELD_SPAN_VALUE,   /* {{name | format}}: one thing to whoever writes */
  ION_FIELD_SPAN_OPENING, /* {{se name: */
  ION_FIELD_SPAN_CLOSING, /* the }} of a condition */
} IonFieldSpanType;

/* Where a field stands in a line; bytes from its start. */
typedef struct
{
  IonFieldSpanType type;
  gsize start, end;
  gsize name_start, name_end; /* without the blanks around; equal where there is none */
} IonFieldSpan;

/**
 * ion_field_spans_find:
 * @line: a line of a text with fields, perhaps half written
 * @length: its bytes; -1 = up to the NUL
 *
 * Finds what to draw as a field while somebody writes: nothing is checked but the shape, and a
 * brace that is not closed on the line is only a brace.
 *
 * Returns: (transfer full) (element-type IonFieldSpan): in order, none within another
 */
GArray *ion_field_spans_find (const char *line, gssize length);

G_END_DECLS
