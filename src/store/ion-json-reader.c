/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A key misspelt in a file that a person wrote must not be silently nothing. Reading strictly is
 * kept apart from what is read.
 */

#define G_LOG_DOMAIN "ion-json-reader"

#include "config.h"

#include "ion-json-reader.h"

#include "ion-renderer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Keeps the first error. */
static void
fail (IonJsonReader *self, const char *message)
{
  if (*self->failed)
    return;

  *self->failed = TRUE;
  g_set_error_literal (self->error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE, message);
}

void
ion_json_reader_fail (IonJsonReader *self, const char *name, const char *what)
{
  g_autofree char *written = g_strconcat (self->path, name, NULL);
  g_autofree char *place = g_utf8_make_valid (written, -1);
  g_autofree char *message = NULL;

  if (g_str_has_suffix (place, "."))
    place[strlen (place) - 1] = '\0';

  message = g_strdup_printf ("“%s”: %s", place, what);
  fail (self, message);
}

void
ion_json_reader_init (IonJsonReader *self,
                      JsonNode *node,
                      char *path,
                      gboolean *failed,
                      GError **error)
{
  self->object = NULL;
  self->path = path;
  self->read = g_hash_table_new (g_str_hash, g_str_equal);
  self->error = error;
  self->failed = failed;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    self->object = json_node_get_object (node);
  else if (*path == '\0')
    fail (self, _ ("This is not a template: an object { } is expected."));
  else
    ion_json_reader_fail (self, "", _ ("an object { } is expected here"));
}

void
ion_json_reader_end (IonJsonReader *self)
{
  if (self->object != NULL && !*self->failed)
    {
      JsonObjectIter iter;
      const char *name = NULL;

      json_object_iter_init (&iter, self->object);
      while (json_object_iter_next (&iter, &name, NULL))
        {
          if (!g_hash_table_contains (self->read, name))
            ion_json_reader_fail (self, name, _ ("this key is unknown"));
        }
    }

  g_clear_pointer (&self->read, g_hash_table_unref);
  g_clear_pointer (&self->path, g_free);
}

/* The value of @name, %NULL where it is absent or null. */
static JsonNode *
get (IonJsonReader *self, const char *name)
{
  JsonNode *node;

  g_hash_table_add (self->read, (gpointer) name);
  if (self->object == NULL || *self->failed)
    return NULL;

  node = json_object_get_member (self->object, name);
  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

const char *
ion_json_reader_get_text (IonJsonReader *self, const char *name, gboolean is_required)
{
  JsonNode *node = get (self, name);

  if (node == NULL)
    {
      if (is_required)
        ion_json_reader_fail (self, name, _ ("this key is missing"));
      return NULL;
    }

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      ion_json_reader_fail (self, name, _ ("a text between quotation marks is expected here"));
      return NULL;
    }

  /* An octal escape, which the parser takes, may make anything. */
  if (!g_utf8_validate (json_node_get_string (node), -1, NULL))
    {
      ion_json_reader_fail (self, name, _ ("this is not text in UTF-8"));
      return NULL;
    }

  return json_node_get_string (node);
}

gboolean
ion_json_reader_get_boolean (IonJsonReader *self, const char *name)
{
  JsonNode *node = get (self, name);

  if (node == NULL)
    return FALSE;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      ion_json_reader_fail (self, name, _ ("true or false is expected here"));
      return FALSE;
    }

  return json_node_get_boolean (node);
}

JsonNode *
ion_json_reader_get_node (IonJsonReader *self, const char *name, JsonNodeType type)
{
  JsonNode *node = get (self, name);

  if (node != NULL && json_node_get_node_type (node) != type)
    {
      ion_json_reader_fail (self, name,
                            type == JSON_NODE_ARRAY ? _ ("a list [ ] is expected here")
                                                    : _ ("an object { } is expected here"));
      return NULL;
    }

  return node;
}
