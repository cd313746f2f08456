/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-office.h"

G_BEGIN_DECLS

/* The cause of such a pause. */
#define ION_PAUSE_OVERDUE "overdue"
/* So many seconds late it still leaves by itself. */
#define ION_OVERDUE_GRACE (10 * 60)

/**
 * ion_office_hold_overdue:
 * @now: UTC seconds
 *
 * Pauses the scheduled campaigns whose time passed while no program was at work
 * (%ION_PAUSE_OVERDUE): an appointment's reminder may be worth nothing the day after, so a person
 * says whether they still leave. Does nothing while some process is the engine.
 */
gboolean ion_office_hold_overdue (IonOffice *office, gint64 now, GError **error);

G_END_DECLS
