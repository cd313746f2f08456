/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ion_follow_step_at:
 * @step: how many times it was asked already
 * @accepted_at: when the platform took the message, UTC seconds
 * @now: UTC seconds
 *
 * Returns: when to ask (again): after 1 minute, 5 minutes, 15 minutes, 1 hour, 4 hours, then every
 * day; 0 when 30 days have passed
 */
gint64 ion_follow_step_at (int step, gint64 accepted_at, gint64 now);

G_END_DECLS
