/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-send-facts.h"

G_BEGIN_DECLS

/* What stands around the button that sends. (transfer full) for all. */

/* The button: what it does, and to how many. @campaign: (nullable): while it cannot be pressed */
char *ion_depart_words_button (const IonDraft *draft, const IonSendFacts *campaign);
/* The same without a mnemonic, above the countdown. */
char *ion_depart_words_heading (const IonDraft *draft, const IonSendFacts *campaign);
/* Whether citizens get anything. */
char *ion_depart_words_kind (const IonSendFacts *facts);
/* (nullable): the plan; nothing before the figures from the accounts are right */
char *ion_depart_words_plan (const IonDraft *draft, const IonSendFacts *campaign);

G_END_DECLS
