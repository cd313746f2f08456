/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A campaign's figures, for scripts and for people. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-campaign.h"

#include "ion-campaign-story.h"
#include "ion-cli-json.h"

#include <glib/gi18n.h>

static void
add_reasons (JsonBuilder *builder, GPtrArray *reasons)
{
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reasons->len; i++)
    {
      const IonReason *reason = g_ptr_array_index (reasons, i);

      json_builder_begin_object (builder);
      ion_cli_json_add_text (builder, "state", ion_delivery_state_to_name (reason->state));
      ion_cli_json_add_text (builder, "code", reason->code);
      ion_cli_json_add_text (builder, "detail", reason->detail);
      ion_cli_json_add_int (builder, "count", reason->count);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_counts (JsonBuilder *builder, const IonCampaignCounts *counts)
{
  ion_cli_json_add_int (builder, "rows", counts->rows);
  for (int state = 0; state < ION_N_DELIVERY_STATES; state++)
    ion_cli_json_add_int (builder, ion_delivery_state_to_name (state), counts->by_state[state]);
  json_builder_set_member_name (builder, "read");
  if (counts->read >= 0)
    json_builder_add_int_value (builder, counts->read);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "paid");
  if (counts->paid >= 0)
    json_builder_add_int_value (builder, counts->paid);
  else
    json_builder_add_null_value (builder);
  ion_cli_json_add_int (builder, "calls", counts->calls);
  ion_cli_json_add_int (builder, "throttled", counts->throttled);
}

gboolean
ion_cli_campaign_to_json (IonOffice *office,
                          const IonCampaign *campaign,
                          JsonBuilder *builder,
                          GError **error)
{
  IonLedger *ledger = ion_office_get_ledger (office);
  IonCampaignCounts counts;
  g_autoptr (GPtrArray) reasons = NULL;

  if (!ion_ledger_count_campaign (ledger, campaign->id, &counts, error))
    return FALSE;
  reasons = ion_ledger_list_reasons (ledger, campaign->id, error);
  if (reasons == NULL)
    return FALSE;
  ion_cli_json_add_text (builder, "id", campaign->id);
  ion_cli_json_add_text (builder, "name", campaign->name);
  ion_cli_json_add_text (builder, "service", campaign->service_id);
  ion_cli_json_add_text (builder, "template", campaign->template_->name);
  ion_cli_json_add_text (builder, "state", ion_campaign_state_to_name (campaign->state));
  ion_cli_json_add_text (builder, "pause_code", campaign->pause_code);
  ion_cli_json_add_text (builder, "pause_detail", campaign->pause_detail);
  ion_cli_json_add_text (builder, "accepted_doubts", campaign->accepted_doubts);
  add_counts (builder, &counts);
  add_reasons (builder, reasons);
  ion_cli_json_add_moment (builder, "send_at", campaign->send_at);
  ion_cli_json_add_moment (builder, "created_at", campaign->created_at);
  ion_cli_json_add_moment (builder, "started_at", campaign->started_at);
  ion_cli_json_add_moment (builder, "finished_at", campaign->finished_at);
  return TRUE;
}

static void
print_counts (const IonCampaignCounts *counts)
{
  ion_cli_print ("  %-36s %'10" G_GINT64_FORMAT "\n", _ ("Recipients"), counts->rows);
  for (int state = 0; state < ION_N_DELIVERY_STATES; state++)
    if (counts->by_state[state] > 0)
      {
        const char *label = ion_delivery_state_get_label (state);
        int padding = 34 - (int) g_utf8_strlen (label, -1);

        ion_cli_print ("    %s%*s %'10" G_GINT64_FORMAT "  %5.1f %%\n", label, MAX (padding, 0), "",
                       counts->by_state[state],
                       100.0 * (double) counts->by_state[state] / (double) MAX (counts->rows, 1));
      }
  if (counts->read >= 0)
    ion_cli_print ("    %-34s %'10" G_GINT64_FORMAT "\n", _ ("Read"), counts->read);
  if (counts->paid >= 0)
    ion_cli_print ("    %-34s %'10" G_GINT64_FORMAT "\n", _ ("Paid"), counts->paid);
  ion_cli_print ("  %-36s %'10" G_GINT64_FORMAT "\n", _ ("Calls to the platform"), counts->calls);
}

/* Who cannot be reached is told by the state alone; these states have causes that somebody can
 * mend. */
static gboolean
has_cause (IonDeliveryState state)
{
  return state == ION_DELIVERY_REFUSED || state == ION_DELIVERY_REJECTED ||
         state == ION_DELIVERY_FAILED || state == ION_DELIVERY_UNCERTAIN ||
         state == ION_DELIVERY_EXCLUDED || state == ION_DELIVERY_PENDING;
}

static void
print_reasons (GPtrArray *reasons)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      const IonReason *reason = g_ptr_array_index (reasons, i);
      g_autofree char *sentence = NULL;

      if (!has_cause (reason->state))
        continue;
      sentence = ion_reason_explain (reason->state, reason->code, reason->detail);
      ion_cli_print ("  %'" G_GINT64_FORMAT " %s: %s\n", reason->count,
                     ion_delivery_state_get_label (reason->state), sentence);
    }
}

gboolean
ion_cli_campaign_print (IonOffice *office,
                        const IonCampaign *campaign,
                        gboolean with_story,
                        GError **error)
{
  IonLedger *ledger = ion_office_get_ledger (office);
  IonCampaignCounts counts;
  g_autoptr (GPtrArray) reasons = NULL;

  if (!ion_ledger_count_campaign (ledger, campaign->id, &counts, error))
    return FALSE;
  reasons = ion_ledger_list_reasons (ledger, campaign->id, error);
  if (reasons == NULL)
    return FALSE;
  if (with_story)
    {
      g_autofree char *story = ion_office_explain_campaign (office, campaign, &counts);

      ion_cli_print ("%s\n", story);
    }
  ion_cli_print ("%s · %s · %s\n", campaign->name, campaign->id,
                 ion_campaign_state_get_label (campaign->state));
  if (campaign->accepted_doubts != NULL)
    /* Translators: codes of doubts about the whole file, which a person has accepted */
    ion_cli_print (_ ("  Made in spite of: %s\n"), campaign->accepted_doubts);
  print_counts (&counts);
  print_reasons (reasons);
  return TRUE;
}
