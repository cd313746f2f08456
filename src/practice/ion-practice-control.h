/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-practice-book.h"
#include "ion-practice-faults.h"
#include "ion-practice-limiter.h"
#include "ion-practice.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* What whoever rehearses may ask of the platform while it runs:
 * GET /practice/figures, GET /practice/times, POST /practice/reset, POST /practice/rate {"calls":
 * N, "seconds": S}, POST /practice/faults {"faults": ["KIND=SHARE", ...]}. */
void ion_practice_control (SoupServerMessage *message,
                           const char *path,
                           IonPracticeLimiter *limiter,
                           IonPracticeFaults *faults,
                           IonPracticeBook *book,
                           IonPracticeFigures *figures,
                           GArray *times);

G_END_DECLS
