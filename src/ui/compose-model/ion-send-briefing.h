/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"
#include "ion-send-facts.h"

G_BEGIN_DECLS

/**
 * IonSendBriefing:
 *
 * The figures that the last look and the sending share: read in a worker thread whenever the
 * campaign prepared of the draft, or the office, changes.
 *
 * Signals: "changed" (): there are new figures, or none any more.
 */
#define ION_TYPE_SEND_BRIEFING (ion_send_briefing_get_type ())
G_DECLARE_FINAL_TYPE (IonSendBriefing, ion_send_briefing, ION, SEND_BRIEFING, GObject)

/* Returns: (transfer none): the one of @editor, that lives as long as it */
IonSendBriefing *ion_send_briefing_get (IonDraftEditor *editor);
/* (transfer none) (nullable): while they are not known, or of a campaign out of date */
const IonSendFacts *ion_send_briefing_get_facts (IonSendBriefing *self);
/* Reads them again. */
void ion_send_briefing_refresh (IonSendBriefing *self);

G_END_DECLS
