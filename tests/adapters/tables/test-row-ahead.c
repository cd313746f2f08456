/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Rows that another thread reads: all of them, in order, with what is said about them. */

#include "config.h"

#include "ion-row-ahead.h"

#include <string.h>

#define THREAD GINT_TO_POINTER (TRUE)

/* A source of rows 1 to @n_rows, each begun in one call and ended in the next. */
typedef struct
{
  gint64 n_rows;
  gint64 row;
  gint64 remarked; /* every so many rows; 0 = none */
  gboolean fails;  /* at the end */
  gboolean in_row;
} Source;

static gboolean
read_more (gpointer data, IonRowQueue *queue, gboolean *is_end, double *fraction, GError **error)
{
  Source *source = data;
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, source->row + 1);

  if (source->row == source->n_rows && source->fails)
    {
      g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_DAMAGED, "damaged");
      return FALSE;
    }
  *is_end = source->row == source->n_rows;
  *fraction = source->n_rows > 0 ? (double) source->row / (double) source->n_rows : 1;
  if (*is_end)
    return TRUE;
  if (!source->in_row)
    {
      g_assert_true (ion_row_queue_begin (queue, source->row + 1, error));
      ion_row_queue_add (queue, 0, text, strlen (text));
    }
  else
    {
      ion_row_queue_add (queue, 1, text, strlen (text));
      source->row++;
      if (source->remarked > 0 && source->row % source->remarked == 0)
        ion_row_queue_remark (queue, 1, "code", "message");
      g_assert_true (ion_row_queue_end (queue));
    }
  source->in_row = !source->in_row;
  return TRUE;
}

/* Takes rows until @last. Returns: how many remarks came with them */
static guint
take (IonRowAhead *ahead, gint64 first, gint64 last)
{
  g_autoptr (GError) error = NULL;
  const char *const *cells;
  gint64 row;
  gsize n_cells;
  guint n_remarks = 0;

  for (gint64 expected = first; expected <= last; expected++)
    {
      g_autoptr (GPtrArray) remarks = NULL;

      g_assert_true (ion_row_ahead_next (ahead, &row, &cells, &n_cells, &error));
      g_assert_cmpint (row, ==, expected);
      g_assert_cmpuint (n_cells, ==, 2);
      g_assert_cmpint (g_ascii_strtoll (cells[0], NULL, 10), ==, expected);
      g_assert_cmpint (g_ascii_strtoll (cells[1], NULL, 10), ==, expected);
      remarks = ion_row_ahead_take_remarks (ahead);
      for (guint i = 0; i < remarks->len; i++)
        g_assert_cmpint (((IonTableRemark *) remarks->pdata[i])->row, ==, expected);
      n_remarks += remarks->len;
    }
  return n_remarks;
}

static void
test_all (gconstpointer has_thread)
{
  Source source = { .n_rows = 12345, .remarked = 10 };
  g_autoptr (IonRowAhead) ahead = ion_row_ahead_new (read_more, &source, has_thread != NULL);
  g_autoptr (GError) error = NULL;
  const char *const *cells;
  gint64 row;
  gsize n_cells;

  g_assert_cmpuint (take (ahead, 1, 12345), ==, 1234);
  for (guint i = 0; i < 3; i++)
    g_assert_false (ion_row_ahead_next (ahead, &row, &cells, &n_cells, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (ion_row_ahead_get_fraction (ahead), ==, 1);
}

static void
test_none (gconstpointer has_thread)
{
  Source source = { .n_rows = 0 };
  g_autoptr (IonRowAhead) ahead = ion_row_ahead_new (read_more, &source, has_thread != NULL);
  g_autoptr (GPtrArray) remarks = ion_row_ahead_take_remarks (ahead);
  const char *const *cells;
  gint64 row;
  gsize n_cells;

  g_assert_cmpuint (remarks->len, ==, 0);
  g_assert_false (ion_row_ahead_next (ahead, &row, &cells, &n_cells, NULL));
}

/* What was read before it counts; it is said once. */
static void
test_error (gconstpointer has_thread)
{
  Source source = { .n_rows = 2500, .fails = TRUE };
  g_autoptr (IonRowAhead) ahead = ion_row_ahead_new (read_more, &source, has_thread != NULL);
  g_autoptr (GError) error = NULL;
  const char *const *cells;
  gint64 row;
  gsize n_cells;

  take (ahead, 1, 2500);
  g_assert_false (ion_row_ahead_next (ahead, &row, &cells, &n_cells, &error));
  g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (ion_row_ahead_next (ahead, &row, &cells, &n_cells, &error));
  g_assert_no_error (error);
}

/* Wherever who takes the rows has enough of them. */
static void
test_left_early (gconstpointer has_thread)
{
  static const gint64 taken[] = { 0, 1, 999, 1000, 1001, 5000 };

  for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      Source source = { .n_rows = G_MAXINT64, .remarked = 3 };
      g_autoptr (IonRowAhead) ahead = ion_row_ahead_new (read_more, &source, has_thread != NULL);

      take (ahead, 1, taken[i]);
    }
}

/* Remarks that nobody takes for a while are kept. */
static void
test_late_remarks (gconstpointer has_thread)
{
  Source source = { .n_rows = 5000, .remarked = 1000 };
  g_autoptr (IonRowAhead) ahead = ion_row_ahead_new (read_more, &source, has_thread != NULL);
  g_autoptr (GPtrArray) remarks = NULL;
  const char *const *cells;
  gint64 row;
  gsize n_cells;

  while (ion_row_ahead_next (ahead, &row, &cells, &n_cells, NULL))
    continue;
  remarks = ion_row_ahead_take_remarks (ahead);
  g_assert_cmpuint (remarks->len, ==, 5);
  for (guint i = 0; i < remarks->len; i++)
    g_assert_cmpint (((IonTableRemark *) remarks->pdata[i])->row, ==, (i + 1) * 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/row-ahead/all/thread", THREAD, test_all);
  g_test_add_data_func ("/row-ahead/all/no-thread", NULL, test_all);
  g_test_add_data_func ("/row-ahead/none/thread", THREAD, test_none);
  g_test_add_data_func ("/row-ahead/none/no-thread", NULL, test_none);
  g_test_add_data_func ("/row-ahead/error/thread", THREAD, test_error);
  g_test_add_data_func ("/row-ahead/error/no-thread", NULL, test_error);
  g_test_add_data_func ("/row-ahead/left-early/thread", THREAD, test_left_early);
  g_test_add_data_func ("/row-ahead/left-early/no-thread", NULL, test_left_early);
  g_test_add_data_func ("/row-ahead/late-remarks/thread", THREAD, test_late_remarks);
  g_test_add_data_func ("/row-ahead/late-remarks/no-thread", NULL, test_late_remarks);
  return g_test_run ();
}
