/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Numbers in sentences are grouped as the locale groups them. */

#define G_LOG_DOMAIN "test-domain"

#include "ion-number.h"

#include <locale.h>

static void
test_plain (void)
{
  g_assert_cmpstr (ion_number (0).text, ==, "0");
  g_assert_cmpstr (ion_number (-5130).text, ==, "-5130");
  g_assert_cmpstr (ion_number (G_MAXINT64).text, ==, "9223372036854775807");
}

static void
test_italian (void)
{
  if (setlocale (LC_NUMERIC, "it_IT.UTF-8") == NULL)
    {
      g_test_skip ("no Italian locale on this machine");
      return;
    }
  g_assert_cmpstr (ion_number (999).text, ==, "999");
  g_assert_cmpstr (ion_number (5130).text, ==, "5.130");
  g_assert_cmpstr (ion_number (G_MININT64).text, ==, "-9.223.372.036.854.775.808");
  setlocale (LC_NUMERIC, "C");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/plain", test_plain);
  g_test_add_func ("/number/italian", test_italian);
  return g_test_run ();
}
