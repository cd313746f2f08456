/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The last look before messages leave: which they are, and every reason for which nothing may leave
 * now.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-send-check.h"

#include "ion-amount.h"
#include "ion-ledger-deliveries.h"
#include "ion-ledger-services.h"
#include "ion-office-services.h"
#include "ion-renderer.h"
#include "ion-send-story.h"
#include "ion-number.h"

#include <glib/gi18n-lib.h>

void
ion_send_check_free (IonSendCheck *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->campaign, ion_campaign_free);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_free (self->service_name);
  g_free (self->sentence);
  g_free (self);
}

static gboolean
check_office (IonOffice *office, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (ion_ledger_is_stopped (ion_office_get_ledger (office)))
    {
      g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_OFFICE_STOPPED,
                           _ ("All sending is stopped for this office, so nothing leaves. Let it "
                              "go "
                              "on with: io-notifier-cli office start."));
      return FALSE;
    }
  if (ion_office_is_older_copy (office, &local_error))
    {
      g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_OLDER_COPY,
                           _ ("This office's data is an older copy: messages may have left that it "
                              "does not know of, and sending now could reach people twice. Nothing "
                              "is sent until a person has decided about it."));
      return FALSE;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_key (IonOffice *office, IonSendCheck *check, GError **error)
{
  const char *id = check->campaign->service_id;
  IonKeyPresence presence = ion_office_get_key_presence (office, id, error);

  if (presence == ION_KEY_ABSENT)
    g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NO_KEY,
                 _ ("The service %s has no API key, so nothing can be sent with it. Set its key, "
                    "then try again."),
                 check->service_name);
  return presence == ION_KEY_PRESENT;
}

/* The list may have changed since the rows were checked at the import. */
static gboolean
check_test_person_cb (const IonDelivery *delivery, gpointer ledger, GError **error)
{
  if (ion_ledger_is_test_recipient (ledger, delivery->fiscal_code))
    return TRUE;
  g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_TEST_ONLY,
                       _ ("Test messages go only to the people on the office's own test "
                          "list. Nothing was sent. Add them to the list, or make an "
                          "ordinary campaign."));
  return FALSE;
}

static gboolean
check_test_people (IonLedger *ledger, const IonCampaign *campaign, GError **error)
{
  return ion_ledger_each_delivery (ledger, campaign->id, 1u << ION_DELIVERY_PENDING,
                                   check_test_person_cb, ledger, NULL, error);
}

typedef struct
{
  IonRenderer *renderer; /* (unowned) */
  gint64 sum;            /* cents */
} Sum;

static gboolean
add_amount_cb (const IonDelivery *delivery, gpointer data, GError **error)
{
  Sum *sum = data;
  g_autoptr (IonMessage) message = NULL;

  if (delivery->fields != NULL)
    message =
        ion_renderer_render (sum->renderer, delivery->fiscal_code, delivery->fields, NULL, NULL);
  sum->sum += message != NULL ? message->amount : 0;
  return TRUE;
}

/* The whole campaign's amounts, also those that have left: what --expect-total was said about. */
static gboolean
sum_amounts (IonLedger *ledger, const IonCampaign *campaign, gint64 *sum, GError **error)
{
  guint states = ((1u << ION_N_DELIVERY_STATES) - 1) & ~(1u << ION_DELIVERY_EXCLUDED);
  g_autoptr (IonRenderer) renderer = ion_renderer_new (campaign->template_, error);
  Sum all = { renderer, 0 };

  *sum = 0;
  if (renderer == NULL ||
      !ion_ledger_each_delivery (ledger, campaign->id, states, add_amount_cb, &all, NULL, error))
    return FALSE;
  *sum = all.sum;
  return TRUE;
}

static gboolean
check_people (const IonCampaignCounts *counts, const IonExpectation *expectation, GError **error)
{
  gint64 whole = counts->rows - counts->by_state[ION_DELIVERY_EXCLUDED];

  if (expectation->people < 0 || expectation->people == whole)
    return TRUE;
  g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_EXPECTATION,
               _ ("The campaign has %1$s people, and %2$s were expected. Nothing "
                  "was sent. Look at the rows that were left out and at the file."),
               ion_number (whole).text, ion_number (expectation->people).text);
  return FALSE;
}

static gboolean
check_total (IonLedger *ledger,
             const IonSendCheck *check,
             const IonExpectation *expectation,
             GError **error)
{
  gint64 sum = check->totals.amount;
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;

  if (expectation->total < 0)
    return TRUE;
  if (check->has_begun && !sum_amounts (ledger, check->campaign, &sum, error))
    return FALSE;
  if (sum == expectation->total)
    return TRUE;
  found = ion_amount_format (sum, "it");
  expected = ion_amount_format (expectation->total, "it");
  g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_EXPECTATION,
               _ ("The campaign's amounts are %1$s in all, and %2$s were expected. Nothing was "
                  "sent. Compare the file with the accounts."),
               found, expected);
  return FALSE;
}

/* Which campaign, with which figures. */
static IonSendCheck *
look_up (IonOffice *office,
         const char *name,
         gint64 first,
         IonCampaignCounts *counts,
         GError **error)
{
  IonLedger *ledger = ion_office_get_ledger (office);
  g_autoptr (IonSendCheck) check = g_new0 (IonSendCheck, 1);
  g_autoptr (IonService) service = NULL;

  check->campaign = ion_ledger_get_campaign (ledger, name, error);
  if (check->campaign == NULL ||
      !ion_ledger_count_campaign (ledger, check->campaign->id, counts, error) ||
      !ion_ledger_total_campaign (ledger, check->campaign->id, &check->totals, error))
    return NULL;
  service = ion_ledger_get_service (ledger, check->campaign->service_id, NULL);
  check->service_name = g_strdup (service != NULL ? service->name : check->campaign->service_id);
  check->people = counts->by_state[ION_DELIVERY_PENDING];
  if (first >= 0)
    check->people = MIN (check->people, first);
  check->is_practice = ion_office_is_practice (office);
  for (guint i = 0; i < ION_N_DELIVERY_STATES; i++)
    check->has_begun |= counts->by_state[i] > 0 && i != ION_DELIVERY_PENDING &&
                        i != ION_DELIVERY_EXCLUDED && i != ION_DELIVERY_CANCELLED;
  return g_steal_pointer (&check);
}

/* After a crash nothing may be pending, and what was under way is still to be settled. */
static gboolean
check_something_left (const IonSendCheck *check, const IonCampaignCounts *counts, GError **error)
{
  if (check->people > 0 || counts->by_state[ION_DELIVERY_SENDING] > 0 ||
      check->campaign->state == ION_CAMPAIGN_RUNNING)
    return TRUE;
  g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NOTHING,
               _ ("Nothing of the campaign %s is left to send."), check->campaign->name);
  return FALSE;
}

IonSendCheck *
ion_office_check_send (IonOffice *self,
                       const char *campaign,
                       const IonExpectation *expectation,
                       gint64 first,
                       GError **error)
{
  IonLedger *ledger;
  IonCampaignCounts counts = { 0 };
  g_autoptr (IonSendCheck) check = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  ledger = ion_office_get_ledger (self);
  check = look_up (self, campaign, first, &counts, error);
  if (check == NULL || !check_office (self, error) ||
      !check_something_left (check, &counts, error) || !check_key (self, check, error))
    return NULL;
  if (check->campaign->is_test && !check_test_people (ledger, check->campaign, error))
    return NULL;
  if (expectation != NULL && (!check_people (&counts, expectation, error) ||
                              !check_total (ledger, check, expectation, error)))
    return NULL;
  check->sentence = ion_send_story_compose (check);
  ion_send_story_add_remarks (check, self, &counts);
  return g_steal_pointer (&check);
}

gboolean
ion_office_total_campaign (IonOffice *self,
                           const char *campaign,
                           gint64 *people,
                           gint64 *amount,
                           GError **error)
{
  IonCampaignCounts counts = { 0 };
  g_autoptr (IonSendCheck) check = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self) && people != NULL && amount != NULL, FALSE);

  check = look_up (self, campaign, -1, &counts, error);
  if (check == NULL)
    return FALSE;
  *people = counts.rows - counts.by_state[ION_DELIVERY_EXCLUDED];
  *amount = check->totals.amount;
  return !check->has_begun ||
         sum_amounts (ion_office_get_ledger (self), check->campaign, amount, error);
}
