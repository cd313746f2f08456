/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-practice-faults.h"
#include "ion-practice.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* What answers in the platform's place, or before it takes anything. @url: the platform's own.
 * Returns: whether the call is over */
gboolean ion_practice_fail_before (IonPracticeFault fault,
                                   SoupServerMessage *message,
                                   const char *url,
                                   IonPracticeFigures *figures);
/* What happens to an answer that was right. */
void ion_practice_fail_after (IonPracticeFault fault, SoupServerMessage *message);

G_END_DECLS
