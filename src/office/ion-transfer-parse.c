/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The file of an office, read strictly: a person may have written in it, or chosen another file.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-transfer-private.h"

#include "ion-fiscal-code.h"
#include "ion-json-reader.h"
#include "ion-office-error.h"
#include "ion-renderer.h"
#include "ion-template-json.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

static void
setting_free (gpointer data)
{
  IonTransferSetting *setting = data;

  g_free (setting->key);
  g_free (setting->value);
  g_free (setting);
}

static void
list_free (gpointer data)
{
  IonTransferList *list = data;

  g_free (list->name);
  g_free (list->id);
  g_ptr_array_unref (list->people);
  g_free (list);
}

static IonOfficeTransfer *
transfer_new (void)
{
  IonOfficeTransfer *self = g_new0 (IonOfficeTransfer, 1);

  self->settings = g_ptr_array_new_with_free_func (setting_free);
  self->services = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_service_free);
  self->templates = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_template_free);
  self->lists = g_ptr_array_new_with_free_func (list_free);
  self->changes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
ion_office_transfer_free (IonOfficeTransfer *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->settings);
  g_ptr_array_unref (self->services);
  g_ptr_array_unref (self->templates);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/* @reader: the file; FALSE where a part of it is not as it should be */
typedef gboolean (*ReadFunc) (IonOfficeTransfer *self, JsonNode *node, char *path, GError **error);

static gboolean
read_each (IonOfficeTransfer *self, IonJsonReader *reader, const char *name, ReadFunc func)
{
  JsonNode *node = ion_json_reader_get_node (reader, name, JSON_NODE_ARRAY);
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      char *path = g_strdup_printf ("%s[%u].", name, i);

      if (*reader->failed || func (self, json_array_get_element (array, i), path, reader->error))
        continue;
      *reader->failed = TRUE;
    }
  return !*reader->failed;
}

static gboolean
read_service (IonOfficeTransfer *self, JsonNode *node, char *path, GError **error)
{
  IonService *service = g_new0 (IonService, 1);
  gboolean failed = FALSE;
  IonJsonReader reader;

  g_ptr_array_add (self->services, service);
  ion_json_reader_init (&reader, node, path, &failed, error);
  service->id = g_strdup (ion_json_reader_get_text (&reader, "id", TRUE));
  service->name = g_strdup (ion_json_reader_get_text (&reader, "name", TRUE));
  service->department = g_strdup (ion_json_reader_get_text (&reader, "department", FALSE));
  if (!failed && (*service->id == '\0' || *service->name == '\0'))
    ion_json_reader_fail (&reader, "id", _ ("this is empty"));
  ion_json_reader_end (&reader);
  return !failed;
}

static gboolean
read_template (IonOfficeTransfer *self, JsonNode *node, char *path, GError **error)
{
  g_autofree char *json = json_to_string (node, FALSE);
  g_autofree char *place = path;
  IonTemplate *template_ = ion_template_from_json (json, -1, error);
  g_autoptr (IonRenderer) renderer = NULL;

  if (template_ != NULL)
    {
      g_ptr_array_add (self->templates, template_);
      renderer = ion_renderer_new (template_, error);
    }
  if (renderer == NULL)
    g_prefix_error (error, "%s ", place);
  return renderer != NULL;
}

static IonListedPerson *
read_person (JsonNode *node, char *path, GError **error)
{
  g_autoptr (IonListedPerson) person = g_new0 (IonListedPerson, 1);
  char code[ION_FISCAL_CODE_LENGTH + 1] = "";
  gboolean failed = FALSE;
  IonJsonReader reader;
  const char *text;

  ion_json_reader_init (&reader, node, path, &failed, error);
  text = ion_json_reader_get_text (&reader, "fiscal-code", TRUE);
  person->label = g_strdup (ion_json_reader_get_text (&reader, "label", FALSE));
  if (person->label == NULL)
    person->label = g_strdup ("");
  if (!failed && !ion_fiscal_code_parse (text, code, NULL))
    ion_json_reader_fail (&reader, "fiscal-code", _ ("this is not a fiscal code"));
  ion_json_reader_end (&reader);
  person->fiscal_code = g_strdup (code);
  return failed ? NULL : g_steal_pointer (&person);
}

static IonTransferList *
add_list (IonOfficeTransfer *self, const char *name)
{
  IonTransferList *list = g_new0 (IonTransferList, 1);

  list->name = g_strdup (name);
  list->people = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_listed_person_free);
  g_ptr_array_add (self->lists, list);
  return list;
}

/* Into the list that was begun last. */
static gboolean
read_listed (IonOfficeTransfer *self, JsonNode *node, char *path, GError **error)
{
  IonTransferList *list = g_ptr_array_index (self->lists, self->lists->len - 1);
  IonListedPerson *person = read_person (node, path, error);

  if (person != NULL)
    g_ptr_array_add (list->people, person);
  return person != NULL;
}

static gboolean
read_list (IonOfficeTransfer *self, JsonNode *node, char *path, GError **error)
{
  gboolean failed = FALSE;
  IonJsonReader reader;
  const char *name;

  ion_json_reader_init (&reader, node, path, &failed, error);
  name = ion_json_reader_get_text (&reader, "name", TRUE);
  if (!failed && *name == '\0')
    ion_json_reader_fail (&reader, "name", _ ("this is empty"));
  add_list (self, name != NULL ? name : "");
  read_each (self, &reader, "people", read_listed);
  ion_json_reader_end (&reader);
  return !failed;
}

static void
read_settings (IonOfficeTransfer *self, IonJsonReader *file)
{
  JsonNode *node = ion_json_reader_get_node (file, "settings", JSON_NODE_OBJECT);
  g_autoptr (GList) names =
      node != NULL ? json_object_get_members (json_node_get_object (node)) : NULL;
  IonJsonReader reader;

  if (node == NULL)
    return;
  ion_json_reader_init (&reader, node, g_strdup ("settings."), file->failed, file->error);
  for (GList *name = names; name != NULL; name = name->next)
    {
      const char *value = ion_json_reader_get_text (&reader, name->data, TRUE);
      IonTransferSetting *setting;

      if (value == NULL)
        continue;
      setting = g_new0 (IonTransferSetting, 1);
      setting->key = g_strdup (name->data);
      setting->value = g_strdup (value);
      g_ptr_array_add (self->settings, setting);
    }
  ion_json_reader_end (&reader);
}

/* Before anything else: what the rest means depends on it. */
static gboolean
check_kind (JsonNode *root, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  const char *kind =
      object != NULL ? json_object_get_string_member_with_default (object, "kind", "") : "";
  gint64 version =
      object != NULL ? json_object_get_int_member_with_default (object, "version", 0) : 0;

  if (g_strcmp0 (kind, ION_TRANSFER_KIND) != 0 || version < 1)
    g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
                         _ ("This is not the file of an office. Nothing was changed. Choose one "
                            "that IO Notifier exported."));
  else if (version > ION_TRANSFER_VERSION)
    g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
                         _ ("This file comes from a newer IO Notifier. Nothing was changed. Update "
                            "the program, then import it again."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_all (IonOfficeTransfer *self, JsonNode *root, GError **error)
{
  gboolean failed = FALSE;
  IonJsonReader reader;

  ion_json_reader_init (&reader, root, g_strdup (""), &failed, error);
  ion_json_reader_get_text (&reader, "kind", TRUE);
  ion_json_reader_get_node (&reader, "version", JSON_NODE_VALUE);
  read_settings (self, &reader);
  read_each (self, &reader, "services", read_service);
  read_each (self, &reader, "templates", read_template);
  if (json_object_has_member (json_node_get_object (root), "test-recipients"))
    add_list (self, NULL);
  read_each (self, &reader, "test-recipients", read_listed);
  read_each (self, &reader, "lists", read_list);
  ion_json_reader_end (&reader);
  return !failed;
}

IonOfficeTransfer *
ion_transfer_parse (const char *json, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (IonOfficeTransfer) self = transfer_new ();
  g_autoptr (GError) failure = NULL;
  JsonNode *root = NULL;

  if (length > 0 && g_utf8_validate (json, (gssize) length, NULL) &&
      json_parser_load_from_data (parser, json, (gssize) length, NULL))
    root = json_parser_get_root (parser);
  if (root == NULL)
    root = json_node_init_null (json_node_alloc ());
  else
    json_node_ref (root);
  if (!check_kind (root, error))
    g_clear_pointer (&self, ion_office_transfer_free);
  else if (!read_all (self, root, &failure))
    {
      /* Translators: %s says where in the file, and what is wrong there. */
      g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
                   _ ("The file cannot be read, and nothing was changed: %s"), failure->message);
      g_clear_pointer (&self, ion_office_transfer_free);
    }
  json_node_unref (root);
  return g_steal_pointer (&self);
}
