/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-engine.h"

/* Apart from the engine itself, since the gate raises one of these errors too. */
G_DEFINE_QUARK (ion - engine - error - quark, ion_engine_error)
