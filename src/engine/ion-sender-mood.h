/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-sender.h"
#include "ion-verdict.h"

G_BEGIN_DECLS

/**
 * IonSenderMood:
 *
 * What a row of answers means to a whole campaign: whether to go on, to wait, or to pause and ask a
 * person. Pure: time is an argument, boot time in microseconds.
 */
typedef struct _IonSenderMood IonSenderMood;

IonSenderMood *ion_sender_mood_new (const IonSenderPatience *patience);
void ion_sender_mood_free (IonSenderMood *self);

/**
 * ion_sender_mood_feel:
 * @detail: (out) (transfer full) (nullable): plain words for the person, with the platform's own
 *
 * Returns: (nullable): the code under which the campaign has to pause
 */
const char *ion_sender_mood_feel (IonSenderMood *self,
                                  IonCall call,
                                  const IonAnswer *answer,
                                  const IonVerdict *verdict,
                                  gint64 now,
                                  char **detail);
/* How long to claim nothing, microseconds; 0 = go on. */
gint64 ion_sender_mood_get_wait (IonSenderMood *self, gint64 now);
gboolean ion_sender_mood_is_connected (IonSenderMood *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonSenderMood, ion_sender_mood_free)

G_END_DECLS
