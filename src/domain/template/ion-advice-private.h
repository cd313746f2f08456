/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-advice.h"

G_BEGIN_DECLS

/* What the rules look at. */
typedef struct
{
  const IonTemplate *template_;
  const IonTemplateText *text;
  const IonAdviceFacts *facts;
} IonAdviceLook;

/* Whether the rule has something to say. */
typedef gboolean (*IonAdviceFunc) (const IonAdviceLook *look);
/* Puts it right; returns whether something was changed. */
typedef gboolean (*IonAdviceMendFunc) (IonTemplate *template_, IonTemplateText *text);

gboolean ion_advice_matches (const char *pattern, gboolean any_case, const char *text);
/* @text: (inout) (owned) */
gboolean
ion_advice_replace (char **text, const char *pattern, gboolean any_case, const char *replacement);

/* Of the tone */
gboolean ion_advice_is_formal (const IonAdviceLook *look);
gboolean ion_advice_has_salutation (const IonAdviceLook *look);
gboolean ion_advice_mend_salutation (IonTemplate *template_, IonTemplateText *text);
gboolean ion_advice_shouts (const IonAdviceLook *look);

/* Of what IO shows */
gboolean ion_advice_has_hidden (const IonAdviceLook *look);
gboolean ion_advice_mend_hidden (IonTemplate *template_, IonTemplateText *text);
gboolean ion_advice_has_fence (const IonAdviceLook *look);
gboolean ion_advice_mend_fence (IonTemplate *template_, IonTemplateText *text);
gboolean ion_advice_has_table (const IonAdviceLook *look);
gboolean ion_advice_has_strikethrough (const IonAdviceLook *look);
gboolean ion_advice_mend_strikethrough (IonTemplate *template_, IonTemplateText *text);
gboolean ion_advice_has_html (const IonAdviceLook *look);
gboolean ion_advice_has_http (const IonAdviceLook *look);
gboolean ion_advice_mend_http (IonTemplate *template_, IonTemplateText *text);
gboolean ion_advice_has_bare_link (const IonAdviceLook *look);

G_END_DECLS
