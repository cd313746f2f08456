/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Sending hours and holidays, two lines: the next moment is one at which sending is allowed.
 */

#include "fuzz.h"

#include "ion-sending-hours.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  char *holidays = strchr (text, '\n');
  g_autoptr (IonSendingHours) hours = NULL;
  const gint64 now = G_GINT64_CONSTANT (1795339800);
  gint64 next;

  if (holidays != NULL)
    *holidays++ = '\0';
  hours = ion_sending_hours_new (text, holidays, NULL);
  if (hours == NULL)
    return 0;
  g_assert (hours->from_hour < hours->to_hour && hours->to_hour <= 24 && hours->days != 0);
  next = ion_sending_hours_next (hours, now);
  g_assert (next >= now && ion_sending_hours_next (hours, next) == next);
  return 0;
}
