/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-follow-steps.h"

/* Most messages are in the app within seconds; who reads and pays does it within days. */

#define MINUTE 60
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

gint64
ion_follow_step_at (int step, gint64 accepted_at, gint64 now)
{
  static const gint64 steps[] = { MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR };
  gint64 wait = step >= 0 && (gsize) step < G_N_ELEMENTS (steps) ? steps[step] : DAY;

  if (now + wait > accepted_at + 30 * DAY)
    return 0;
  return now + wait;
}
