/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What citizens are told when a message was wrong: which message, what is right, what to do. In
 * Italian whatever the window speaks, like the starter templates.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-remedy-text.h"

#include "ion-moment.h"
#include "ion-remedy-title.h"

/* "il 17 novembre 2026"; over several days "dal ..." */
static char *
name_days (const IonCampaign *campaign)
{
  gint64 last = campaign->finished_at > 0 ? campaign->finished_at : campaign->started_at;
  IonDate first_day, last_day;
  int hour, minute, second;
  g_autofree char *first = NULL, *end = NULL;

  ion_moment_to_local (campaign->started_at, &first_day, &hour, &minute, &second);
  ion_moment_to_local (last, &last_day, &hour, &minute, &second);
  first = ion_date_format (&first_day, "it", TRUE);
  end = ion_date_format (&last_day, "it", TRUE);
  return g_str_equal (first, end) ? g_strdup_printf ("il %s", first)
                                  : g_strdup_printf ("tra il %s e il %s", first, end);
}

static char *
begin (const IonCampaign *campaign, gboolean is_uncertain)
{
  g_autofree char *title = ion_remedy_quote (campaign->template_->main->subject);
  g_autofree char *days = name_days (campaign);

  return is_uncertain
             ? g_strdup_printf ("potresti aver ricevuto da noi, %s, il messaggio «%s»", days, title)
             : g_strdup_printf ("%s ti abbiamo inviato il messaggio «%s»", days, title);
}

static char *
text_of_wrong_text (const IonCampaign *campaign, const char *words, gboolean is_uncertain)
{
  g_autofree char *beginning = begin (campaign, is_uncertain);
  g_autofree char *right = g_strchomp (g_strdup (words != NULL ? words : ""));

  return g_strdup_printf ("Ciao,\n\n%s. Conteneva un errore.\n\n"
                          "**L'informazione corretta è questa:**\n\n%s\n\n"
                          "Non tenere conto del messaggio precedente, che resta visibile perché "
                          "non si può eliminare. Ci scusiamo per il disagio.",
                          beginning, right[0] != '\0' ? right : "{{correzione}}");
}

static char *
text_of_wrong_people (const IonCampaign *campaign, gboolean is_uncertain)
{
  g_autofree char *beginning = begin (campaign, is_uncertain);
  const char *payment =
      ion_template_has_payment (campaign->template_)
          ? "Se contiene un avviso di pagamento, **non pagarlo**. Se lo hai già pagato, "
            "contattaci: trovi i recapiti nella scheda del servizio.\n\n"
          : "";

  return g_strdup_printf ("Ciao,\n\n%s. È stato inviato per errore: non ti riguarda e non devi "
                          "fare "
                          "nulla.\n\n%sIl messaggio resta visibile perché non si può eliminare. "
                          "Ci scusiamo per il disagio.",
                          beginning, payment);
}

char *
ion_remedy_text (const IonCampaign *campaign,
                 IonRemedyKind kind,
                 const char *words,
                 gboolean is_uncertain)
{
  return kind == ION_REMEDY_WRONG_TEXT ? text_of_wrong_text (campaign, words, is_uncertain)
                                       : text_of_wrong_people (campaign, is_uncertain);
}
