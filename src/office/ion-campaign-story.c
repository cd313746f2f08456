/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Where a campaign stands, in words. Whoever reads it wants to know three things: what has reached
 * citizens so far, what waits, and what to do.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-campaign-story.h"

#include "ion-import-words.h"

#include "ion-moment.h"
#include "ion-number.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *code;
  IonResult result;
  const char *sentence;
} PauseText;

static const PauseText pauses[] = {
  { "by-person", ION_RESULT_STOPPED, N_ ("It was paused by a person. Send it again to go on.") },
  { "interrupted", ION_RESULT_STOPPED,
    N_ ("The program was stopped before the end. Send it again to go on.") },
  { "overdue", ION_RESULT_WAITS,
    N_ ("Its time passed while no program was at work: nothing has left. Send it now if it still "
        "makes sense.") },
  { "tranche-done", ION_RESULT_DONE,
    N_ ("The first part has been sent. Look at its outcomes, then send again to go on.") },
  { "reach-done", ION_RESULT_DONE, N_ ("It is known who can be reached. Nothing has been sent.") },
  { "key-refused", ION_RESULT_SENDER_REFUSED,
    N_ ("The platform refuses the API key of the service. Set the service's key anew, check it, "
        "then send again: what has left is not sent twice.") },
  { "sender-refused", ION_RESULT_SENDER_REFUSED,
    N_ ("The platform does not let this service send from here: it may not be enabled yet, or this "
        "network address is not among those allowed. Mend it in IO's reserved area, then send "
        "again.") },
  { "no-key", ION_RESULT_FAILED,
    N_ ("The service has no API key. Set the service's key, then send again.") },
  { "no-connection", ION_RESULT_NO_CONNECTION,
    N_ ("There is no connection to the platform. Check the network, then send again.") },
  { "not-platform", ION_RESULT_NO_CONNECTION,
    N_ ("Something other than the platform answers: a wrong address, a proxy or a log-in page. "
        "Check the office's api-url and the network, then send again.") },
  { "platform-trouble", ION_RESULT_NO_CONNECTION,
    N_ ("The platform is in trouble. Wait a while, then send again: nothing is lost.") },
  { "equal-refusals", ION_RESULT_WAITS,
    N_ ("The platform refused many messages in a row for the same reason. Mend the cause, put the "
        "refused ones back with “campaign retry”, then send again.") },
  { "older-copy", ION_RESULT_WAITS,
    N_ ("This office's data is an older copy. A person must decide before anything leaves.") },
  { "keyring-locked", ION_RESULT_FAILED,
    N_ ("The keyring is locked, so the API key could not be read. Unlock it, then send again.") },
  { "keyring-failed", ION_RESULT_FAILED,
    N_ ("The API key could not be read from the keyring. Look at “office show”, then send "
        "again.") },
};

static const PauseText *
find_pause (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (pauses); i++)
    if (g_strcmp0 (pauses[i].code, code) == 0)
      return &pauses[i];
  return NULL;
}

char *
ion_campaign_explain_pause (const IonCampaign *campaign)
{
  const PauseText *text;

  g_return_val_if_fail (campaign != NULL, NULL);

  if (campaign->state != ION_CAMPAIGN_PAUSED)
    return NULL;
  text = find_pause (campaign->pause_code);
  if (campaign->pause_detail != NULL && campaign->pause_detail[0] != '\0')
    /* Translators: %1$s is a sentence, %2$s the platform's own words */
    return g_strdup_printf (_ ("%1$s (%2$s)"),
                            text != NULL ? _ (text->sentence) : _ ("It is paused."),
                            campaign->pause_detail);
  return g_strdup (text != NULL ? _ (text->sentence) : _ ("It is paused. Send it again to go on."));
}

char *
ion_reason_explain (IonDeliveryState state, const char *code, const char *detail)
{
  g_autofree char *words = NULL;

  if (code == NULL || code[0] == '\0')
    return g_strdup (ion_delivery_state_get_label (state));
  if (g_str_equal (code, "duplicate"))
    return g_strdup (_ ("The same person stands in an earlier row of the file."));
  if (g_str_equal (code, "notice-already-sent"))
    return g_strdup (_ ("This person already has a message with the same notice number."));
  if (g_str_equal (code, "interrupted"))
    return g_strdup (_ ("The program ended while the message was on its way: it may have arrived "
                        "or not."));
  if (g_str_equal (code, "older-copy"))
    return g_strdup (_ ("The office's data was an older copy: the message may have been sent after "
                        "it was made."));
  if (state == ION_DELIVERY_EXCLUDED && (words = ion_import_words_bare (code)) != NULL)
    return detail != NULL ? g_strdup_printf ("%s (%s)", words, detail) : g_steal_pointer (&words);
  if (detail != NULL && detail[0] != '\0')
    return g_strdup_printf ("%s: %s", code, detail);
  return g_strdup (code);
}

static gint64
count_undelivered (const IonCampaignCounts *counts)
{
  return counts->by_state[ION_DELIVERY_REJECTED] + counts->by_state[ION_DELIVERY_FAILED];
}

static gint64
count_taken (const IonCampaignCounts *counts)
{
  return counts->by_state[ION_DELIVERY_ACCEPTED] + counts->by_state[ION_DELIVERY_DELIVERED] +
         count_undelivered (counts);
}

IonResult
ion_campaign_get_result (const IonCampaign *campaign, const IonCampaignCounts *counts)
{
  gboolean waits;

  g_return_val_if_fail (campaign != NULL && counts != NULL, ION_RESULT_FAILED);

  waits = counts->by_state[ION_DELIVERY_REFUSED] > 0 || count_undelivered (counts) > 0 ||
          counts->by_state[ION_DELIVERY_UNCERTAIN] > 0;
  if (campaign->state == ION_CAMPAIGN_PAUSED)
    {
      const PauseText *text = find_pause (campaign->pause_code);
      IonResult result = text != NULL ? text->result : ION_RESULT_STOPPED;

      return result == ION_RESULT_DONE && waits ? ION_RESULT_WAITS : result;
    }
  return waits ? ION_RESULT_WAITS : ION_RESULT_DONE;
}

static void
append_sentence (GString *story, const char *sentence)
{
  if (sentence == NULL || sentence[0] == '\0')
    return;
  if (story->len > 0)
    g_string_append_c (story, ' ');
  g_string_append (story, sentence);
}

static void
append_count (GString *story, const char *format, gint64 count)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *sentence = NULL;

  if (count <= 0)
    return;
  parts = g_strsplit (format, "%s", 2);
  sentence = g_strconcat (parts[0], ion_number (count).text, parts[1], NULL);
  append_sentence (story, sentence);
}

static void
append_taken (GString *story, const IonCampaignCounts *counts)
{
  gint64 taken = count_taken (counts);
  gint64 wanted = counts->rows - counts->by_state[ION_DELIVERY_EXCLUDED];
  gint64 delivered = counts->by_state[ION_DELIVERY_DELIVERED];
  g_autofree char *sentence = NULL;

  if (taken == 0)
    {
      append_sentence (story, counts->by_state[ION_DELIVERY_UNCERTAIN] > 0
                                  ? _ ("It is not certain that any message has reached a citizen.")
                                  : _ ("No message has reached a citizen so far."));
      return;
    }
  sentence =
      g_strdup_printf (ngettext ("The platform has taken %1$s message of %2$s.",
                                 "The platform has taken %1$s messages of %2$s.", (gulong) taken),
                       ion_number (taken).text, ion_number (wanted).text);
  append_sentence (story, sentence);
  append_count (story,
                ngettext ("%s was delivered so far.", "%s were delivered so far.",
                          (gulong) delivered),
                delivered);
}

/* What waits for a person, and who is not going to be told through IO at all. */
static void
append_rest (GString *story, const IonCampaignCounts *counts)
{
  gint64 unreachable =
      counts->by_state[ION_DELIVERY_NOT_ON_IO] + counts->by_state[ION_DELIVERY_SWITCHED_OFF];
  gint64 refused = counts->by_state[ION_DELIVERY_REFUSED];
  gint64 undelivered = count_undelivered (counts);
  gint64 uncertain = counts->by_state[ION_DELIVERY_UNCERTAIN];
  gint64 pending = counts->by_state[ION_DELIVERY_PENDING];

  append_count (story,
                ngettext ("%s person cannot be reached on IO and is to be told otherwise.",
                          "%s people cannot be reached on IO and are to be told otherwise.",
                          (gulong) unreachable),
                unreachable);
  append_count (story,
                ngettext ("%s message was not taken: look at its reason, mend it, put it back.",
                          "%s messages were not taken: look at the reasons, mend them, put them "
                          "back.",
                          (gulong) refused),
                refused);
  append_count (story,
                ngettext ("%s message was not delivered: tell this person otherwise.",
                          "%s messages were not delivered: tell these people otherwise.",
                          (gulong) undelivered),
                undelivered);
  append_count (story,
                ngettext ("%s message has an unknown outcome: a person must decide about it.",
                          "%s messages have an unknown outcome: a person must decide about them.",
                          (gulong) uncertain),
                uncertain);
  append_count (story,
                ngettext ("%s message is still to be sent.", "%s messages are still to be sent.",
                          (gulong) pending),
                pending);
}

char *
ion_office_explain_campaign (IonOffice *self,
                             const IonCampaign *campaign,
                             const IonCampaignCounts *counts)
{
  GString *story;
  g_autofree char *pause = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);
  g_return_val_if_fail (campaign != NULL && counts != NULL, NULL);

  story = g_string_new (NULL);
  if (campaign->state == ION_CAMPAIGN_SCHEDULED)
    {
      g_autofree char *when = ion_moment_format (campaign->send_at);
      /* Translators: %s is a day and an hour */
      g_autofree char *sentence = g_strdup_printf (_ ("It is to leave on %s."), when);

      append_sentence (story, sentence);
    }
  else if (campaign->state == ION_CAMPAIGN_CANCELLED)
    append_sentence (story, _ ("It was cancelled: nothing more leaves."));
  append_taken (story, counts);
  append_rest (story, counts);
  pause = ion_campaign_explain_pause (campaign);
  append_sentence (story, pause);
  if (ion_office_is_practice (self))
    append_sentence (story, _ ("(Practice: no citizen is involved.)"));
  return g_string_free (story, FALSE);
}

gboolean
ion_delivery_states_parse (const char *const *names, guint *states, GError **error)
{
  *states = 0;
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (names[i], ",", -1);

      for (guint n = 0; parts[n] != NULL; n++)
        {
          IonDeliveryState state;

          g_strdelimit (g_strstrip (parts[n]), "-", '_');
          if (!ion_delivery_state_from_name (parts[n], &state))
            {
              g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
                           _ ("There is no state “%s”. The states are those that “campaign show” "
                              "lists."),
                           parts[n]);
              return FALSE;
            }
          *states |= 1u << state;
        }
    }
  return TRUE;
}
