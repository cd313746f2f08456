/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What became of a campaign, in one sentence that can be read out: how many have the notice, and
 * how many must be told otherwise.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-campaign-summary.h"

#include "ion-number.h"

#include <glib/gi18n-lib.h>

void
ion_campaign_outline (const IonCampaignCounts *counts, IonCampaignOutline *outline)
{
  const gint64 *by = counts->by_state;
  gint64 unreachable = by[ION_DELIVERY_NOT_ON_IO] + by[ION_DELIVERY_SWITCHED_OFF];

  g_return_if_fail (counts != NULL && outline != NULL);

  outline->recipients = counts->rows - by[ION_DELIVERY_EXCLUDED];
  outline->delivered = by[ION_DELIVERY_DELIVERED];
  outline->to_send = by[ION_DELIVERY_PENDING];
  outline->to_verify =
      by[ION_DELIVERY_SENDING] + by[ION_DELIVERY_ACCEPTED] + by[ION_DELIVERY_UNCERTAIN];
  outline->otherwise = unreachable + by[ION_DELIVERY_REJECTED] + by[ION_DELIVERY_FAILED] +
                       by[ION_DELIVERY_REFUSED] + by[ION_DELIVERY_CANCELLED];
  outline->reachable =
      outline->recipients - unreachable - by[ION_DELIVERY_PENDING] - by[ION_DELIVERY_CANCELLED];
}

char *
ion_campaign_format_share (gint64 part, gint64 whole)
{
  double percent = whole > 0 ? 100.0 * (double) part / (double) whole : 0;

  if (part > 0)
    percent = MAX (percent, 0.1);
  if (part < whole)
    percent = MIN (percent, 99.9);
  if (part == whole && whole > 0)
    /* Translators: a percentage without decimals: 100 % */
    return g_strdup_printf (_ ("%d%%"), 100);
  /* Translators: a percentage with one decimal */
  return g_strdup_printf (_ ("%.1f%%"), percent);
}

static char *
tell_delivered (const IonCampaignOutline *outline, gboolean is_test)
{
  gulong n = (gulong) outline->delivered;
  IonNumber delivered = ion_number (outline->delivered);
  IonNumber all = ion_number (outline->recipients);
  g_autofree char *share = ion_campaign_format_share (outline->delivered, outline->recipients);

  if (outline->delivered == outline->recipients)
    return g_strdup_printf (is_test ? ngettext ("The %s test message was delivered",
                                                "All %s test messages were delivered", n)
                                    : ngettext ("The %s person of the list has received the notice",
                                                "All %s people have received the notice", n),
                            delivered.text);
  if (is_test)
    return g_strdup_printf (ngettext ("%1$s test message out of %2$s was delivered",
                                      "%1$s test messages out of %2$s were delivered", n),
                            delivered.text, all.text);
  /* Translators: %1$s people out of %2$s people, which is %3$s (a percentage) */
  return g_strdup_printf (ngettext ("%1$s person out of %2$s (%3$s) has received the notice",
                                    "%1$s people out of %2$s (%3$s) have received the notice", n),
                          delivered.text, all.text, share);
}

static char *
tell_begin (const IonCampaignOutline *outline, gboolean is_test)
{
  gulong n = (gulong) outline->recipients;

  if (outline->delivered > 0)
    return tell_delivered (outline, is_test);
  if (is_test)
    return g_strdup_printf (ngettext ("The %s test message has not been delivered so far",
                                      "None of %s test messages has been delivered so far", n),
                            ion_number (outline->recipients).text);
  return g_strdup_printf (ngettext ("The %s person of the list has not received the notice so far",
                                    "None of %s people has received the notice so far", n),
                          ion_number (outline->recipients).text);
}

/* One more clause behind a semicolon. */
static void
append (GString *sentence, const char *format, gint64 count)
{
  g_auto (GStrv) parts = NULL;

  if (count <= 0)
    return;
  parts = g_strsplit (format, "%s", 2);
  g_string_append (sentence, "; ");
  g_string_append (sentence, parts[0]);
  g_string_append (sentence, ion_number (count).text);
  g_string_append (sentence, parts[1] != NULL ? parts[1] : "");
}

char *
ion_campaign_summarize (const IonCampaignCounts *counts,
                        gint64 n_held,
                        gboolean is_test,
                        gboolean is_practice)
{
  IonCampaignOutline outline;
  g_autofree char *begin = NULL;
  GString *sentence;

  g_return_val_if_fail (counts != NULL, NULL);

  ion_campaign_outline (counts, &outline);
  if (outline.recipients == 0)
    return g_strdup (counts->rows > 0
                         ? _ ("Nobody is written to: every row of the file was left out.")
                         : _ ("Nobody is written to: the campaign has no rows."));
  begin = tell_begin (&outline, is_test);
  sentence = g_string_new (begin);
  /* Translators: these follow “3,412 people out of 5,130 have received the notice;”. %s are people
   */
  append (sentence,
          ngettext ("%s informed by an earlier message", "%s informed by an earlier message",
                    (gulong) n_held),
          n_held);
  append (sentence,
          ngettext ("%s to be told otherwise", "%s to be told otherwise",
                    (gulong) (outline.otherwise - n_held)),
          outline.otherwise - n_held);
  append (sentence, ngettext ("%s to be verified", "%s to be verified", (gulong) outline.to_verify),
          outline.to_verify);
  append (sentence,
          ngettext ("%s still to be sent", "%s still to be sent", (gulong) outline.to_send),
          outline.to_send);
  g_string_append_c (sentence, '.');
  if (is_practice)
    g_string_append_printf (sentence, " %s", _ ("(Practice: no citizen is involved.)"));
  return g_string_free (sentence, FALSE);
}
