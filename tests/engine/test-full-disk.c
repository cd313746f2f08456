/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The disk fills up in the middle of a campaign: a limit on the size of files makes every write of
 * the ledger fail, as a full disk does. */

#include "config.h"

#include "rig.h"

#include "ion-ledger-campaigns.h"

#include <signal.h>
#include <sys/resource.h>

typedef struct
{
  Rig rig;
  guint wanted;
  guint troubles;
  gboolean ok;
} Disk;

static void
set_full (gboolean full)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = full ? 512 : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
trouble_cb (IonEngine *engine, gboolean ok, const char *explanation, gpointer data)
{
  Disk *disk = data;

  g_assert_true (ok == (explanation == NULL));
  disk->ok = ok;
  disk->troubles += !ok;
}

static gboolean
has_sent (gpointer data)
{
  Disk *disk = data;

  return fake_platform_count_messages (disk->rig.platform) >= disk->wanted;
}

static gboolean
has_trouble (gpointer data)
{
  return !((Disk *) data)->ok;
}

static gboolean
is_quiet (gpointer data)
{
  return fake_platform_get_open (((Disk *) data)->rig.platform) == 0;
}

static void
begin (Disk *disk, char **id)
{
  Rig *rig = &disk->rig;

  *disk = (Disk){ .wanted = 50, .ok = TRUE };
  rig_init (rig);
  *id = rig_import (rig, 0, 300, FALSE);
  fake_platform_set_delay (rig->platform, 0, 3, 3);
  g_signal_connect (rig->engine, "ledger-trouble", G_CALLBACK (trouble_cb), disk);
  rig_start (rig, ION_ENGINE_FOREGROUND);
  rig_send (rig, *id, -1, FALSE);
  rig_wait (rig, has_sent, disk);
  set_full (TRUE);
  rig_wait (rig, has_trouble, disk);
  rig_wait (rig, is_quiet, disk);
}

/* Nothing new leaves; with room again everything that was on its way is written down. */
static void
test_room_again (void)
{
  g_autofree char *id = NULL;
  guint messages;
  Disk disk;

  begin (&disk, &id);
  messages = fake_platform_count_messages (disk.rig.platform);
  g_assert_cmpuint (messages, <, 300);
  g_assert_cmpint (fixture_count (&disk.rig.base, id, ION_DELIVERY_SENDING), <=, 16);
  set_full (FALSE);
  rig_wait_state (&disk.rig, id, ION_CAMPAIGN_DONE);
  g_assert_true (rig_stop (&disk.rig, NULL));
  g_assert_true (disk.ok);
  g_assert_cmpuint (disk.troubles, >=, 1);
  g_assert_cmpint (fixture_count (&disk.rig.base, id, ION_DELIVERY_ACCEPTED), ==, 300);
  g_assert_cmpuint (fake_platform_get_most_to_one (disk.rig.platform), ==, 1);
  rig_clear (&disk.rig);
}

/* The program ends while it is still full: what could not be written is uncertain afterwards. */
static void
test_end_while_full (void)
{
  g_autofree char *id = NULL;
  gint64 sending;
  Disk disk;

  begin (&disk, &id);
  g_assert_false (rig_stop (&disk.rig, NULL));
  set_full (FALSE);
  sending = fixture_count (&disk.rig.base, id, ION_DELIVERY_SENDING);
  g_assert_cmpint (sending, <=, 16);
  fixture_reopen (&disk.rig.base);
  rig_renew (&disk.rig);
  rig_start (&disk.rig, ION_ENGINE_FOREGROUND);
  g_assert_cmpint (fixture_count (&disk.rig.base, id, ION_DELIVERY_UNCERTAIN), ==, sending);
  rig_send (&disk.rig, id, -1, FALSE);
  rig_wait_state (&disk.rig, id, ION_CAMPAIGN_DONE);
  g_assert_true (rig_stop (&disk.rig, NULL));
  g_assert_cmpint (fixture_count (&disk.rig.base, id, ION_DELIVERY_ACCEPTED), ==, 300 - sending);
  g_assert_cmpuint (fake_platform_get_most_to_one (disk.rig.platform), ==, 1);
  fixture_assert_sum (&disk.rig.base, id, 300);
  rig_clear (&disk.rig);
}

/* From the tenth message on the disk is full, and that message is not taken. */
static IonAnswer *
full_and_throttled (const FakeCall *call, gpointer data)
{
  IonAnswer *answer;

  if (call->call != ION_CALL_SUBMIT || call->number != 9)
    return NULL;
  set_full (TRUE);
  answer = ion_answer_new (ION_ANSWER_THROTTLED, 429, "429");
  answer->retry_after = G_TIME_SPAN_MILLISECOND;
  return answer;
}

/* What had to wait for the disk was an intent to be withdrawn: that is tried again, and tells just
 * as well that the disk has room. */
static void
test_withdrawn_while_full (void)
{
  g_autofree char *id = NULL;
  Disk disk = { .ok = TRUE };

  rig_init (&disk.rig);
  g_assert_true (ion_ledger_set_setting (disk.rig.base.ledger, "concurrency", "1", NULL));
  id = rig_import (&disk.rig, 0, 30, FALSE);
  fake_platform_set_script (disk.rig.platform, full_and_throttled, NULL);
  g_signal_connect (disk.rig.engine, "ledger-trouble", G_CALLBACK (trouble_cb), &disk);
  rig_start (&disk.rig, ION_ENGINE_FOREGROUND);
  rig_send (&disk.rig, id, -1, FALSE);
  rig_wait (&disk.rig, has_trouble, &disk);
  set_full (FALSE);
  rig_wait_state (&disk.rig, id, ION_CAMPAIGN_DONE);
  g_assert_true (rig_stop (&disk.rig, NULL));
  g_assert_cmpint (fixture_count (&disk.rig.base, id, ION_DELIVERY_ACCEPTED), ==, 30);
  g_assert_cmpuint (fake_platform_get_most_to_one (disk.rig.platform), ==, 1);
  rig_clear (&disk.rig);
}

int
main (int argc, char **argv)
{
  /* A write that is too long gives an error instead. */
  signal (SIGXFSZ, SIG_IGN);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invariant/3/full-disk", test_room_again);
  g_test_add_func ("/invariant/1/end-while-the-disk-is-full", test_end_while_full);
  g_test_add_func ("/invariant/3/withdrawn-while-the-disk-is-full", test_withdrawn_while_full);
  return g_test_run ();
}
