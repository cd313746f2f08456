/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One answer to "is all well?", for a monitoring system that asks every minute and for the window's
 * first page.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-office-status.h"

#include "ion-engine.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-services.h"
#include "ion-office-services.h"
#include "ion-number.h"

#include <glib/gi18n-lib.h>

/* Whoever watches a scheduled campaign may begin it a little later. */
#define OVERDUE (10 * 60)
/* What was not taken in an older campaign has been seen by now. */
#define RECENT (G_GINT64_CONSTANT (14) * 24 * 60 * 60)

void
ion_office_status_free (IonOfficeStatus *self)
{
  if (self == NULL)
    return;
  g_free (self->sentence);
  g_free (self);
}

/* Whoever sent it has died or was switched off: it will not go on by itself. */
static gboolean
is_unattended (const IonCampaign *campaign, gboolean is_at_work, gint64 now)
{
  if (is_at_work)
    return FALSE;
  return campaign->state == ION_CAMPAIGN_RUNNING ||
         (campaign->state == ION_CAMPAIGN_SCHEDULED && campaign->send_at + OVERDUE < now);
}

static void
add_state (IonOfficeStatus *status, const IonCampaign *campaign)
{
  switch (campaign->state)
    {
    case ION_CAMPAIGN_RUNNING:
      status->running++;
      break;
    case ION_CAMPAIGN_SCHEDULED:
      status->scheduled++;
      break;
    case ION_CAMPAIGN_PAUSED:
      status->paused++;
      break;
    default:
      break;
    }
}

static gboolean
add_campaigns (IonOfficeStatus *status, IonLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) campaigns = ion_ledger_list_campaigns (ledger, error);
  gboolean is_at_work = ion_engine_is_at_work (ledger);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 recent = now - RECENT;

  if (campaigns == NULL)
    return FALSE;
  for (guint i = 0; i < campaigns->len; i++)
    {
      const IonCampaign *campaign = g_ptr_array_index (campaigns, i);
      IonCampaignCounts counts = { 0 };

      add_state (status, campaign);
      status->unattended += is_unattended (campaign, is_at_work, now);
      if (!ion_ledger_count_campaign (ledger, campaign->id, &counts, error))
        return FALSE;
      status->uncertain += counts.by_state[ION_DELIVERY_UNCERTAIN];
      if (campaign->finished_at == 0 || campaign->finished_at >= recent)
        status->to_mend += counts.by_state[ION_DELIVERY_REFUSED] +
                           counts.by_state[ION_DELIVERY_REJECTED] +
                           counts.by_state[ION_DELIVERY_FAILED];
    }
  return TRUE;
}

static gboolean
add_services (IonOfficeStatus *status, IonOffice *office, GError **error)
{
  g_autoptr (GPtrArray) services = ion_ledger_list_services (ion_office_get_ledger (office), error);

  if (services == NULL)
    return FALSE;
  for (guint i = 0; i < services->len; i++)
    {
      const IonService *service = g_ptr_array_index (services, i);
      IonKeyPresence presence = ion_office_get_key_presence (office, service->id, error);

      if (presence == ION_KEY_UNREADABLE)
        return FALSE;
      if (presence == ION_KEY_ABSENT)
        status->keys_missing++;
      else if (g_strcmp0 (service->key_state, "refused") == 0)
        status->keys_refused++;
    }
  return TRUE;
}

static void
append (GString *text, const char *format, gint64 count)
{
  g_auto (GStrv) parts = NULL;

  if (count <= 0)
    return;
  if (text->len > 0)
    g_string_append (text, ", ");
  parts = g_strsplit (format, "%s", 2);
  g_string_append_printf (text, "%s%s%s", parts[0], ion_number (count).text, parts[1]);
}

static void
append_waiting (GString *text, const IonOfficeStatus *status)
{
  append (text,
          ngettext ("%s message with an unknown outcome", "%s messages with an unknown outcome",
                    (gulong) status->uncertain),
          status->uncertain);
  append (text,
          ngettext ("%s message not taken", "%s messages not taken", (gulong) status->to_mend),
          status->to_mend);
  append (text,
          ngettext ("%s campaign that no program is sending (send it again)",
                    "%s campaigns that no program is sending (send them again)",
                    (gulong) status->unattended),
          status->unattended);
  append (text, ngettext ("%s campaign paused", "%s campaigns paused", (gulong) status->paused),
          status->paused);
  append (text,
          ngettext ("%s API key refused", "%s API keys refused", (gulong) status->keys_refused),
          status->keys_refused);
  append (text,
          ngettext ("%s service without API key", "%s services without API key",
                    (gulong) status->keys_missing),
          status->keys_missing);
}

static void
compose (IonOfficeStatus *status)
{
  g_autoptr (GString) waiting = g_string_new (NULL);

  append_waiting (waiting, status);
  status->result = ION_RESULT_WAITS;
  if (status->is_older_copy)
    status->sentence = g_strdup (
        _ ("This office's data is an older copy: nothing is sent until a person has decided."));
  else if (status->is_stopped)
    status->sentence = g_strdup (_ ("All sending is stopped for this office."));
  else if (waiting->len > 0)
    /* Translators: %s is a list: "3 messages with an unknown outcome, 1 campaign paused" */
    status->sentence = g_strdup_printf (_ ("Something waits for a person: %s."), waiting->str);
  else
    {
      status->result = ION_RESULT_DONE;
      status->sentence =
          g_strdup (status->running > 0 ? _ ("All is well. A campaign is being sent.")
                                        : _ ("All is well. Nothing waits."));
    }
}

IonOfficeStatus *
ion_office_get_status (IonOffice *self, GError **error)
{
  g_autoptr (IonOfficeStatus) status = g_new0 (IonOfficeStatus, 1);
  g_autoptr (GError) local_error = NULL;
  IonLedger *ledger;

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  ledger = ion_office_get_ledger (self);
  status->is_stopped = ion_ledger_is_stopped (ledger);
  status->is_older_copy = ion_office_is_older_copy (self, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (!add_campaigns (status, ledger, error) || !add_services (status, self, error))
    return NULL;
  compose (status);
  return g_steal_pointer (&status);
}
