/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A button that says "OK" is pressed without reading; one that says how many people it writes to is
 * read once more.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-depart-words.h"

#include "ion-draft-gaps.h"
#include "ion-format.h"

#include <glib/gi18n-lib.h>

static gint64
count_leaving (const IonDraft *draft, const IonSendFacts *campaign)
{
  gint64 pending = ion_send_facts_count_pending (campaign);

  return draft->first > 0 ? MIN (draft->first, pending) : pending;
}

char *
ion_depart_words_button (const IonDraft *draft, const IonSendFacts *campaign)
{
  gint64 people;
  g_autofree char *count = NULL;

  if (campaign == NULL)
    return g_strdup (_ ("_Send"));
  people = count_leaving (draft, campaign);
  count = ion_format_count (people);
  if (campaign->people == 1)
    return g_strdup (_ ("_Send the Message"));
  if (people < ion_send_facts_count_pending (campaign))
    return g_strdup_printf (ngettext ("_Send to the First %s Person",
                                      "_Send to the First %s People", (gulong) people),
                            count);
  if (draft->when == ION_DRAFT_SEND_AT)
    return g_strdup_printf (ngettext ("_Schedule for %s Person", "_Schedule for %s People",
                                      (gulong) people),
                            count);
  return g_strdup_printf (ngettext ("_Send to %s Person", "_Send to %s People", (gulong) people),
                          count);
}

char *
ion_depart_words_heading (const IonDraft *draft, const IonSendFacts *campaign)
{
  g_autofree char *label = ion_depart_words_button (draft, campaign);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  return g_strjoinv ("", parts);
}

char *
ion_depart_words_kind (const IonSendFacts *facts)
{
  if (facts->is_practice)
    return g_strdup (_ ("Practice: no citizen gets anything."));
  if (facts->is_first)
    return g_strdup (_ ("This is a real office, and its first send: citizens get these messages, "
                        "and none of them can be taken back."));
  return g_strdup (_ ("Citizens get these messages, and none of them can be taken back."));
}

char *
ion_depart_words_plan (const IonDraft *draft, const IonSendFacts *campaign)
{
  IonSendTerms terms;
  IonSendPlan plan;

  if (campaign == NULL || !ion_draft_figures_fit (draft, campaign))
    return NULL;
  ion_send_facts_get_terms (campaign, draft, &terms);
  ion_send_plan_compute (&plan, &terms);
  return ion_send_plan_describe (&plan);
}
