/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Appends @text as a JSON string, quotes included. */
void ion_practice_json_append (GString *out, const char *text);

/* Reads an object; %NULL where the body is anything else, or nested absurdly deep. The parser owns
 * what it returns. */
JsonObject *ion_practice_json_read (JsonParser *parser, const char *body, gsize length);

/* Members that may be missing: the wrong type is told apart from absence. */
const char *ion_practice_json_get_string (JsonObject *object, const char *name, gboolean *wrong);
gint64
ion_practice_json_get_int (JsonObject *object, const char *name, gint64 otherwise, gboolean *wrong);
gboolean ion_practice_json_get_boolean (JsonObject *object, const char *name, gboolean *wrong);
JsonObject *ion_practice_json_get_object (JsonObject *object, const char *name, gboolean *wrong);

G_END_DECLS
