/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-field-text.h"
#include "ion-template.h"

G_BEGIN_DECLS

/* A button, parsed. */
typedef struct
{
  IonFieldText *text;    /* (owned) */
  IonFieldText *text_en; /* (owned) (nullable) */
  IonFieldText *action;  /* (owned) */
} IonVariantButton;

/* What one language says, parsed. */
typedef struct
{
  char *language;         /* (owned) */
  IonFieldText *subject;  /* (owned) */
  IonFieldText *markdown; /* (owned) */
  IonVariantButton buttons[ION_BUTTONS_MAX];
  gsize n_buttons;
} IonVariant;

/**
 * ion_variant_new:
 * @source: what one language of a template says
 * @language: the language to say that it is, where @source is the main text
 * @error: %ION_TEMPLATE_ERROR
 *
 * Returns: (transfer full): the same, parsed and checked
 */
IonVariant *ion_variant_new (const IonTemplateText *source, const char *language, GError **error);
void ion_variant_free (IonVariant *self);

void ion_variant_foreach (const IonVariant *self, IonFieldTextFunc func, gpointer user_data);

/* Returns: (transfer full): the title for one row */
char *ion_variant_merge_subject (const IonVariant *self, const IonFields *fields, GError **error);
/* Returns: (transfer full): the text for one row, buttons in front */
char *ion_variant_merge_markdown (const IonVariant *self, const IonFields *fields, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonVariant, ion_variant_free)

G_END_DECLS
