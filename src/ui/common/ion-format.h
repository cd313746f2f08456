/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Every number, amount, date and time on screen. Pure: the present moment is an argument. Moments
 * are UTC seconds, shown by the office's clock (Europe/Rome); how numbers and days are written is
 * the locale's. Everything returned is (transfer full); spaces inside a number do not break.
 */

/* "5.130" */
char *ion_format_count (gint64 count);
/* "66,5 %": with one decimal only where it says something ("100 %", "0 %"); never rounded up to all
 * nor down to nobody. "" where @whole is 0 */
char *ion_format_percent (gint64 part, gint64 whole);
/* "436.221,50 €" */
char *ion_format_amount (gint64 cents);

/* "09:12" */
char *ion_format_time (gint64 utc);
/* "lun 17" within a fortnight of @now, else "17 nov", with the year where it is another one */
char *ion_format_date (gint64 utc, gint64 now);
/* "oggi", "ieri", "domani", else as ion_format_date() */
char *ion_format_day (gint64 utc, gint64 now);
/* "lun 17, 09:12"; today only "09:12" */
char *ion_format_moment (gint64 utc, gint64 now);
/* In full, for a sentence: "lunedì 17 novembre 2026, 09:12" */
char *ion_format_moment_long (gint64 utc);
/* "fine 10:06", "fine lun 17, 10:06"; "" where @utc is 0 (not known) */
char *ion_format_end (gint64 utc, gint64 now);

/* "circa 18 minuti", "meno di un minuto", "circa 3 ore", "circa 2 giorni" */
char *ion_format_duration (gint64 seconds);

G_END_DECLS
