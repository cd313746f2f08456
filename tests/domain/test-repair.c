/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What spreadsheets do to cells whatever they hold; and postcodes.
 */

#include "ion-postcode-repair.h"
#include "ion-repair.h"
#include "repair-check.h"

static void
test_unwrap (void)
{
  static const struct
  {
    const char *cell, *inside;
  } cases[] = {
    { "'12", "12" },
    { "=\"0012\"", "0012" },
    { "\"12\"", "12" },
    { "12", "12" },
    { "\302\25312\302\273", "12" },
    { "", "" },
    { "D'Arco", "D'Arco" },
    { "''", "" },
    { "12 ", "12" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *inside = ion_repair_unwrap (cases[i].cell);

      g_assert_cmpstr (inside, ==, cases[i].inside);
    }
}

static void
test_spreadsheet_errors (void)
{
  static const char *const errors[] = {
    "#N/D",   "#N/A",    "#RIF!", "#REF!",   "#VALORE!", "#VALUE!", "#NOME?",
    "#NAME?", "#DIV/0!", "#NUM!", "#NULLO!", "#######",  "Err:502", "#n/d",
  };
  static const char *const texts[] = { "#1", "#", "# 12", "N/D", "Err:", "Errani", "#Natale", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    g_assert_true (ion_repair_is_spreadsheet_error (errors[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (ion_repair_is_spreadsheet_error (texts[i]));
}

static void
test_postcodes (void)
{
  ASSERT_REPAIR (ion_postcode_repair ("118"), "repaired-postcode=00118");
  ASSERT_REPAIR (ion_postcode_repair ("1010"), "postcode-zero?01010");
  ASSERT_REPAIR (ion_postcode_repair ("00118"), "");
  ASSERT_REPAIR (ion_postcode_repair ("40121"), "");
  ASSERT_REPAIR (ion_postcode_repair ("0118"), "");
  ASSERT_REPAIR (ion_postcode_repair ("12"), "");
  ASSERT_REPAIR (ion_postcode_repair ("A-1010"), "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repair/unwrap", test_unwrap);
  g_test_add_func ("/repair/spreadsheet-errors", test_spreadsheet_errors);
  g_test_add_func ("/repair/postcodes", test_postcodes);
  return g_test_run ();
}
