/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Where templates come from: a file that somebody wrote, the office's own, or those that come with
 * the program. One lookup for all verbs, so that a name means the same everywhere.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-template-catalog.h"

#include "ion-ledger-services.h"
#include "ion-template-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TEMPLATE_FILE_MAX (1024 * 1024)

IonTemplate *
ion_template_load_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (IonTemplate) template_ = NULL;
  g_autofree char *buffer = NULL;
  gsize length = 0;

  if (stream == NULL)
    return NULL;
  buffer = g_malloc (TEMPLATE_FILE_MAX);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, TEMPLATE_FILE_MAX, &length, NULL,
                                error))
    return NULL;
  if (length == TEMPLATE_FILE_MAX)
    {
      g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
                   _ ("%s is too large for a template."), path);
      return NULL;
    }
  template_ = ion_template_from_json (buffer, (gssize) length, error);
  if (template_ == NULL)
    g_prefix_error (error, "%s: ", path);
  return g_steal_pointer (&template_);
}

gboolean
ion_template_save_file (const IonTemplate *template_, const char *path, GError **error)
{
  g_autofree char *json = ion_template_to_json (template_);

  return g_file_set_contents_full (path, json, -1,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0644, error);
}

/* Uninstalled, the templates are in the source tree, which the environment names. */
static char *
get_starter_folder (void)
{
  const char *data = g_getenv ("ION_DATA_DIR");

  return g_build_filename (data != NULL && data[0] != '\0' ? data : PKGDATADIR, "templates", NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const IonTemplate *first = *(IonTemplate *const *) a;
  const IonTemplate *second = *(IonTemplate *const *) b;

  return g_utf8_collate (first->name, second->name);
}

GPtrArray *
ion_template_list_starters (GError **error)
{
  g_autoptr (GPtrArray) templates =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ion_template_free);
  g_autofree char *folder = get_starter_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  /* None shipped is an empty list, not a failure. */
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      IonTemplate *template_;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      template_ = ion_template_load_file (path, error);
      if (template_ == NULL)
        return NULL;
      g_ptr_array_add (templates, template_);
    }
  g_ptr_array_sort (templates, compare_names);
  return g_steal_pointer (&templates);
}

/* Moves the template called @name out of @templates; a unique beginning is enough. @many: set
 * where several begin so. */
static IonTemplate *
take_named (GPtrArray *templates, const char *name, gboolean *many)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  int found = -1;

  *many = FALSE;
  for (guint i = 0; i < templates->len; i++)
    {
      const IonTemplate *template_ = g_ptr_array_index (templates, i);
      g_autofree char *folded = g_utf8_casefold (template_->name, -1);

      if (g_str_equal (folded, wanted))
        {
          *many = FALSE;
          found = (int) i;
          break;
        }
      if (!g_str_has_prefix (folded, wanted))
        continue;
      *many = found >= 0;
      found = (int) i;
    }
  if (found < 0 || *many)
    return NULL;
  return g_ptr_array_steal_index (templates, (guint) found);
}

static IonTemplate *
find_in (GPtrArray *templates, const char *name, GError **error)
{
  gboolean many = FALSE;
  IonTemplate *found = take_named (templates, name, &many);

  if (found == NULL && many)
    g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NOT_FOUND,
                 _ ("Several templates have a name that begins with “%s”: write the whole name."),
                 name);
  return found;
}

static gboolean
is_file (const char *name)
{
  return g_file_test (name, G_FILE_TEST_IS_REGULAR) || strchr (name, G_DIR_SEPARATOR) != NULL ||
         g_str_has_suffix (name, ".json");
}

IonTemplate *
ion_office_find_template (IonOffice *self, const char *name_or_file, GError **error)
{
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) starters = NULL;
  g_autoptr (GError) local_error = NULL;
  IonTemplate *found = NULL;

  g_return_val_if_fail (name_or_file != NULL, NULL);

  if (is_file (name_or_file))
    return ion_template_load_file (name_or_file, error);
  if (self != NULL)
    {
      own = ion_ledger_list_templates (ion_office_get_ledger (self), error);
      if (own == NULL)
        return NULL;
      found = find_in (own, name_or_file, &local_error);
    }
  if (found == NULL && local_error == NULL)
    {
      starters = ion_template_list_starters (error);
      if (starters == NULL)
        return NULL;
      found = find_in (starters, name_or_file, &local_error);
    }
  if (found == NULL && local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (found == NULL)
    g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NOT_FOUND,
                 _ ("There is no template “%s”, and no file of that name."), name_or_file);
  return found;
}

gboolean
ion_office_put_template (IonOffice *self,
                         const IonTemplate *template_,
                         gboolean replace,
                         GError **error)
{
  g_autoptr (IonRenderer) renderer = ion_renderer_new (template_, error);
  IonLedger *ledger;

  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);

  ledger = ion_office_get_ledger (self);
  return renderer != NULL && ion_ledger_put_template (ledger, template_, replace, error);
}

gboolean
ion_office_remove_template (IonOffice *self, const char *name, GError **error)
{
  IonLedger *ledger;

  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);

  ledger = ion_office_get_ledger (self);
  return ion_ledger_remove_template (ledger, name, error);
}
