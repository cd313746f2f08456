/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-template.h"

G_BEGIN_DECLS

/**
 * ion_template_from_json:
 * @json: a template file
 * @length: its length in bytes, -1 where it is NUL-terminated
 * @error: %ION_TEMPLATE_ERROR_STRUCTURE, with the key that is unknown, missing or of the wrong type
 *
 * Reads the form only: whether the fields are well written is ion_renderer_new()'s to say.
 *
 * Returns: (transfer full): the template
 */
IonTemplate *ion_template_from_json (const char *json, gssize length, GError **error);

/**
 * ion_template_to_json:
 * @self: a template
 *
 * Returns: (transfer full): a file that ion_template_from_json() reads as the same template
 */
char *ion_template_to_json (const IonTemplate *self);

G_END_DECLS
