/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The engine in a thread of its own: its work is done while the owner's thread only runs its loop,
 * and all it tells arrives there. */

#define G_LOG_DOMAIN "test-office"

#include "config.h"

#include "ion-engine-host.h"
#include "office-fixture.h"

#include "ion-engine-lock.h"
#include "ion-office-overdue.h"
#include "ion-office-settings.h"

typedef struct
{
  OfficeFixture *fixture; /* (owned) */
  IonEngineHost *host;    /* (owned) */
  GThread *thread;
  guint changed, started;
  GError *failure;      /* (owned) (nullable) */
  GAsyncResult *result; /* (owned) (nullable) */
} Hosted;

static void
changed_cb (IonEngineHost *host, Hosted *self)
{
  g_assert_true (g_thread_self () == self->thread);
  self->changed++;
}

static void
started_cb (IonEngineHost *host, Hosted *self)
{
  g_assert_true (g_thread_self () == self->thread);
  self->started++;
}

static void
not_started_cb (IonEngineHost *host, const GError *error, Hosted *self)
{
  g_clear_error (&self->failure);
  self->failure = g_error_copy (error);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Hosted *self = data;

  g_assert_true (g_thread_self () == self->thread);
  g_set_object (&self->result, result);
}

/* Until @condition, which the test framework's time limit ends. */
#define WAIT_FOR(condition) \
  while (!(condition))      \
  g_main_context_iteration (NULL, TRUE)

static void
set_up (Hosted *self)
{
  *self = (Hosted){ .fixture = office_fixture_new (), .thread = g_thread_self () };
  self->host = ion_engine_host_new (self->fixture->office);
  g_signal_connect (self->host, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->host, "started", G_CALLBACK (started_cb), self);
  g_signal_connect (self->host, "not-started", G_CALLBACK (not_started_cb), self);
}

static void
stop (Hosted *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->result);
  ion_engine_host_stop_async (self->host, answered_cb, self);
  WAIT_FOR (self->result != NULL);
  g_assert_true (ion_engine_host_stop_finish (self->host, self->result, &error));
  g_assert_no_error (error);
}

static void
tear_down (Hosted *self)
{
  g_clear_object (&self->result);
  g_clear_error (&self->failure);
  g_assert_finalize_object (self->host);
  office_fixture_free (self->fixture);
}

static void
begin_campaign (Hosted *self, const char *id)
{
  IonCampaignStart start = { .tranche = -1 };
  g_autoptr (GError) error = NULL;

  ion_ledger_start_campaign (ion_office_get_ledger (self->fixture->office), id, &start, &error);
  g_assert_no_error (error);
  ion_engine_host_wake (self->host);
}

static IonCampaignState
get_state (Hosted *self, const char *id, char **pause)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonCampaign) campaign =
      ion_ledger_get_campaign (ion_office_get_ledger (self->fixture->office), id, &error);

  g_assert_no_error (error);
  if (pause != NULL)
    *pause = g_steal_pointer (&campaign->pause_code);
  return campaign->state;
}

static void
test_send (void)
{
  Hosted hosted;
  g_autofree char *id = NULL;
  IonCampaignCounts counts = { 0 };

  set_up (&hosted);
  id = office_fixture_import (hosted.fixture, 0, 40);
  ion_engine_host_start (hosted.host);
  WAIT_FOR (hosted.started == 1);
  g_assert_false (ion_engine_host_is_elsewhere (hosted.host));
  begin_campaign (&hosted, id);
  WAIT_FOR (get_state (&hosted, id, NULL) == ION_CAMPAIGN_DONE);
  g_assert_cmpuint (hosted.changed, >, 0);
  office_fixture_count (hosted.fixture, id, &counts);
  office_fixture_assert_sum (&counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING], ==, 0);

  ion_engine_host_follow_now_async (hosted.host, id, NULL, answered_cb, &hosted);
  WAIT_FOR (hosted.result != NULL);
  g_assert_cmpint (ion_engine_host_follow_now_finish (hosted.host, hosted.result, NULL), >, 0);
  stop (&hosted);
  tear_down (&hosted);
}

static void
test_check_service (void)
{
  Hosted hosted;
  g_autoptr (IonServiceCheck) check = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  set_up (&hosted);
  ion_engine_host_check_service_async (hosted.host, "practice-01", NULL, answered_cb, &hosted);
  WAIT_FOR (hosted.result != NULL);
  g_assert_null (ion_engine_host_check_service_finish (hosted.host, hosted.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&error);
  g_clear_object (&hosted.result);

  ion_engine_host_start (hosted.host);
  ion_engine_host_check_service_async (hosted.host, "practice-01", NULL, answered_cb, &hosted);
  WAIT_FOR (hosted.result != NULL);
  check = ion_engine_host_check_service_finish (hosted.host, hosted.result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (check->result, ==, ION_RESULT_DONE);

  g_clear_object (&hosted.result);
  ion_engine_host_check_service_async (hosted.host, "practice-01", cancellable, answered_cb,
                                       &hosted);
  g_cancellable_cancel (cancellable);
  WAIT_FOR (hosted.result != NULL);
  g_assert_null (ion_engine_host_check_service_finish (hosted.host, hosted.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  stop (&hosted);
  tear_down (&hosted);
}

/* Another process is the engine; then it ends. */
static void
test_elsewhere (void)
{
  Hosted hosted;
  g_autoptr (GError) error = NULL;
  IonEngineLock *lock;
  guint before;

  set_up (&hosted);
  lock = ion_engine_lock_take (ion_office_get_folder (hosted.fixture->office), &error);
  g_assert_no_error (error);
  ion_engine_host_start (hosted.host);
  WAIT_FOR (hosted.started == 1);
  g_assert_true (ion_engine_host_is_elsewhere (hosted.host));
  g_assert_null (hosted.failure);

  before = hosted.changed;
  g_assert_true (ion_office_set_setting (hosted.fixture->office, "retention-days", "30", &error));
  WAIT_FOR (hosted.changed > before);

  ion_engine_lock_free (lock);
  WAIT_FOR (!ion_engine_host_is_elsewhere (hosted.host));
  WAIT_FOR (hosted.started == 2);
  stop (&hosted);
  tear_down (&hosted);
}

static void
test_settings (void)
{
  Hosted hosted;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  set_up (&hosted);
  id = office_fixture_import (hosted.fixture, 0, 20);
  ion_engine_host_start (hosted.host);
  WAIT_FOR (hosted.started == 1);
  g_assert_true (ion_office_set_setting (hosted.fixture->office, "concurrency", "4", &error));
  ion_engine_host_settings_changed (hosted.host);
  WAIT_FOR (hosted.started == 2);
  begin_campaign (&hosted, id);
  WAIT_FOR (get_state (&hosted, id, NULL) == ION_CAMPAIGN_DONE);
  ion_engine_host_restart (hosted.host);
  WAIT_FOR (hosted.started == 3);
  stop (&hosted);
  tear_down (&hosted);
}

/* What has left is written down before it ends, stopped or not. */
static void
test_end (gconstpointer data)
{
  gboolean is_stopped = GPOINTER_TO_INT (data);
  Hosted hosted;
  g_autofree char *id = NULL;
  IonCampaignCounts counts = { 0 };

  set_up (&hosted);
  id = office_fixture_import (hosted.fixture, 0, 300);
  ion_engine_host_start (hosted.host);
  begin_campaign (&hosted, id);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      office_fixture_count (hosted.fixture, id, &counts);
    }
  while (counts.by_state[ION_DELIVERY_ACCEPTED] == 0);
  if (is_stopped)
    stop (&hosted);
  else
    {
      g_object_run_dispose (G_OBJECT (hosted.host));
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  office_fixture_count (hosted.fixture, id, &counts);
  office_fixture_assert_sum (&counts);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_SENDING], ==, 0);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_UNCERTAIN], ==, 0);
  g_assert_cmpint (get_state (&hosted, id, NULL), ==, ION_CAMPAIGN_RUNNING);
  tear_down (&hosted);
}

/* What was due while nobody was at work waits for a person; what is a little late does not. */
static void
test_overdue (void)
{
  Hosted hosted;
  g_autofree char *id = NULL, *pause = NULL;
  gint64 at = g_get_real_time () / G_USEC_PER_SEC + 3600;
  IonCampaignStart start = { .send_at = at, .tranche = -1 };
  g_autoptr (GError) error = NULL;

  set_up (&hosted);
  id = office_fixture_import (hosted.fixture, 0, 5);
  ion_ledger_start_campaign (ion_office_get_ledger (hosted.fixture->office), id, &start, &error);
  g_assert_no_error (error);
  g_assert_true (ion_office_hold_overdue (hosted.fixture->office, at + ION_OVERDUE_GRACE, &error));
  g_assert_cmpint (get_state (&hosted, id, NULL), ==, ION_CAMPAIGN_SCHEDULED);
  g_assert_true (
      ion_office_hold_overdue (hosted.fixture->office, at + ION_OVERDUE_GRACE + 1, &error));
  g_assert_cmpint (get_state (&hosted, id, &pause), ==, ION_CAMPAIGN_PAUSED);
  g_assert_cmpstr (pause, ==, ION_PAUSE_OVERDUE);
  tear_down (&hosted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine-host/send", test_send);
  g_test_add_func ("/engine-host/check-service", test_check_service);
  g_test_add_func ("/engine-host/elsewhere", test_elsewhere);
  g_test_add_func ("/engine-host/settings", test_settings);
  g_test_add_data_func ("/engine-host/stop", GINT_TO_POINTER (TRUE), test_end);
  g_test_add_data_func ("/engine-host/dispose", GINT_TO_POINTER (FALSE), test_end);
  g_test_add_func ("/engine-host/overdue", test_overdue);
  return g_test_run ();
}
