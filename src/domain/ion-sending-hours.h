/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-date.h"

G_BEGIN_DECLS

/**
 * IonSendingHours:
 *
 * When what goes by itself may leave, in Europe/Rome's time: an hour range, days of the week and
 * holidays.
 */
typedef struct
{
  int from_hour;     /* 8 */
  int to_hour;       /* 20: the last departure is before it */
  guint days;        /* bit 0 = Monday ... bit 6 = Sunday */
  IonDate *holidays; /* (owned) (array length=n_holidays) (nullable): besides the national ones */
  gsize n_holidays;
} IonSendingHours;

/**
 * ion_sending_hours_new:
 * @hours: (nullable): "8-20 lun-sab" (days in Italian or English, ranges and lists); %NULL for the
 * default
 * @holidays: (nullable): dates separated by commas or blanks, of the office (its patron saint's
 * day)
 *
 * Italy's national holidays, Easter Monday included, are always holidays.
 */
IonSendingHours *ion_sending_hours_new (const char *hours, const char *holidays, GError **error);
void ion_sending_hours_free (IonSendingHours *self);
/* Returns: the first moment (UTC seconds) not before @utc at which sending is allowed */
gint64 ion_sending_hours_next (const IonSendingHours *self, gint64 utc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonSendingHours, ion_sending_hours_free)

G_END_DECLS
