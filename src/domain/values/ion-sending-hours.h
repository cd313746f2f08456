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
 * @holidays: (nullable): dates separated by commas or blanks, of the office; one without a year
 * ("23/04", its patron saint's day) comes every year and is kept with the year 0
 * @error: %ION_VALUE_ERROR_SENDING_HOURS; for a holiday %ION_VALUE_ERROR_DATE_UNREADABLE
 *
 * Italy's national holidays, Easter Monday included, are always holidays.
 */
IonSendingHours *ion_sending_hours_new (const char *hours, const char *holidays, GError **error);
void ion_sending_hours_free (IonSendingHours *self);
/* Returns: the first moment (UTC seconds) not before @utc at which sending is allowed; %G_MAXINT64
 * where there is none in more than a year */
gint64 ion_sending_hours_next (const IonSendingHours *self, gint64 utc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonSendingHours, ion_sending_hours_free)

G_END_DECLS
