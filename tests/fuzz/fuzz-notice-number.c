/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Notice numbers: what is accepted is canonical.
 */

#include "fuzz.h"

#include "ion-notice-number.h"
#include "ion-value-error.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  char number[ION_NOTICE_NUMBER_LENGTH + 1], again[ION_NOTICE_NUMBER_LENGTH + 1];
  gboolean unusual = FALSE;

  if (!ion_notice_number_parse (text, number, &unusual, &error))
    {
      g_assert (error->domain == ION_VALUE_ERROR);
      return 0;
    }
  g_assert (strspn (number, "0123456789") == ION_NOTICE_NUMBER_LENGTH && number[0] <= '3');
  g_assert (unusual == (number[0] != '3'));
  g_assert (ion_notice_number_parse (number, again, NULL, NULL) && strcmp (number, again) == 0);
  return 0;
}
