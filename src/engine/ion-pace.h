/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-answer.h"
#include "ion-window.h"

G_BEGIN_DECLS

/**
 * IonPace:
 *
 * What the platform's answers teach about its limit. Pure: time is an argument, boot time in
 * microseconds. Owns the window of this process' own calls.
 *
 * Three things are learned: how uneven the way is (the margin), that calls arrived closer together
 * than they left (a 429: then a call counts from its reply for a while), and that fewer calls are
 * allowed than was set, or somebody else uses them (the limit; it grows back slowly).
 */
typedef struct _IonPace IonPace;

IonPace *ion_pace_new (int calls, int seconds);
void ion_pace_free (IonPace *self);
void ion_pace_set_rate (IonPace *self, int calls, int seconds);

IonWindow *ion_pace_get_window (IonPace *self);
/* The limit in force: learned, at most the one that was set. */
int ion_pace_get_limit (IonPace *self);
void ion_pace_set_learned (IonPace *self, int limit);
/* Nobody calls before. */
gint64 ion_pace_get_blocked_until (IonPace *self);
void ion_pace_block (IonPace *self, gint64 until);
/* Whether a call counts from its reply now. */
gboolean ion_pace_counts_from_reply (IonPace *self, gint64 now);
/* Other processes on the ledger call too: what the platform has counted is not all ours. */
void ion_pace_note_others (IonPace *self, gint64 now);

/**
 * ion_pace_learn:
 * @departed: when the answered call had left
 *
 * Returns: whether the limit or the block changed: others want to know
 */
gboolean ion_pace_learn (IonPace *self, const IonAnswer *answer, gint64 departed, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonPace, ion_pace_free)

G_END_DECLS
