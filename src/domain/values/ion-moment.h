/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-date.h"

G_BEGIN_DECLS

/*
 * Moments are UTC seconds since 1970 (gint64). Offices write the time of Europe/Rome; its rule
 * (since 1996: summer time from the last Sunday of March to that of October, at 01:00 UTC) is
 * computed here, so that nothing depends on the machine's zone files.
 */

typedef enum
{
  ION_DAY_START, /* 00:00:00 */
  ION_DAY_END,   /* 23:59:59, as the platform's guide says for due dates */
} IonDayEdge;

/**
 * ion_moment_parse:
 * @text: a date as for ion_date_parse(), alone or with a time ("31/12/2026 18:30", "ore 18.30"), or
 *   ISO 8601 with zone ("2026-12-31T18:30:00Z", "+01:00") or without (then Europe/Rome)
 * @edge: which end of the day a date alone means
 * @utc: (out): UTC seconds
 * @error: %ION_VALUE_ERROR: empty, date-unreadable, date-range, time-unreadable
 *
 * A local time that summer time skips is moved one hour on; one that comes twice is its first.
 * A midnight without zone and without "ore" is what spreadsheets and databases add to a date: it
 * counts as a date alone. "24:00" is the last second of its day, so that the day shown is the one
 * meant.
 */
gboolean ion_moment_parse (const char *text, IonDayEdge edge, gint64 *utc, GError **error);

gint64 ion_moment_from_local (const IonDate *date, int hour, int minute, int second);
void ion_moment_to_local (gint64 utc, IonDate *date, int *hour, int *minute, int *second);
/* Returns: (transfer full): "2026-12-31T17:30:00Z" */
char *ion_moment_to_iso (gint64 utc);
/* Returns: (transfer full): "31/12/2026 18:30", by the office's clock */
char *ion_moment_format (gint64 utc);

G_END_DECLS
