/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-platform.h"

G_BEGIN_DECLS

/* Many people, one message each, several on their way at a time. */
typedef struct _Crowd Crowd;

/* How often each kind of answer came, indexed by IonAnswerKind. */
typedef int CrowdKinds[ION_ANSWER_UNCLEAR + 1];

Crowd *crowd_new (IonPlatform *platform, int people, int concurrency);
void crowd_free (Crowd *self);

/* Submits until so many answers are there: more may be on their way then. */
void crowd_run (Crowd *self, int answers);

/* Holds all answers against the platform's book: nobody has two messages, whoever was accepted has
 * the message with the id that was told, and whoever may be sent to again has none. */
void crowd_check (Crowd *self, const char *book, CrowdKinds kinds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Crowd, crowd_free)

G_END_DECLS
