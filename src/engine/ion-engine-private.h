/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-engine.h"
#include "ion-sender.h"

G_BEGIN_DECLS

/* For tests: a clock that jumps, and less patience. Before ion_engine_start(). */
void ion_engine_set_clock (IonEngine *self, gint64 (*now) (void));
void ion_engine_set_patience (IonEngine *self, const IonSenderPatience *patience);
/* How often the mark outside is made greater, in microseconds. */
void ion_engine_set_mark_interval (IonEngine *self, gint64 every);

G_END_DECLS
