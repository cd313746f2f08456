/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-renderer-private.h"

G_BEGIN_DECLS

/* A value where a message writes it. */
typedef struct
{
  const IonFieldNode *node;
  IonEscape escape;
  guint index; /* of the node's field, to whoever uses the shape */
} IonShapeValue;

/* A part of a message whose length is bounded. */
typedef struct
{
  guint fixed; /* units that the template writes */
  guint least; /* of the whole part */
  guint most;
  guint first; /* of its values, in the shape's */
  guint n;
} IonShapePart;

/**
 * IonRenderShape:
 *
 * What a template becomes where it is known which of its conditions hold and which of its values
 * are empty: a text with gaps. All that can go wrong with it but the gaps is known.
 */
typedef struct
{
  gboolean is_certain; /* with plain values nothing but a length can be wrong */
  GArray *parts;       /* (owned) (element-type IonShapePart) */
  GArray *values;      /* (owned) (element-type IonShapeValue) */
} IonRenderShape;

/* Whether what "se" or "altrimenti" of @node says is written. */
typedef gboolean (*IonShapeChoiceFunc) (const IonFieldNode *node, gpointer user_data);

IonRenderShape *
ion_render_shape_new (const IonRenderer *renderer, IonShapeChoiceFunc choose, gpointer user_data);
void ion_render_shape_free (IonRenderShape *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonRenderShape, ion_render_shape_free)

G_END_DECLS
