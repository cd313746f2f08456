/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Whatever is read as an amount can be written in every language and read again.
 */

#include "fuzz.h"

#include "ion-amount.h"
#include "ion-limits.h"
#include "ion-value-error.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const languages[] = { "it", "de", "en", "fr", "es" };
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  gint64 cents = 0;

  if (!ion_amount_parse (text, &cents, &error))
    {
      g_assert (error->domain == ION_VALUE_ERROR);
      return 0;
    }
  g_assert (cents >= ION_AMOUNT_MIN && cents <= ION_AMOUNT_MAX);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *written = ion_amount_format (cents, languages[i]);
      gint64 again = 0;

      g_assert (ion_amount_parse (written, &again, NULL) && again == cents);
    }
  return 0;
}
