/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What a person reads before messages leave: figures that an office can compare with its accounts,
 * and what is worth a second thought.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-send-story.h"

#include "ion-amount.h"
#include "ion-ledger-deliveries.h"
#include "ion-ledger-import.h"
#include "ion-moment.h"
#include "ion-office-settings.h"
#include "ion-scheduler.h"
#include "ion-number.h"

#include <glib/gi18n-lib.h>

static char *
format_day (gint64 utc)
{
  IonDate date;
  int hour, minute, second;

  ion_moment_to_local (utc, &date, &hour, &minute, &second);
  return ion_date_format (&date, "it", FALSE);
}

static void
append_amounts (GString *text, const IonCampaignTotals *totals)
{
  g_autofree char *all = ion_amount_format (totals->amount, "it");
  g_autofree char *least = ion_amount_format (totals->amount_min, "it");
  g_autofree char *most = ion_amount_format (totals->amount_max, "it");

  if (totals->amount <= 0)
    return;
  /* Translators: after the number of people: sum, smallest and largest amount */
  g_string_append_printf (text, _ (", %1$s in all, from %2$s to %3$s"), all, least, most);
}

static void
append_due (GString *text, const IonCampaignTotals *totals)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (totals->due_from <= 0)
    return;
  from = format_day (totals->due_from);
  to = format_day (totals->due_to);
  if (g_str_equal (from, to))
    /* Translators: after the amounts; %s is a day */
    g_string_append_printf (text, _ (", due on %s"), from);
  else
    /* Translators: after the amounts; both are days */
    g_string_append_printf (text, _ (", due from %1$s to %2$s"), from, to);
}

char *
ion_send_story_compose (const IonSendCheck *check)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          ngettext ("%1$s person through %2$s", "%1$s people through %2$s",
                                    (gulong) check->people),
                          ion_number (check->people).text, check->service_name);
  append_amounts (text, &check->totals);
  append_due (text, &check->totals);
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

/* Whom these messages go to. */
static void
add_kind (IonSendCheck *check)
{
  if (check->is_practice)
    g_ptr_array_add (check->remarks,
                     g_strdup (_ ("This is a practice office: no citizen gets these messages.")));
  else
    g_ptr_array_add (check->remarks,
                     g_strdup (_ ("This is a real office: citizens get these messages, and a "
                                  "message that was sent cannot be taken back.")));
  if (check->campaign->is_test)
    g_ptr_array_add (check->remarks,
                     g_strdup (_ ("These are test messages, to the office's own test list.")));
}

/* Which rows are meant, and which are not. */
static void
add_rows (IonSendCheck *check, const IonCampaignCounts *counts)
{
  gint64 pending = counts->by_state[ION_DELIVERY_PENDING];
  gint64 excluded = counts->by_state[ION_DELIVERY_EXCLUDED];
  gint64 uncertain = counts->by_state[ION_DELIVERY_UNCERTAIN];

  if (check->people < pending)
    g_ptr_array_add (check->remarks,
                     g_strdup_printf (ngettext ("This is a first part: amounts and due dates are "
                                                "those of the %s person still to be told.",
                                                "This is a first part: amounts and due dates are "
                                                "those of all %s people still to be told.",
                                                (gulong) pending),
                                      ion_number (pending).text));
  if (excluded > 0)
    g_ptr_array_add (check->remarks,
                     g_strdup_printf (ngettext ("%s row of the file was left out.",
                                                "%s rows of the file were left out.",
                                                (gulong) excluded),
                                      ion_number (excluded).text));
  if (uncertain > 0)
    g_ptr_array_add (check->remarks,
                     g_strdup_printf (ngettext ("%s message has an unknown outcome and is not sent "
                                                "again: a person must decide about it.",
                                                "%s messages have an unknown outcome and "
                                                "are not sent "
                                                "again: a person must decide about them.",
                                                (gulong) uncertain),
                                      ion_number (uncertain).text));
}

/* Two were made of one file before either was sent: what is said at the import came too early. */
static void
add_alike (IonOffice *office, IonSendCheck *check)
{
  gint64 when = 0;
  g_autofree char *id = NULL;
  g_autofree char *started = NULL;

  if (check->has_begun)
    return;
  id =
      ion_ledger_find_sent_alike (ion_office_get_ledger (office), check->campaign->id, &when, NULL);
  if (id == NULL)
    return;
  started = ion_moment_format (when);
  g_ptr_array_add (check->remarks,
                   g_strdup_printf (_ ("The same people were already sent the same, with campaign "
                                       "%1$s on %2$s: this would reach them twice."),
                                    id, started));
}

/* Otherwise it would stand still for no reason that anybody sees. */
static void
add_daily_limit (IonOffice *office, IonSendCheck *check)
{
  gint64 limit = ion_office_get_number (office, "daily-limit");
  gint64 today = ion_scheduler_day_start (g_get_real_time () / G_USEC_PER_SEC);
  gint64 sent, left;

  if (limit <= 0)
    return;
  sent = ion_ledger_count_intended_since (ion_office_get_ledger (office), today, NULL);
  left = MAX (limit - MAX (sent, 0), 0);
  if (check->people > left)
    g_ptr_array_add (check->remarks,
                     g_strdup_printf (ngettext ("The office's daily limit lets %s message leave "
                                                "today: the others wait until "
                                                "tomorrow.",
                                                "The office's daily limit lets %s messages leave "
                                                "today: the others wait until "
                                                "tomorrow.",
                                                (gulong) left),
                                      ion_number (left).text));
}

void
ion_send_story_add_remarks (IonSendCheck *check, IonOffice *office, const IonCampaignCounts *counts)
{
  check->remarks = g_ptr_array_new_with_free_func (g_free);
  add_kind (check);
  add_rows (check, counts);
  add_alike (office, check);
  add_daily_limit (office, check);
}
