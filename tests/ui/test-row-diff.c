/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Two lists of rows compared: applying the differences to the one gives the other, whatever they
 * are.
 */

#include "config.h"

#include "ion-row-diff.h"

static GArray *
make_rows (const guint32 *rows, guint n_rows)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_vals (array, rows, n_rows);
  return array;
}

/* Some of the rows 1...@n_rows. */
static GArray *
make_some (guint n_rows, guint percent)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 row = 1; row <= n_rows; row++)
    if ((guint) g_test_rand_int_range (0, 100) < percent)
      g_array_append_val (array, row);
  return array;
}

static void
assert_leads_from_one_to_the_other (GArray *old_rows, GArray *new_rows, guint max_runs)
{
  g_autoptr (GArray) runs = ion_row_diff (old_rows, new_rows, max_runs);
  g_autoptr (GArray) built = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint place = 0;

  g_assert_cmpuint (runs->len, <=, max_runs);
  for (guint i = 0; i < runs->len; i++)
    {
      const IonRowRun *run = &g_array_index (runs, IonRowRun, i);

      g_assert_cmpuint (run->old_start, >=, place);
      g_array_append_vals (built, &g_array_index (old_rows, guint32, place),
                           run->old_start - place);
      g_assert_cmpuint (built->len, ==, run->new_start);
      g_array_append_vals (built, &g_array_index (new_rows, guint32, run->new_start),
                           run->new_length);
      place = run->old_start + run->old_length;
    }
  g_array_append_vals (built, &g_array_index (old_rows, guint32, place), old_rows->len - place);
  g_assert_cmpmem (built->data, built->len * sizeof (guint32), new_rows->data,
                   new_rows->len * sizeof (guint32));
}

static void
test_equal (void)
{
  const guint32 rows[] = { 2, 3, 9 };
  g_autoptr (GArray) one = make_rows (rows, 3);
  g_autoptr (GArray) other = make_rows (rows, 3);
  g_autoptr (GArray) runs = ion_row_diff (one, other, 4);

  g_assert_cmpuint (runs->len, ==, 0);
}

/* What is sent leaves the list of what waits at its beginning: the rest stays where it is. */
static void
test_beginning (void)
{
  const guint32 before[] = { 2, 3, 4, 5, 6 };
  const guint32 after[] = { 4, 5, 6 };
  g_autoptr (GArray) one = make_rows (before, 5);
  g_autoptr (GArray) other = make_rows (after, 3);
  g_autoptr (GArray) runs = ion_row_diff (one, other, 4);
  const IonRowRun *run = &g_array_index (runs, IonRowRun, 0);

  g_assert_cmpuint (runs->len, ==, 1);
  g_assert_cmpuint (run->old_start, ==, 0);
  g_assert_cmpuint (run->old_length, ==, 2);
  g_assert_cmpuint (run->new_length, ==, 0);
}

static void
test_empty (void)
{
  const guint32 rows[] = { 2, 3 };
  g_autoptr (GArray) none = make_rows (rows, 0);
  g_autoptr (GArray) some = make_rows (rows, 2);

  assert_leads_from_one_to_the_other (none, some, 1);
  assert_leads_from_one_to_the_other (some, none, 1);
  assert_leads_from_one_to_the_other (none, none, 1);
}

static void
test_any (void)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GArray) one = make_some (200, 10 + i % 80);
      g_autoptr (GArray) other = make_some (200, 10 + i * 7 % 80);

      assert_leads_from_one_to_the_other (one, other, 1 + i % 20);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/row-diff/equal", test_equal);
  g_test_add_func ("/ui/row-diff/beginning", test_beginning);
  g_test_add_func ("/ui/row-diff/empty", test_empty);
  g_test_add_func ("/ui/row-diff/any", test_any);

  return g_test_run ();
}
