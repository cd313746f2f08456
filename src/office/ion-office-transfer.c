/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The office as a file, and a file into the office. What is written and what is read stand side by
 * side here; the reading of the form and the comparison have files of their own.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-office-transfer.h"

#include "ion-ledger-people.h"
#include "ion-office-private.h"
#include "ion-office-services.h"
#include "ion-office-settings.h"
#include "ion-people-lists.h"
#include "ion-template-catalog.h"
#include "ion-template-json.h"
#include "ion-transfer-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define MODE     0600
#define FILE_MAX (16 * 1024 * 1024)

/* What says which office it is stays with an office of practice. */
gboolean
ion_transfer_carries_setting (IonOffice *office, const char *key)
{
  const char *const identity[] = { "name", "organization-code", "api-url", NULL };

  return !ion_office_is_practice (office) || !g_strv_contains (identity, key);
}

static void
put_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static gboolean
put_settings (JsonBuilder *builder, IonOffice *office, GError **error)
{
  g_autoptr (GPtrArray) settings = ion_office_list_settings (office, error);

  if (settings == NULL)
    return FALSE;
  json_builder_set_member_name (builder, "settings");
  json_builder_begin_object (builder);
  for (guint i = 0; i < settings->len; i++)
    {
      const IonSetting *setting = g_ptr_array_index (settings, i);

      if (ion_transfer_carries_setting (office, setting->key))
        put_text (builder, setting->key, setting->value);
    }
  json_builder_end_object (builder);
  return TRUE;
}

static gboolean
put_services (JsonBuilder *builder, IonOffice *office, GError **error)
{
  g_autoptr (GPtrArray) services = ion_ledger_list_services (ion_office_get_ledger (office), error);

  if (services == NULL)
    return FALSE;
  json_builder_set_member_name (builder, "services");
  json_builder_begin_array (builder);
  for (guint i = 0; i < services->len; i++)
    {
      const IonService *service = g_ptr_array_index (services, i);

      if (g_str_equal (service->id, ION_PRACTICE_SERVICE))
        continue;
      json_builder_begin_object (builder);
      put_text (builder, "id", service->id);
      put_text (builder, "name", service->name);
      put_text (builder, "department", service->department);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return TRUE;
}

static gboolean
put_templates (JsonBuilder *builder, IonOffice *office, GError **error)
{
  g_autoptr (GPtrArray) templates =
      ion_ledger_list_templates (ion_office_get_ledger (office), error);

  if (templates == NULL)
    return FALSE;
  json_builder_set_member_name (builder, "templates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < templates->len; i++)
    {
      g_autofree char *json = ion_template_to_json (g_ptr_array_index (templates, i));
      JsonNode *node = json_from_string (json, error);

      if (node == NULL)
        return FALSE;
      json_builder_add_value (builder, node);
    }
  json_builder_end_array (builder);
  return TRUE;
}

/* @list_id: (nullable): %NULL = test recipients */
static gboolean
put_people (JsonBuilder *builder,
            const char *name,
            IonOffice *office,
            const char *list_id,
            GError **error)
{
  g_autoptr (GPtrArray) people = ion_office_list_people (office, list_id, error);

  if (people == NULL)
    return FALSE;
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < people->len; i++)
    {
      const IonListedPerson *person = g_ptr_array_index (people, i);

      json_builder_begin_object (builder);
      put_text (builder, "fiscal-code", person->fiscal_code);
      put_text (builder, "label", person->label);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return TRUE;
}

static gboolean
put_lists (JsonBuilder *builder, IonOffice *office, GError **error)
{
  g_autoptr (GPtrArray) lists = ion_ledger_list_lists (ion_office_get_ledger (office), error);

  if (lists == NULL || !put_people (builder, "test-recipients", office, NULL, error))
    return FALSE;
  json_builder_set_member_name (builder, "lists");
  json_builder_begin_array (builder);
  for (guint i = 0; i < lists->len; i++)
    {
      const IonPersonList *list = g_ptr_array_index (lists, i);

      json_builder_begin_object (builder);
      put_text (builder, "name", list->name);
      if (!put_people (builder, "people", office, list->id, error))
        return FALSE;
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return TRUE;
}

static char *
write_json (IonOffice *office, gboolean with_people, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  put_text (builder, "kind", ION_TRANSFER_KIND);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, ION_TRANSFER_VERSION);
  if (!put_settings (builder, office, error) || !put_services (builder, office, error) ||
      !put_templates (builder, office, error) ||
      (with_people && !put_lists (builder, office, error)))
    return NULL;
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

gboolean
ion_office_export (IonOffice *self, gboolean with_people, const char *path, GError **error)
{
  g_autofree char *json = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self) && path != NULL, FALSE);

  json = write_json (self, with_people, error);
  /* The journal first: nothing personal is on the disk without a line about it. */
  return json != NULL &&
         ion_ledger_write_journal (ion_office_get_ledger (self), "office-export", NULL,
                                   with_people ? "people" : NULL, NULL, error) &&
         g_file_set_contents_full (path, json, -1,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   MODE, error);
}

static char *
read_file (const char *path, gsize *length, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GBytes) bytes = NULL;

  if (stream == NULL)
    return NULL;
  bytes = g_input_stream_read_bytes (G_INPUT_STREAM (stream), FILE_MAX, NULL, error);
  if (bytes == NULL)
    return NULL;
  *length = g_bytes_get_size (bytes);
  /* Not NULL for an empty file. */
  return g_strndup (g_bytes_get_data (bytes, NULL), *length);
}

IonOfficeTransfer *
ion_office_read_transfer (IonOffice *self, const char *path, GError **error)
{
  g_autoptr (IonOfficeTransfer) transfer = NULL;
  g_autofree char *json = NULL;
  gsize length = 0;

  g_return_val_if_fail (ION_IS_OFFICE (self) && path != NULL, NULL);

  json = read_file (path, &length, error);
  if (json == NULL)
    return NULL;
  transfer = ion_transfer_parse (json, length, error);
  if (transfer == NULL || !ion_transfer_compare (transfer, self, error))
    return NULL;
  return g_steal_pointer (&transfer);
}

const GPtrArray *
ion_office_transfer_get_changes (const IonOfficeTransfer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->changes;
}

static gboolean
import_service (IonOffice *office, const IonService *service, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (ion_office_add_service (office, service->id, service->name, service->department, NULL,
                              &failure))
    return TRUE;
  if (g_error_matches (failure, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS))
    return ion_ledger_change_service (ion_office_get_ledger (office), service->id, service->name,
                                      service->department, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
import_list (IonOffice *office, const IonTransferList *list, GError **error)
{
  g_autofree char *id = g_strdup (list->id);

  if (list->name != NULL && id == NULL)
    {
      id = ion_ledger_add_list (ion_office_get_ledger (office), list->name, error);
      if (id == NULL)
        return FALSE;
    }
  for (guint i = 0; i < list->people->len; i++)
    {
      const IonListedPerson *person = g_ptr_array_index (list->people, i);

      if (!ion_office_add_person (office, id, person->fiscal_code, person->label, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
import_settings (IonOffice *office, const GPtrArray *settings, GError **error)
{
  for (guint i = 0; i < settings->len; i++)
    {
      const IonTransferSetting *setting = g_ptr_array_index (settings, i);

      if (!ion_office_set_setting (office, setting->key, setting->value, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ion_office_import (IonOffice *self, const IonOfficeTransfer *transfer, GError **error)
{
  g_autofree char *count = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self) && transfer != NULL, FALSE);

  count = g_strdup_printf ("%u", transfer->changes->len);
  /* First, so that what follows in the journal is understood. */
  if (!ion_ledger_write_journal (ion_office_get_ledger (self), "office-import", NULL, count, NULL,
                                 error) ||
      !import_settings (self, transfer->settings, error))
    return FALSE;
  for (guint i = 0; i < transfer->services->len; i++)
    if (!import_service (self, g_ptr_array_index (transfer->services, i), error))
      return FALSE;
  for (guint i = 0; i < transfer->templates->len; i++)
    if (!ion_office_put_template (self, g_ptr_array_index (transfer->templates, i), TRUE, error))
      return FALSE;
  for (guint i = 0; i < transfer->lists->len; i++)
    if (!import_list (self, g_ptr_array_index (transfer->lists, i), error))
      return FALSE;
  return TRUE;
}
