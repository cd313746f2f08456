/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The composition root: everything below this layer meets here and nowhere else. Opening is the
 * moment at which mistakes are cheap, so what could later harm a citizen is refused now: a real
 * office taken for practice, a lost key taken for a new one.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-office.h"

#include "ion-io-platform.h"
#include "ion-keyrings.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-people.h"
#include "ion-office-private.h"
#include "ion-office-settings.h"
#include "ion-office-vault.h"
#include "ion-practice-host.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

struct _IonOffice
{
  GObject parent_instance;

  IonLedger *ledger;   /* (owned) */
  IonKeyring *keyring; /* (owned) */
  gboolean is_practice;
  GMutex mutex;            /* guards what is made on first use */
  IonPracticeHost *host;   /* (owned) (nullable) */
  IonPlatform *platform;   /* (owned) (nullable) */
  IonEngine *engine;       /* (owned) (nullable) */
  IonGate *gate;           /* (owned) (nullable) */
  char *name;              /* (owned) */
  char *organization_code; /* (owned) */
};

G_DEFINE_FINAL_TYPE (IonOffice, ion_office, G_TYPE_OBJECT)

static void
ion_office_dispose (GObject *object)
{
  IonOffice *self = ION_OFFICE (object);

  g_clear_object (&self->engine);
  g_clear_object (&self->gate);
  g_clear_object (&self->platform);
  g_clear_object (&self->keyring);
  g_clear_object (&self->ledger);
  g_clear_pointer (&self->host, ion_practice_host_free);
  G_OBJECT_CLASS (ion_office_parent_class)->dispose (object);
}

static void
ion_office_finalize (GObject *object)
{
  IonOffice *self = ION_OFFICE (object);

  g_free (self->name);
  g_free (self->organization_code);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (ion_office_parent_class)->finalize (object);
}

static void
ion_office_class_init (IonOfficeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ion_office_dispose;
  G_OBJECT_CLASS (klass)->finalize = ion_office_finalize;
}

static void
ion_office_init (IonOffice *self)
{
  g_mutex_init (&self->mutex);
}

IonOffice *
ion_office_new_for_ledger (IonLedger *ledger, gboolean is_practice)
{
  IonOffice *self = g_object_new (ION_TYPE_OFFICE, NULL);

  self->ledger = g_object_ref (ledger);
  self->is_practice = is_practice;
  self->keyring = is_practice ? ion_practice_keyring_new (ion_ledger_get_folder (ledger))
                              : ion_keyring_new_default ();
  return self;
}

gboolean
ion_office_load_settings (IonOffice *self, GError **error)
{
  g_autofree char *name = ion_office_get_setting (self, "name", error);
  g_autofree char *code =
      name != NULL ? ion_office_get_setting (self, "organization-code", error) : NULL;

  if (name == NULL || code == NULL)
    return FALSE;
  g_free (self->name);
  g_free (self->organization_code);
  self->name = g_steal_pointer (&name);
  self->organization_code = g_steal_pointer (&code);
  return TRUE;
}

const char *
ion_office_get_folder (IonOffice *self)
{
  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  return ion_ledger_get_folder (self->ledger);
}

const char *
ion_office_get_name (IonOffice *self)
{
  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  return self->name;
}

const char *
ion_office_get_organization_code (IonOffice *self)
{
  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  return self->organization_code;
}

gboolean
ion_office_is_practice (IonOffice *self)
{
  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);

  return self->is_practice;
}

IonLedger *
ion_office_get_ledger (IonOffice *self)
{
  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  return self->ledger;
}

IonKeyring *
ion_office_get_keyring (IonOffice *self)
{
  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  return self->keyring;
}

/* The built-in platform has the office's own rate, so that a raised one is raised on both sides. */
static IonPracticeHost *
start_host (IonOffice *self, GError **error)
{
  g_autofree char *book = g_build_filename (ion_office_get_folder (self), "practice-book", NULL);
  IonPrint print;
  g_autofree char *key = NULL;
  IonPracticeOptions options = {
    .latency_min_ms = 5,
    .latency_max_ms = 30,
    .seed = 1,
    .book = book,
  };

  /* An office may train with its real file. */
  ion_vault_print (ion_ledger_get_vault (self->ledger), "practice-book", "", &print);
  key = g_base64_encode (print.bytes, sizeof print.bytes);
  options.book_key = key;
  ion_office_get_rate (self, &options.rate_calls, &options.rate_seconds);
  return ion_practice_host_start (&options, error);
}

static IonPlatform *
make_platform (IonOffice *self, GError **error)
{
  g_autofree char *url = ion_office_get_setting (self, "api-url", error);

  if (url == NULL)
    return NULL;
  if (self->is_practice && url[0] == '\0')
    {
      self->host = start_host (self, error);
      if (self->host == NULL)
        return NULL;
      g_free (url);
      url = g_strdup (ion_practice_host_get_url (self->host));
    }
  return ion_io_platform_new (url, self->is_practice,
                              (guint) ion_office_get_number (self, "concurrency"), error);
}

/* The caller holds the mutex. */
static IonPlatform *
need_platform (IonOffice *self, GError **error)
{
  if (self->platform == NULL)
    self->platform = make_platform (self, error);
  return self->platform;
}

static void
drop_platform (IonOffice *self)
{
  g_clear_object (&self->gate);
  g_clear_object (&self->platform);
  g_clear_pointer (&self->host, ion_practice_host_free);
}

IonPlatform *
ion_office_get_platform (IonOffice *self, GError **error)
{
  IonPlatform *platform;

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  g_mutex_lock (&self->mutex);
  platform = need_platform (self, error);
  g_mutex_unlock (&self->mutex);
  return platform;
}

void
ion_office_forget_platform (IonOffice *self)
{
  g_mutex_lock (&self->mutex);
  if (self->engine == NULL)
    drop_platform (self);
  g_mutex_unlock (&self->mutex);
}

void
ion_office_forget_engine (IonOffice *self)
{
  g_mutex_lock (&self->mutex);
  g_clear_object (&self->engine);
  drop_platform (self);
  g_mutex_unlock (&self->mutex);
}

IonEngine *
ion_office_get_engine (IonOffice *self, GError **error)
{
  IonEngine *engine;
  IonPlatform *platform;

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  g_mutex_lock (&self->mutex);
  if (self->engine == NULL && (platform = need_platform (self, error)) != NULL)
    self->engine = ion_engine_new (self->ledger, platform, self->keyring);
  engine = self->engine;
  g_mutex_unlock (&self->mutex);
  return engine;
}

IonGate *
ion_office_get_gate (IonOffice *self, GError **error)
{
  IonGate *gate;
  IonPlatform *platform;

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  g_mutex_lock (&self->mutex);
  if (self->gate == NULL && (platform = need_platform (self, error)) != NULL)
    self->gate = ion_gate_new (self->ledger, platform, self->keyring);
  gate = self->gate;
  g_mutex_unlock (&self->mutex);
  return gate;
}

void
ion_wipe_free (char *text)
{
  if (text == NULL)
    return;
  explicit_bzero (text, strlen (text));
  g_free (text);
}

char *
ion_office_get_recovery_key (IonOffice *self, GError **error)
{
  g_autoptr (IonSecret) key = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  if (!ion_keyring_load (self->keyring, ion_ledger_get_id (self->ledger), ION_KEY_NAME_VAULT, &key,
                         error))
    return NULL;
  if (key == NULL)
    {
      g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_KEY_LOST,
                           _ ("The key that opens this office's data is no longer in the keyring, "
                              "so it cannot be shown. Use the recovery key that was kept."));
      return NULL;
    }
  if (!ion_ledger_write_journal (self->ledger, "recovery-key-show", NULL, NULL, NULL, error))
    return NULL;
  return ion_vault_key_to_recovery (key);
}

gboolean
ion_office_set_stopped (IonOffice *self, gboolean is_stopped, GError **error)
{
  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);

  return ion_ledger_set_stopped (self->ledger, is_stopped, error);
}

gboolean
ion_office_backup (IonOffice *self, const char *file, GError **error)
{
  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);
  g_return_val_if_fail (file != NULL, FALSE);

  if (g_file_test (file, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
                   _ ("%s exists already and was left as it is. Choose another name."), file);
      return FALSE;
    }
  return ion_ledger_backup (self->ledger, file, error) &&
         ion_ledger_write_journal (self->ledger, "office-backup", NULL, NULL, NULL, error);
}

gboolean
ion_office_is_older_copy (IonOffice *self, GError **error)
{
  gboolean is_older = FALSE;

  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);

  return ion_engine_is_older_copy (self->ledger, self->keyring, &is_older, error) && is_older;
}

gboolean
ion_office_decide_copy (IonOffice *self, gboolean nothing_was_sent, GError **error)
{
  IonEngine *engine;

  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);

  engine = ion_office_get_engine (self, error);
  return engine != NULL && ion_engine_decide_copy (engine, nothing_was_sent, error);
}

gboolean
ion_office_close (IonOffice *self, GError **error)
{
  gboolean is_closed;

  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);

  g_clear_object (&self->engine);
  g_clear_object (&self->gate);
  g_clear_object (&self->platform);
  is_closed = ion_ledger_close (self->ledger, error);
  g_clear_pointer (&self->host, ion_practice_host_free);
  return is_closed;
}
