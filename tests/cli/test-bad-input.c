/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Ledgers and disks that are not in order: a clear message in the office's language, nothing lost,
 * and afterwards it goes on. */

#define G_LOG_DOMAIN "test-cli"

#include "cli-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#define ROWS 300

static CliFixture *
begin (const char *latency)
{
  CliFixture *fixture = cli_fixture_new ();

  cli_fixture_serve (fixture, "--rate", "none", "--latency", latency, "--seed", "11", NULL);
  cli_fixture_make_office (fixture);
  return fixture;
}

static char *
get_ledger (CliFixture *fixture)
{
  return g_build_filename (fixture->office, "ledger.db", NULL);
}

/* Puts @bytes at @offset of the ledger. */
static void
damage (CliFixture *fixture, goffset offset, const void *bytes, gsize length)
{
  g_autofree char *path = get_ledger (fixture);
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pwrite (fd, bytes, length, offset), ==, (gssize) length);
  g_close (fd, NULL);
}

/* Whatever is asked, it fails with @part in the message, and the file stays as it is. */
static void
expect_refused (CliFixture *fixture, const char *id, const char *part)
{
  g_autofree char *path = get_ledger (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;

  g_file_get_contents (path, &before, &length_before, NULL);
  cli_fixture_expect (fixture, 1, "office", "show", NULL);
  cli_assert_contains (fixture->err, part);
  cli_fixture_expect (fixture, 1, "campaign", "send", id, "--yes", NULL);
  cli_assert_contains (fixture->err, part);
  cli_fixture_expect (fixture, 1, "status", NULL);
  g_file_get_contents (path, &after, &length_after, NULL);
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
set_italian (CliFixture *fixture)
{
  cli_fixture_setenv (fixture, "LC_ALL", "it_IT.UTF-8");
}

static void
test_newer (void)
{
  static const guint8 newer[] = { 0, 0, 0x27, 0x0f };
  g_autoptr (CliFixture) fixture = begin ("0");
  g_autofree char *id = cli_fixture_new_campaign (fixture, 5);

  damage (fixture, 60, newer, sizeof newer);
  expect_refused (fixture, id, "newer version");
  set_italian (fixture);
  expect_refused (fixture, id, "versione più recente");
}

static void
test_corrupt (void)
{
  static const char nonsense[] = "this was never a ledger at all, and nobody can read it any more";
  g_autoptr (CliFixture) fixture = begin ("0");
  g_autofree char *id = cli_fixture_new_campaign (fixture, 5);
  g_autofree char *path = get_ledger (fixture);
  g_autofree char *good = NULL;
  gsize length;

  g_file_get_contents (path, &good, &length, NULL);
  damage (fixture, 0, nonsense, sizeof nonsense);
  set_italian (fixture);
  cli_fixture_expect (fixture, 1, "office", "show", NULL);
  g_assert_cmpint (strlen (fixture->err), >, 40);
  cli_fixture_expect (fixture, 1, "status", NULL);
  /* Somebody else's database is left alone. */
  g_file_set_contents (path, nonsense, sizeof nonsense, NULL);
  cli_fixture_expect (fixture, 1, "office", "show", NULL);
  /* With the old bytes back it is as it was. */
  g_file_set_contents (path, good, (gssize) length, NULL);
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
}

/* Its inside is gone: what can be known is said, and no message leaves. */
static void
test_corrupt_inside (void)
{
  g_autoptr (CliFixture) fixture = begin ("0");
  g_autofree char *id = cli_fixture_new_campaign (fixture, ROWS);
  g_autofree char *path = get_ledger (fixture);
  g_autofree char *noise = g_malloc0 (4096);
  g_autoptr (GPtrArray) book = NULL;
  struct stat info;
  int status;

  memset (noise, 0xa5, 4096);
  g_assert_cmpint (stat (path, &info), ==, 0);
  for (goffset at = 4096; at < info.st_size; at += 4096)
    damage (fixture, at, noise, 4096);
  status = cli_fixture_run (fixture, "campaign", "send", id, "--yes", NULL);
  g_assert_cmpint (status, ==, 1);
  g_assert_cmpint (strlen (fixture->err), >, 40);
  book = cli_fixture_read_book (fixture);
  g_assert_cmpint (book->len, ==, 0);
}

/* A file system of its own in place of the office's folder; skips where that is not allowed. */
static gboolean
mount_office (CliFixture *fixture, const char *options)
{
  g_mkdir (fixture->office, 0700);
  if (mount ("tmpfs", fixture->office, "tmpfs", MS_NOSUID | MS_NODEV, options) == 0)
    return TRUE;
  g_test_skip ("no file system can be mounted here");
  return FALSE;
}

static void
unmount_office (CliFixture *fixture)
{
  g_assert_cmpint (umount2 (fixture->office, MNT_DETACH), ==, 0);
}

static void
test_read_only (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *id = NULL;

  if (!mount_office (fixture, "size=16m,mode=0700"))
    return;
  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_make_office (fixture);
  id = cli_fixture_new_campaign (fixture, 5);
  g_assert_cmpint (mount (NULL, fixture->office, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  set_italian (fixture);
  cli_fixture_expect (fixture, 1, "campaign", "send", id, "--yes", NULL);
  cli_assert_contains (fixture->err, "Non si può scrivere");
  g_assert_cmpint (mount (NULL, fixture->office, NULL, MS_REMOUNT, NULL), ==, 0);
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  unmount_office (fixture);
}

/* Takes all the room that is left. */
static void
fill_disk (CliFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->office, "ballast", NULL);
  g_autofree char *block = g_malloc0 (4096);
  int fd = g_open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  while (write (fd, block, 4096) > 0)
    ;
  g_assert_cmpint (errno, ==, ENOSPC);
  g_close (fd, NULL);
}

static void
free_disk (CliFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->office, "ballast", NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_full_disk_before (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *id = NULL;
  g_autofree char *file = NULL;
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (GPtrArray) book = NULL;

  if (!mount_office (fixture, "size=8m,mode=0700"))
    return;
  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_make_office (fixture);
  id = cli_fixture_new_campaign (fixture, 50);
  fill_disk (fixture);
  set_italian (fixture);
  file = cli_fixture_sample (fixture, 2000);
  cli_fixture_expect (fixture, 1, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, "--accept", "already-sent", NULL);
  cli_assert_contains (fixture->err, "disco");
  cli_fixture_expect (fixture, 1, "campaign", "send", id, "--yes", NULL);
  cli_assert_contains (fixture->err, "disco");
  book = cli_fixture_read_book (fixture);
  g_assert_cmpint (book->len, ==, 0);
  free_disk (fixture);
  list = cli_fixture_json (fixture, 0, "campaign", "list", NULL);
  g_assert_cmpint (json_array_get_length (json_node_get_array (list)), ==, 1);
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  cli_assert_nobody_twice (fixture);
  unmount_office (fixture);
}

/* The disk fills up in the middle: nothing new leaves, it says so and waits; with room again it
 * goes on with what is known, and nobody is told twice. */
static void
test_full_disk_in_the_middle (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *id = NULL;
  g_autoptr (GSubprocess) sender = NULL;
  g_autoptr (JsonNode) figures = NULL;
  g_autoptr (GPtrArray) at_rest = NULL;
  g_autoptr (GPtrArray) later = NULL;

  if (!mount_office (fixture, "size=8m,mode=0700"))
    return;
  cli_fixture_serve (fixture, "--rate", "none", "--latency", "20-60", NULL);
  cli_fixture_make_office (fixture);
  id = cli_fixture_new_campaign (fixture, ROWS);
  set_italian (fixture);
  sender = cli_fixture_spawn (fixture, "campaign", "send", id, "--yes", NULL);
  cli_fixture_wait_for_book (fixture, 20);
  fill_disk (fixture);
  cli_fixture_wait_for_log (fixture, "disco");
  /* What was in flight has been answered by now: from here on nothing moves. */
  g_usleep (G_USEC_PER_SEC / 4);
  at_rest = cli_fixture_read_book (fixture);
  g_usleep (G_USEC_PER_SEC / 2);
  later = cli_fixture_read_book (fixture);
  g_assert_cmpint (later->len, ==, at_rest->len);
  g_assert_cmpint (later->len, <, ROWS / 2);
  free_disk (fixture);
  g_assert_cmpint (cli_fixture_wait (fixture, sender), ==, 0);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  cli_assert_sum (figures, ROWS);
  g_assert_cmpstr (cli_get_text (figures, "state"), ==, "done");
  g_assert_cmpint (cli_get_int (figures, "pending") + cli_get_int (figures, "sending") +
                       cli_get_int (figures, "uncertain"),
                   ==, 0);
  cli_assert_nobody_twice (fixture);
  unmount_office (fixture);
}

/* All times of the ledger lie in the future, as after a clock that was an hour ahead. */
static void
test_clock_went_back (void)
{
  static const char *const statements[] = {
    "UPDATE campaign SET created_at = created_at + 3600, started_at = started_at + 3600",
    "UPDATE delivery SET intended_at = intended_at + 3600 WHERE intended_at > 0",
    "UPDATE delivery SET settled_at = settled_at + 3600 WHERE settled_at > 0",
    "UPDATE delivery SET follow_at = follow_at + 3600 WHERE follow_at > 0",
    "UPDATE reach SET reached_at = reached_at + 3600",
    "UPDATE journal SET at = at + 3600",
    "UPDATE service SET created_at = created_at + 3600",
  };
  g_autoptr (CliFixture) fixture = begin ("0");
  g_autofree char *id = cli_fixture_new_campaign (fixture, ROWS);
  g_autofree char *path = get_ledger (fixture);
  g_autoptr (JsonNode) figures = NULL;
  sqlite3 *db = NULL;
  int ended;

  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", "--first", "50", NULL);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    g_assert_cmpint (sqlite3_exec (db, statements[i], NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  ended = cli_fixture_follow (fixture, id);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  cli_assert_sum (figures, ROWS);
  g_assert_cmpint (ended, ==,
                   cli_get_int (figures, "rejected") + cli_get_int (figures, "failed") > 0 ? 3 : 0);
  g_assert_cmpstr (cli_get_text (figures, "state"), ==, "done");
  g_assert_cmpint (cli_get_int (figures, "delivered"), >, 0);
  g_assert_cmpint (cli_get_int (figures, "pending") + cli_get_int (figures, "uncertain"), ==, 0);
  cli_assert_nobody_twice (fixture);
}

/* What is no folder of an office. */
static void
test_folder (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *file = cli_fixture_write (fixture, "office", "a file\n");

  set_italian (fixture);
  cli_fixture_expect (fixture, 1, "office", "show", NULL);
  g_assert_cmpint (strlen (fixture->err), >, 30);
  g_free (fixture->office);
  fixture->office = g_strdup ("/proc/nowhere/at/all");
  cli_fixture_expect (fixture, 1, "office", "show", NULL);
  g_assert_cmpint (strlen (fixture->err), >, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invariant/9/newer-ledger", test_newer);
  g_test_add_func ("/cli/bad-input/corrupt", test_corrupt);
  g_test_add_func ("/cli/bad-input/corrupt-inside", test_corrupt_inside);
  g_test_add_func ("/cli/bad-input/read-only", test_read_only);
  g_test_add_func ("/cli/bad-input/full-disk-before", test_full_disk_before);
  g_test_add_func ("/invariant/1/full-disk-in-the-middle", test_full_disk_in_the_middle);
  g_test_add_func ("/cli/bad-input/clock-went-back", test_clock_went_back);
  g_test_add_func ("/cli/bad-input/folder", test_folder);
  return g_test_run ();
}
