/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A calendar day, proleptic Gregorian; valid days only come out of this header's functions. */
typedef struct
{
  int year;
  int month; /* 1-12 */
  int day;   /* 1-31 */
} IonDate;

gboolean ion_date_is_valid (const IonDate *date);

/**
 * ion_date_parse:
 * @text: "31/12/2026", "31-12-2026", "31.12.2026", "2026-12-31", "31 dicembre 2026" (the month's
 *   name in any language that ion_date_format() writes, or "31-dic-2026"), a trailing midnight
 *   ("00:00:00") tolerated; years 1900-2199
 * @error: %ION_VALUE_ERROR: empty, date-unreadable (no date, or a day that no calendar has),
 *   date-range (the year)
 */
gboolean ion_date_parse (const char *text, IonDate *out, GError **error);

/* Days since 1 January 1970, and back */
gint64 ion_date_to_days (const IonDate *date);
IonDate ion_date_from_days (gint64 days);

int ion_date_compare (const IonDate *a, const IonDate *b);
IonDate ion_date_add_days (const IonDate *date, int days);
/* 1 = Monday ... 7 = Sunday */
int ion_date_get_weekday (const IonDate *date);
/* Returns: (transfer full): "2026-12-31" */
char *ion_date_to_iso (const IonDate *date);
/* Returns: (transfer full): "31/12/2026" or, @is_long, "31 dicembre 2026", in the language ("it",
 * "de", "en", "fr", "es", with or without a country; Italian where it is another or %NULL) */
char *ion_date_format (const IonDate *date, const char *language, gboolean is_long);

G_END_DECLS
