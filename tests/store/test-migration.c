/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The way of the schema from version to version, with migrations of the test's own.
 */

#include "config.h"

#include "fixture.h"
#include "ion-migration.h"
#include "ion-sqlite.h"

#include <signal.h>
#include <unistd.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <glib/gstdio.h>

static gboolean
make_ledger (IonDb *db, GError **error)
{
  return ion_db_execute (db,
                         "CREATE TABLE ledger (only INTEGER PRIMARY KEY, is_copy INTEGER);"
                         "INSERT INTO ledger VALUES (1, 0);",
                         error);
}

static gboolean
add_table (IonDb *db, GError **error)
{
  return ion_db_execute (db, "CREATE TABLE added (n INTEGER); INSERT INTO added VALUES (7);",
                         error);
}

static gboolean
be_killed (IonDb *db, GError **error)
{
  kill (getpid (), SIGKILL);
  return TRUE;
}

static gboolean
stumble (IonDb *db, GError **error)
{
  return ion_db_execute (db, "DROP TABLE ledger; DROP TABLE missing;", error);
}

static const IonMigration first_only[] = { { 1, NULL, make_ledger } };
static const IonMigration both[] = { { 1, NULL, make_ledger }, { 2, NULL, add_table } };
static const IonMigration killed[] = { { 1, NULL, make_ledger },
                                       { 2, NULL, add_table },
                                       { 3, NULL, be_killed } };
static const IonMigration broken[] = { { 1, NULL, make_ledger }, { 2, NULL, stumble } };

typedef struct
{
  char *folder, *file, *backups;
} Place;

static void
place_init (Place *place)
{
  place->folder = g_dir_make_tmp ("io-notifier-XXXXXX", NULL);
  place->file = g_build_filename (place->folder, "ledger.db", NULL);
  place->backups = g_build_filename (place->folder, "backups", NULL);
}

static void
place_clear (Place *place)
{
  fixture_remove_folder (place->folder);
  g_free (place->folder);
  g_free (place->file);
  g_free (place->backups);
}

static gboolean
migrate (Place *place, const IonMigration *migrations, guint n, GError **error)
{
  g_autoptr (IonDb) db = ion_sqlite_open (place->file, ION_SQLITE_CREATE, error);

  return db != NULL && ion_migration_run (db, place->backups, migrations, n, error);
}

static gint64
ask (const char *file, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDb) db = ion_sqlite_open (file, ION_SQLITE_WRITER, &error);
  gint64 value = -1;

  g_assert_no_error (error);
  ion_db_get_int (db, sql, ION_NO_VALUES, &value, &error);
  g_assert_no_error (error);
  return value;
}

static char *
find_backup (Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->backups, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;

  return name != NULL ? g_build_filename (place->backups, name, NULL) : NULL;
}

static void
test_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = NULL;
  Place place;

  place_init (&place);
  g_assert_true (migrate (&place, both, 2, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask (place.file, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (ask (place.file, "SELECT n FROM added"), ==, 7);
  backup = find_backup (&place);
  g_assert_null (backup);
  place_clear (&place);
}

static void
test_backup_first (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = NULL;
  struct stat status;
  Place place;

  place_init (&place);
  g_assert_true (migrate (&place, first_only, 1, &error));
  g_assert_true (migrate (&place, both, 2, &error));
  g_assert_true (migrate (&place, both, 2, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask (place.file, "SELECT n FROM added"), ==, 7);
  g_assert_cmpint (ask (place.file, "SELECT is_copy FROM ledger"), ==, 0);
  backup = find_backup (&place);
  g_assert_nonnull (backup);
  g_assert_cmpint (stat (backup, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (ask (backup, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask (backup, "SELECT is_copy FROM ledger"), ==, 1);
  place_clear (&place);
}

static void
test_error_changes_nothing (void)
{
  g_autoptr (GError) error = NULL;
  Place place;

  place_init (&place);
  g_assert_true (migrate (&place, first_only, 1, &error));
  g_assert_false (migrate (&place, broken, 2, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_FAILED);
  g_assert_cmpint (ask (place.file, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask (place.file, "SELECT COUNT (*) FROM ledger"), ==, 1);
  place_clear (&place);
}

static void
test_newer (void)
{
  g_autoptr (GError) error = NULL;
  Place place;

  place_init (&place);
  g_assert_true (migrate (&place, both, 2, &error));
  g_assert_false (migrate (&place, first_only, 1, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NEWER);
  place_clear (&place);
}

/* Killed after the second of three steps: the first version is there, whole, and so is its copy. */
static void
test_killed (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = NULL;
  int status;
  pid_t child;
  Place place;

  place_init (&place);
  g_assert_true (migrate (&place, first_only, 1, &error));
  child = fork ();
  if (child == 0)
    {
      migrate (&place, killed, 3, NULL);
      _exit (1);
    }
  waitpid (child, &status, 0);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  g_assert_cmpint (ask (place.file, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask (place.file, "SELECT COUNT (*) FROM sqlite_schema WHERE name = 'added'"), ==,
                   0);
  backup = find_backup (&place);
  g_assert_cmpint (ask (backup, "SELECT COUNT (*) FROM ledger"), ==, 1);
  g_assert_true (migrate (&place, both, 2, &error));
  g_assert_no_error (error);
  place_clear (&place);
}

/* A ledger of the first version, with something in it, becomes one of today's and keeps it. */
static void
test_own_steps (void)
{
  static const char *const fresh[] = {
    "SELECT COUNT (*) FROM draft",
    "SELECT COUNT (*) FROM template_version",
    "SELECT COUNT (*) FROM person_list",
    "SELECT COUNT (*) FROM person_list_entry",
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = NULL;
  Place place;

  place_init (&place);
  g_assert_true (migrate (&place, ion_ledger_migrations, 1, &error));
  {
    g_autoptr (IonDb) db = ion_sqlite_open (place.file, ION_SQLITE_WRITER, &error);

    g_assert_true (ion_db_execute (db,
                                   "INSERT INTO ledger (only, id, created_at) VALUES (1, 'x', 7);"
                                   "INSERT INTO campaign (number, id, name, service_id, "
                                   "template_name, template, state,"
                                   " created_at) VALUES (1, 'abc', 'Rette', 's', 't', '{}', 1, 9);"
                                   "INSERT INTO service (id, name, created_at)"
                                   " VALUES ('s', 'Servizi scolastici', 5);"
                                   "INSERT INTO template (name, content, changed_at)"
                                   " VALUES ('t', '{}', 6);",
                                   &error));
    g_assert_no_error (error);
  }
  for (guint n = 1; n <= ion_ledger_n_migrations; n++)
    {
      g_assert_cmpint (ion_ledger_migrations[n - 1].version, ==, n);
      g_assert_true (migrate (&place, ion_ledger_migrations, n, &error));
      g_assert_no_error (error);
      g_assert_cmpint (ask (place.file, "PRAGMA user_version"), ==, n);
    }
  g_assert_cmpint (ask (place.file, "SELECT created_at FROM campaign WHERE id = 'abc'"), ==, 9);
  g_assert_cmpint (ask (place.file, "SELECT COUNT (*) FROM campaign WHERE rows_print IS NULL"), ==,
                   1);
  g_assert_cmpint (ask (place.file, "SELECT COUNT (*) FROM template_map"), ==, 0);
  /* what was there is no draft's, has no limit of its own, and nothing is known of its key */
  g_assert_cmpint (ask (place.file, "SELECT COUNT (*) FROM campaign WHERE draft_id IS NULL"
                                    " AND made_of IS NULL AND daily_limit = 0 AND in_hours = 0"
                                    " AND answers IS NULL AND doubts_detail IS NULL"),
                   ==, 1);
  g_assert_cmpint (ask (place.file, "SELECT COUNT (*) FROM service WHERE key_slot IS NULL"
                                    " AND key_rotation IS NULL AND key_refused_at = 0"),
                   ==, 1);
  g_assert_cmpint (ask (place.file, "SELECT last_campaign FROM ledger"), ==, 0);
  g_assert_cmpint (ask (place.file, "SELECT COUNT (*) FROM template WHERE changed_at = 6"), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (fresh); i++)
    g_assert_cmpint (ask (place.file, fresh[i]), ==, 0);
  backup = find_backup (&place);
  g_assert_nonnull (backup);
  place_clear (&place);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invariant/9/killed-migration", test_killed);
  g_test_add_func ("/invariant/9/backup-first", test_backup_first);
  g_test_add_func ("/invariant/9/own-steps", test_own_steps);
  g_test_add_func ("/store/migration/new", test_new);
  g_test_add_func ("/store/migration/error-changes-nothing", test_error_changes_nothing);
  g_test_add_func ("/store/migration/newer", test_newer);
  return g_test_run ();
}
