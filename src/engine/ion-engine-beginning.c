/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Before the first message leaves, the ledger has to be the right one and has to say the truth
 * about what a dead engine was doing. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-engine-beginning.h"

#include "ion-engine-lock.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-deliveries.h"

#include <glib/gi18n-lib.h>

static gboolean
pause_left_running (IonLedger *ledger, GPtrArray *left_running, GError **error)
{
  g_autoptr (GPtrArray) campaigns = ion_ledger_list_running_campaigns (ledger, error);

  if (campaigns == NULL)
    return FALSE;
  for (guint i = 0; i < campaigns->len; i++)
    {
      const IonCampaign *campaign = g_ptr_array_index (campaigns, i);

      if (campaign->send_at != 0)
        g_ptr_array_add (left_running, g_strdup (campaign->id));
      else if (!ion_ledger_pause_campaign (ledger, campaign->id, "interrupted", NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_copy (IonCopyGuard *guard, GError **error)
{
  gboolean older = FALSE;

  if (!ion_copy_guard_check (guard, &older, error))
    return FALSE;
  if (!older)
    return TRUE;
  g_set_error_literal (error, ION_ENGINE_ERROR, ION_ENGINE_ERROR_OLDER_COPY,
                       _ ("This ledger is older than what was sent with it, or a copy of it: "
                          "nothing is sent until you say whether something was sent since."));
  return FALSE;
}

gboolean
ion_engine_prepare_ledger (IonLedger *ledger,
                           IonCopyGuard *guard,
                           IonEngineFlags flags,
                           gint64 now,
                           GPtrArray **left_running,
                           GError **error)
{
  gint64 interrupted;

  *left_running = g_ptr_array_new_with_free_func (g_free);
  if (!check_copy (guard, error))
    return FALSE;
  interrupted = ion_ledger_recover_sending (ledger, now, error);
  if (interrupted < 0)
    return FALSE;
  if (interrupted > 0)
    g_info ("%" G_GINT64_FORMAT " messages were on their way when the last run ended", interrupted);
  if (!ion_ledger_recover_follow_ups (ledger, now, error))
    return FALSE;
  if ((flags & ION_ENGINE_CONTINUE) == 0 && !pause_left_running (ledger, *left_running, error))
    return FALSE;
  return ion_copy_guard_bump (guard, error);
}

gboolean
ion_engine_is_at_work (IonLedger *ledger)
{
  g_return_val_if_fail (ION_IS_LEDGER (ledger), FALSE);

  return ion_engine_lock_is_taken (ion_ledger_get_folder (ledger));
}

gboolean
ion_engine_is_older_copy (IonLedger *ledger, IonKeyring *keyring, gboolean *older, GError **error)
{
  g_autoptr (IonCopyGuard) guard = ion_copy_guard_new (ledger, keyring);

  return ion_copy_guard_check (guard, older, error);
}
