/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-remedy.h"

G_BEGIN_DECLS

/* Private to the office. */

/* Returns: (transfer full): the text of a correction, in Italian: it is what citizens read */
char *ion_remedy_text (const IonCampaign *campaign,
                       IonRemedyKind kind,
                       const char *words,
                       gboolean is_uncertain);

G_END_DECLS
