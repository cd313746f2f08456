/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Where a campaign stands, in the words of the window: the cause of a pause, what has reached
 * citizens until then, and which act helps.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-campaign-standing.h"

#include "ion-moment.h"
#include "ion-number.h"
#include "ion-send-brief.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *code;
  IonCampaignRemedy remedy;
  const char *sentence;
} Pause;

static const Pause pauses[] = {
  { "by-person", ION_REMEDY_GO_ON, N_ ("Somebody has paused the sending.") },
  { "interrupted", ION_REMEDY_GO_ON, N_ ("The program ended before the sending did.") },
  { "tranche-done", ION_REMEDY_REST, N_ ("The first part has been sent.") },
  { "reach-done", ION_REMEDY_SEND, N_ ("It is known who can be reached.") },
  { "key-refused", ION_REMEDY_SERVICE, N_ ("IO refuses the API key of the service.") },
  { "sender-refused", ION_REMEDY_SERVICE,
    N_ ("IO does not let this service send from here: it may not be enabled yet, or this network "
        "address is not among those allowed.") },
  { "no-key", ION_REMEDY_SERVICE, N_ ("The service has no API key.") },
  { "no-connection", ION_REMEDY_GO_ON, N_ ("There is no connection to IO.") },
  { "not-platform", ION_REMEDY_GO_ON,
    N_ ("Something else answers in IO's place: a proxy, or a log-in page of the network.") },
  { "platform-trouble", ION_REMEDY_GO_ON, N_ ("IO is in trouble.") },
  { "equal-refusals", ION_REMEDY_CAUSES,
    N_ ("IO refused many messages in a row for the same reason.") },
  { "overdue", ION_REMEDY_SEND, N_ ("Its time came while the program was closed.") },
  { "older-copy", ION_REMEDY_NONE,
    N_ ("This office's data is an older copy: a person must decide before anything leaves.") },
  { "keyring-locked", ION_REMEDY_GO_ON,
    N_ ("The keyring is locked, so the API key could not be read.") },
  { "keyring-failed", ION_REMEDY_SERVICE, N_ ("The API key could not be read from the keyring.") },
};

static const Pause *
find_pause (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (pauses); i++)
    if (g_strcmp0 (pauses[i].code, code) == 0)
      return &pauses[i];
  return NULL;
}

gint64
ion_campaign_count_left (const IonCampaignCounts *counts)
{
  gint64 n = 0;

  g_return_val_if_fail (counts != NULL, 0);

  for (guint state = 0; state < ION_N_DELIVERY_STATES; state++)
    if (ion_delivery_state_has_left (state))
      n += counts->by_state[state];
  return n;
}

/* What IO took for certain; NULL where that is nothing. (transfer full) (nullable) */
static char *
tell_handed (gint64 handed, gint64 pending)
{
  if (handed == 0)
    return NULL;
  if (pending == 0)
    return g_strdup_printf (ngettext ("%s message has been handed over to IO.",
                                      "%s messages have been handed over to IO.", (gulong) handed),
                            ion_number (handed).text);
  return g_strdup_printf (
      /* Translators: the second number is of messages still to be sent */
      ngettext ("%1$s message has been handed over to IO, %2$s still wait and are not lost.",
                "%1$s messages have been handed over to IO, %2$s still wait and are not lost.",
                (gulong) handed),
      ion_number (handed).text, ion_number (pending).text);
}

/* What has reached citizens so far, what has not, and what nobody can tell. */
static char *
tell_reached (const IonCampaignCounts *counts)
{
  gint64 left = ion_campaign_count_left (counts);
  gint64 unknown =
      counts->by_state[ION_DELIVERY_UNCERTAIN] + counts->by_state[ION_DELIVERY_SENDING];
  g_autofree char *handed = tell_handed (left - unknown, counts->by_state[ION_DELIVERY_PENDING]);
  g_autofree char *doubt = NULL;

  if (left == 0)
    return g_strdup (_ ("No message has reached a citizen."));
  if (unknown == 0)
    return g_steal_pointer (&handed);
  doubt = g_strdup_printf (ngettext ("Of %s message it is not known whether it has reached its "
                                     "citizen.",
                                     "Of %s messages it is not known whether they have reached "
                                     "their citizens.",
                                     (gulong) unknown),
                           ion_number (unknown).text);
  return handed != NULL ? g_strdup_printf ("%s %s", handed, doubt) : g_steal_pointer (&doubt);
}

static char *
tell_paused (const IonCampaign *campaign,
             const IonCampaignCounts *counts,
             IonCampaignRemedy *remedy)
{
  const Pause *pause = find_pause (campaign->pause_code);
  const char *cause = pause != NULL ? _ (pause->sentence) : _ ("The sending is paused.");
  g_autofree char *reached = tell_reached (counts);

  *remedy = pause != NULL ? pause->remedy : ION_REMEDY_GO_ON;
  return g_strdup_printf ("%s %s", cause, reached);
}

/* Also what was sent and put back: then something has left already. */
static char *
tell_ready (const IonCampaign *campaign, const IonCampaignCounts *counts, IonCampaignRemedy *remedy)
{
  gint64 pending = counts->by_state[ION_DELIVERY_PENDING];

  *remedy = pending > 0 ? ION_REMEDY_SEND : ION_REMEDY_NONE;
  /* How many they are is to be typed, not copied from here. */
  if (ion_campaign_is_unbegun (campaign) &&
      ion_ceremony_for_people (pending) == ION_CEREMONY_TOTALS)
    return g_strdup (_ ("It waits for somebody to send it."));
  return g_strdup_printf (ngettext ("%s message waits for somebody to send it.",
                                    "%s messages wait for somebody to send them.",
                                    (gulong) pending),
                          ion_number (pending).text);
}

char *
ion_campaign_tell_standing (const IonCampaign *campaign,
                            const IonCampaignCounts *counts,
                            IonCampaignRemedy *remedy)
{
  IonCampaignRemedy help = ION_REMEDY_NONE;
  g_autofree char *when = NULL;
  char *sentence = NULL;

  g_return_val_if_fail (campaign != NULL && counts != NULL, NULL);

  switch (campaign->state)
    {
    case ION_CAMPAIGN_SCHEDULED:
      when = ion_moment_format (campaign->send_at);
      /* Translators: %s is a day and an hour */
      sentence = g_strdup_printf (_ ("It leaves %s. Until then nothing reaches anybody."), when);
      break;
    case ION_CAMPAIGN_RUNNING:
      sentence = g_strdup (_ ("It is being sent."));
      break;
    case ION_CAMPAIGN_PAUSED:
      sentence = tell_paused (campaign, counts, &help);
      break;
    case ION_CAMPAIGN_DONE:
      sentence = g_strdup (_ ("Everything has been sent."));
      break;
    case ION_CAMPAIGN_CANCELLED:
      {
        g_autofree char *reached = tell_reached (counts);

        sentence = g_strdup_printf (_ ("The sending was stopped for good. %s"), reached);
        break;
      }
    default:
      sentence = tell_ready (campaign, counts, &help);
    }
  if (remedy != NULL)
    *remedy = help;
  return sentence;
}
