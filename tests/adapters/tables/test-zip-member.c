/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Archives, good ones and those that were made to harm. */

#include "config.h"

#include "ion-table-limits.h"
#include "ion-table.h"
#include "ion-zip-member.h"
#include "zip-maker.h"

#include <glib/gstdio.h>
#include <string.h>

#define MIB (1024 * 1024)

static const ZipPart two_parts[] = {
  { "mimetype", "text/plain" },
  { "xl/Workbook.xml", "<workbook/>" },
  { NULL },
};

/* Opens what the tests have made, and removes it. */
static IonZipArchive *
open_parts (const ZipPart *parts,
            const ZipOptions *options,
            const IonZipLimits *limits,
            GError **error)
{
  g_autofree char *path = zip_make (parts, options);
  IonZipArchive *archive = ion_zip_archive_open (path, limits, error);

  g_unlink (path);
  return archive;
}

/* Reads a member to its end. Returns: how long it is, -1 with @error */
static gint64
read_all (IonZipArchive *archive, const char *name, GError **error)
{
  g_autoptr (IonZipMember) member = ion_zip_member_open (archive, name, error);
  gint64 total = 0;

  while (member != NULL)
    {
      const char *bytes;
      gsize size;

      if (!ion_zip_member_read (member, &bytes, &size, error))
        return -1;
      if (size == 0)
        {
          g_assert_cmpfloat (ion_zip_member_get_fraction (member), ==, 1.0);
          return total;
        }
      total += (gint64) size;
    }
  return -1;
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonZipArchive) archive = open_parts (two_parts, NULL, NULL, &error);
  g_autofree char *whole = NULL, *cut = NULL;
  gsize size;

  g_assert_no_error (error);
  g_assert_cmpstr (ion_zip_archive_find (archive, "xl/workbook.xml"), ==, "xl/Workbook.xml");
  g_assert_null (ion_zip_archive_find (archive, "xl/workbook"));
  whole = ion_zip_member_read_whole (archive, "xl/workbook.xml", 100, &size, &error);
  g_assert_cmpstr (whole, ==, "<workbook/>");
  g_assert_cmpuint (size, ==, 11);
  cut = ion_zip_member_read_whole (archive, "mimetype", 4, &size, &error);
  g_assert_cmpstr (cut, ==, "text");
}

static void
test_side_by_side (void)
{
  const ZipOptions options = { .padded = "a", .padding = 3 * MIB };
  const ZipPart parts[] = { { "a", "<a>" }, { "b", "<b>" }, { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonZipArchive) archive = open_parts (parts, &options, NULL, &error);
  g_autoptr (IonZipMember) first = ion_zip_member_open (archive, "a", &error);
  const char *bytes;
  gsize size;

  g_assert_no_error (error);
  g_assert_true (ion_zip_member_read (first, &bytes, &size, &error));
  g_assert_cmpint (read_all (archive, "b", &error), ==, 3);
  for (gsize total = size; size > 0; total += size)
    {
      g_assert_true (ion_zip_member_read (first, &bytes, &size, &error));
      if (size == 0)
        g_assert_cmpuint (total, ==, 3 + 3 * MIB);
    }
}

/* Another program may show the other one of the two. */
static void
test_twice (void)
{
  static const char *const again[] = { "xl/a.xml", "XL/A.XML", "xl\\a.xml", "/xl/a.xml" };

  for (gsize i = 0; i < G_N_ELEMENTS (again); i++)
    {
      const ZipPart parts[] = { { "xl/a.xml", "<a>" }, { again[i], "<b>" }, { NULL } };
      g_autoptr (GError) error = NULL;

      g_assert_null (open_parts (parts, NULL, NULL, &error));
      g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_DAMAGED);
    }
}

static void
test_names (void)
{
  /* Names are names: nothing is ever written under them. */
  const ZipPart parts[] = {
    { "../../etc/passwd", "x" },
    { "/etc/shadow", "y" },
    { "xl\\styles.xml", "z" },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonZipArchive) archive = open_parts (parts, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (read_all (archive, "../../etc/passwd", &error), ==, 1);
  g_assert_cmpint (read_all (archive, "etc/shadow", &error), ==, 1);
  g_assert_cmpint (read_all (archive, "xl/styles.xml", &error), ==, 1);
  g_assert_no_error (error);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonZipArchive) archive = open_parts (two_parts, NULL, NULL, &error);

  g_assert_cmpint (read_all (archive, "xl/other.xml", &error), ==, -1);
  g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "xl/other.xml"));
}

static void
test_encrypted (void)
{
  const ZipOptions options = { .password = "secret" };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonZipArchive) archive = open_parts (two_parts, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (read_all (archive, "mimetype", &error), ==, -1);
  g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_ENCRYPTED);
}

/* Whatever byte is missing or wrong: an answer, and the right one where the end is gone. */
static void
test_damaged (void)
{
  g_autofree char *path = zip_make (two_parts, NULL);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_unlink (path);
  for (gsize cut = 0; cut < size - 22; cut++)
    {
      g_autofree char *cut_path = zip_make_raw (bytes, cut);
      g_autoptr (GError) error = NULL;
      g_autoptr (IonZipArchive) archive = ion_zip_archive_open (cut_path, NULL, &error);

      g_unlink (cut_path);
      g_assert_null (archive);
      g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_DAMAGED);
    }
  for (gsize i = 0; i < size; i++)
    {
      g_autofree char *wrong = g_memdup2 (bytes, size);
      g_autofree char *wrong_path = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (IonZipArchive) archive = NULL;

      wrong[i] ^= 0x41;
      wrong_path = zip_make_raw (wrong, size);
      archive = ion_zip_archive_open (wrong_path, NULL, &error);
      g_unlink (wrong_path);
      if (archive != NULL)
        read_all (archive, "mimetype", &error);
      g_assert_true (error == NULL || error->domain == ION_TABLE_ERROR);
    }
}

static void
test_wrong_sum (void)
{
  const ZipOptions options = { .is_stored = TRUE };
  g_autofree char *path = zip_make (two_parts, &options);
  g_autofree char *bytes = NULL;
  g_autoptr (IonZipArchive) archive = NULL;
  g_autoptr (GError) error = NULL;
  char *at;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  at = memmem (bytes, size, "text/plain", 10);
  g_assert_nonnull (at);
  at[0] = 'T';
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  archive = ion_zip_archive_open (path, NULL, &error);
  g_unlink (path);
  g_assert_no_error (error);
  g_assert_cmpint (read_all (archive, "mimetype", &error), ==, -1);
  g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_DAMAGED);
}

static void
test_pipe (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ion_zip_archive_open ("/dev/null", NULL, &error));
  g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_null (ion_zip_archive_open ("/nonexistent/file", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static IonZipLimits
get_wide_limits (void)
{
  return (IonZipLimits){
    .n_entries = 100, .member = 1000 * MIB, .unpacked = 1000 * MIB, .ratio = 100000, .floor = 0
  };
}

/* One file of @size bytes under @limits. */
static void
assert_size (const IonZipLimits *limits, guint64 size, gboolean is_within)
{
  const ZipPart parts[] = { { "a", "" }, { NULL } };
  const ZipOptions options = { .padded = "a", .padding = size };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonZipArchive) archive = open_parts (parts, &options, limits, &error);
  gint64 got;

  g_assert_no_error (error);
  got = read_all (archive, "a", &error);
  if (is_within)
    {
      g_assert_no_error (error);
      g_assert_cmpint (got, ==, size);
    }
  else
    g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE);
}

/* What the program has as ION_TABLE_MEMBER_MAX. */
static void
test_member_limit (void)
{
  IonZipLimits limits = get_wide_limits ();

  limits.member = MIB;
  assert_size (&limits, MIB - 1, TRUE);
  assert_size (&limits, MIB, TRUE);
  assert_size (&limits, MIB + 1, FALSE);
}

/* What the program has as ION_TABLE_UNPACKED_MAX. */
static void
test_total_limit (void)
{
  const ZipPart parts[] = { { "a", "123456789" }, { "b", "123456789" }, { NULL } };
  IonZipLimits limits = get_wide_limits ();

  for (guint64 most = 17; most <= 19; most++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IonZipArchive) archive = NULL;

      limits.unpacked = most;
      archive = open_parts (parts, NULL, &limits, &error);
      g_assert_cmpint (read_all (archive, "a", &error), ==, 9);
      g_assert_cmpint (read_all (archive, "b", &error), ==, most < 18 ? -1 : 9);
      if (most < 18)
        g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE);
    }
}

/* What the program has as ION_TABLE_RATIO_MAX. */
static void
test_ratio_limit (void)
{
  const ZipPart parts[] = { { "a", "" }, { NULL } };
  const ZipOptions options = { .padded = "a", .padding = 50 * 1000, .is_stored = FALSE };
  g_autofree char *path = zip_make (parts, &options);
  IonZipLimits limits = get_wide_limits ();
  g_autofree char *bytes = NULL;
  gsize size;

  /* Made as long as the ratio needs, by what may stand before an archive. */
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_unlink (path);
  g_assert_cmpuint (size, <, 1000);
  for (gsize whole = 999; whole <= 1001; whole++)
    {
      g_autofree char *long_bytes = g_malloc0 (whole);
      g_autofree char *long_path = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (IonZipArchive) archive = NULL;

      memcpy (long_bytes + whole - size, bytes, size);
      long_path = zip_make_raw (long_bytes, whole);
      limits.ratio = 50;
      archive = ion_zip_archive_open (long_path, &limits, &error);
      g_unlink (long_path);
      g_assert_no_error (error);
      g_assert_cmpint (read_all (archive, "a", &error), ==, whole < 1000 ? -1 : 50 * 1000);
      if (whole < 1000)
        g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE);
    }
}

static void
test_ratio_floor (void)
{
  IonZipLimits limits = get_wide_limits ();

  limits.ratio = 2;
  limits.floor = MIB;
  assert_size (&limits, MIB - 1, TRUE);
  assert_size (&limits, MIB, TRUE);
  assert_size (&limits, MIB + 1, FALSE);
}

static void
test_bomb (void)
{
  /* With the program's own limits: deflate packs blanks a thousand to one. */
  assert_size (NULL, ION_TABLE_RATIO_FLOOR, TRUE);
  assert_size (NULL, ION_TABLE_RATIO_FLOOR + MIB, FALSE);
}

/* What the program has as ION_TABLE_ENTRIES_MAX. */
static void
test_entries_limit (void)
{
  ZipPart parts[] = { { "a", "" }, { "b", "" }, { "c", "" }, { NULL } };
  IonZipLimits limits = get_wide_limits ();

  for (guint most = 2; most <= 4; most++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IonZipArchive) archive = NULL;

      limits.n_entries = most;
      archive = open_parts (parts, NULL, &limits, &error);
      g_assert_cmpint (archive != NULL, ==, most >= 3);
      if (archive == NULL)
        g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zip-member/read", test_read);
  g_test_add_func ("/zip-member/side-by-side", test_side_by_side);
  g_test_add_func ("/zip-member/twice", test_twice);
  g_test_add_func ("/zip-member/names", test_names);
  g_test_add_func ("/zip-member/missing", test_missing);
  g_test_add_func ("/zip-member/encrypted", test_encrypted);
  g_test_add_func ("/zip-member/damaged", test_damaged);
  g_test_add_func ("/zip-member/wrong-sum", test_wrong_sum);
  g_test_add_func ("/zip-member/pipe", test_pipe);
  g_test_add_func ("/zip-member/limit/member", test_member_limit);
  g_test_add_func ("/zip-member/limit/total", test_total_limit);
  g_test_add_func ("/zip-member/limit/ratio", test_ratio_limit);
  g_test_add_func ("/zip-member/limit/ratio-floor", test_ratio_floor);
  g_test_add_func ("/zip-member/limit/bomb", test_bomb);
  g_test_add_func ("/zip-member/limit/entries", test_entries_limit);
  return g_test_run ();
}
