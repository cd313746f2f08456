/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Settings by the names that a person knows them by.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-setting-words.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *key;
  const char *label;
} words[] = {
  { "name", N_ ("Name of the office") },
  { "organization-code", N_ ("Fiscal code of the organization") },
  { "api-url", N_ ("Address of the platform") },
  { "rate", N_ ("Pace of the calls to IO") },
  { "concurrency", N_ ("Messages under way at the same time") },
  { "retention-days", N_ ("How long people are kept") },
  { "sending-hours", N_ ("Sending hours") },
  { "holidays", N_ ("Holidays of the office") },
  { "daily-limit", N_ ("Most messages in a day") },
  { "connection-patience", N_ ("Patience without a connection") },
  { "countdown", N_ ("Countdown before a send") },
};

const char *
ion_setting_get_label (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].key, key) == 0)
      return _ (words[i].label);
  return key;
}
