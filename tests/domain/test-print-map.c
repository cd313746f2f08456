/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Fingerprints of rows: each found again at any size, in as much memory as was promised.
 */

#include "ion-print-map.h"

#include <string.h>

#define MANY 1000000

static void
print_of (guint32 i, guint64 print[2])
{
  ion_print_text ((const char *) &i, sizeof i, print);
}

static void
test_found_again (void)
{
  g_autoptr (IonPrintMap) map = ion_print_map_new ();

  for (guint32 i = 1; i <= 20000; i++)
    {
      guint64 print[2];

      print_of (i, print);
      g_assert_null (ion_print_map_find (map, print[0], (guint32) print[1]));
      g_assert_null (ion_print_map_add (map, print[0], (guint32) print[1], i, TRUE));
      g_assert_cmpuint (ion_print_map_add (map, print[0], (guint32) print[1], 7, TRUE)->row, ==, i);
      g_assert_cmpuint (ion_print_map_add (map, print[0], 0, 7, FALSE)->row, ==, i);
    }
  for (guint32 i = 1; i <= 20000; i++)
    {
      guint64 print[2];

      print_of (i, print);
      g_assert_cmpuint (ion_print_map_find (map, print[0], (guint32) print[1])->row, ==, i);
      g_assert_null (ion_print_map_find (map, print[0], (guint32) print[1] + 1));
    }
  g_assert_cmpuint (ion_print_map_get_size (map), ==, 20000);
}

static void
test_marks (void)
{
  g_autoptr (IonPrintMap) map = ion_print_map_new ();
  IonPrintSlot *slot;

  g_assert_null (ion_print_map_add (map, 5, 1, 10, TRUE));
  g_assert_null (ion_print_map_add (map, 5, 2, 11, TRUE));
  g_assert_cmpuint (ion_print_map_add (map, 5, 2, 12, TRUE)->row, ==, 11);
  slot = ion_print_map_add (map, 5, 3, 13, FALSE);
  g_assert_nonnull (slot);
  slot->row |= ION_PRINT_FLAG;
  g_assert_cmpuint (ion_print_map_add (map, 5, slot->mark, 13, TRUE)->row & ION_PRINT_FLAG, !=, 0);
  g_assert_cmpuint (ion_print_map_get_size (map), ==, 2);
}

/* Keys at both ends and keys that are alike: nothing runs over the end of the table. */
static void
test_crowded (void)
{
  static const guint64 firsts[] = { 0, G_MAXUINT64 - 60, G_MAXUINT64 / 2 - 99,
                                    G_MAXUINT64 - ((guint64) 1 << 40) - 99 };
  g_autoptr (IonPrintMap) map = ion_print_map_new ();
  guint32 row = 0;

  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      for (guint64 j = 0; j <= 60; j++)
        g_assert_null (ion_print_map_add (map, firsts[i] + j, 0, ++row, TRUE));
    }
  row = 0;
  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      for (guint64 j = 0; j <= 60; j++)
        g_assert_cmpuint (ion_print_map_find (map, firsts[i] + j, 0)->row, ==, ++row);
      g_assert_cmpuint (ion_print_map_count_alike (map, firsts[i] + 30, 32, 100), >=, 61);
      g_assert_cmpuint (ion_print_map_count_alike (map, firsts[i] + 30, 32, 10), ==, 10);
      g_assert_cmpuint (ion_print_map_count_alike (map, firsts[i] + 30, 64, 10), ==, 1);
    }
  g_assert_cmpuint (ion_print_map_count_alike (map, (guint64) 1 << 50, 40, 10), ==, 0);
}

/* Against a table that cannot be wrong, with keys from few to many bits. */
static void
test_against_hash_table (void)
{
  for (guint bits = 6; bits <= 64; bits += 29)
    {
      g_autoptr (IonPrintMap) map = ion_print_map_new ();
      g_autoptr (GHashTable) rows =
          g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

      for (guint32 row = 1; row <= 30000; row++)
        {
          guint64 key = (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
          IonPrintSlot *before;
          gpointer known;

          key &= G_MAXUINT64 << (64 - bits);
          before = ion_print_map_add (map, key, row, row, FALSE);
          known = g_hash_table_lookup (rows, &key);
          g_assert_cmpuint (before != NULL ? before->row : 0, ==, GPOINTER_TO_UINT (known));
          if (known == NULL)
            g_hash_table_insert (rows, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (row));
        }
      g_assert_cmpuint (ion_print_map_get_size (map), ==, g_hash_table_size (rows));
    }
}

/* Two of them at a million rows take less than 46 MiB, also at the worst moment. */
static void
test_memory (void)
{
  g_autoptr (IonPrintMap) map = ion_print_map_new ();

  for (guint32 i = 1; i <= MANY; i++)
    {
      guint64 print[2];

      print_of (i, print);
      ion_print_map_prefetch (map, print[0]);
      ion_print_map_add (map, print[0], (guint32) print[1], i, TRUE);
      if (i > MANY / 2)
        g_assert_cmpuint (ion_print_map_get_memory (map), <=, (gsize) i * 23);
    }
  g_assert_cmpuint (ion_print_map_get_size (map), ==, MANY);
  g_assert_cmpuint (ion_print_map_get_memory (map), <=, 23 << 20);
}

static void
test_prints_differ (void)
{
  guint64 a[2], b[2], c[2];

  ion_print_text ("RSSMRA85T10A562S", 16, a);
  ion_print_text ("RSSMRA85T10A562S", 16, b);
  ion_print_text ("RSSMRA85T10A562", 15, c);
  g_assert_true (memcmp (a, b, sizeof a) == 0);
  g_assert_true (a[0] != c[0] && a[1] != c[1]);
  ion_print_text ("", 0, b);
  ion_print_text ("\0", 1, c);
  g_assert_true (b[0] != c[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print-map/found-again", test_found_again);
  g_test_add_func ("/print-map/marks", test_marks);
  g_test_add_func ("/print-map/crowded", test_crowded);
  g_test_add_func ("/print-map/against-hash-table", test_against_hash_table);
  g_test_add_func ("/print-map/memory", test_memory);
  g_test_add_func ("/print-map/prints-differ", test_prints_differ);
  return g_test_run ();
}
