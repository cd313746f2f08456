/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-draft.h"

G_BEGIN_DECLS

/**
 * IonAnswerRow:
 *
 * A question with two answers, none of them chosen beforehand, and what follows from each: the
 * properties "unsaid", "yes" and "no" are sentences.
 *
 * Signals: "answered" (): the person chose.
 */
#define ION_TYPE_ANSWER_ROW (ion_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (IonAnswerRow, ion_answer_row, ION, ANSWER_ROW, AdwActionRow)

IonDraftAnswer ion_answer_row_get_answer (IonAnswerRow *self);
void ion_answer_row_set_answer (IonAnswerRow *self, IonDraftAnswer answer);

G_END_DECLS
