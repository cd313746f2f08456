/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What the window may ask of the ledger without a thread of its own: to read a page, and to hand
 * over what is to be written. Another process holds the ledger for writing all the while: whoever
 * waited for it would wait for ever. */

#define G_LOG_DOMAIN "test-store"

#include "config.h"

#include "fixture.h"

#include "ion-sqlite.h"

#define ROWS 3000
#define PAGE 200

/* Another process in the middle of a long write. */
static IonDb *
hold (Fixture *fixture)
{
  g_autofree char *file = g_build_filename (fixture->folder, "ledger.db", NULL);
  g_autoptr (GError) error = NULL;
  IonDb *db = ion_sqlite_open (file, ION_SQLITE_WRITER, &error);

  g_assert_no_error (error);
  g_assert_true (ion_db_begin (db, &error));
  g_assert_true (ion_db_run (db, "UPDATE campaign SET name = $1", ION_VALUES (ion_text ("other")),
                             NULL, &error));
  g_assert_no_error (error);
  return db;
}

static void
test_reading (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) campaigns = NULL;
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (IonCampaign) campaign = NULL;
  g_autoptr (IonDb) other = NULL;
  IonCampaignCounts counts;
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_import (&fixture, 0, ROWS, FALSE);
  other = hold (&fixture);
  campaigns = ion_ledger_list_campaigns (fixture.ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (campaigns->len, ==, 1);
  campaign = ion_ledger_get_campaign (fixture.ledger, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (campaign->name, !=, "other");
  g_assert_true (ion_ledger_count_campaign (fixture.ledger, id, &counts, &error));
  g_assert_cmpint (counts.rows, ==, ROWS);
  /* By key, from the middle: no more is read than is shown. */
  page = ion_ledger_list_deliveries (fixture.ledger, id, 0, fixture_get_id (&fixture, id, 1500),
                                     PAGE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->len, ==, PAGE);
  g_assert_cmpint (((IonDelivery *) page->pdata[0])->row, ==, 1501);
  g_assert_cmpint (((IonDelivery *) page->pdata[PAGE - 1])->row, ==, 1500 + PAGE);
  ion_db_rollback (other);
  fixture_clear (&fixture);
}

typedef struct
{
  gboolean is_over, is_written;
} Outcome;

static void
intended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  outcome->is_written = ion_ledger_intend_finish (ION_LEDGER (source), result, NULL);
  outcome->is_over = TRUE;
}

static void
test_writing (void)
{
  g_autofree char *id = NULL;
  g_autoptr (IonDb) other = NULL;
  Outcome outcome = { FALSE, FALSE };
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_start (&fixture, 1);
  other = hold (&fixture);
  ion_ledger_intend_async (fixture.ledger, fixture_get_id (&fixture, id, 2), 1000, "it",
                           intended_cb, &outcome);
  /* Back at once, and nothing is said to be written that is not. */
  for (int i = 0; i < 50; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (outcome.is_over);
  g_assert_cmpint (fixture_get_state (&fixture, id, 2), ==, ION_DELIVERY_PENDING);
  ion_db_rollback (other);
  while (!outcome.is_over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (outcome.is_written);
  g_assert_cmpint (fixture_get_state (&fixture, id, 2), ==, ION_DELIVERY_SENDING);
  fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invariant/8/reading-waits-for-nobody", test_reading);
  g_test_add_func ("/invariant/8/writing-is-handed-over", test_writing);
  return g_test_run ();
}
