/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-escape.h"
#include "ion-field-format.h"

G_BEGIN_DECLS

/**
 * IonValueMeasure:
 *
 * What can be said of a value without writing it: how long it may become where it is written, in
 * UTF-16 units. Only of plain ones: letters, digits, blanks and the marks of everyday writing.
 */
typedef struct
{
  gboolean is_plain;
  gboolean is_tidy; /* plain, and no blank is dropped where it is written: it is its own text */
  guint n_letters;  /* that are written as they are, Markdown or not; blanks too */
  guint n_marks;    /* that may need an escape */
  guint n_blanks;
  guint n_bytes;
} IonValueMeasure;

void ion_value_measure_init (IonValueMeasure *self, const char *value, gsize length);

/* Whether nothing of a plain value would be seen. */
static inline gboolean
ion_value_measure_is_blank (const IonValueMeasure *self)
{
  return self->n_marks == 0 && self->n_letters == self->n_blanks;
}

guint ion_value_measure_least (const IonValueMeasure *self, IonFieldFormat format);
gboolean ion_value_measure_most (const IonValueMeasure *self,
                                 IonFieldFormat format,
                                 IonEscape escape,
                                 guint *most);

G_END_DECLS
