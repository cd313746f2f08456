/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-fields.h"
#include "ion-message.h"
#include "ion-template.h"

G_BEGIN_DECLS

#define ION_TEMPLATE_ERROR (ion_template_error_quark ())

typedef enum
{
  ION_TEMPLATE_ERROR_UNCLOSED,       /* "unclosed-brace" */
  ION_TEMPLATE_ERROR_EMPTY_FIELD,    /* "empty-field": {{}} */
  ION_TEMPLATE_ERROR_UNKNOWN_FORMAT, /* "unknown-format" */
  ION_TEMPLATE_ERROR_STRUCTURE,      /* "structure": a part is missing or too much */
  ION_TEMPLATE_ERROR_MISSING_FIELD, /* "missing-field": the row has no such field, or it is empty */
  ION_TEMPLATE_ERROR_BAD_VALUE,     /* "bad-value": the field's text does not fit its format */
} IonTemplateError;

GQuark ion_template_error_quark (void);
const char *ion_template_error_get_name (int code);

/**
 * IonRenderer:
 *
 * A template with its texts parsed once, ready to be merged with many rows. Immutable after
 * ion_renderer_new(): may be used from several threads.
 */
typedef struct _IonRenderer IonRenderer;

/**
 * ion_renderer_new:
 * @error: %ION_TEMPLATE_ERROR with the part, the line and the column in its message
 */
IonRenderer *ion_renderer_new (const IonTemplate *self, GError **error);
void ion_renderer_free (IonRenderer *self);

/**
 * ion_renderer_list_fields:
 *
 * Returns: (transfer container): names of the fields that the template uses, in order of appearance
 */
GPtrArray *ion_renderer_list_fields (const IonRenderer *self);

/* Whether a row can be rendered although @name is missing or empty (it always has "altrimenti", or
 * is only asked by "se"). */
gboolean ion_renderer_is_field_optional (const IonRenderer *self, const char *name);

/**
 * ion_renderer_render:
 * @fiscal_code: a canonical code
 * @fields: the row
 * @language: (nullable): the person's language ("de"); falls back to the main text
 * @error: %ION_TEMPLATE_ERROR, %ION_VALUE_ERROR (due date, amount, notice number) or
 * %ION_MESSAGE_ERROR
 *
 * Values are escaped: they can never become Markdown, a link, a button or front matter. The limits
 * are checked after escaping.
 *
 * Returns: (transfer full): the message, checked
 */
IonMessage *ion_renderer_render (const IonRenderer *self,
                                 const char *fiscal_code,
                                 const IonFields *fields,
                                 const char *language,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonRenderer, ion_renderer_free)

G_END_DECLS
