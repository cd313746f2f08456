/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Dates and moments: whatever is read can be written and read again, and every date is a moment.
 */

#include "fuzz.h"

#include "ion-date.h"
#include "ion-moment.h"
#include "ion-value-error.h"

static void
check_date (const IonDate *date)
{
  static const char *const languages[] = { "it", "de", "en", "fr", "es" };

  g_assert (ion_date_is_valid (date) && date->year >= 1900 && date->year <= 2199);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *written = ion_date_format (date, languages[i / 2], i % 2 == 1);
      IonDate again;

      g_assert (ion_date_parse (written, &again, NULL) && ion_date_compare (date, &again) == 0);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  IonDate date;
  gint64 utc = 0, begin = 0;

  if (ion_date_parse (text, &date, NULL))
    {
      check_date (&date);
      g_assert (ion_moment_parse (text, ION_DAY_START, &begin, NULL));
    }
  if (ion_moment_parse (text, ION_DAY_END, &utc, &error))
    {
      g_autofree char *iso = ion_moment_to_iso (utc);
      gint64 again = 0;

      /* Around the last years that can be written a zone may lead out of them. */
      if (ion_moment_parse (iso, ION_DAY_END, &again, NULL))
        g_assert (again == utc);
      else
        g_assert (g_str_has_prefix (iso, "1899-12-31") || g_str_has_prefix (iso, "2200-01-01"));
    }
  else
    g_assert (error->domain == ION_VALUE_ERROR);
  return 0;
}
