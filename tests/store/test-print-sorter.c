/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Sorting more fingerprints than are kept in memory.
 */

#include "config.h"

#include "ion-print-sorter.h"
#include "ion-store-error.h"

#include <string.h>

#include <sys/mount.h>
#include <glib/gstdio.h>

static IonRowPrints
make_prints (guint32 row)
{
  IonRowPrints prints = { .row = row };
  guint32 mixed = row * 2654435761u;

  memcpy (prints.first.bytes, &mixed, sizeof mixed);
  memcpy (prints.second.bytes + 3, &row, sizeof row);
  return prints;
}

/* As many of one person: the first is the same, the second tells them apart. */
static IonRowPrints
make_one_person (guint32 row)
{
  IonRowPrints prints = { .first = { { 9, 9, 9 } }, .row = row };
  guint32 mixed = row * 2654435761u;

  memcpy (prints.second.bytes + 5, &mixed, sizeof mixed);
  return prints;
}

/* Adds rows 1 to @n_rows and reads them back: all are there once, in order. */
static void
sort (const char *folder, guint n_prints, guint n_rows, guint n_in_memory)
{
  g_autoptr (IonPrintSorter) sorter = ion_print_sorter_new (folder, n_prints, n_in_memory);
  g_autoptr (GError) error = NULL;
  g_autofree gboolean *is_seen = g_new0 (gboolean, n_rows + 1);
  IonRowPrints prints = { .row = 0 }, before = { .row = 0 };
  guint n_read = 0;

  for (guint32 row = 1; row <= n_rows; row++)
    {
      prints = make_prints (row);
      g_assert_true (ion_print_sorter_add (sorter, &prints, &error));
    }
  g_assert_true (ion_print_sorter_rewind (sorter, &error));
  while (ion_print_sorter_next (sorter, &prints, &error))
    {
      IonRowPrints expected = make_prints (prints.row);

      g_assert_cmpint (memcmp (&before.first, &prints.first, sizeof before.first), <=, 0);
      g_assert_cmpmem (&prints.first, ION_PRINT_SIZE, &expected.first, ION_PRINT_SIZE);
      if (n_prints == 2)
        g_assert_cmpmem (&prints.second, ION_PRINT_SIZE, &expected.second, ION_PRINT_SIZE);
      g_assert_false (is_seen[prints.row]);
      is_seen[prints.row] = TRUE;
      before = prints;
      n_read++;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_read, ==, n_rows);
}

static void
test_in_memory (void)
{
  sort ("/nowhere", 1, 0, 10);
  sort ("/nowhere", 1, 1, 10);
  sort ("/nowhere", 2, 10, 10);
  sort ("/nowhere", 2, 5000, 0);
}

/* Nothing of the file is ever seen in the folder. */
static void
test_with_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ion-sorter-XXXXXX", &error);

  g_assert_no_error (error);
  sort (folder, 1, 11, 10);
  sort (folder, 2, 20, 10);
  sort (folder, 2, 20001, 1999);
  sort (folder, 1, 20000, 7000);
  sort (folder, 2, 5000, 3);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The same person many times over. */
static void
test_equal (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ion-sorter-XXXXXX", &error);
  g_autoptr (IonPrintSorter) sorter = ion_print_sorter_new (folder, 1, 64);
  IonRowPrints prints = make_prints (7);
  guint64 sum = 0;

  for (guint32 row = 1; row <= 1000; row++)
    {
      prints.row = row;
      g_assert_true (ion_print_sorter_add (sorter, &prints, &error));
    }
  g_assert_true (ion_print_sorter_rewind (sorter, &error));
  while (ion_print_sorter_next (sorter, &prints, &error))
    sum += prints.row;
  g_assert_no_error (error);
  g_assert_cmpuint (sum, ==, 500500);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_one_person (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ion-sorter-XXXXXX", &error);
  g_autoptr (IonPrintSorter) sorter = ion_print_sorter_new (folder, 2, 400);
  IonRowPrints prints, before = { .row = 0 };
  guint n_read = 0;

  for (guint32 row = 1; row <= 1000; row++)
    {
      prints = make_one_person (row);
      g_assert_true (ion_print_sorter_add (sorter, &prints, &error));
    }
  g_assert_true (ion_print_sorter_rewind (sorter, &error));
  for (; ion_print_sorter_next (sorter, &prints, &error); n_read++, before = prints)
    g_assert_cmpint (memcmp (&before.second, &prints.second, sizeof before.second), <=, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (n_read, ==, 1000);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_full_disk (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ion-sorter-XXXXXX", &error);
  IonPrintSorter *sorter;
  gboolean is_added = TRUE;

  if (mount ("tmpfs", folder, "tmpfs", 0, "size=256k") != 0)
    {
      g_test_skip ("a file system cannot be mounted here");
      g_rmdir (folder);
      return;
    }
  sorter = ion_print_sorter_new (folder, 2, 1000);
  for (guint32 row = 1; is_added && row <= 20000; row++)
    {
      IonRowPrints prints = make_prints (row);

      is_added = ion_print_sorter_add (sorter, &prints, &error);
    }
  g_assert_false (is_added);
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_FULL);
  ion_print_sorter_free (sorter);
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_no_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonPrintSorter) sorter = ion_print_sorter_new ("/nowhere", 1, 1);
  IonRowPrints prints = make_prints (1);

  g_assert_true (ion_print_sorter_add (sorter, &prints, &error));
  g_assert_false (ion_print_sorter_add (sorter, &prints, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_FAILED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/print-sorter/in-memory", test_in_memory);
  g_test_add_func ("/store/print-sorter/with-file", test_with_file);
  g_test_add_func ("/store/print-sorter/equal", test_equal);
  g_test_add_func ("/store/print-sorter/one-person", test_one_person);
  g_test_add_func ("/store/print-sorter/full-disk", test_full_disk);
  g_test_add_func ("/store/print-sorter/no-folder", test_no_folder);
  return g_test_run ();
}
