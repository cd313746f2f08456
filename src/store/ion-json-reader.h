/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * Strict reading of a JSON object that a person wrote: every member has one type, and one that
 * nobody knows is an error. The first error is kept and ends the reading: afterwards every function
 * answers as for a member that is absent, so that a reader asks for all and checks once.
 */
typedef struct
{
  JsonObject *object; /* (unowned) */
  char *path;         /* (owned): "buttons[0].", before a member's name in errors */
  GHashTable *read;   /* (owned): the members asked for */
  GError **error;     /* (unowned) */
  gboolean *failed;   /* (unowned): shared by the readers of one file */
} IonJsonReader;

/* @node: what should be an object; @path: (transfer full): as above */
void ion_json_reader_init (IonJsonReader *self,
                           JsonNode *node,
                           char *path,
                           gboolean *failed,
                           GError **error);
/* Fails where the object has members that were not asked for. */
void ion_json_reader_end (IonJsonReader *self);

/* Returns: (transfer none) (nullable): the text of @name */
const char *ion_json_reader_get_text (IonJsonReader *self, const char *name, gboolean is_required);
gboolean ion_json_reader_get_boolean (IonJsonReader *self, const char *name);
/* Returns: (transfer none) (nullable): the value of @name, which has to be of @type */
JsonNode *ion_json_reader_get_node (IonJsonReader *self, const char *name, JsonNodeType type);

void ion_json_reader_fail (IonJsonReader *self, const char *name, const char *what);

G_END_DECLS
