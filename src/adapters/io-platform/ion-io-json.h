/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * ion_io_json_read:
 * @body: what came over the wire
 *
 * Returns: (transfer none) (nullable): the object in @body, owned by @parser; %NULL where it holds
 *   anything else, is not UTF-8 or is nested absurdly deep
 */
JsonObject *ion_io_json_read (JsonParser *parser, const char *body, gsize length);

/* (transfer none) (nullable): %NULL also where it is of another type, or no text at all */
const char *ion_io_json_get_string (JsonObject *object, const char *name);

/**
 * ion_io_json_scrub:
 * @text: (nullable): what a server says about an error
 * @max: characters at most
 *
 * Takes out what might be personal data, a key or an address: quoted values, long runs of letters
 * and digits, links.
 *
 * Returns: (transfer full) (nullable): %NULL where nothing is left
 */
char *ion_io_json_scrub (const char *text, gsize max);

G_END_DECLS
