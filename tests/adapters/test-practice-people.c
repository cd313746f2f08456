/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The made-up citizens: the shares that the rule is said to give. */

#include "config.h"

#include "ion-practice-people.h"

#define PEOPLE 20000

static char *
make_code (GRand *rand, const char *place)
{
  static const char consonants[] = "BCDFGHLMNPRSTVZ";
  char name[7] = { 0 };

  for (int i = 0; i < 6; i++)
    name[i] = consonants[g_rand_int_range (rand, 0, (gint32) sizeof consonants - 1)];

  return g_strdup_printf ("%s%02d%c%02d%s%c", name, g_rand_int_range (rand, 0, 100),
                          "ABCDEHLMPRST"[g_rand_int_range (rand, 0, 12)],
                          g_rand_int_range (rand, 1, 29), place,
                          'A' + g_rand_int_range (rand, 0, 26));
}

static void
test_shares (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  int counts[3] = { 0 };

  for (int i = 0; i < PEOPLE; i++)
    {
      g_autofree char *code = make_code (rand, "D548");

      g_assert_true (ion_practice_is_fiscal_code (code));
      g_assert_cmpint (ion_practice_person (code), ==, ion_practice_person (code));
      counts[ion_practice_person (code)]++;
    }
  g_assert_cmpint (ABS (counts[ION_PRACTICE_PERSON_NOT_ON_IO] - PEOPLE * 28 / 100), <, 300);
  g_assert_cmpint (ABS (counts[ION_PRACTICE_PERSON_SWITCHED_OFF] - PEOPLE * 6 / 100), <, 200);
}

static void
test_languages (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  int german = 0;

  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *code = make_code (rand, "A952");

      german += g_str_equal (ion_practice_person_language (code), "de_DE");
    }
  g_assert_cmpint (ABS (german - 700), <, 60);
}

static void
test_codes (void)
{
  static const char *const refused[] = { "",
                                         "RSSMRA85T10A562",
                                         "RSSMRA85T10A562SS",
                                         "rssmra85t10a562s",
                                         "RSSMRA85F10A562S",
                                         "RSSMRA85T1OA562S",
                                         "01234567890" };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (ion_practice_is_fiscal_code (refused[i]));
  g_assert_true (ion_practice_is_fiscal_code ("RSSMRA85T10A562S"));
  g_assert_true (ion_practice_is_fiscal_code ("RSSMRAURTMLARSNS"));
  g_assert_cmpint (ion_practice_person ("AAAAAA00A00A000A"), ==, ION_PRACTICE_PERSON_REACHABLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/practice-people/shares", test_shares);
  g_test_add_func ("/practice-people/languages", test_languages);
  g_test_add_func ("/practice-people/codes", test_codes);

  return g_test_run ();
}
