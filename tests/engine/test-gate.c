/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "rig.h"

#include "ion-gate.h"

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **out = data;

  *out = g_object_ref (result);
}

static IonAnswer *
ask (IonGate *gate, const char *service_id, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *code = fixture_make_code (1);

  ion_gate_ask_reach_async (gate, service_id, code, cancellable, answered_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ion_gate_ask_reach_finish (gate, result, error);
}

static IonGate *
make_gate (Rig *rig)
{
  return ion_gate_new (rig->base.ledger, ION_PLATFORM (rig->platform), ION_KEYRING (rig->keyring));
}

static void
test_one_question (void)
{
  g_autoptr (IonGate) gate = NULL;
  g_autoptr (IonAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  Rig rig;

  rig_init (&rig);
  gate = make_gate (&rig);
  answer = ask (gate, "s1", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (answer->kind, ==, ION_ANSWER_REACHABLE);
  g_assert_true (ion_gate_has_key (gate, "s1"));
  g_assert_null (ask (gate, "s2", NULL, &error));
  g_assert_error (error, ION_ENGINE_ERROR, ION_ENGINE_ERROR_NO_KEY);
  g_clear_error (&error);
  fake_keyring_set_load_error (rig.keyring, ION_KEYRING_ERROR_LOCKED);
  g_assert_null (ask (gate, "s1", NULL, &error));
  g_assert_error (error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_LOCKED);
  g_clear_object (&gate);
  rig_clear (&rig);
}

static void
permit_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  IonPermit **out = data;

  *out = ion_governor_acquire_finish (ION_GOVERNOR (source), result, NULL);
}

static IonPermit *
acquire (IonGate *gate)
{
  IonPermit *permit = NULL;

  ion_governor_acquire_async (ion_gate_get_governor (gate), ION_PRIORITY_SEND, NULL, permit_cb,
                              &permit);
  while (permit == NULL)
    g_main_context_iteration (NULL, TRUE);
  return permit;
}

static gboolean
cancel_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

/* A question waits its turn like everything else; called off, nothing leaves. */
static void
test_passes_the_governor (void)
{
  g_autoptr (IonGate) gate = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  IonPermit *permit;
  Rig rig;

  rig_init (&rig);
  g_assert_true (ion_ledger_set_setting (rig.base.ledger, "rate", "1/3600", NULL));
  gate = make_gate (&rig);
  permit = acquire (gate);
  g_timeout_add (20, cancel_cb, cancellable);
  g_assert_null (ask (gate, "s1", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fake_platform_count_calls (rig.platform, ION_CALL_REACH), ==, 0);
  ion_permit_release (permit);
  g_clear_object (&gate);
  rig_clear (&rig);
}

static void
count_cb (IonAnswer *answer, gpointer data)
{
  guint *count = data;

  g_assert_cmpint (answer->kind, ==, ION_ANSWER_NOTHING_LEFT);
  (*count)++;
}

/* Without a key nothing leaves, and no permit is lost. */
static void
test_without_a_key (void)
{
  g_autoptr (IonGate) gate = NULL;
  g_autoptr (IonMessage) message = ion_message_new ();
  guint count = 0;
  Rig rig;

  rig_init (&rig);
  gate = make_gate (&rig);
  for (guint i = 0; i < 3; i++)
    {
      IonPermit *permit = acquire (gate);

      if (i == 0)
        ion_gate_reach (gate, permit, "s1", "x", NULL, count_cb, &count);
      else if (i == 1)
        ion_gate_submit (gate, permit, "s1", message, count_cb, &count);
      else
        ion_gate_status (gate, permit, "s1", "x", "m", NULL, count_cb, &count);
    }
  g_assert_cmpuint (count, ==, 3);
  g_assert_cmpuint (fake_platform_get_departures (rig.platform)->len, ==, 0);
  g_clear_object (&gate);
  rig_clear (&rig);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/gate/one-question", test_one_question);
  g_test_add_func ("/invariant/4/a-question-passes-the-governor", test_passes_the_governor);
  g_test_add_func ("/engine/gate/without-a-key", test_without_a_key);
  return g_test_run ();
}
