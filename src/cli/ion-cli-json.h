/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Prints the one value that --json promises, on one line, and frees @builder. */
void ion_cli_json_print (JsonBuilder *builder);

/* Members, for values that may be missing: %NULL and 0 become null. */
void ion_cli_json_add_text (JsonBuilder *builder, const char *name, const char *text);
void ion_cli_json_add_int (JsonBuilder *builder, const char *name, gint64 value);
void ion_cli_json_add_bool (JsonBuilder *builder, const char *name, gboolean value);
/* @moment: UTC seconds; 0 becomes null. */
void ion_cli_json_add_moment (JsonBuilder *builder, const char *name, gint64 moment);
/* A day as "2026-12-31", in Europe/Rome, of a moment; 0 becomes null. */
void ion_cli_json_add_day (JsonBuilder *builder, const char *name, gint64 moment);

G_END_DECLS
