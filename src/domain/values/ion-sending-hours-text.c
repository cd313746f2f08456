/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Sending hours chosen with buttons, written as a person writes them.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-sending-hours-text.h"

#define DAYS 7

static gboolean
has_day (const IonSendingHours *self, int day)
{
  return day < DAYS && (self->days & (1u << day)) != 0;
}

char *
ion_sending_hours_format (const IonSendingHours *self)
{
  static const char *const names[DAYS] = { "lun", "mar", "mer", "gio", "ven", "sab", "dom" };
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text, "%d-%d", self->from_hour, self->to_hour);
  for (int day = 0, last; day < DAYS; day = last + 1)
    {
      last = day;
      if (!has_day (self, day))
        continue;
      while (has_day (self, last + 1))
        last++;
      /* Two are not a range yet. */
      if (last == day + 1)
        last = day;
      g_string_append_printf (text, " %s", names[day]);
      if (last > day)
        g_string_append_printf (text, "-%s", names[last]);
    }
  return g_string_free (text, FALSE);
}
