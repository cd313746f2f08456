/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Making, opening and restoring an office: the order of the steps is what keeps a failure in the
 * middle from leaving half an office, or a real one that is taken for practice.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-office.h"

#include "ion-copy-guard.h"
#include "ion-ledger-people.h"
#include "ion-office-private.h"
#include "ion-office-services.h"
#include "ion-office-settings.h"
#include "ion-office-vault.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

char *
ion_office_get_default_folder (gboolean is_practice)
{
  const char *folder = is_practice ? NULL : g_getenv ("IO_NOTIFIER_OFFICE");

  if (folder != NULL && folder[0] != '\0')
    return g_strdup (folder);
  return g_build_filename (g_get_user_data_dir (), "io-notifier",
                           is_practice ? "practice" : "office", NULL);
}

/* What ion_office_create() made a moment ago and could not finish: nothing of it is worth keeping.
 */
static void
remove_unfinished (const char *folder)
{
  const char *names[] = { "ledger.db",   "ledger.db-wal", "ledger.db-shm", "pace.db",
                          "pace.db-wal", "pace.db-shm",   "owners.lock",   NULL };

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
}

static gboolean
store_first_settings (IonOffice *self, const IonOfficeOptions *options, GError **error)
{
  return ion_office_set_setting (self, "name", options->name, error) &&
         (options->is_practice && options->organization_code == NULL
              ? TRUE
              : ion_office_set_setting (self, "organization-code", options->organization_code,
                                        error)) &&
         (options->api_url == NULL ||
          ion_office_set_setting (self, "api-url", options->api_url, error));
}

/* So that whoever practises can send at once. */
static gboolean
add_practice_service (IonOffice *self, GError **error)
{
  g_autoptr (IonSecret) key =
      ion_secret_new (ION_PRACTICE_KEY_PREFIX "school-services",
                      sizeof (ION_PRACTICE_KEY_PREFIX "school-services") - 1);

  return ion_office_add_service (self, ION_PRACTICE_SERVICE,
                                 /* Translators: name of the service in a practice office */
                                 _ ("School services"), NULL, key, error);
}

/* The first mark outside: from now on an older copy is recognised. */
static gboolean
set_mark (IonOffice *self, GError **error)
{
  g_autoptr (IonCopyGuard) guard =
      ion_copy_guard_new (ion_office_get_ledger (self), ion_office_get_keyring (self));

  return ion_copy_guard_bump (guard, error);
}

static gboolean
fill_office (IonOffice *self, const IonOfficeOptions *options, GError **error)
{
  IonLedger *ledger = ion_office_get_ledger (self);

  if (options->is_practice && !ion_ledger_set_setting (ledger, ION_SETTING_PRACTICE, "1", error))
    return FALSE;
  if (!store_first_settings (self, options, error) ||
      !ion_office_vault_open (ledger, ion_office_get_keyring (self), error) ||
      !set_mark (self, error) || !ion_office_load_settings (self, error))
    return FALSE;
  return !options->is_practice || add_practice_service (self, error);
}

IonOffice *
ion_office_create (const IonOfficeOptions *options, GError **error)
{
  g_autofree char *folder = NULL;
  g_autoptr (IonLedger) ledger = NULL;
  g_autoptr (IonOffice) self = NULL;

  g_return_val_if_fail (options != NULL, NULL);

  folder = options->folder != NULL ? g_strdup (options->folder)
                                   : ion_office_get_default_folder (options->is_practice);
  ledger = ion_ledger_open (folder, ION_LEDGER_CREATE, error);
  if (ledger == NULL)
    return NULL;
  self = ion_office_new_for_ledger (ledger, options->is_practice);
  if (!fill_office (self, options, error))
    {
      ion_office_close (self, NULL);
      remove_unfinished (folder);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static IonOffice *
create_practice (const char *folder, GError **error)
{
  IonOfficeOptions options = {
    .folder = folder,
    /* Translators: name of the practice office */
    .name = _ ("Practice"),
    .is_practice = TRUE,
  };

  return ion_office_create (&options, error);
}

static gboolean
check_kind (IonLedger *ledger, gboolean is_practice, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *practice = ion_ledger_get_setting (ledger, ION_SETTING_PRACTICE, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (is_practice == (g_strcmp0 (practice, "1") == 0))
    return TRUE;
  g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_PRACTICE,
                       is_practice ? _ ("This folder holds a real office: it is not opened for "
                                        "practice, so that no citizen "
                                        "gets a message by mistake. Open it as a real office, or "
                                        "choose another folder.")
                                   : _ ("This folder holds a practice office: its messages reach "
                                        "no citizen. Open it for "
                                        "practice, or choose another folder."));
  return FALSE;
}

static IonOffice *
open_locked (const char *folder, gboolean is_practice, GError **error)
{
  g_autoptr (IonLedger) ledger = ion_ledger_open (folder, ION_LEDGER_OPEN, error);

  if (ledger == NULL || !check_kind (ledger, is_practice, error))
    return NULL;
  return ion_office_new_for_ledger (ledger, is_practice);
}

IonOffice *
ion_office_open (const char *folder, gboolean is_practice, GError **error)
{
  g_autofree char *default_folder = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (IonOffice) self = NULL;

  if (folder == NULL)
    folder = default_folder = ion_office_get_default_folder (is_practice);
  self = open_locked (folder, is_practice, &local_error);
  if (self == NULL && is_practice &&
      g_error_matches (local_error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND))
    return create_practice (folder, error);
  if (self == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (!ion_office_vault_open (ion_office_get_ledger (self), ion_office_get_keyring (self), error) ||
      !ion_office_load_settings (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

IonOffice *
ion_office_restore (const char *folder,
                    gboolean is_practice,
                    IonSecret *recovery_key,
                    GError **error)
{
  g_autofree char *default_folder = NULL;
  g_autoptr (IonOffice) self = NULL;

  g_return_val_if_fail (recovery_key != NULL, NULL);

  if (folder == NULL)
    folder = default_folder = ion_office_get_default_folder (is_practice);
  self = open_locked (folder, is_practice, error);
  if (self == NULL ||
      !ion_office_vault_restore (ion_office_get_ledger (self), ion_office_get_keyring (self),
                                 recovery_key, error) ||
      !ion_office_load_settings (self, error) ||
      !ion_ledger_write_journal (ion_office_get_ledger (self), "office-restore", NULL, NULL, NULL,
                                 error))
    return NULL;
  return g_steal_pointer (&self);
}
