/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-fields.h"
#include "ion-known-value.h"
#include "ion-value-measure.h"

G_BEGIN_DECLS

/* A field that a template uses, and its value in the row at hand. */
typedef struct
{
  char *key;   /* (owned) */
  guint place; /* in the rows' names; G_MAXUINT where they have no such field */
  const char *text;
  IonValueMeasure measure;
  gboolean is_blank;
  guint flags; /* what is known of it */
  gint64 amount;
  gint64 moment;
} IonRenderValue;

/* Cents to @amount and UTC seconds to @moment, read once a row. */
gboolean ion_render_value_is_amount (IonRenderValue *self);
gboolean ion_render_value_is_moment (IonRenderValue *self);
gboolean ion_render_value_is_notice_number (const IonRenderValue *self);
gboolean ion_render_value_fits (IonRenderValue *self, IonFieldFormat format);

/**
 * IonRenderValues:
 *
 * The fields that a template uses, filled with one row after the other.
 */
typedef struct _IonRenderValues IonRenderValues;

IonRenderValues *ion_render_values_new (void);
void ion_render_values_free (IonRenderValues *self);
guint ion_render_values_add (IonRenderValues *self, const char *key);
gboolean
ion_render_values_fill (IonRenderValues *self, const IonFields *fields, const IonKnownValue *known);
IonRenderValue *ion_render_values_get (const IonRenderValues *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonRenderValues, ion_render_values_free)

G_END_DECLS
