/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "rig.h"

#include "ion-ledger-campaigns.h"

#include <unistd.h>

static void
test_whole_way (void)
{
  Rig rig;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  IonCampaignCounts counts;

  rig_init (&rig);
  id = rig_import (&rig, 0, 1000, FALSE);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  g_assert_cmpint (ion_engine_estimate_end (rig.engine), ==, 0);
  rig_send (&rig, id, -1, FALSE);
  rig_wait_state (&rig, id, ION_CAMPAIGN_DONE);
  rig_stop (&rig, &error);
  g_assert_no_error (error);
  counts = rig_count (&rig, id);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_ACCEPTED], ==, 1000);
  g_assert_cmpint (counts.calls, ==, 2000);
  g_assert_cmpint (counts.throttled, ==, 0);
  g_assert_cmpuint (fake_platform_count_messages (rig.platform), ==, 1000);
  g_assert_cmpuint (fake_platform_get_most_to_one (rig.platform), ==, 1);
  g_assert_cmpuint (fake_platform_get_most_open (rig.platform), <=, 16);
  fixture_assert_sum (&rig.base, id, 1000);
  rig_clear (&rig);
}

typedef struct
{
  Rig rig;
  guint wanted;
} Halfway;

static gboolean
is_halfway (gpointer data)
{
  Halfway *halfway = data;

  return fake_platform_count_messages (halfway->rig.platform) >= halfway->wanted;
}

/* As at SIGTERM: what is on its way is awaited and written down, the rest goes on another time. */
static void
test_stop_in_the_middle (void)
{
  Halfway halfway = { .wanted = 50 };
  Rig *rig = &halfway.rig;
  g_autofree char *id = NULL;
  g_autofree char *code = NULL;
  g_autoptr (GError) error = NULL;
  guint messages;

  rig_init (rig);
  id = rig_import (rig, 0, 200, FALSE);
  fake_platform_set_delay (rig->platform, 1, 6, 3);
  rig_start (rig, ION_ENGINE_FOREGROUND);
  rig_send (rig, id, -1, FALSE);
  rig_wait (rig, is_halfway, &halfway);
  rig_stop (rig, &error);
  g_assert_no_error (error);
  messages = fake_platform_count_messages (rig->platform);
  g_assert_cmpuint (messages, <, 200);
  g_assert_cmpint (fixture_count (&rig->base, id, ION_DELIVERY_SENDING), ==, 0);
  g_assert_cmpint (fixture_count (&rig->base, id, ION_DELIVERY_UNCERTAIN), ==, 0);
  g_assert_cmpint (fixture_count (&rig->base, id, ION_DELIVERY_ACCEPTED), ==, messages);
  code = rig_get_pause_code (rig, id);
  g_assert_cmpstr (code, ==, "interrupted");
  rig_renew (rig);
  rig_start (rig, ION_ENGINE_FOREGROUND);
  rig_send (rig, id, -1, FALSE);
  rig_wait_state (rig, id, ION_CAMPAIGN_DONE);
  g_assert_true (rig_stop (rig, NULL));
  g_assert_cmpint (fixture_count (&rig->base, id, ION_DELIVERY_ACCEPTED), ==, 200);
  g_assert_cmpuint (fake_platform_get_most_to_one (rig->platform), ==, 1);
  rig_clear (rig);
}

/* An engine that goes on with what was running, and one that does not. */
static void
test_left_running (void)
{
  Rig rig;
  g_autofree char *id = NULL;
  g_autofree char *code = NULL;

  rig_init (&rig);
  id = rig_import (&rig, 0, 20, FALSE);
  rig_send (&rig, id, -1, FALSE);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  code = rig_get_pause_code (&rig, id);
  g_assert_cmpstr (code, ==, "interrupted");
  g_assert_true (rig_stop (&rig, NULL));
  g_assert_cmpuint (fake_platform_count_messages (rig.platform), ==, 0);
  rig_send (&rig, id, -1, FALSE);
  rig_start (&rig, ION_ENGINE_CONTINUE);
  rig_wait_state (&rig, id, ION_CAMPAIGN_DONE);
  g_assert_true (rig_stop (&rig, NULL));
  g_assert_cmpuint (fake_platform_count_messages (rig.platform), ==, 20);
  rig_clear (&rig);
}

static void
test_running_elsewhere (void)
{
  Rig rig;
  g_autoptr (IonLedger) other = NULL;
  g_autoptr (IonEngine) second = NULL;
  g_autoptr (GError) error = NULL;

  rig_init (&rig);
  other = fixture_open_again (&rig.base);
  second = ion_engine_new (other, ION_PLATFORM (rig.platform), ION_KEYRING (rig.keyring));
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  g_assert_false (ion_engine_start (second, ION_ENGINE_FOREGROUND, &error));
  g_assert_error (error, ION_ENGINE_ERROR, ION_ENGINE_ERROR_RUNNING_ELSEWHERE);
  g_clear_error (&error);
  g_assert_true (rig_stop (&rig, NULL));
  g_assert_true (ion_engine_start (second, ION_ENGINE_FOREGROUND, &error));
  g_assert_no_error (error);
  g_clear_object (&rig.engine);
  rig.engine = g_steal_pointer (&second);
  g_assert_true (rig_stop (&rig, NULL));
  g_clear_object (&rig.engine);
  g_clear_object (&other);
  rig_clear (&rig);
}

/* The mark: put back to an earlier state, as a restored file is, the ledger sends nothing. */
static void
test_older_copy (void)
{
  Rig rig;
  g_autofree char *id = NULL;
  g_autofree char *mark = NULL;
  g_autofree char *later = NULL;
  g_autoptr (GError) error = NULL;
  gboolean older = TRUE;

  rig_init (&rig);
  g_assert_true (
      ion_engine_is_older_copy (rig.base.ledger, ION_KEYRING (rig.keyring), &older, NULL));
  g_assert_false (older);
  id = rig_import (&rig, 0, 20, FALSE);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  rig_send (&rig, id, 5, FALSE);
  rig_wait_state (&rig, id, ION_CAMPAIGN_PAUSED);
  g_assert_true (rig_stop (&rig, NULL));
  mark = fake_keyring_get (rig.keyring, "mark");
  g_assert_nonnull (mark);
  /* the outside is ahead of the ledger */
  later = g_strdup_printf ("%" G_GINT64_FORMAT, g_ascii_strtoll (mark, NULL, 10) + 1);
  fake_keyring_put (rig.keyring, "mark", later);
  g_assert_false (ion_engine_start (rig.engine, ION_ENGINE_CONTINUE, &error));
  g_assert_error (error, ION_ENGINE_ERROR, ION_ENGINE_ERROR_OLDER_COPY);
  g_clear_error (&error);
  g_assert_true (
      ion_engine_is_older_copy (rig.base.ledger, ION_KEYRING (rig.keyring), &older, NULL));
  g_assert_true (older);
  /* a person is not sure what was sent since */
  g_assert_true (ion_engine_decide_copy (rig.engine, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (&rig.base, id, ION_DELIVERY_UNCERTAIN), ==, 15);
  rig_start (&rig, ION_ENGINE_CONTINUE);
  g_assert_true (rig_stop (&rig, NULL));
  g_assert_cmpuint (fake_platform_count_messages (rig.platform), ==, 5);
  rig_clear (&rig);
}

static void
test_copied_elsewhere (void)
{
  Rig rig;
  g_autofree char *path = NULL;
  g_autofree char *other_folder = NULL;
  g_autoptr (FakeKeyring) other = NULL;
  g_autoptr (GError) error = NULL;
  gboolean older = FALSE;

  rig_init (&rig);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  g_assert_true (rig_stop (&rig, NULL));
  /* on another machine the keyring has no mark */
  path = g_path_get_dirname (rig.base.folder);
  other_folder = g_build_filename (path, "other", NULL);
  other = fake_keyring_new (other_folder);
  g_assert_true (ion_engine_is_older_copy (rig.base.ledger, ION_KEYRING (other), &older, &error));
  g_assert_no_error (error);
  g_assert_true (older);
  /* a locked keyring is not one without a mark */
  fake_keyring_set_load_error (other, ION_KEYRING_ERROR_LOCKED);
  g_assert_false (ion_engine_is_older_copy (rig.base.ledger, ION_KEYRING (other), &older, &error));
  g_assert_error (error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_LOCKED);
  rig_clear (&rig);
}

/* A kill between the two numbers of the mark is harmless, again and again. */
static void
test_mark_half_made (void)
{
  Rig rig;
  g_autoptr (GError) error = NULL;

  rig_init (&rig);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  g_assert_true (rig_stop (&rig, NULL));
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (ion_ledger_bump_mark (rig.base.ledger, 0, NULL), >, 0);
      rig_start (&rig, ION_ENGINE_FOREGROUND);
      g_assert_true (rig_stop (&rig, NULL));
    }
  /* a keyring that cannot be written stops the start, not the next one */
  fake_keyring_set_save_error (rig.keyring, ION_KEYRING_ERROR_LOCKED);
  g_assert_false (ion_engine_start (rig.engine, ION_ENGINE_FOREGROUND, &error));
  g_assert_error (error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (ion_engine_start (rig.engine, ION_ENGINE_FOREGROUND, &error));
  g_assert_error (error, ION_KEYRING_ERROR, ION_KEYRING_ERROR_LOCKED);
  fake_keyring_set_save_error (rig.keyring, -1);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  g_assert_true (rig_stop (&rig, NULL));
  rig_clear (&rig);
}

/* As an engine in another process does, while this one looks. */
static void
bump_elsewhere (gpointer data)
{
  Rig *rig = data;
  g_autofree char *text = NULL;
  gint64 generation = ion_ledger_bump_mark (rig->base.ledger, 0, NULL);

  text = g_strdup_printf ("%" G_GINT64_FORMAT, generation);
  fake_keyring_put (rig->keyring, "mark", text);
}

static void
test_marked_while_looking (void)
{
  Rig rig;
  g_autoptr (GError) error = NULL;
  gboolean older = TRUE;

  rig_init (&rig);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  g_assert_true (rig_stop (&rig, NULL));
  fake_keyring_set_load_hook (rig.keyring, bump_elsewhere, &rig);
  g_assert_true (
      ion_engine_is_older_copy (rig.base.ledger, ION_KEYRING (rig.keyring), &older, &error));
  g_assert_no_error (error);
  g_assert_false (older);
  fake_keyring_set_load_hook (rig.keyring, NULL, NULL);
  rig_clear (&rig);
}

/* The mark is what tells an older copy: where it can no longer be made, sending does not go on
 * unmarked for long. */
static void
test_mark_fails_while_sending (void)
{
  Halfway halfway = { .wanted = 5 };
  Rig *rig = &halfway.rig;
  g_autofree char *id = NULL;
  g_autofree char *code = NULL;

  rig_init (rig);
  id = rig_import (rig, 0, 5000, FALSE);
  fake_platform_set_delay (rig->platform, 40, 60, 3);
  ion_engine_set_mark_interval (rig->engine, 10 * G_TIME_SPAN_MILLISECOND);
  rig_start (rig, ION_ENGINE_FOREGROUND);
  rig_send (rig, id, -1, FALSE);
  rig_wait (rig, is_halfway, &halfway);
  fake_keyring_set_save_error (rig->keyring, ION_KEYRING_ERROR_LOCKED);
  rig_wait_state (rig, id, ION_CAMPAIGN_PAUSED);
  code = rig_get_pause_code (rig, id);
  g_assert_cmpstr (code, ==, "keyring-locked");
  /* said by a person, and the keyring works again: it goes on */
  fake_keyring_set_save_error (rig->keyring, -1);
  halfway.wanted = fake_platform_count_messages (rig->platform) + 50;
  g_assert_true (ion_ledger_resume_campaign (rig->base.ledger, id, NULL));
  rig_wait (rig, is_halfway, &halfway);
  g_assert_true (rig_stop (rig, NULL));
  g_assert_cmpuint (fake_platform_get_most_to_one (rig->platform), ==, 1);
  rig_clear (rig);
}

/* Somebody tidies up the folder while an engine runs: no file in it is the lock. */
static void
test_lock_file_deleted (void)
{
  Rig rig;
  g_autofree char *lock = NULL;
  g_autoptr (IonLedger) other = NULL;
  g_autoptr (IonEngine) second = NULL;
  g_autoptr (GError) error = NULL;

  rig_init (&rig);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  lock = g_build_filename (rig.base.folder, "owners.lock", NULL);
  g_assert_cmpint (unlink (lock), ==, 0);
  other = fixture_open_again (&rig.base);
  second = ion_engine_new (other, ION_PLATFORM (rig.platform), ION_KEYRING (rig.keyring));
  g_assert_false (ion_engine_start (second, ION_ENGINE_FOREGROUND, &error));
  g_assert_error (error, ION_ENGINE_ERROR, ION_ENGINE_ERROR_RUNNING_ELSEWHERE);
  g_assert_true (rig_stop (&rig, NULL));
  rig_clear (&rig);
}

/* The same folder by another name is the same ledger. */
static void
test_other_path (void)
{
  Rig rig;
  g_autofree char *parent = NULL;
  g_autofree char *path = NULL;
  g_autoptr (IonLedger) other = NULL;
  g_autoptr (IonEngine) second = NULL;
  g_autoptr (GError) error = NULL;

  rig_init (&rig);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  parent = g_path_get_dirname (rig.base.folder);
  path = g_build_filename (parent, "other-name", NULL);
  g_assert_cmpint (symlink (rig.base.folder, path), ==, 0);
  other = ion_ledger_open (path, ION_LEDGER_OPEN, &error);
  g_assert_no_error (error);
  second = ion_engine_new (other, ION_PLATFORM (rig.platform), ION_KEYRING (rig.keyring));
  g_assert_false (ion_engine_start (second, ION_ENGINE_FOREGROUND, &error));
  g_assert_error (error, ION_ENGINE_ERROR, ION_ENGINE_ERROR_RUNNING_ELSEWHERE);
  g_assert_true (rig_stop (&rig, NULL));
  rig_clear (&rig);
}

/* A clock that jumps loses nothing and sends nothing twice. */
static gint64 offset;

static gint64
jumping_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC + offset;
}

static void
test_jumping_clock (void)
{
  Halfway halfway = { .wanted = 30 };
  Rig *rig = &halfway.rig;
  g_autofree char *id = NULL;

  rig_init (rig);
  id = rig_import (rig, 0, 150, FALSE);
  ion_engine_set_clock (rig->engine, jumping_now);
  offset = 0;
  rig_start (rig, ION_ENGINE_FOREGROUND | ION_ENGINE_KEEP | ION_ENGINE_FOLLOW);
  rig_send (rig, id, -1, FALSE);
  rig_wait (rig, is_halfway, &halfway);
  offset = 400 * 24 * 3600;
  halfway.wanted = 80;
  rig_wait (rig, is_halfway, &halfway);
  offset = -400 * 24 * 3600;
  rig_wait_state (rig, id, ION_CAMPAIGN_DONE);
  g_assert_true (rig_stop (rig, NULL));
  fixture_assert_sum (&rig->base, id, 150);
  g_assert_cmpuint (fake_platform_count_messages (rig->platform), ==, 150);
  g_assert_cmpuint (fake_platform_get_most_to_one (rig->platform), ==, 1);
  rig_clear (rig);
}

/* No connection: said at once, and said again when there is one. */
static IonAnswer *
no_connection (const FakeCall *call, gpointer data)
{
  return call->number < 40 ? ion_answer_new (ION_ANSWER_NOTHING_LEFT, 0, "dns") : NULL;
}

static void
connection_cb (IonEngine *engine, gboolean ok, const char *explanation, gpointer data)
{
  GString *told = data;

  g_assert_true (ok == (explanation == NULL));
  g_string_append (told, ok ? "+" : "-");
}

static void
test_connection (void)
{
  Rig rig;
  g_autofree char *id = NULL;
  g_autoptr (GString) told = g_string_new (NULL);

  rig_init (&rig);
  id = rig_import (&rig, 0, 50, FALSE);
  fake_platform_set_script (rig.platform, no_connection, NULL);
  g_signal_connect (rig.engine, "connection", G_CALLBACK (connection_cb), told);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  rig_send (&rig, id, -1, FALSE);
  rig_wait_state (&rig, id, ION_CAMPAIGN_DONE);
  g_assert_true (rig_stop (&rig, NULL));
  /* once for reach; submissions meet it too, when the script counts them from 0 */
  g_assert_true (g_str_has_prefix (told->str, "-+"));
  g_assert_true (g_str_has_suffix (told->str, "+"));
  g_assert_cmpint (fixture_count (&rig.base, id, ION_DELIVERY_ACCEPTED), ==, 50);
  rig_clear (&rig);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/engine/whole-way", test_whole_way);
  g_test_add_func ("/engine/engine/stop-in-the-middle", test_stop_in_the_middle);
  g_test_add_func ("/engine/engine/left-running", test_left_running);
  g_test_add_func ("/engine/engine/running-elsewhere", test_running_elsewhere);
  g_test_add_func ("/engine/engine/connection", test_connection);
  g_test_add_func ("/engine/engine/jumping-clock", test_jumping_clock);
  g_test_add_func ("/invariant/9/older-copy", test_older_copy);
  g_test_add_func ("/invariant/9/copied-elsewhere", test_copied_elsewhere);
  g_test_add_func ("/invariant/9/mark-half-made", test_mark_half_made);
  g_test_add_func ("/invariant/9/marked-while-looking", test_marked_while_looking);
  g_test_add_func ("/invariant/9/mark-fails-while-sending", test_mark_fails_while_sending);
  g_test_add_func ("/engine/engine/lock-file-deleted", test_lock_file_deleted);
  g_test_add_func ("/engine/engine/other-path", test_other_path);
  return g_test_run ();
}
