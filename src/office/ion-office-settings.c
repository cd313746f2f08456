/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Every setting in one table: its default, what it means and what makes a value of it. The command,
 * the window and the code below read the same table, so that no default is written twice.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-office-settings.h"

#include "ion-io-platform.h"
#include "ion-ledger-people.h"
#include "ion-office-private.h"
#include "ion-organization-code.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Returns: (transfer full): the canonical text, or NULL with an error */
typedef char *(*CheckFunc) (IonOffice *self, const char *value, GError **error);

typedef struct
{
  const char *key;
  const char *default_value; /* (nullable): NULL = depends on the kind of office */
  CheckFunc check;
  gint64 minimum, maximum; /* of numbers */
  const char *help;
} SettingSpec;

static const SettingSpec *find_spec (const char *key);

static void
set_value_error (GError **error, const char *sentence)
{
  g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE, sentence);
}

static char *
check_name (IonOffice *self, const char *value, GError **error)
{
  g_autofree char *name = g_strstrip (g_strdup (value));

  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      name[0] = '\0';
  if (name[0] != '\0' && g_utf8_validate (name, -1, NULL) && strlen (name) <= 200)
    return g_steal_pointer (&name);
  set_value_error (error, _ ("The name of the office is one line of at most 200 characters."));
  return NULL;
}

static char *
check_organization_code (IonOffice *self, const char *value, GError **error)
{
  char code[ION_ORGANIZATION_CODE_LENGTH + 1];

  return ion_organization_code_parse (value, code, error) ? g_strdup (code) : NULL;
}

/* The adapter knows which addresses are allowed: it is asked, so that the rule stands once. */
static char *
check_api_url (IonOffice *self, const char *value, GError **error)
{
  gboolean is_practice = ion_office_is_practice (self);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (IonPlatform) platform = NULL;

  platform = ion_io_platform_new (value, is_practice, 1, &local_error);
  if (platform != NULL)
    return g_strdup (value);
  if (is_practice)
    g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_PRACTICE,
                         _ ("A practice office reaches no host but this machine, so that no "
                            "citizen gets a message by mistake. Use a real office for this "
                            "address."));
  else
    set_value_error (error,
                     _ ("The address of the platform begins with https:// (http:// only for this "
                        "machine)."));
  return NULL;
}

static char *
check_rate (IonOffice *self, const char *value, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (value, "/", 2);
  guint64 calls = 0;
  guint64 seconds = 0;

  if (g_strv_length (parts) == 2 &&
      g_ascii_string_to_unsigned (g_strstrip (parts[0]), 10, 1, 100000, &calls, NULL) &&
      g_ascii_string_to_unsigned (g_strstrip (parts[1]), 10, 1, 3600, &seconds, NULL))
    return g_strdup_printf ("%u/%u", (guint) calls, (guint) seconds);
  set_value_error (error, _ ("The rate is written calls/seconds, such as 150/5."));
  return NULL;
}

static char *
check_number (const char *key, const char *value, GError **error)
{
  const SettingSpec *spec = find_spec (key);
  gint64 number = 0;

  if (g_ascii_string_to_signed (value, 10, spec->minimum, spec->maximum, &number, NULL))
    return g_strdup_printf ("%d", (int) number);
  g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
               _ ("%1$s is a whole number from %2$d to %3$d."), key, (int) spec->minimum,
               (int) spec->maximum);
  return NULL;
}

static char *
check_concurrency (IonOffice *self, const char *value, GError **error)
{
  return check_number ("concurrency", value, error);
}

static char *
check_retention (IonOffice *self, const char *value, GError **error)
{
  return check_number ("retention-days", value, error);
}

static char *
check_countdown (IonOffice *self, const char *value, GError **error)
{
  return check_number ("countdown", value, error);
}

static char *
check_patience (IonOffice *self, const char *value, GError **error)
{
  return check_number ("connection-patience", value, error);
}

static char *
check_daily_limit (IonOffice *self, const char *value, GError **error)
{
  if (g_ascii_strcasecmp (value, "none") == 0)
    return g_strdup ("none");
  return check_number ("daily-limit", value, error);
}

static char *
check_sending_hours (IonOffice *self, const char *value, GError **error)
{
  g_autoptr (IonSendingHours) hours = ion_sending_hours_new (value, NULL, error);

  return hours != NULL ? g_strdup (value) : NULL;
}

static char *
check_holidays (IonOffice *self, const char *value, GError **error)
{
  g_autoptr (IonSendingHours) hours = ion_sending_hours_new (NULL, value, error);

  return hours != NULL ? g_strdup (value) : NULL;
}

static const SettingSpec specs[] = {
  { "name", "", check_name, 0, 0, N_ ("Name of the office, as the window shows it") },
  { "organization-code", "", check_organization_code, 0, 0,
    N_ ("Fiscal code of the organization, 11 digits") },
  { "api-url", NULL, check_api_url, 0, 0, N_ ("Address of the platform") },
  { "rate", "150/5", check_rate, 0, 0,
    N_ ("Calls to the platform in so many seconds, for the whole office: 150/5") },
  { "concurrency", "16", check_concurrency, 1, 64, N_ ("Messages under way at the same time") },
  { "retention-days", "90", check_retention, 1, 3650,
    N_ ("Days after the last outcome until the people of a campaign are forgotten") },
  { "sending-hours", "8-20 lun-sab", check_sending_hours, 0, 0,
    N_ ("When what goes by itself may leave: hours and days") },
  { "holidays", "", check_holidays, 0, 0,
    N_ ("Holidays of the office besides the national ones: dates separated by commas") },
  { "daily-limit", "none", check_daily_limit, 1, 10000000, N_ ("Most messages in a day, or none") },
  { "connection-patience", "120", check_patience, 1, 86400,
    N_ ("Seconds without a connection after which a campaign pauses") },
  { "countdown", "30", check_countdown, 0, 600,
    N_ ("Seconds in which a send can still be called off in the window") },
};

static const SettingSpec *
find_spec (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    if (g_strcmp0 (specs[i].key, key) == 0)
      return &specs[i];
  return NULL;
}

static const char *
get_default (IonOffice *self, const SettingSpec *spec)
{
  if (spec->default_value != NULL)
    return spec->default_value;
  return ion_office_is_practice (self) ? "" : ION_IO_PLATFORM_PRODUCTION_URL;
}

/* (nullable) (transfer full): what the ledger holds, %NULL for the default */
static gboolean
load_value (IonOffice *self, const SettingSpec *spec, char **value, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *value = ion_ledger_get_setting (ion_office_get_ledger (self), spec->key, &local_error);
  if (local_error == NULL)
    {
      if (*value != NULL && **value == '\0')
        g_clear_pointer (value, g_free);
      return TRUE;
    }
  g_clear_pointer (value, g_free);
  if (g_error_matches (local_error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

void
ion_setting_free (IonSetting *self)
{
  if (self == NULL)
    return;
  g_free (self->value);
  g_free (self);
}

GPtrArray *
ion_office_list_settings (IonOffice *self, GError **error)
{
  g_autoptr (GPtrArray) settings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ion_setting_free);

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      IonSetting *setting = g_new0 (IonSetting, 1);

      g_ptr_array_add (settings, setting);
      setting->key = specs[i].key;
      setting->help = _ (specs[i].help);
      if (!load_value (self, &specs[i], &setting->value, error))
        return NULL;
      setting->is_default = setting->value == NULL;
      if (setting->value == NULL)
        setting->value = g_strdup (get_default (self, &specs[i]));
    }
  return g_steal_pointer (&settings);
}

static const SettingSpec *
require_spec (const char *key, GError **error)
{
  const SettingSpec *spec = find_spec (key);
  g_autoptr (GString) known = NULL;

  if (spec != NULL)
    return spec;
  known = g_string_new (specs[0].key);
  for (guint i = 1; i < G_N_ELEMENTS (specs); i++)
    g_string_append_printf (known, ", %s", specs[i].key);
  g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NOT_FOUND,
               _ ("There is no setting %1$s. The settings are: %2$s."), key, known->str);
  return NULL;
}

char *
ion_office_get_setting (IonOffice *self, const char *key, GError **error)
{
  const SettingSpec *spec;
  char *value = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  spec = require_spec (key, error);
  if (spec == NULL || !load_value (self, spec, &value, error))
    return NULL;
  return value != NULL ? value : g_strdup (get_default (self, spec));
}

/* Empty puts the default back, but an office always has its name and code. */
static gboolean
is_reset (const SettingSpec *spec, const char *value)
{
  return value[0] == '\0' && spec->check != check_name && spec->check != check_organization_code;
}

/* @canonical: (out) (nullable): %NULL puts the default back */
static const SettingSpec *
check_value (IonOffice *self, const char *key, const char *value, char **canonical, GError **error)
{
  const SettingSpec *spec = require_spec (key, error);
  g_autofree char *trimmed = g_strstrip (g_strdup (value != NULL ? value : ""));

  *canonical = NULL;
  if (spec == NULL || is_reset (spec, trimmed))
    return spec;
  *canonical = spec->check (self, trimmed, error);
  return *canonical != NULL ? spec : NULL;
}

gboolean
ion_office_check_setting (IonOffice *self, const char *key, const char *value, GError **error)
{
  g_autofree char *canonical = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);

  return check_value (self, key, value, &canonical, error) != NULL;
}

gboolean
ion_office_set_setting (IonOffice *self, const char *key, const char *value, GError **error)
{
  IonLedger *ledger;
  const SettingSpec *spec;
  g_autofree char *canonical = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);

  ledger = ion_office_get_ledger (self);
  spec = check_value (self, key, value, &canonical, error);
  if (spec == NULL || !ion_ledger_set_setting (ledger, key, canonical, error))
    return FALSE;
  if (spec->check == check_api_url || spec->check == check_rate || spec->check == check_concurrency)
    ion_office_forget_platform (self);
  return ion_ledger_write_journal (ledger, "setting", NULL, key, NULL, error);
}

void
ion_office_get_rate (IonOffice *self, int *calls, int *seconds)
{
  g_autofree char *rate = ion_office_get_setting (self, "rate", NULL);

  if (rate == NULL || sscanf (rate, "%d/%d", calls, seconds) != 2 || *calls <= 0 || *seconds <= 0)
    {
      *calls = 150;
      *seconds = 5;
    }
}

int
ion_office_get_number (IonOffice *self, const char *key)
{
  const SettingSpec *spec = find_spec (key);
  g_autofree char *value = ion_office_get_setting (self, key, NULL);
  gint64 number = 0;

  g_return_val_if_fail (spec != NULL, 0);

  if (value != NULL &&
      g_ascii_string_to_signed (value, 10, spec->minimum, spec->maximum, &number, NULL))
    return (int) number;
  return (int) g_ascii_strtoll (spec->default_value, NULL, 10);
}

IonSendingHours *
ion_office_get_sending_hours (IonOffice *self)
{
  g_autofree char *hours = ion_office_get_setting (self, "sending-hours", NULL);
  g_autofree char *holidays = ion_office_get_setting (self, "holidays", NULL);
  IonSendingHours *parsed = ion_sending_hours_new (hours, holidays, NULL);

  return parsed != NULL ? parsed : ion_sending_hours_new (NULL, NULL, NULL);
}
