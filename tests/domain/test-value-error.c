/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The names that scripts rely on.
 */

#include "ion-value-error.h"

#include <string.h>

static void
test_names (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int code = ION_VALUE_ERROR_EMPTY; code <= ION_VALUE_ERROR_AMOUNT_ZERO; code++)
    {
      const char *name = ion_value_error_get_name (code);

      g_assert_nonnull (name);
      g_assert_cmpuint (strspn (name, "abcdefghijklmnopqrstuvwxyz-"), ==, strlen (name));
      g_assert_true (g_hash_table_add (seen, (gpointer) name));
    }
  g_assert_cmpstr (ion_value_error_get_name (ION_VALUE_ERROR_AMOUNT_UNREADABLE), ==,
                   "amount-unreadable");
  g_assert_cmpstr (ion_value_error_get_name (ION_VALUE_ERROR_CHECK_CHARACTER), ==,
                   "check-character");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value-error/names", test_names);
  return g_test_run ();
}
