/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-rate.h"

/* The setting is checked when it is written; what cannot be read here falls back to the platform's
 * own limit rather than to none. */

gboolean
ion_rate_parse (const char *text, int *calls, int *seconds)
{
  g_auto (GStrv) parts = NULL;
  guint64 first, second;

  if (text == NULL)
    return FALSE;
  parts = g_strsplit (text, "/", 3);
  if (g_strv_length (parts) != 2 ||
      !g_ascii_string_to_unsigned (g_strstrip (parts[0]), 10, 1, 10000000, &first, NULL) ||
      !g_ascii_string_to_unsigned (g_strstrip (parts[1]), 10, 1, 3600, &second, NULL))
    return FALSE;
  *calls = (int) first;
  *seconds = (int) second;
  return TRUE;
}

void
ion_rate_of_ledger (IonLedger *ledger, int *calls, int *seconds)
{
  g_autofree char *text = ion_ledger_get_setting (ledger, "rate", NULL);

  *calls = ION_RATE_CALLS;
  *seconds = ION_RATE_SECONDS;
  if (text != NULL && !ion_rate_parse (text, calls, seconds))
    g_info ("The setting “rate” is not a rate: the platform's own limit is kept");
}
