/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * How a message speaks: the platform's manual wants "tu", no formulas, no capitals. Only Italian is
 * judged.
 */

#define G_LOG_DOMAIN "ion-advice"

#include "config.h"

#include "ion-advice-private.h"

#define FORMAL                                                                                \
  "(?<![.!?]\\s)(?<!^)\\b(Lei|Suo|Sua|Suoi|Sue)\\b"                                           \
  "|\\b[Ll][ae] (informiamo|invitiamo|preghiamo|avvisiamo|comunichiamo|ricordiamo|chiediamo|" \
  "inviamo|segnaliamo)\\b|\\b[Cc]on la presente\\b|\\bS\\.V\\."
#define SALUTATION                                                                   \
  "\\b(gentil(e|i|issim[oiae])|car[oiae]|egregi[oiae]?|spett(\\.le|abile)?\\.?)\\s+" \
  "(utent[ei]|cittadin[oiae]|contribuent[ei]|famigli[ae]|genitor[ei]|signor[aei]?|client[ei])\\b"

static gboolean
is_italian (const IonAdviceLook *look)
{
  return look->text->language == NULL || g_str_equal (look->text->language, "it");
}

gboolean
ion_advice_is_formal (const IonAdviceLook *look)
{
  return is_italian (look) && (ion_advice_matches (FORMAL, FALSE, look->text->markdown) ||
                               ion_advice_matches (FORMAL, FALSE, look->text->subject));
}

gboolean
ion_advice_has_salutation (const IonAdviceLook *look)
{
  return is_italian (look) && (ion_advice_matches (SALUTATION, TRUE, look->text->markdown) ||
                               ion_advice_matches (SALUTATION, TRUE, look->text->subject));
}

gboolean
ion_advice_mend_salutation (IonTemplate *template_, IonTemplateText *text)
{
  return ion_advice_replace (&text->markdown, SALUTATION, TRUE, "Ciao");
}

/* A title without a small letter, or three long words of a text in capitals; names of fields are
 * the office's business. */
gboolean
ion_advice_shouts (const IonAdviceLook *look)
{
  g_autofree char *subject = g_strdup (look->text->subject);
  g_autofree char *markdown = g_strdup (look->text->markdown);

  ion_advice_replace (&subject, "\\{\\{.*?\\}\\}", FALSE, "");
  ion_advice_replace (&markdown, "\\{\\{.*?\\}\\}", FALSE, "");
  return (ion_advice_matches ("\\p{Lu}{5}", FALSE, subject) &&
          !ion_advice_matches ("\\p{Ll}{2}", FALSE, subject)) ||
         ion_advice_matches ("\\b\\p{Lu}{4,}\\b(\\W+\\p{Lu}{2,}\\b){2,}", FALSE, markdown);
}
