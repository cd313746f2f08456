/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Rows that wait, and their limits: at, below and above. */

#include "config.h"

#include "ion-row-queue.h"
#include "ion-table-limits.h"

#include <string.h>

/* Takes everything: "1: a|b\n" a row, "3 code\n" a remark before the row that it comes with. */
static char *
dump (IonRowQueue *queue)
{
  GString *text = g_string_new (NULL);
  const char *const *cells;
  gint64 row;
  gsize n_cells;

  while (ion_row_queue_take (queue, &row, &cells, &n_cells))
    {
      g_autoptr (GPtrArray) remarks = ion_row_queue_take_remarks (queue);

      for (guint i = 0; i < remarks->len; i++)
        {
          const IonTableRemark *remark = g_ptr_array_index (remarks, i);

          g_string_append_printf (text, "%d/%d %s\n", (int) remark->row, (int) remark->column,
                                  remark->code);
        }
      g_string_append_printf (text, "%d: ", (int) row);
      for (gsize i = 0; i < n_cells; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", cells[i]);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
add (IonRowQueue *queue, gsize column, const char *text)
{
  ion_row_queue_add (queue, column, text, strlen (text));
}

static void
test_order (void)
{
  g_autoptr (IonRowQueue) queue = ion_row_queue_new ();
  g_autofree char *got = NULL;

  g_assert_true (ion_row_queue_begin (queue, 1, NULL));
  add (queue, 2, "c");
  add (queue, 0, "a");
  add (queue, 0, "A");
  g_assert_true (ion_row_queue_end (queue));
  g_assert_true (ion_row_queue_begin (queue, 2, NULL));
  add (queue, 1, " ");
  ion_row_queue_remark (queue, 1, "forgotten", "x");
  g_assert_false (ion_row_queue_end (queue));
  g_assert_true (ion_row_queue_begin (queue, 5, NULL));
  add (queue, 1, "b");
  ion_row_queue_remark (queue, 1, "kept", "x");
  g_assert_true (ion_row_queue_end (queue));
  got = dump (queue);
  g_assert_cmpstr (got, ==, "1: A||c\n2/-1 empty-rows\n5/1 kept\n5: |b|\n");
}

/* Rows may be taken while one is being read. */
static void
test_take_within_row (void)
{
  g_autoptr (IonRowQueue) queue = ion_row_queue_new ();
  g_autofree char *first = NULL, *second = NULL, *third = NULL;

  ion_row_queue_begin (queue, 1, NULL);
  add (queue, 0, "one");
  ion_row_queue_end (queue);
  ion_row_queue_begin (queue, 2, NULL);
  add (queue, 1, "two");
  ion_row_queue_remark (queue, 1, "kept", "x");
  first = dump (queue);
  g_assert_cmpstr (first, ==, "1: one\n");
  add (queue, 2, "and");
  second = dump (queue);
  g_assert_cmpstr (second, ==, "");
  add (queue, 0, "more");
  ion_row_queue_end (queue);
  third = dump (queue);
  g_assert_cmpstr (third, ==, "2/1 kept\n2: more|two|and\n");
}

static void
test_go_on (void)
{
  g_autoptr (IonRowQueue) queue = ion_row_queue_new (), next = ion_row_queue_new ();
  g_autofree char *first = NULL, *second = NULL;

  ion_row_queue_begin (queue, 1, NULL);
  add (queue, 2, "one");
  ion_row_queue_end (queue);
  ion_row_queue_begin (queue, 3, NULL);
  add (queue, 1, "two");
  ion_row_queue_remark (queue, 1, "kept", "x");
  ion_row_queue_go_on (next, queue);
  add (next, 0, "more");
  ion_row_queue_end (next);
  ion_row_queue_begin (next, 4, NULL);
  add (next, 0, "end");
  ion_row_queue_end (next);
  first = dump (queue);
  g_assert_cmpstr (first, ==, "1: ||one\n");
  second = dump (next);
  g_assert_cmpstr (second, ==, "2/-1 empty-rows\n3/1 kept\n3: more|two|\n4: end||\n");
  /* And back again, between rows. */
  ion_row_queue_go_on (queue, next);
  ion_row_queue_begin (queue, 5, NULL);
  add (queue, 3, "x");
  ion_row_queue_end (queue);
  g_free (first);
  first = dump (queue);
  g_assert_cmpstr (first, ==, "5: |||x\n");
}

static void
test_repeat (void)
{
  g_autoptr (IonRowQueue) queue = ion_row_queue_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *got = NULL;

  ion_row_queue_begin (queue, 3, NULL);
  add (queue, 0, "x");
  ion_row_queue_end (queue);
  g_assert_true (ion_row_queue_repeat (queue, 2, &error));
  ion_row_queue_begin (queue, 6, NULL);
  ion_row_queue_end (queue);
  g_assert_true (ion_row_queue_repeat (queue, G_MAXINT64, &error));
  ion_row_queue_begin (queue, 8, NULL);
  add (queue, 0, "y");
  ion_row_queue_end (queue);
  got = dump (queue);
  g_assert_cmpstr (got, ==, "1/-1 empty-rows\n3: x\n4: x\n5: x\n6/-1 empty-rows\n8: y\n");
  g_assert_false (ion_row_queue_repeat (queue, G_MAXINT64, &error));
  g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE);
}

static void
test_nul (void)
{
  g_autoptr (IonRowQueue) queue = ion_row_queue_new ();
  g_autofree char *got = NULL;

  ion_row_queue_begin (queue, 1, NULL);
  ion_row_queue_add (queue, 0, "a\0b", 3);
  ion_row_queue_end (queue);
  got = dump (queue);
  g_assert_cmpstr (got, ==, "1/-1 nul-bytes\n1: ab\n");
}

/* One row of @n_cells cells of @size bytes each, which begin at @column. */
static void
assert_limit (gsize column, gsize n_cells, gsize size, gsize expected_last, const char *code)
{
  g_autoptr (IonRowQueue) queue = ion_row_queue_new ();
  g_autofree char *text = g_strnfill (size, 'x');
  g_autoptr (GPtrArray) remarks = NULL;
  const char *const *cells;
  gint64 row;
  gsize n;

  g_assert_true (ion_row_queue_begin (queue, 1, NULL));
  for (gsize i = 0; i < n_cells; i++)
    add (queue, column + i, text);
  g_assert_true (ion_row_queue_end (queue));
  g_assert_true (ion_row_queue_take (queue, &row, &cells, &n));
  remarks = ion_row_queue_take_remarks (queue);
  g_assert_cmpuint (remarks->len, ==, code != NULL);
  if (code != NULL)
    g_assert_cmpstr (((IonTableRemark *) remarks->pdata[0])->code, ==, code);
  g_assert_cmpuint (strlen (cells[n - 1]), ==, expected_last);
}

static void
test_cell_limit (void)
{
  assert_limit (0, 1, ION_TABLE_CELL_MAX - 1, ION_TABLE_CELL_MAX - 1, NULL);
  assert_limit (0, 1, ION_TABLE_CELL_MAX, ION_TABLE_CELL_MAX, NULL);
  assert_limit (0, 1, ION_TABLE_CELL_MAX + 1, ION_TABLE_CELL_MAX, "cell-too-long");
}

static void
test_row_limit (void)
{
  /* Every cell has its NUL. */
  gsize size = ION_TABLE_ROW_MAX / 32 - 1;

  assert_limit (0, 31, size + 1, size + 1, NULL);
  assert_limit (0, 32, size, size, NULL);
  assert_limit (0, 32, size + 1, size + 1 - 31, "row-too-long");
}

static void
test_column_limit (void)
{
  assert_limit (ION_TABLE_COLUMNS_MAX - 2, 1, 3, 3, NULL);
  assert_limit (ION_TABLE_COLUMNS_MAX - 1, 1, 3, 3, NULL);
  assert_limit (ION_TABLE_COLUMNS_MAX - 1, 2, 3, 3, "too-many-columns");
}

static void
test_half_character (void)
{
  g_autoptr (IonRowQueue) queue = ion_row_queue_new ();
  g_autoptr (GString) text = g_string_new ("x");
  const char *const *cells;
  gint64 row;
  gsize n;

  while (text->len < ION_TABLE_CELL_MAX + 3)
    g_string_append (text, "€");
  ion_row_queue_begin (queue, 1, NULL);
  add (queue, 0, text->str);
  ion_row_queue_end (queue);
  g_assert_true (ion_row_queue_take (queue, &row, &cells, &n));
  g_assert_true (g_utf8_validate (cells[0], -1, NULL));
  g_assert_cmpuint (strlen (cells[0]), >, ION_TABLE_CELL_MAX - 3);
}

static void
test_rows_limit (void)
{
  g_autoptr (IonRowQueue) queue = ion_row_queue_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (ion_row_queue_begin (queue, ION_TABLE_ROWS_MAX - 1, &error));
  add (queue, 0, "x");
  ion_row_queue_end (queue);
  g_assert_true (ion_row_queue_begin (queue, ION_TABLE_ROWS_MAX, &error));
  ion_row_queue_end (queue);
  g_assert_true (ion_row_queue_repeat (queue, 1, &error));
  g_assert_false (ion_row_queue_begin (queue, ION_TABLE_ROWS_MAX + 1, &error));
  g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE);
}

static void
test_remarks_limit (void)
{
  g_autoptr (IonRowQueue) queue = ion_row_queue_new ();
  g_autoptr (GPtrArray) remarks = NULL;
  const char *const *cells;
  gint64 row;
  gsize n;

  for (gint64 i = 1; i <= ION_TABLE_REMARKS_MAX + 10; i++)
    {
      ion_row_queue_begin (queue, i, NULL);
      add (queue, 0, "x");
      ion_row_queue_remark (queue, 0, "code", "x");
      ion_row_queue_end (queue);
    }
  while (ion_row_queue_take (queue, &row, &cells, &n))
    ;
  remarks = ion_row_queue_take_remarks (queue);
  g_assert_cmpuint (remarks->len, ==, ION_TABLE_REMARKS_MAX);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-queue/order", test_order);
  g_test_add_func ("/row-queue/take-within-row", test_take_within_row);
  g_test_add_func ("/row-queue/go-on", test_go_on);
  g_test_add_func ("/row-queue/repeat", test_repeat);
  g_test_add_func ("/row-queue/nul", test_nul);
  g_test_add_func ("/row-queue/limit/cell", test_cell_limit);
  g_test_add_func ("/row-queue/limit/row", test_row_limit);
  g_test_add_func ("/row-queue/limit/columns", test_column_limit);
  g_test_add_func ("/row-queue/limit/half-character", test_half_character);
  g_test_add_func ("/row-queue/limit/rows", test_rows_limit);
  g_test_add_func ("/row-queue/limit/remarks", test_remarks_limit);
  return g_test_run ();
}
