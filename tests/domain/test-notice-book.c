/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * People and their notices: nobody counted twice, no notice taken for another, however many one
 * person has.
 */

#include "ion-notice-book.h"
#include "ion-print-map.h"

#include <string.h>

static gint64
add (IonNoticeBook *book, guint person, guint notice, gint64 row, gboolean *is_new_person)
{
  guint64 a[2], b[2];

  ion_print_text ((const char *) &person, sizeof person, a);
  ion_print_text ((const char *) &notice, sizeof notice, b);
  ion_notice_book_prefetch (book, a);
  return ion_notice_book_add (book, a, b, row, is_new_person);
}

static void
test_one_each (void)
{
  g_autoptr (IonNoticeBook) book = ion_notice_book_new (FALSE);
  gboolean is_new = FALSE;

  g_assert_cmpint (add (book, 1, 1, 2, &is_new), ==, 0);
  g_assert_true (is_new);
  g_assert_cmpint (add (book, 1, 2, 3, &is_new), ==, 2);
  g_assert_false (is_new);
  g_assert_cmpint (add (book, 2, 1, 4, &is_new), ==, 0);
  g_assert_true (is_new);
}

static void
test_several (void)
{
  g_autoptr (IonNoticeBook) book = ion_notice_book_new (TRUE);
  gboolean is_new = FALSE;

  g_assert_cmpint (add (book, 1, 1, 2, &is_new), ==, 0);
  g_assert_true (is_new);
  g_assert_cmpint (add (book, 1, 2, 3, &is_new), ==, 0);
  g_assert_false (is_new);
  g_assert_cmpint (add (book, 1, 1, 4, &is_new), ==, 2);
  g_assert_false (is_new);
  g_assert_cmpint (add (book, 2, 1, 5, &is_new), ==, 0);
  g_assert_true (is_new);
}

/* One code in every row, as a manager of many houses has it: quick, and all told apart. */
static void
test_one_person_many_notices (void)
{
  g_autoptr (IonNoticeBook) book = ion_notice_book_new (TRUE);
  gboolean is_new = FALSE;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < 200000; i++)
        {
          g_assert_cmpint (add (book, 1, i, (gint64) i + 2, &is_new), ==, pass == 0 ? 0 : i + 2);
          g_assert_true (is_new == (pass == 0 && i == 0));
        }
    }
  g_assert_cmpint (add (book, 2, 1, 7, &is_new), ==, 0);
  g_assert_true (is_new);
}

static void
test_many_people (void)
{
  g_autoptr (IonNoticeBook) book = ion_notice_book_new (TRUE);
  guint n_people = 0;
  gboolean is_new = FALSE;

  for (guint i = 0; i < 300000; i++)
    {
      g_assert_cmpint (add (book, i / 3, i % 3, (gint64) i + 2, &is_new), ==, 0);
      n_people += is_new;
    }
  g_assert_cmpuint (n_people, ==, 100000);
  for (guint i = 0; i < 300000; i += 7)
    g_assert_cmpint (add (book, i / 3, i % 3, 1, &is_new), ==, i + 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice-book/one-each", test_one_each);
  g_test_add_func ("/notice-book/several", test_several);
  g_test_add_func ("/notice-book/one-person-many-notices", test_one_person_many_notices);
  g_test_add_func ("/notice-book/many-people", test_many_people);
  return g_test_run ();
}
