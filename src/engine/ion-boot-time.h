/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include <time.h>

G_BEGIN_DECLS

/* Microseconds since this machine started, sleep included: the same for every process, and deaf to
 * a wall clock that jumps. */
static inline gint64
ion_boot_time_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

G_END_DECLS
