/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What a template was before: a change, or a removal, that turns out to be a mistake is taken back
 * by putting the former one again.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-private.h"
#include "ion-ledger-services.h"
#include "ion-template-json.h"

void
ion_template_version_free (IonTemplateVersion *self)
{
  if (self == NULL)
    return;
  ion_template_free (self->template_);
  g_free (self);
}

gboolean
ion_template_version_keep (IonDb *db, const char *name, GError **error)
{
  return ion_db_run (db,
                     "INSERT INTO template_version (template_name, version, content, changed_at)"
                     " SELECT name, version, content, changed_at FROM template WHERE name = $1"
                     " ON CONFLICT (template_name, version) DO NOTHING",
                     ION_VALUES (ion_text (name)), NULL, error);
}

static IonTemplateVersion *
version_from_row (IonQuery *query, GError **error)
{
  IonTemplate *template_ = ion_template_from_json (ion_query_get_text (query, 2), -1, error);
  IonTemplateVersion *self;

  if (template_ == NULL)
    return NULL;
  self = g_new0 (IonTemplateVersion, 1);
  self->version = ion_query_get_int (query, 0);
  self->changed_at = ion_query_get_int (query, 1);
  self->template_ = template_;
  return self;
}

GPtrArray *
ion_ledger_list_template_versions (IonLedger *self, const char *name, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self) && name != NULL, NULL);

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  query = ion_db_query (reader.db,
                        "SELECT version, changed_at, content FROM template_version"
                        " WHERE template_name = $1 ORDER BY version DESC",
                        ION_VALUES (ion_text (name)), error);
  if (query == NULL)
    return NULL;
  versions = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_template_version_free);
  while (ion_query_next (query, &failure))
    {
      IonTemplateVersion *version = version_from_row (query, error);

      if (version == NULL)
        return NULL;
      g_ptr_array_add (versions, version);
    }
  if (failure == NULL)
    return g_steal_pointer (&versions);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
