/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The program is killed at random instants, many times, against a platform that keeps its own book.
 * Afterwards nobody got two messages, every row has one state, every message in the book belongs to
 * a row that is accepted or later or uncertain, and no kill left more than `concurrency` rows
 * undecided.
 */

#define G_LOG_DOMAIN "test-cli"

#include "cli-fixture.h"

#define ROWS        500
#define ROUNDS      25
#define CONCURRENCY 16

/* fiscal code and notice number -> state, from the program's own export */
static GHashTable *
read_export (CliFixture *fixture, const char *campaign)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *file = g_build_filename (fixture->folder, "export.csv", NULL);
  g_autoptr (JsonNode) table = NULL;
  JsonArray *array, *header;
  int code = -1, notice = -1, state = -1;

  g_assert_cmpint (cli_fixture_run (fixture, "campaign", "export", campaign, "--output", file,
                                    NULL),
                   ==, 0);
  table = cli_fixture_json (fixture, 0, "recipients", "read", file, NULL);
  array = json_node_get_array (table);
  header = json_array_get_array_element (array, 0);
  for (guint i = 0; i < json_array_get_length (header); i++)
    {
      const char *name = json_array_get_string_element (header, i);

      code = g_str_equal (name, "fiscal_code") ? (int) i : code;
      notice = g_ascii_strcasecmp (name, "avviso") == 0 ? (int) i : notice;
      state = g_str_equal (name, "state") ? (int) i : state;
    }
  g_assert_cmpint (MIN (MIN (code, notice), state), >=, 0);
  for (guint i = 1; i < json_array_get_length (array); i++)
    {
      JsonArray *row = json_array_get_array_element (array, i);

      g_hash_table_insert (rows,
                           g_strconcat (json_array_get_string_element (row, (guint) code), "/",
                                        json_array_get_string_element (row, (guint) notice), NULL),
                           g_strdup (json_array_get_string_element (row, (guint) state)));
    }
  g_assert_cmpint (g_hash_table_size (rows), ==, ROWS);
  return rows;
}

/* Every message in the book once, and known to the ledger as one that may have left. */
static void
assert_book (CliFixture *fixture, const char *campaign, gboolean settled)
{
  g_autoptr (GHashTable) rows = read_export (fixture, campaign);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) book = cli_fixture_read_book (fixture);

  for (guint i = 0; i < book->len; i++)
    {
      JsonObject *entry = g_ptr_array_index (book, i);
      char *key = g_strconcat (json_object_get_string_member (entry, "fiscal_code"), "/",
                               json_object_get_string_member (entry, "notice_number"), NULL);
      const char *state = g_hash_table_lookup (rows, key);

      if (state == NULL)
        g_error ("a message in the book belongs to no row");
      if (!g_str_equal (state, "accepted") && !g_str_equal (state, "delivered") &&
          !g_str_equal (state, "rejected") && !g_str_equal (state, "failed") &&
          !g_str_equal (state, "uncertain") && (settled || !g_str_equal (state, "sending")))
        g_error ("a message in the book belongs to a row that is %s", state);
      if (!g_hash_table_add (seen, key))
        g_error ("a person got the same message twice");
    }
}

static void
wait_a_while (GRand *random)
{
  g_usleep ((gulong) g_rand_int_range (random, 50000, 600000));
}

static void
test_kill (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  g_autoptr (JsonNode) last = NULL;
  g_autofree char *campaign = NULL;
  gint64 undecided = 0;
  int round, ended;

  /* So slow that the campaign outlives all rounds. */
  cli_fixture_serve (fixture, "--rate", "none", "--latency", "40-140", "--seed", "7", NULL);
  cli_fixture_make_office (fixture);
  campaign = cli_fixture_new_campaign (fixture, ROWS);
  for (round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GSubprocess) sender =
          cli_fixture_spawn (fixture, "campaign", "send", campaign, "--yes", NULL);
      g_autoptr (JsonNode) figures = NULL;
      gint64 now_undecided;

      wait_a_while (random);
      g_subprocess_force_exit (sender);
      g_subprocess_wait (sender, NULL, NULL);
      figures = cli_fixture_json (fixture, 0, "campaign", "show", campaign, NULL);
      cli_assert_sum (figures, ROWS);
      now_undecided = cli_get_int (figures, "uncertain") + cli_get_int (figures, "sending");
      g_assert_cmpint (now_undecided - undecided, <=, CONCURRENCY);
      undecided = now_undecided;
      if (cli_get_int (figures, "pending") == 0)
        break;
      if (round % 8 == 7)
        assert_book (fixture, campaign, FALSE);
    }
  g_test_message ("killed %d times", round);
  g_assert_cmpint (round, >, ROUNDS / 2);
  ended = cli_fixture_run (fixture, "campaign", "send", campaign, "--yes", NULL);
  if (round == ROUNDS)
    g_assert_cmpint (ended, ==, undecided > 0 ? 3 : 0);
  last = cli_fixture_json (fixture, 0, "campaign", "show", campaign, NULL);
  cli_assert_sum (last, ROWS);
  g_assert_cmpint (cli_get_int (last, "pending") + cli_get_int (last, "sending"), ==, 0);
  g_assert_cmpint (cli_get_int (last, "uncertain"), ==, undecided);
  g_test_message ("%d rows, %" G_GINT64_FORMAT " uncertain", ROWS, undecided);
  assert_book (fixture, campaign, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invariant/1/kill", test_kill);
  return g_test_run ();
}
