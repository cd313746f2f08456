/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A real office and its keys: kept in a keyring, lost with it, brought back on paper; a ledger that
 * is older than what was sent. */

#define G_LOG_DOMAIN "test-cli"

#include "cli-desktop.h"

#include <glib/gstdio.h>

static CliFixture *
begin (void)
{
  CliFixture *fixture = cli_fixture_new ();

  cli_fixture_setenv (fixture, "XDG_STATE_HOME", fixture->folder);
  cli_fixture_use_keyring (fixture, "keyring");
  cli_fixture_serve (fixture, "--rate", "none", "--seed", "1", NULL);
  cli_fixture_make_real_office (fixture);
  return fixture;
}

/* The groups of letters and digits that the terminal showed. */
static char *
read_recovery_key (CliFixture *fixture)
{
  g_autoptr (GRegex) regex = g_regex_new ("[0-9A-Za-z]+(?:-[0-9A-Za-z]+){4,}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_cmpint (cli_fixture_run_on_terminal (fixture, "", "office", "recovery-key", NULL), ==,
                   0);
  if (!g_regex_match (regex, fixture->out, 0, &match))
    g_error ("no key in:\n%s", fixture->out);
  return g_match_info_fetch (match, 0);
}

static void
test_lost (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 20);
  g_autofree char *key = read_recovery_key (fixture);
  g_autofree char *good = cli_fixture_write (fixture, "recovery", key);
  g_autofree char *bad = NULL;
  g_autofree char *export = g_build_filename (fixture->folder, "fuori.csv", NULL);

  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  /* Another machine, another user, a new session keyring: the keys are not there. */
  cli_fixture_use_keyring (fixture, "other-keyring");
  cli_fixture_expect (fixture, 1, "office", "show", NULL);
  cli_assert_contains (fixture->err, "recovery");
  cli_fixture_expect (fixture, 1, "campaign", "list", NULL);
  cli_fixture_expect (fixture, 1, "status", NULL);
  cli_fixture_expect (fixture, 2, "office", "restore", NULL);

  key[0] = key[0] == 'A' ? 'B' : 'A';
  bad = cli_fixture_write (fixture, "wrong", key);
  cli_fixture_expect (fixture, 1, "office", "restore", "--recovery-key-file", bad, NULL);
  cli_fixture_expect_input (fixture, 1, "nonsense\n", "office", "restore", "--recovery-key-file",
                            "-", NULL);
  cli_fixture_expect (fixture, 1, "office", "show", NULL);

  /* The mark is lost too: nobody knows whether this ledger is the newest. */
  cli_fixture_expect (fixture, 3, "office", "restore", "--recovery-key-file", good, NULL);
  cli_fixture_expect (fixture, 0, "office", "show", NULL);
  cli_fixture_expect (fixture, 0, "campaign", "export", id, "--output", export, NULL);
  cli_fixture_expect (fixture, 0, "office", "restore", "--nothing-was-sent", NULL);
  /* The API keys have to be given again. */
  cli_fixture_expect (fixture, 3, "status", NULL);
  cli_fixture_expect_input (fixture, 0, "practice-scuola-0123456789", "service", "set-key",
                            "scuola", "--key-file", "-", NULL);
  cli_fixture_expect (fixture, 0, "service", "check", "scuola", NULL);
}

static void
remove_file (CliFixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->office, name, NULL);

  g_unlink (path);
}

/* Puts a backup in the ledger's place, as a person would after a broken disk. */
static void
put_back (CliFixture *fixture, const char *backup)
{
  g_autofree char *ledger = g_build_filename (fixture->office, "ledger.db", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  remove_file (fixture, "ledger.db-wal");
  remove_file (fixture, "ledger.db-shm");
  g_file_get_contents (backup, &bytes, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (ledger, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

/* A campaign of which a first part was sent before the backup, and the rest after it. */
static char *
make_older_copy (CliFixture *fixture)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "copia.db", NULL);
  char *id = cli_fixture_new_campaign (fixture, 60);

  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", "--first", "10", NULL);
  cli_fixture_expect (fixture, 0, "office", "backup", backup, NULL);
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  put_back (fixture, backup);
  return id;
}

static void
expect_refused (CliFixture *fixture, const char *id)
{
  g_autoptr (JsonNode) status = cli_fixture_json (fixture, 3, "status", NULL);
  g_autoptr (GPtrArray) before = cli_fixture_read_book (fixture);
  g_autoptr (GPtrArray) after = NULL;
  int ended;

  g_assert_true (json_object_get_boolean_member (cli_get_object (status), "older_copy"));
  ended = cli_fixture_run (fixture, "campaign", "send", id, "--yes", NULL);
  g_assert_true (ended == 1 || ended == 3);
  cli_assert_contains (fixture->err, "restore");
  g_assert_cmpint (cli_fixture_run (fixture, "run", NULL), !=, 0);
  after = cli_fixture_read_book (fixture);
  g_assert_cmpint (after->len, ==, before->len);
}

static void
test_older_in_doubt (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = make_older_copy (fixture);
  g_autoptr (JsonNode) figures = NULL;
  g_autoptr (GPtrArray) before = cli_fixture_read_book (fixture);
  g_autoptr (GPtrArray) after = NULL;

  expect_refused (fixture, id);
  cli_fixture_expect (fixture, 2, "office", "restore", "--in-doubt", "--nothing-was-sent", NULL);
  cli_fixture_expect (fixture, 0, "office", "restore", "--in-doubt", NULL);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  cli_assert_sum (figures, 60);
  g_assert_cmpint (cli_get_int (figures, "pending"), ==, 0);
  g_assert_cmpint (cli_get_int (figures, "uncertain"), >, 0);
  /* A person decides, row by row or for all; then the office is well again. */
  cli_fixture_expect (fixture, 0, "campaign", "resolve", id, "--as", "sent", "--all", NULL);
  g_clear_pointer (&figures, json_node_unref);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  cli_assert_sum (figures, 60);
  g_assert_cmpint (cli_get_int (figures, "uncertain"), ==, 0);
  after = cli_fixture_read_book (fixture);
  g_assert_cmpint (after->len, ==, before->len);
  cli_assert_nobody_twice (fixture);
}

static void
test_older_nothing_sent (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 30);
  g_autofree char *backup = g_build_filename (fixture->folder, "copia.db", NULL);
  g_autofree char *other = NULL;

  cli_fixture_expect (fixture, 0, "office", "backup", backup, NULL);
  put_back (fixture, backup);
  /* Even where nothing has happened since: it is a copy, and only a person knows. */
  expect_refused (fixture, id);
  cli_fixture_expect (fixture, 0, "office", "restore", "--nothing-was-sent", NULL);
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  cli_assert_nobody_twice (fixture);
}

/* Two machines with the same folder: the second is told. */
static void
test_copied_folder (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 10);
  g_autofree char *key = read_recovery_key (fixture);
  g_autofree char *good = cli_fixture_write (fixture, "recovery", key);

  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", "--first", "2", NULL);
  cli_fixture_use_keyring (fixture, "second-machine");
  cli_fixture_expect (fixture, 3, "office", "restore", "--recovery-key-file", good, NULL);
  expect_refused (fixture, id);
}

/* Keys in systemd's credentials: read, never written, and said so. */
static void
test_credentials (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 10);
  g_autofree char *credentials = g_build_filename (fixture->folder, "credentials", NULL);
  g_autofree char *vault = g_build_filename (credentials, "io-notifier.vault", NULL);
  g_autofree char *service = g_build_filename (credentials, "io-notifier.service-scuola", NULL);
  g_autofree char *recovery = read_recovery_key (fixture);

  g_assert_cmpint (g_mkdir (credentials, 0700), ==, 0);
  cli_fixture_setenv (fixture, "CREDENTIALS_DIRECTORY", credentials);
  /* An empty folder is no reason to make a new vault key. */
  cli_fixture_expect (fixture, 1, "office", "show", NULL);
  g_assert_false (g_file_test (vault, G_FILE_TEST_EXISTS));

  g_file_set_contents (vault, recovery, -1, NULL);
  g_file_set_contents (service, "practice-scuola-0123456789\n", -1, NULL);
  cli_fixture_expect (fixture, 0, "office", "show", NULL);
  cli_assert_contains (fixture->out, "read-only");
  cli_fixture_expect_input (fixture, 1, "practice-altra-0123456789", "service", "set-key", "scuola",
                            "--key-file", "-", NULL);
  cli_assert_contains (fixture->err, "systemd credentials");
  cli_fixture_expect (fixture, 0, "service", "check", "scuola", NULL);
}

/* No bus, no keyring, no credentials: it says what to do, and makes nothing. */
static void
test_none (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *ledger = g_build_filename (fixture->office, "ledger.db", NULL);

  fixture->is_real = TRUE;
  cli_fixture_setenv (fixture, "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
  cli_fixture_setenv (fixture, "SECRET_BACKEND", NULL);
  cli_fixture_setenv (fixture, "CREDENTIALS_DIRECTORY", NULL);
  cli_fixture_expect (fixture, 1, "office", "init", "--name", "Comune di Ferrara",
                      "--organization-code", "00297110389", NULL);
  g_assert_cmpint (strlen (fixture->err), >, 40);
  g_assert_false (g_file_test (ledger, G_FILE_TEST_EXISTS));
}

/* A locked keyring, and a bus without one, are never mistaken for a lost key. */
static void
test_locked (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (CliDesktop) desktop = cli_desktop_new (fixture);
  g_autofree char *id = NULL;
  g_autofree char *locked = NULL;

  if (desktop == NULL)
    return;
  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_make_real_office (fixture);
  id = cli_fixture_new_campaign (fixture, 20);
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  cli_desktop_lock (desktop);
  cli_fixture_expect (fixture, 1, "office", "show", NULL);
  cli_assert_contains (fixture->err, "locked");
  cli_assert_lacks (fixture->err, "restore");
  locked = g_strdup (fixture->err);
  cli_fixture_expect (fixture, 1, "campaign", "list", NULL);
  g_assert_cmpstr (fixture->err, ==, locked);
  cli_desktop_end_daemon (desktop);
  cli_fixture_expect (fixture, 1, "office", "show", NULL);
  cli_assert_lacks (fixture->err, "restore");
  g_assert_cmpstr (fixture->err, !=, locked);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/keyring/lost", test_lost);
  g_test_add_func ("/invariant/9/older-copy-in-doubt", test_older_in_doubt);
  g_test_add_func ("/invariant/9/older-copy-nothing-sent", test_older_nothing_sent);
  g_test_add_func ("/invariant/9/copied-folder", test_copied_folder);
  g_test_add_func ("/cli/keyring/credentials", test_credentials);
  g_test_add_func ("/invariant/6/locked-keyring", test_locked);
  g_test_add_func ("/cli/keyring/none", test_none);
  return g_test_run ();
}
