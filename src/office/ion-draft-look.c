/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A draft's people as they stand in their source: for the person who says what the columns are,
 * holds one row against another, or sends the list back to whoever made it.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-draft-look.h"

void
ion_draft_look_free (IonDraftLook *self)
{
  if (self == NULL)
    return;
  ion_table_look_free (self->look);
  g_free (self->format);
  g_free (self->encoding);
  g_free (self->sheet);
  g_free (self);
}

IonDraftLook *
ion_draft_look_new (const IonDraft *draft,
                    IonOffice *office,
                    guint first,
                    GArray *rows,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (IonDraftLook) self = NULL;
  g_autoptr (IonTable) table = NULL;

  g_return_val_if_fail (draft != NULL, NULL);

  table = ion_draft_open_table (draft, office, error);
  if (table == NULL)
    return NULL;
  self = g_new0 (IonDraftLook, 1);
  self->look =
      ion_table_look_new (table, (const char *const *) draft->map, first, rows, cancellable, error);
  if (self->look == NULL)
    return NULL;
  self->format = g_strdup (ion_table_get_format (table));
  self->encoding = g_strdup (ion_table_get_encoding (table));
  self->separator = ion_table_get_separator (table);
  self->sheet = g_strdup (ion_table_get_sheet (table));
  return g_steal_pointer (&self);
}

char **
ion_draft_list_sheets (const IonDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) sheets = NULL;

  g_return_val_if_fail (draft != NULL, NULL);

  if (draft->source != ION_DRAFT_SOURCE_FILE)
    return g_new0 (char *, 1);
  sheets = ion_table_list_sheets (draft->path, error);
  if (sheets == NULL)
    return NULL;
  g_ptr_array_set_free_func (sheets, NULL);
  g_ptr_array_add (sheets, NULL);
  return (char **) g_ptr_array_steal (sheets, NULL);
}

gboolean
ion_draft_write_copy (const IonDraft *draft,
                      IonOffice *office,
                      const char *path,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (IonImporter) importer = NULL;
  g_autoptr (IonImportReport) report = NULL;

  g_return_val_if_fail (draft != NULL && path != NULL, FALSE);

  importer = ion_draft_new_importer (draft, office, error);
  if (importer == NULL)
    return FALSE;
  ion_importer_set_output (importer, path);
  report = ion_importer_check (importer, cancellable, error);
  return report != NULL;
}
