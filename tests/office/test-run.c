/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The main job from end to end in one process: a file becomes a campaign, the campaign is sent to
 * the practice platform, followed and exported. */

#define G_LOG_DOMAIN "test-office"

#include "config.h"

#include "office-fixture.h"

#include "ion-campaign-export.h"
#include "ion-campaign-preview.h"
#include "ion-campaign-story.h"
#include "ion-ledger-deliveries.h"
#include "ion-office-services.h"
#include "ion-office-settings.h"
#include "ion-office-status.h"
#include "ion-send-check.h"

#include <string.h>

#define ROWS 40

static void
test_send_follow_export (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, ROWS);
  g_autoptr (IonSendCheck) check = NULL;
  g_autofree char *file = g_build_filename (fixture->folder, "export.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  IonRunOptions follow = { .kind = ION_RUN_FOLLOW_ONCE, .campaign = id, .first = -1 };
  IonExpectation expectation = { .people = ROWS,
                                 .total = ROWS * 1050 + ROWS * (ROWS - 1) / 2 * 100 };
  IonCampaignCounts counts = { 0 };
  guint lines = 0;

  check = ion_office_check_send (fixture->office, id, &expectation, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (check->people, ==, ROWS);
  g_assert_cmpint (check->totals.amount_min, ==, 1050);
  g_assert_true (check->is_practice);

  g_assert_cmpint (office_fixture_send (fixture, id), ==, ION_RESULT_DONE);
  office_fixture_count (fixture, id, &counts);
  g_assert_cmpint (counts.rows, ==, ROWS);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING], ==, 0);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_SENDING], ==, 0);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_ACCEPTED], >, 0);

  office_fixture_run (fixture, &follow, NULL);
  office_fixture_count (fixture, id, &counts);

  g_assert_cmpint (ion_office_export_campaign (fixture->office, id, 0, file, NULL, NULL, NULL,
                                               &error),
                   ==, ROWS);
  g_assert_no_error (error);
  g_file_get_contents (file, &text, NULL, NULL);
  for (const char *p = text; *p != '\0'; p++)
    lines += *p == '\n';
  g_assert_cmpuint (lines, ==, ROWS + 1);
  g_test_message ("%s", text);
  g_assert_true (strstr (text, ",accepted,") != NULL || strstr (text, ",delivered,") != NULL);
}

static void
assert_refused (OfficeFixture *fixture, const char *id, const IonExpectation *expectation, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonSendCheck) check =
      ion_office_check_send (fixture->office, id, expectation, -1, &error);

  g_assert_error (error, ION_OFFICE_ERROR, code);
  g_assert_null (check);
}

static void
test_guards (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, 3);
  IonExpectation people = { .people = 4, .total = -1 };
  IonExpectation total = { .people = -1, .total = 1 };
  g_autoptr (GError) error = NULL;

  assert_refused (fixture, id, &people, ION_OFFICE_ERROR_EXPECTATION);
  assert_refused (fixture, id, &total, ION_OFFICE_ERROR_EXPECTATION);

  g_assert_true (ion_office_set_stopped (fixture->office, TRUE, &error));
  assert_refused (fixture, id, NULL, ION_OFFICE_ERROR_OFFICE_STOPPED);
  g_assert_true (ion_office_set_stopped (fixture->office, FALSE, &error));

  g_assert_true (ion_ledger_add_service (ion_office_get_ledger (fixture->office), "no-key",
                                         "Senza chiave", NULL, &error));
  g_assert_cmpint (office_fixture_send (fixture, id), ==, ION_RESULT_DONE);
  assert_refused (fixture, id, NULL, ION_OFFICE_ERROR_NOTHING);
}

/* An expectation holds for the whole campaign, also when it goes on after a first part. */
static void
test_first_part (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, 20);
  IonRunOptions first = { .kind = ION_RUN_SEND, .campaign = id, .first = 5 };
  IonExpectation expectation = { .people = 20, .total = 20 * 1050 + 190 * 100 };
  g_autoptr (IonSendCheck) check = NULL;
  g_autoptr (GError) error = NULL;
  IonCampaignCounts counts = { 0 };

  g_assert_cmpint (office_fixture_run (fixture, &first, NULL), ==, ION_RESULT_DONE);
  office_fixture_count (fixture, id, &counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_ACCEPTED], ==, 5);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING], >, 0);

  check = ion_office_check_send (fixture->office, id, &expectation, -1, &error);
  g_assert_no_error (error);
  g_assert_true (check->has_begun);
  g_assert_cmpint (office_fixture_send (fixture, id), ==, ION_RESULT_DONE);
  office_fixture_count (fixture, id, &counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING], ==, 0);
}

/* Read and paid are for services that may see them: of an ordinary one nothing is known, which is
 * not nought. */
static void
test_ordinary_service (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, 20);
  IonCampaignCounts counts = { 0 };

  g_assert_cmpint (office_fixture_send (fixture, id), ==, ION_RESULT_DONE);
  office_fixture_count (fixture, id, &counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_ACCEPTED] + counts.by_state[ION_DELIVERY_DELIVERED],
                   >, 0);
  g_assert_cmpint (counts.read, ==, -1);
  g_assert_cmpint (counts.paid, ==, -1);
}

static void
test_reach (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, ROWS);
  IonRunOptions reach = { .kind = ION_RUN_REACH, .campaign = id, .first = -1 };
  IonCampaignCounts counts = { 0 };

  g_assert_cmpint (office_fixture_run (fixture, &reach, NULL), ==, ION_RESULT_DONE);
  office_fixture_count (fixture, id, &counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_ACCEPTED], ==, 0);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING], >, 0);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING] + counts.by_state[ION_DELIVERY_NOT_ON_IO] +
                       counts.by_state[ION_DELIVERY_SWITCHED_OFF],
                   ==, ROWS);
  g_assert_cmpint (office_fixture_send (fixture, id), ==, ION_RESULT_DONE);
}

static void
stop_at_once_cb (IonRun *run, gpointer user_data)
{
  IonCampaignCounts counts = { 0 };

  ion_run_get_counts (run, &counts);
  if (counts.by_state[ION_DELIVERY_ACCEPTED] > 0)
    ion_run_stop (run);
}

static void
run_over_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonResult *out = user_data;

  *out = ion_run_finish (ION_RUN (source), result, NULL, NULL);
}

/* Stopped in the middle: nothing is left undecided, and the next run goes on. */
static void
test_stop_and_go_on (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, 400);
  IonRunOptions options = { .kind = ION_RUN_SEND, .campaign = id, .first = -1 };
  g_autoptr (IonRun) run = ion_run_new (fixture->office, &options);
  IonResult result = (IonResult) -1;
  IonCampaignCounts counts = { 0 };

  g_signal_connect (run, "progress", G_CALLBACK (stop_at_once_cb), NULL);
  ion_run_async (run, run_over_cb, &result);
  while (result == (IonResult) -1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (result, ==, ION_RESULT_STOPPED);
  office_fixture_count (fixture, id, &counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_SENDING], ==, 0);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_UNCERTAIN], ==, 0);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING], >, 0);

  office_fixture_reopen (fixture);
  g_assert_cmpint (office_fixture_send (fixture, id), ==, ION_RESULT_DONE);
  office_fixture_count (fixture, id, &counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING], ==, 0);
}

static void
notice_cb (IonRun *run, const char *sentence, gpointer user_data)
{
  guint *notices = user_data;

  g_test_message ("%s", sentence);
  (*notices)++;
}

/* Another window is the engine of this ledger: the wish goes through the ledger, and what it comes
 * to is watched. */
static void
test_elsewhere (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, ROWS);
  IonRunOptions all = { .kind = ION_RUN_ENGINE, .first = -1 };
  IonRunOptions send = { .kind = ION_RUN_SEND, .campaign = id, .first = -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonOffice) other = ion_office_open (fixture->office_path, TRUE, &error);
  g_autoptr (IonRun) engine = ion_run_new (fixture->office, &all);
  g_autoptr (IonRun) watcher = ion_run_new (other, &send);
  IonResult engine_result = (IonResult) -1;
  IonResult watcher_result = (IonResult) -1;
  IonCampaignCounts counts = { 0 };
  guint notices = 0;

  g_assert_no_error (error);
  g_signal_connect (watcher, "notice", G_CALLBACK (notice_cb), &notices);
  ion_run_async (engine, run_over_cb, &engine_result);
  ion_run_async (watcher, run_over_cb, &watcher_result);
  g_assert_true (ion_run_is_elsewhere (watcher));
  while (watcher_result == (IonResult) -1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (watcher_result, ==, ION_RESULT_DONE);
  g_assert_cmpuint (notices, ==, 1);
  office_fixture_count (fixture, id, &counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING], ==, 0);

  ion_run_stop (engine);
  while (engine_result == (IonResult) -1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (engine_result, ==, ION_RESULT_DONE);
  g_assert_true (ion_office_close (other, &error));
}

/* The other engine ends with the work half done: the watcher takes over. */
static void
test_take_over (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, 300);
  IonRunOptions all = { .kind = ION_RUN_ENGINE, .first = -1 };
  IonRunOptions send = { .kind = ION_RUN_SEND, .campaign = id, .first = -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (IonOffice) other = ion_office_open (fixture->office_path, TRUE, &error);
  g_autoptr (IonRun) engine = ion_run_new (fixture->office, &all);
  g_autoptr (IonRun) watcher = ion_run_new (other, &send);
  IonResult engine_result = (IonResult) -1;
  IonResult watcher_result = (IonResult) -1;
  IonCampaignCounts counts = { 0 };

  g_assert_no_error (error);
  ion_run_async (engine, run_over_cb, &engine_result);
  ion_run_async (watcher, run_over_cb, &watcher_result);
  ion_run_stop (engine);
  while (watcher_result == (IonResult) -1 || engine_result == (IonResult) -1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (watcher_result, ==, ION_RESULT_DONE);
  office_fixture_count (fixture, id, &counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING], ==, 0);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_UNCERTAIN], ==, 0);
  g_assert_true (ion_office_close (other, &error));
}

static void
intended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  guint *intended = user_data;
  g_autoptr (GError) error = NULL;

  ion_ledger_intend_finish (ION_LEDGER (source), result, &error);
  g_assert_no_error (error);
  (*intended)++;
}

/* The last messages were on their way when the program died: "run it again" brings the campaign to
 * its end, with what only a person can decide. */
static void
test_after_crash (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, 2);
  IonCampaignStart start = { .tranche = -1 };
  IonLedger *ledger = ion_office_get_ledger (fixture->office);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (IonSendCheck) check = NULL;
  g_autoptr (GError) error = NULL;
  IonCampaignCounts counts = { 0 };
  guint intended = 0;

  g_assert_true (ion_ledger_start_campaign (ledger, id, &start, &error));
  rows = ion_ledger_list_deliveries (ledger, id, 0, 0, 10, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    ion_ledger_intend_async (ledger, ((IonDelivery *) g_ptr_array_index (rows, i))->id, 1000, "it",
                             intended_cb, &intended);
  while (intended < rows->len)
    g_main_context_iteration (NULL, TRUE);
  office_fixture_reopen (fixture);

  check = ion_office_check_send (fixture->office, id, NULL, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (office_fixture_send (fixture, id), ==, ION_RESULT_WAITS);
  office_fixture_count (fixture, id, &counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_UNCERTAIN], ==, 2);
  g_assert_cmpint (ion_ledger_resolve_uncertain (ion_office_get_ledger (fixture->office), id,
                                                 ION_RESOLVE_RETRY, NULL, 0, &error),
                   ==, 2);
  g_assert_cmpint (office_fixture_send (fixture, id), ==, ION_RESULT_DONE);
}

/* Called off before anything left. */
static void
test_delay (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, 3);
  IonRunOptions options = { .kind = ION_RUN_SEND, .campaign = id, .first = -1, .delay = 60 };
  g_autoptr (IonRun) run = ion_run_new (fixture->office, &options);
  IonResult result = (IonResult) -1;
  IonCampaignCounts counts = { 0 };

  ion_run_async (run, run_over_cb, &result);
  ion_run_stop (run);
  while (result == (IonResult) -1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (result, ==, ION_RESULT_STOPPED);
  office_fixture_count (fixture, id, &counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING], ==, 3);
}

/* A payment limit of 0 on the service: refused, mended, put back, sent. */
static void
test_refused_and_retried (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, 6);
  g_autoptr (IonSecret) poor = ion_secret_new ("practice-limit0-0001", 20);
  g_autoptr (IonSecret) good = ion_secret_new ("practice-mended-0001", 20);
  IonLedger *ledger = ion_office_get_ledger (fixture->office);
  g_autoptr (IonOfficeStatus) status = NULL;
  g_autoptr (GError) error = NULL;
  IonCampaignCounts counts = { 0 };
  gint64 refused;

  g_assert_true (ion_office_set_service_key (fixture->office, "practice-01", poor, &error));
  g_assert_cmpint (office_fixture_send (fixture, id), ==, ION_RESULT_WAITS);
  office_fixture_count (fixture, id, &counts);
  refused = counts.by_state[ION_DELIVERY_REFUSED];
  g_assert_cmpint (refused, >, 0);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_ACCEPTED], ==, 0);
  status = ion_office_get_status (fixture->office, &error);
  g_assert_cmpint (status->result, ==, ION_RESULT_WAITS);
  g_assert_cmpint (status->to_mend, ==, refused);

  g_assert_true (ion_office_set_service_key (fixture->office, "practice-01", good, &error));
  g_assert_cmpint (ion_ledger_retry (ledger, id, 1u << ION_DELIVERY_REFUSED, NULL, 0, &error), ==,
                   refused);
  g_assert_cmpint (office_fixture_send (fixture, id), ==, ION_RESULT_DONE);
  office_fixture_count (fixture, id, &counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_ACCEPTED], ==, refused);
}

static void
test_key_refused (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, 6);
  g_autoptr (IonSecret) key = ion_secret_new ("practice-refused-0001", 21);
  g_autofree char *sentence = NULL;
  IonRunOptions options = { .kind = ION_RUN_SEND, .campaign = id, .first = -1 };
  g_autoptr (GError) error = NULL;
  IonCampaignCounts counts = { 0 };

  g_assert_true (ion_office_set_service_key (fixture->office, "practice-01", key, &error));
  g_assert_cmpint (office_fixture_run (fixture, &options, &sentence), ==,
                   ION_RESULT_SENDER_REFUSED);
  g_assert_nonnull (strstr (sentence, "No message has reached a citizen so far."));
  office_fixture_count (fixture, id, &counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING], ==, 6);
}

static IonResult
follow_once (OfficeFixture *fixture, const char *id)
{
  IonRunOptions options = { .kind = ION_RUN_FOLLOW_ONCE, .campaign = id, .first = -1 };
  g_autoptr (IonRun) run = ion_run_new (fixture->office, &options);
  IonResult result = (IonResult) -1;

  ion_run_async (run, run_over_cb, &result);
  while (result == (IonResult) -1)
    g_main_context_iteration (NULL, TRUE);
  return result;
}

/* Whoever asks what became of the messages is told when nobody answers: it neither waits for ever
 * nor looks as if all had been asked. */
static void
test_follow_fails (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, 6);
  g_autoptr (IonSecret) refused = ion_secret_new ("practice-refused-0001", 21);
  g_autoptr (IonSecret) accepted = ion_secret_new ("practice-school-services", 24);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (office_fixture_send (fixture, id), ==, ION_RESULT_DONE);
  g_assert_true (ion_office_set_service_key (fixture->office, "practice-01", refused, &error));
  g_assert_cmpint (follow_once (fixture, id), ==, ION_RESULT_SENDER_REFUSED);
  g_assert_true (ion_office_set_service_key (fixture->office, "practice-01", accepted, &error));
  /* The discard port: nobody listens there. */
  g_assert_true (
      ion_office_set_setting (fixture->office, "api-url", "http://127.0.0.1:9/api/v1", &error));
  office_fixture_reopen (fixture);
  g_assert_cmpint (follow_once (fixture, id), ==, ION_RESULT_NO_CONNECTION);
  g_assert_true (ion_office_set_setting (fixture->office, "api-url", "", &error));
  office_fixture_reopen (fixture);
  g_assert_cmpint (follow_once (fixture, id), ==, ION_RESULT_DONE);
}

static void
test_preview_and_check (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, 5);
  g_autoptr (IonCampaignPreview) preview = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  gint64 merged = 0;

  preview = ion_office_preview_campaign (fixture->office, id, 3, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (preview->message);
  g_assert_nonnull (strstr (preview->message->markdown, "Mario"));
  problems = ion_office_check_campaign (fixture->office, id, &merged, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpint (merged, ==, 5);
}

/* The key is nowhere but in the keyring, which in practice is a file of its own. */
static void
test_keys (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, 5);
  g_autoptr (IonSecret) key = ion_secret_new ("practice-needle-in-hay-0001", 27);
  g_autofree char *copy = g_build_filename (fixture->office_path, "copy.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (ion_office_set_service_key (fixture->office, "practice-01", key, &error));
  office_fixture_send (fixture, id);
  g_assert_true (ion_office_backup (fixture->office, copy, &error));
  g_assert_no_error (error);
  office_fixture_close (fixture);
  g_assert_false (office_fixture_grep (fixture, "needle-in-hay"));
}

static void
test_personal_data (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *id = office_fixture_import (fixture, 0, 30);
  g_autofree char *copy = g_build_filename (fixture->office_path, "copy.db", NULL);
  g_autoptr (GError) error = NULL;

  office_fixture_send (fixture, id);
  g_assert_true (ion_office_backup (fixture->office, copy, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *person = office_fixture_person (i);

      g_assert_false (office_fixture_grep (fixture, person));
    }
  g_assert_false (office_fixture_grep (fixture, "Tommaso"));
  office_fixture_close (fixture);
  g_assert_false (office_fixture_grep (fixture, "Tommaso"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/run/send-follow-export", test_send_follow_export);
  g_test_add_func ("/run/guards", test_guards);
  g_test_add_func ("/run/first-part", test_first_part);
  g_test_add_func ("/run/ordinary-service", test_ordinary_service);
  g_test_add_func ("/run/reach", test_reach);
  g_test_add_func ("/run/stop-and-go-on", test_stop_and_go_on);
  g_test_add_func ("/run/elsewhere", test_elsewhere);
  g_test_add_func ("/run/take-over", test_take_over);
  g_test_add_func ("/run/after-crash", test_after_crash);
  g_test_add_func ("/run/delay", test_delay);
  g_test_add_func ("/run/refused-and-retried", test_refused_and_retried);
  g_test_add_func ("/run/key-refused", test_key_refused);
  g_test_add_func ("/run/follow-fails", test_follow_fails);
  g_test_add_func ("/run/preview-and-check", test_preview_and_check);
  g_test_add_func ("/invariant/5/keys-in-the-keyring-only", test_keys);
  g_test_add_func ("/invariant/6/sealed-at-rest", test_personal_data);

  return g_test_run ();
}
