/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The templates of the office, kept as the texts that people exchange as files. A campaign takes a
 * snapshot, so that changing one never changes what was already confirmed.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-private.h"
#include "ion-ledger-services.h"
#include "ion-template-json.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  char *content;
  gboolean replace;
} TemplateData;

static gboolean
put_template_cb (IonDb *db, gpointer data, GError **error)
{
  TemplateData *template_ = data;
  gint64 n_changed;

  if (!ion_template_version_keep (db, template_->name, error) ||
      !ion_db_run (db,
                   "INSERT INTO template (name, content, changed_at, version)"
                   " VALUES ($1, $2, $3, 1 + (SELECT COALESCE (MAX (version), 0)"
                   " FROM template_version WHERE template_name = $1))"
                   " ON CONFLICT (name) DO UPDATE SET content = excluded.content,"
                   " changed_at = excluded.changed_at, version = excluded.version"
                   " WHERE $4 = 1",
                   ION_VALUES (ion_text (template_->name), ion_text (template_->content),
                               ion_int (ion_ledger_now ()), ion_int (template_->replace)),
                   &n_changed, error))
    return FALSE;
  if (n_changed > 0)
    return ion_journal_add (db, "template-put", NULL, template_->name, NULL, error);
  g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS,
               _ ("There is a template called “%s” already."), template_->name);
  return FALSE;
}

gboolean
ion_ledger_put_template (IonLedger *self,
                         const IonTemplate *template_,
                         gboolean replace,
                         GError **error)
{
  g_autofree char *content = NULL;
  TemplateData data;

  g_return_val_if_fail (ION_IS_LEDGER (self) && template_ != NULL, FALSE);
  g_return_val_if_fail (template_->name != NULL, FALSE);

  content = ion_template_to_json (template_);
  data = (TemplateData){ template_->name, content, replace != FALSE };
  return ion_ledger_write (self, put_template_cb, &data, error);
}

static gboolean
fail_not_found (const char *name, GError **error)
{
  g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND,
               _ ("There is no template called “%s”."), name);
  return FALSE;
}

IonTemplate *
ion_ledger_get_template (IonLedger *self, const char *name, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self) && name != NULL, NULL);

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  query = ion_db_query (reader.db, "SELECT content FROM template WHERE name = $1",
                        ION_VALUES (ion_text (name)), error);
  if (query == NULL)
    return NULL;
  if (ion_query_next (query, &failure))
    return ion_template_from_json (ion_query_get_text (query, 0), -1, error);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    fail_not_found (name, error);
  return NULL;
}

GPtrArray *
ion_ledger_list_templates (IonLedger *self, GError **error)
{
  g_auto (IonReader) reader = { self, NULL };
  g_autoptr (IonQuery) query = NULL;
  g_autoptr (GPtrArray) templates = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (ION_IS_LEDGER (self), NULL);

  reader = ion_ledger_read (self, error);
  if (reader.db == NULL)
    return NULL;
  query =
      ion_db_query (reader.db, "SELECT content FROM template ORDER BY name", ION_NO_VALUES, error);
  if (query == NULL)
    return NULL;
  templates = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_template_free);
  while (ion_query_next (query, &failure))
    {
      IonTemplate *template_ = ion_template_from_json (ion_query_get_text (query, 0), -1, error);

      if (template_ == NULL)
        return NULL;
      g_ptr_array_add (templates, template_);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&templates);
}

static gboolean
remove_template_cb (IonDb *db, gpointer data, GError **error)
{
  const char *name = data;
  gint64 n_removed, n_forgotten;

  if (!ion_template_version_keep (db, name, error) ||
      !ion_db_run (db, "DELETE FROM template WHERE name = $1", ION_VALUES (ion_text (name)),
                   &n_removed, error) ||
      !ion_template_map_remove (db, name, &n_forgotten, error))
    return FALSE;
  /* Of a template that is only a file, what was remembered is all that there is to remove. */
  return n_removed + n_forgotten > 0
             ? ion_journal_add (db, "template-remove", NULL, name, NULL, error)
             : fail_not_found (name, error);
}

gboolean
ion_ledger_remove_template (IonLedger *self, const char *name, GError **error)
{
  g_return_val_if_fail (ION_IS_LEDGER (self) && name != NULL, FALSE);

  return ion_ledger_write (self, remove_template_cb, (gpointer) name, error);
}
