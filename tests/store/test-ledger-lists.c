/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Lists of people under a name.
 */

#include "config.h"

#include "fixture.h"
#include "ion-ledger-lists.h"

static guint
count_people (Fixture *fixture, const char *list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = ion_ledger_list_listed_people (fixture->ledger, list, &error);

  g_assert_no_error (error);
  return people->len;
}

static void
test_lists (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lists = NULL, left = NULL;
  g_autofree char *pilot = NULL, *council = NULL;
  const IonPersonList *first;
  Fixture fixture;

  fixture_init (&fixture);
  pilot = ion_ledger_add_list (fixture.ledger, "Gruppo pilota", &error);
  council = ion_ledger_add_list (fixture.ledger, "Consiglio", &error);
  g_assert_no_error (error);
  g_assert_null (ion_ledger_add_list (fixture.ledger, "Consiglio", &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (ion_ledger_rename_list (fixture.ledger, pilot, "Consiglio", &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (ion_ledger_rename_list (fixture.ledger, pilot, "Amici", &error));
  lists = ion_ledger_list_lists (fixture.ledger, &error);
  g_assert_cmpuint (lists->len, ==, 2);
  first = g_ptr_array_index (lists, 0);
  g_assert_cmpstr (first->name, ==, "Amici");
  g_assert_cmpint (first->people, ==, 0);
  g_assert_true (ion_ledger_remove_list (fixture.ledger, pilot, &error));
  g_assert_false (ion_ledger_remove_list (fixture.ledger, pilot, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  left = ion_ledger_list_lists (fixture.ledger, NULL);
  g_assert_cmpuint (left->len, ==, 1);
  fixture_clear (&fixture);
}

static void
test_people (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = NULL, lists = NULL;
  g_autofree char *list = NULL, *code = fixture_make_code (1), *other = fixture_make_code (2);
  const IonListedPerson *first;
  Fixture fixture;

  fixture_init (&fixture);
  list = ion_ledger_add_list (fixture.ledger, "Gruppo pilota", &error);
  g_assert_true (ion_ledger_add_listed_person (fixture.ledger, list, code, "Giulia", &error));
  g_assert_true (ion_ledger_add_listed_person (fixture.ledger, list, other, NULL, &error));
  g_assert_true (ion_ledger_add_listed_person (fixture.ledger, list, code, "Giulia B.", &error));
  people = ion_ledger_list_listed_people (fixture.ledger, list, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 2);
  first = g_ptr_array_index (people, 0);
  if (!g_str_equal (first->fiscal_code, code))
    first = g_ptr_array_index (people, 1);
  g_assert_cmpstr (first->label, ==, "Giulia B.");
  lists = ion_ledger_list_lists (fixture.ledger, &error);
  g_assert_cmpint (((IonPersonList *) lists->pdata[0])->people, ==, 2);
  g_assert_false (ion_ledger_add_listed_person (fixture.ledger, "none", code, NULL, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (ion_ledger_remove_listed_person (fixture.ledger, list, other, &error));
  g_assert_false (ion_ledger_remove_listed_person (fixture.ledger, list, other, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_people (&fixture, list), ==, 1);
  fixture_clear (&fixture);
}

/* Sealed like everybody else, and gone with whoever is forgotten. */
static void
test_sealed (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL, *code = fixture_make_code (1);
  Fixture fixture;

  fixture_init (&fixture);
  list = ion_ledger_add_list (fixture.ledger, "Gruppo pilota", &error);
  g_assert_true (ion_ledger_add_listed_person (fixture.ledger, list, code, "Gioacchina", &error));
  g_assert_false (fixture_folder_contains (fixture.folder, code));
  g_assert_false (fixture_folder_contains (fixture.folder, "Gioacchina"));
  fixture_reopen (&fixture);
  g_assert_cmpuint (count_people (&fixture, list), ==, 1);
  g_assert_cmpint (ion_ledger_forget_person (fixture.ledger, code, &error), ==, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (count_people (&fixture, list), ==, 0);
  fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invariant/6/lists-sealed", test_sealed);
  g_test_add_func ("/store/ledger-lists/lists", test_lists);
  g_test_add_func ("/store/ledger-lists/people", test_people);
  return g_test_run ();
}
