/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What the ledger holds about people, and that it can forget them; that no file of the folder ever
 * holds a person in clear; the journal.
 */

#include "config.h"

#include "fixture.h"
#include "ion-db.h"
#include "ion-sqlite.h"

#include <string.h>
#include <utime.h>

#include <glib/gstdio.h>

static gboolean
is_in_journal (IonLedger *ledger, const char *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = ion_ledger_read_journal (ledger, 0, 1000, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((IonJournalEntry *) entries->pdata[i])->action, action))
      return TRUE;
  return FALSE;
}

static void
settle_all (Fixture *fixture, const char *id, guint n_rows)
{
  g_autoptr (GError) error = NULL;

  for (gint64 row = 2; row < 2 + n_rows; row++)
    {
      gint64 delivery = fixture_get_id (fixture, id, row);

      g_assert_true (fixture_intend (fixture, delivery, &error));
      g_assert_true (fixture_settle_state (fixture, delivery, ION_DELIVERY_ACCEPTED, &error));
    }
  g_assert_cmpint (ion_ledger_advance_campaigns (fixture->ledger, 5000, &error), ==, 1);
  g_assert_no_error (error);
}

/* Looked for while everything is open, log of the engine included, and after closing. */
static void
test_sealed_at_rest (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *id = NULL, *code = fixture_make_code (3), *backup = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_start (&fixture, 20);
  settle_all (&fixture, id, 20);
  g_assert_true (ion_ledger_add_test_recipient (fixture.ledger, code, "Gioacchina", &error));
  ion_ledger_note_reach (fixture.ledger, "s1", fixture_get_id (&fixture, id, 5), "it", 1000);
  people = ion_ledger_list_person (fixture.ledger, code, &error);
  g_assert_cmpuint (people->len, ==, 1);
  backup = g_build_filename (fixture.folder, "copy.db", NULL);
  g_assert_true (ion_ledger_backup (fixture.ledger, backup, &error));
  g_assert_no_error (error);
  for (guint round = 0; round < 2; round++)
    {
      g_assert_false (fixture_folder_contains (fixture.folder, code));
      g_assert_false (fixture_folder_contains (fixture.folder, "RSSMRA"));
      g_assert_false (fixture_folder_contains (fixture.folder, "Gioacchina"));
      g_assert_false (fixture_folder_contains (fixture.folder, "85,50"));
      /* That the search finds what is in clear. */
      g_assert_true (fixture_folder_contains (fixture.folder, "Retta scolastica"));
      if (round == 0)
        g_assert_true (ion_ledger_close (fixture.ledger, &error));
    }
  fixture_clear (&fixture);
}

static void
test_show (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deliveries = NULL, nobody = NULL;
  g_autofree char *first = NULL, *second = NULL, *code = fixture_make_code (1);
  g_autofree char *stranger = fixture_make_code (9999);
  Fixture fixture;

  fixture_init (&fixture);
  first = fixture_import (&fixture, 0, 3, FALSE);
  second = fixture_import (&fixture, 1, 3, FALSE);
  deliveries = ion_ledger_list_person (fixture.ledger, code, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (deliveries->len, ==, 2);
  g_assert_cmpstr (((IonDelivery *) deliveries->pdata[0])->campaign_id, ==, second);
  g_assert_cmpstr (((IonDelivery *) deliveries->pdata[1])->campaign_id, ==, first);
  g_assert_cmpstr (((IonDelivery *) deliveries->pdata[1])->fiscal_code, ==, code);
  g_assert_true (is_in_journal (fixture.ledger, "person-show"));
  nobody = ion_ledger_list_person (fixture.ledger, stranger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nobody->len, ==, 0);
  fixture_clear (&fixture);
}

static void
test_forget (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nothing = NULL;
  g_autoptr (IonDelivery) delivery = NULL, neighbour = NULL;
  g_autofree char *sent = NULL, *waiting = NULL, *code = fixture_make_code (0);
  Fixture fixture;

  fixture_init (&fixture);
  sent = fixture_start (&fixture, 2);
  waiting = fixture_import (&fixture, 0, 2, TRUE);
  g_assert_true (fixture_intend (&fixture, fixture_get_id (&fixture, sent, 2), &error));
  g_assert_cmpint (ion_ledger_forget_person (fixture.ledger, code, &error), ==, -1);
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_true (fixture_settle_state (&fixture, fixture_get_id (&fixture, sent, 2),
                                       ION_DELIVERY_ACCEPTED, &error));
  g_assert_true (ion_ledger_add_test_recipient (fixture.ledger, code, "x", &error));
  g_assert_cmpint (ion_ledger_forget_person (fixture.ledger, code, &error), ==, 2);
  g_assert_no_error (error);
  delivery = ion_ledger_get_delivery (fixture.ledger, sent, 2, &error);
  g_assert_cmpstr (delivery->fiscal_code, ==, "");
  g_assert_null (delivery->fields);
  g_assert_cmpint (delivery->state, ==, ION_DELIVERY_ACCEPTED);
  g_assert_cmpint (fixture_get_state (&fixture, waiting, 2), ==, ION_DELIVERY_CANCELLED);
  neighbour = ion_ledger_get_delivery (fixture.ledger, waiting, 3, &error);
  g_assert_cmpint (neighbour->state, ==, ION_DELIVERY_PENDING);
  g_assert_nonnull (neighbour->fields);
  g_assert_false (ion_ledger_is_test_recipient (fixture.ledger, code));
  nothing = ion_ledger_list_person (fixture.ledger, code, &error);
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpint (ion_ledger_forget_person (fixture.ledger, code, &error), ==, 0);
  fixture_assert_sum (&fixture, sent, 2);
  fixture_assert_sum (&fixture, waiting, 2);
  fixture_clear (&fixture);
}

/* The sealed bytes of a row, as they lie in the file. */
static GBytes *
read_sealed (Fixture *fixture, gint64 delivery)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_build_filename (fixture->folder, "ledger.db", NULL);
  g_autoptr (IonDb) db = ion_sqlite_open (file, ION_SQLITE_READER, &error);
  g_autoptr (IonQuery) query = ion_db_query (db, "SELECT sealed FROM delivery WHERE id = $1",
                                             ION_VALUES (ion_int (delivery)), &error);
  const void *bytes;
  gsize size;

  g_assert_true (ion_query_next (query, &error));
  bytes = ion_query_get_bytes (query, 0, &size);
  return g_bytes_new (bytes, size);
}

static gboolean
folder_contains (const char *folder, GBytes *wanted)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean is_found = FALSE;
  const char *name;

  while (!is_found && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize size;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        is_found = folder_contains (path, wanted);
      else if (g_file_get_contents (path, &bytes, &size, NULL))
        is_found = memmem (bytes, size, g_bytes_get_data (wanted, NULL),
                           g_bytes_get_size (wanted)) != NULL;
    }
  return is_found;
}

/* Not even sealed does a forgotten person stay: neither in the file, nor in the log, nor in the
 * copy of a migration. */
static void
test_forgotten_is_gone (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sealed = NULL, neighbour = NULL;
  g_autofree char *id = NULL, *code = fixture_make_code (1), *backups = NULL, *copy = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_import (&fixture, 0, 3, TRUE);
  sealed = read_sealed (&fixture, fixture_get_id (&fixture, id, 3));
  neighbour = read_sealed (&fixture, fixture_get_id (&fixture, id, 4));
  backups = g_build_filename (fixture.folder, "backups", NULL);
  g_assert_cmpint (g_mkdir_with_parents (backups, 0700), ==, 0);
  copy = g_build_filename (backups, "ledger-v1-x.db", NULL);
  g_assert_true (ion_ledger_backup (fixture.ledger, copy, &error));
  g_assert_true (folder_contains (backups, sealed));
  g_assert_cmpint (ion_ledger_forget_person (fixture.ledger, code, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_false (folder_contains (fixture.folder, sealed));
  g_assert_true (folder_contains (fixture.folder, neighbour));
  fixture_clear (&fixture);
}

/* An answer that comes after the person was forgotten brings nothing back that leads to them. */
static void
check_stays_forgotten (Fixture *fixture, const char *id, gint64 row, IonDeliveryState state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDelivery) delivery = NULL;
  g_autoptr (GPtrArray) due = NULL;
  IonSettlement settlement = { .delivery_id = fixture_get_id (fixture, id, row),
                               .state = state,
                               .message_id = "01ABCDEF",
                               .now = 2000,
                               .follow_at = 3000,
                               .read = -1,
                               .paid = -1 };

  g_assert_true (fixture_settle (fixture, &settlement, &error));
  g_assert_no_error (error);
  delivery = ion_ledger_get_delivery (fixture->ledger, id, row, &error);
  g_assert_no_error (error);
  g_assert_cmpint (delivery->state, ==, state);
  g_assert_null (delivery->message_id);
  g_assert_cmpint (delivery->follow_at, ==, 0);
  due = ion_ledger_list_due_follow_ups (fixture->ledger, G_MAXINT32, 10, &error);
  g_assert_cmpuint (due->len, ==, 0);
}

static void
test_answers_after (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL, *cancelled = NULL, *code = fixture_make_code (0);
  Fixture fixture;
  gint64 row;

  fixture_init (&fixture);
  /* a follow-up under way */
  id = fixture_start (&fixture, 1);
  row = fixture_get_id (&fixture, id, 2);
  g_assert_true (fixture_intend (&fixture, row, &error));
  g_assert_true (fixture_settle_state (&fixture, row, ION_DELIVERY_ACCEPTED, &error));
  g_assert_cmpint (ion_ledger_forget_person (fixture.ledger, code, &error), ==, 1);
  check_stays_forgotten (&fixture, id, 2, ION_DELIVERY_ACCEPTED);
  check_stays_forgotten (&fixture, id, 2, ION_DELIVERY_DELIVERED);
  /* a submission under way in a campaign that is cancelled and purged */
  cancelled = fixture_start (&fixture, 1);
  g_assert_true (fixture_intend (&fixture, fixture_get_id (&fixture, cancelled, 2), &error));
  g_assert_true (ion_ledger_cancel_campaign (fixture.ledger, cancelled, &error));
  g_assert_cmpint (ion_ledger_purge_campaign (fixture.ledger, cancelled, &error), ==, 1);
  check_stays_forgotten (&fixture, cancelled, 2, ION_DELIVERY_ACCEPTED);
  fixture_clear (&fixture);
}

static void
test_purge (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDelivery) delivery = NULL;
  g_autoptr (GPtrArray) nothing = NULL;
  g_autofree char *id = NULL, *code = fixture_make_code (0);
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_start (&fixture, 3);
  g_assert_cmpint (ion_ledger_purge_campaign (fixture.ledger, id, &error), ==, -1);
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  g_clear_error (&error);
  settle_all (&fixture, id, 3);
  g_assert_cmpint (ion_ledger_purge_campaign (fixture.ledger, id, &error), ==, 3);
  g_assert_no_error (error);
  delivery = ion_ledger_get_delivery (fixture.ledger, id, 2, &error);
  g_assert_cmpstr (delivery->fiscal_code, ==, "");
  g_assert_cmpint (fixture_count (&fixture, id, ION_DELIVERY_ACCEPTED), ==, 3);
  fixture_assert_sum (&fixture, id, 3);
  nothing = ion_ledger_list_person (fixture.ledger, code, &error);
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_true (is_in_journal (fixture.ledger, "campaign-purge"));
  g_assert_cmpint (ion_ledger_purge_campaign (fixture.ledger, id, &error), ==, 0);
  fixture_clear (&fixture);
}

/* fixture_settle_state() writes 2000 as the time of the outcome; the end of the campaign is 5000.
 */
static void
test_retention (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *old = NULL, *open = NULL, *backups = NULL, *old_copy = NULL, *new_copy = NULL;
  const struct utimbuf long_ago = { 4000, 4000 };
  Fixture fixture;

  fixture_init (&fixture);
  old = fixture_start (&fixture, 3);
  settle_all (&fixture, old, 3);
  open = fixture_import (&fixture, 100, 3, FALSE);
  backups = g_build_filename (fixture.folder, "backups", NULL);
  g_assert_cmpint (g_mkdir_with_parents (backups, 0700), ==, 0);
  old_copy = g_build_filename (backups, "ledger-v1-a.db", NULL);
  new_copy = g_build_filename (backups, "ledger-v1-b.db", NULL);
  g_assert_true (g_file_set_contents (old_copy, "x", 1, NULL));
  g_assert_true (g_file_set_contents (new_copy, "x", 1, NULL));
  g_assert_cmpint (g_utime (old_copy, (struct utimbuf *) &long_ago), ==, 0);
  g_assert_cmpint (ion_ledger_purge_before (fixture.ledger, 4500, &error), ==, 0);
  g_assert_no_error (error);
  g_assert_false (g_file_test (old_copy, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (new_copy, G_FILE_TEST_EXISTS));
  g_assert_cmpint (ion_ledger_purge_before (fixture.ledger, 5001, &error), ==, 1);
  g_assert_cmpint (ion_ledger_purge_before (fixture.ledger, 5001, &error), ==, 0);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (&fixture, old, ION_DELIVERY_ACCEPTED), ==, 3);
  g_assert_cmpint (fixture_count (&fixture, open, ION_DELIVERY_PENDING), ==, 3);
  fixture_clear (&fixture);
}

/* A campaign that nobody ever finished holds people too: it ends where its time is over. */
static void
test_left_lying (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lying = NULL, *running = NULL, *code = fixture_make_code (100);
  g_autoptr (GPtrArray) nothing = NULL;
  g_autoptr (IonCampaign) campaign = NULL;
  gint64 tomorrow = g_get_real_time () / G_USEC_PER_SEC + 24 * 60 * 60;
  Fixture fixture;

  fixture_init (&fixture);
  running = fixture_start (&fixture, 2);
  lying = fixture_import (&fixture, 100, 3, TRUE);
  g_assert_cmpint (ion_ledger_purge_before (fixture.ledger, tomorrow, &error), ==, 1);
  g_assert_no_error (error);
  campaign = ion_ledger_get_campaign (fixture.ledger, lying, &error);
  g_assert_cmpint (campaign->state, ==, ION_CAMPAIGN_CANCELLED);
  g_assert_cmpint (fixture_count (&fixture, lying, ION_DELIVERY_CANCELLED), ==, 3);
  nothing = ion_ledger_list_person (fixture.ledger, code, &error);
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpint (fixture_count (&fixture, running, ION_DELIVERY_PENDING), ==, 2);
  fixture_clear (&fixture);
}

static void
test_journal (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) last = NULL, none = NULL;
  const IonJournalEntry *entry;
  Fixture fixture;

  fixture_init (&fixture);
  g_assert_true (ion_ledger_write_journal (fixture.ledger, "first", NULL, NULL, NULL, &error));
  g_assert_true (
      ion_ledger_write_journal (fixture.ledger, "second", "abc", "detail", "why", &error));
  last = ion_ledger_read_journal (fixture.ledger, 0, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (last->len, ==, 2);
  g_assert_cmpstr (((IonJournalEntry *) last->pdata[0])->action, ==, "first");
  entry = last->pdata[1];
  g_assert_cmpstr (entry->who, ==, g_get_user_name ());
  g_assert_cmpstr (entry->campaign_id, ==, "abc");
  g_assert_cmpstr (entry->purpose, ==, "why");
  none = ion_ledger_read_journal (fixture.ledger, entry->at + 100000, 10, &error);
  g_assert_cmpuint (none->len, ==, 0);
  fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invariant/6/sealed-at-rest", test_sealed_at_rest);
  g_test_add_func ("/invariant/6/forgotten-is-gone", test_forgotten_is_gone);
  g_test_add_func ("/store/people/show", test_show);
  g_test_add_func ("/store/people/forget", test_forget);
  g_test_add_func ("/invariant/6/answers-after-forgetting", test_answers_after);
  g_test_add_func ("/store/people/purge", test_purge);
  g_test_add_func ("/store/people/retention", test_retention);
  g_test_add_func ("/store/people/left-lying", test_left_lying);
  g_test_add_func ("/store/people/journal", test_journal);
  return g_test_run ();
}
