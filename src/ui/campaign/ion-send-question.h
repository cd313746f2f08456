/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "ion-send-brief.h"

G_BEGIN_DECLS

/**
 * IonSendQuestion:
 *
 * What is to be said before a campaign leaves that no draft's check has asked about: figures from
 * the accounts, answers about the payments, the purpose. Only what was not said before is asked,
 * and no figure is shown before it was typed.
 *
 * Signals: "changed" (): something was said.
 */
#define ION_TYPE_SEND_QUESTION (ion_send_question_get_type ())
G_DECLARE_FINAL_TYPE (IonSendQuestion, ion_send_question, ION, SEND_QUESTION, GtkWidget)

/* @brief: (transfer none): until ion_send_question_close(); the draft in it takes what is said */
GtkWidget *ion_send_question_new (IonSendBrief *brief);
/* Nothing that is said from here on counts. */
void ion_send_question_close (IonSendQuestion *self);
/* Whether all is said and fits. */
gboolean ion_send_question_is_ready (IonSendQuestion *self);

G_END_DECLS
