/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-governor.h"

G_BEGIN_DECLS

/* For the hot path: no task, no turn of the main loop. */
IonPermit *ion_governor_try_acquire (IonGovernor *self);

G_END_DECLS
