/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The three promises about messages, kept while the process is killed: a child runs the engine over
 * a ledger and a platform that writes its book into a file; it is killed at a random instant, again
 * and again, and what is left is compared with the book. */

#include "config.h"

#include "rig.h"

#include "ion-ledger-campaigns.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define ROWS   400
#define ROUNDS 25

/* What the child process does; never returns. */
static void
run_child (const char *folder, const char *campaign_id, const char *book, guint32 seed)
{
  g_autofree char *key_file = g_build_filename (folder, "..", "vault", NULL);
  g_autofree char *keyring_folder = g_build_filename (folder, "..", "keyring", NULL);
  g_autofree char *key = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (IonSecret) secret = NULL;
  g_autoptr (IonVault) vault = NULL;
  Rig rig = { 0 };
  gsize size;

  g_assert_true (g_file_get_contents (key_file, &key, &size, NULL));
  secret = ion_secret_new (key, size);
  vault = ion_vault_new (secret);
  rig.base.ledger = ion_ledger_open (folder, ION_LEDGER_OPEN, &error);
  g_assert_no_error (error);
  g_assert_true (ion_ledger_unlock (rig.base.ledger, vault, &error));
  rig.platform = fake_platform_new ();
  rig.keyring = fake_keyring_new (keyring_folder);
  fake_platform_set_delay (rig.platform, 0, 4, seed);
  fake_platform_set_book_file (rig.platform, open (book, O_WRONLY | O_APPEND | O_CREAT, 0600));
  rig_renew (&rig);
  rig_start (&rig, ION_ENGINE_CONTINUE);
  rig_wait_state (&rig, campaign_id, ION_CAMPAIGN_DONE);
  _exit (0);
}

/* Returns: whether the child came to the end by itself. */
static gboolean
kill_after (const char *folder, const char *id, const char *book, gint64 delay, guint32 seed)
{
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);
  const char *argv[] = { "/proc/self/exe", "--child", folder, id, book, seed_text, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  GPid pid;
  int status;

  argv[0] = self;
  g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  g_usleep (delay);
  kill (pid, SIGKILL);
  while (waitpid (pid, &status, 0) < 0)
    g_assert_cmpint (errno, ==, EINTR);
  g_assert_true (WIFSIGNALED (status) || WEXITSTATUS (status) == 0);
  return WIFEXITED (status);
}

/* (element-type utf8 guint): how many messages each person got */
static GHashTable *
read_book (const char *book)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (book, &text, NULL, NULL))
    return counts;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_hash_table_replace (counts, g_strdup (lines[i]),
                            GUINT_TO_POINTER (
                                1 + GPOINTER_TO_UINT (g_hash_table_lookup (counts, lines[i]))));
  return counts;
}

typedef struct
{
  Rig rig;
  char *id;
  char *book;
  gint64 undecided; /* before the round */
} Siege;

static void
siege_init (Siege *self)
{
  g_autofree char *parent = NULL;
  g_autofree char *key_file = NULL;
  const guint8 *key;
  gsize size;

  rig_init (&self->rig);
  self->id = rig_import (&self->rig, 0, ROWS, FALSE);
  rig_send (&self->rig, self->id, -1, FALSE);
  parent = g_path_get_dirname (self->rig.base.folder);
  self->book = g_build_filename (parent, "book", NULL);
  key_file = g_build_filename (parent, "vault", NULL);
  key = ion_secret_get_data (self->rig.base.key, &size);
  g_assert_true (g_file_set_contents (key_file, (const char *) key, (gssize) size, NULL));
  self->undecided = 0;
  /* The child must be alone. */
  g_clear_object (&self->rig.engine);
  g_clear_object (&self->rig.base.ledger);
}

static void
siege_clear (Siege *self)
{
  g_free (self->id);
  g_free (self->book);
  rig_clear (&self->rig);
}

static void
check_row (const IonDelivery *delivery, GHashTable *book)
{
  guint messages = GPOINTER_TO_UINT (g_hash_table_lookup (book, delivery->fiscal_code));

  /* never twice */
  g_assert_cmpuint (messages, <=, 1);
  /* what the platform has, the ledger knows of */
  if (messages == 1)
    g_assert_true (delivery->state == ION_DELIVERY_SENDING ||
                   delivery->state == ION_DELIVERY_ACCEPTED ||
                   delivery->state == ION_DELIVERY_UNCERTAIN);
  /* what the ledger says was taken, was */
  if (delivery->state == ION_DELIVERY_ACCEPTED)
    g_assert_cmpuint (messages, ==, 1);
}

static void
check_after (Siege *self)
{
  g_autoptr (GHashTable) book = read_book (self->book);
  g_autoptr (IonLedger) ledger = fixture_open_again (&self->rig.base);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
      ion_ledger_list_deliveries (ledger, self->id, 0, 0, ROWS + 10, &error);
  gint64 undecided = 0;

  g_assert_no_error (error);
  /* never lost */
  g_assert_cmpuint (rows->len, ==, ROWS);
  for (guint i = 0; i < rows->len; i++)
    {
      const IonDelivery *delivery = g_ptr_array_index (rows, i);

      check_row (delivery, book);
      undecided +=
          delivery->state == ION_DELIVERY_SENDING || delivery->state == ION_DELIVERY_UNCERTAIN;
    }
  /* each kill leaves at most as many as may be on their way at once */
  g_assert_cmpint (undecided - self->undecided, <=, 16);
  self->undecided = undecided;
  self->rig.base.ledger = g_object_ref (ledger);
  fixture_assert_sum (&self->rig.base, self->id, ROWS);
  g_clear_object (&self->rig.base.ledger);
}

static void
test_killed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20221);
  gboolean done = FALSE;
  guint killed = 0;
  Siege siege;

  siege_init (&siege);
  for (guint i = 0; !done; i++)
    {
      /* Later rounds are let run, so that it comes to an end. */
      gint64 delay = i < ROUNDS ? g_rand_int_range (rand, 20, 160) * 1000 : 60 * G_USEC_PER_SEC;

      if (i >= ROUNDS)
        {
          int status;
          g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
          const char *argv[] = { self, "--child", siege.rig.base.folder, siege.id, siege.book,
                                 "1",  NULL };
          g_autoptr (GError) error = NULL;

          g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL,
                        &status, &error);
          g_assert_no_error (error);
          g_assert_cmpint (status, ==, 0);
          done = TRUE;
        }
      else
        {
          done = kill_after (siege.rig.base.folder, siege.id, siege.book, delay, i);
          killed += !done;
        }
      check_after (&siege);
    }
  g_test_message ("%u kills, %" G_GINT64_FORMAT " undecided at the end", killed, siege.undecided);
  g_assert_cmpuint (killed, >, 0);
  siege.rig.base.ledger = fixture_open_again (&siege.rig.base);
  g_assert_cmpint (fixture_count (&siege.rig.base, siege.id, ION_DELIVERY_PENDING), ==, 0);
  g_assert_cmpint (fixture_count (&siege.rig.base, siege.id, ION_DELIVERY_SENDING), ==, 0);
  g_assert_cmpint (fixture_count (&siege.rig.base, siege.id, ION_DELIVERY_ACCEPTED) +
                       fixture_count (&siege.rig.base, siege.id, ION_DELIVERY_UNCERTAIN),
                   ==, ROWS);
  siege_clear (&siege);
}

/* No submission leaves before its row is durably sending, seen through another connection. */
typedef struct
{
  Rig rig;
  IonLedger *other;
  char *id;
  guint seen;
  guint most;
} Watch;

static IonAnswer *
watch_script (const FakeCall *call, gpointer data)
{
  Watch *watch = data;
  g_autoptr (GPtrArray) rows = NULL;
  gboolean found = FALSE;

  if (call->call != ION_CALL_SUBMIT)
    return NULL;
  rows = ion_ledger_list_deliveries (watch->other, watch->id, 1u << ION_DELIVERY_SENDING, 0, 1000,
                                     NULL);
  for (guint i = 0; i < rows->len; i++)
    found |=
        g_str_equal (((IonDelivery *) g_ptr_array_index (rows, i))->fiscal_code, call->fiscal_code);
  g_assert_true (found);
  watch->seen++;
  watch->most = MAX (watch->most, rows->len);
  return NULL;
}

static void
test_intent_before_act (void)
{
  Watch watch = { 0 };

  rig_init (&watch.rig);
  watch.id = rig_import (&watch.rig, 0, 300, FALSE);
  watch.other = fixture_open_again (&watch.rig.base);
  fake_platform_set_script (watch.rig.platform, watch_script, &watch);
  fake_platform_set_delay (watch.rig.platform, 0, 3, 4);
  rig_start (&watch.rig, ION_ENGINE_FOREGROUND);
  rig_send (&watch.rig, watch.id, -1, FALSE);
  rig_wait_state (&watch.rig, watch.id, ION_CAMPAIGN_DONE);
  g_assert_true (rig_stop (&watch.rig, NULL));
  g_assert_cmpuint (watch.seen, ==, 300);
  g_assert_cmpuint (watch.most, <=, 16);
  g_assert_cmpuint (watch.most, >, 1);
  g_object_unref (watch.other);
  g_free (watch.id);
  rig_clear (&watch.rig);
}

/* Every kind of answer, at random, until nothing is left: nobody gets two messages, and every row
 * ends in one state. */
static IonAnswer *
random_script (const FakeCall *call, gpointer data)
{
  static const IonAnswerKind reach[] = { ION_ANSWER_NOT_ON_IO, ION_ANSWER_SWITCHED_OFF,
                                         ION_ANSWER_UNCLEAR,   ION_ANSWER_KNOWN_500,
                                         ION_ANSWER_THROTTLED, ION_ANSWER_NOTHING_LEFT,
                                         ION_ANSWER_REFUSED,   ION_ANSWER_RECIPIENT_FORBIDDEN };
  static const IonAnswerKind submit[] = {
    ION_ANSWER_ACCEPTED_NO_ID, ION_ANSWER_REFUSED,
    ION_ANSWER_THROTTLED,      ION_ANSWER_KNOWN_500,
    ION_ANSWER_NOTHING_LEFT,   ION_ANSWER_UNCLEAR,
    ION_ANSWER_UNCLEAR,        ION_ANSWER_RECIPIENT_FORBIDDEN
  };
  GRand *rand = data;
  IonAnswer *answer;

  if (g_rand_double (rand) < 0.8)
    return NULL;
  if (call->call == ION_CALL_REACH)
    answer = ion_answer_new (reach[g_rand_int_range (rand, 0, G_N_ELEMENTS (reach))], 0, "x");
  else
    answer = ion_answer_new (submit[g_rand_int_range (rand, 0, G_N_ELEMENTS (submit))], 0, "x");
  answer->retry_after = G_TIME_SPAN_MILLISECOND;
  return answer;
}

static void
test_random_answers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *id = NULL;
  IonCampaignCounts counts;
  Rig rig;

  rig_init (&rig);
  id = rig_import (&rig, 0, 500, FALSE);
  fake_platform_set_script (rig.platform, random_script, rand);
  fake_platform_set_delay (rig.platform, 0, 2, 4);
  rig_start (&rig, ION_ENGINE_FOREGROUND);
  rig_send (&rig, id, -1, FALSE);
  rig_wait_state (&rig, id, ION_CAMPAIGN_DONE);
  g_assert_true (rig_stop (&rig, NULL));
  counts = rig_count (&rig, id);
  fixture_assert_sum (&rig.base, id, 500);
  g_assert_cmpuint (fake_platform_get_most_to_one (rig.platform), ==, 1);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_PENDING], ==, 0);
  g_assert_cmpint (counts.by_state[ION_DELIVERY_ACCEPTED] + counts.by_state[ION_DELIVERY_UNCERTAIN],
                   ==, fake_platform_count_messages (rig.platform));
  g_assert_cmpint (counts.by_state[ION_DELIVERY_UNCERTAIN], >, 0);
  g_assert_cmpint (counts.throttled, >, 0);
  rig_clear (&rig);
}

int
main (int argc, char **argv)
{
  if (argc == 6 && g_str_equal (argv[1], "--child"))
    run_child (argv[2], argv[3], argv[4], (guint32) g_ascii_strtoull (argv[5], NULL, 10));

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invariant/1/intent-before-act", test_intent_before_act);
  g_test_add_func ("/invariant/2/killed-at-random-instants", test_killed);
  g_test_add_func ("/invariant/3/random-answers", test_random_answers);
  return g_test_run ();
}
