/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Rows that are shown stay where they are; those that are new follow, each once.
 */

#include "config.h"

#include "ion-row-union.h"

static GArray *
make_rows (const guint32 *rows, guint n_rows)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (guint32));

  return n_rows > 0 ? g_array_append_vals (array, rows, n_rows) : array;
}

static void
assert_rows (GArray *rows, const guint32 *expected, guint n_expected)
{
  g_assert_nonnull (rows);
  g_assert_cmpmem (rows->data, rows->len * sizeof (guint32), expected,
                   n_expected * sizeof (guint32));
}

static void
test_nothing_new (void)
{
  const guint32 rows[] = { 9, 2, 64 };
  const guint32 fewer[] = { 2, 64 };
  g_autoptr (GArray) shown = make_rows (rows, 3);
  g_autoptr (GArray) listed = make_rows (fewer, 2);
  g_autoptr (GArray) none = make_rows (NULL, 0);

  g_assert_null (ion_row_union (shown, listed));
  g_assert_null (ion_row_union (shown, none));
  g_assert_null (ion_row_union (none, none));
}

static void
test_from_nothing (void)
{
  const guint32 rows[] = { 2, 3, 1000000 };
  g_autoptr (GArray) none = make_rows (NULL, 0);
  g_autoptr (GArray) listed = make_rows (rows, 3);
  g_autoptr (GArray) all = ion_row_union (none, listed);

  assert_rows (all, rows, 3);
}

static void
test_at_the_end (void)
{
  const guint32 before[] = { 3, 127, 5 };
  const guint32 now[] = { 2, 5, 63, 64, 128, 4000 };
  const guint32 expected[] = { 3, 127, 5, 2, 63, 64, 128, 4000 };
  g_autoptr (GArray) shown = make_rows (before, 3);
  g_autoptr (GArray) listed = make_rows (now, 6);
  g_autoptr (GArray) all = ion_row_union (shown, listed);

  assert_rows (all, expected, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/row-union/nothing-new", test_nothing_new);
  g_test_add_func ("/ui/row-union/from-nothing", test_from_nothing);
  g_test_add_func ("/ui/row-union/at-the-end", test_at_the_end);

  return g_test_run ();
}
