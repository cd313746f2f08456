/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Nothing leaves late without a person having seen that it is late.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-office-overdue.h"

#include "ion-ledger-campaigns.h"

gboolean
ion_office_hold_overdue (IonOffice *office, gint64 now, GError **error)
{
  IonLedger *ledger;
  g_autoptr (GPtrArray) campaigns = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (office), FALSE);

  ledger = ion_office_get_ledger (office);
  if (ion_engine_is_at_work (ledger))
    return TRUE;
  campaigns = ion_ledger_list_campaigns (ledger, error);
  if (campaigns == NULL)
    return FALSE;
  for (guint i = 0; i < campaigns->len; i++)
    {
      const IonCampaign *campaign = g_ptr_array_index (campaigns, i);

      if (campaign->state == ION_CAMPAIGN_SCHEDULED &&
          campaign->send_at < now - ION_OVERDUE_GRACE &&
          !ion_ledger_pause_campaign (ledger, campaign->id, ION_PAUSE_OVERDUE, NULL, error))
        return FALSE;
    }
  return TRUE;
}
