/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The office itself: made, shown, set, stopped, backed up, and the list of test recipients. */

#define G_LOG_DOMAIN "test-cli"

#include "cli-fixture.h"

static CliFixture *
begin (const char *latency)
{
  CliFixture *fixture = cli_fixture_new ();

  cli_fixture_serve (fixture, "--rate", "none", "--latency", latency, NULL);
  cli_fixture_make_office (fixture);
  return fixture;
}

static void
expect_no_ledger (CliFixture *fixture)
{
  g_autofree char *ledger = g_build_filename (fixture->office, "ledger.db", NULL);

  g_assert_false (g_file_test (ledger, G_FILE_TEST_EXISTS));
}

#define INIT "office", "init", "--name", "Comune di Ferrara", "--organization-code"

/* What is refused leaves nothing behind. */
static void
test_init_refused (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();

  cli_fixture_use_keyring (fixture, "keyring");
  fixture->is_real = TRUE;
  cli_fixture_expect (fixture, 2, "office", "init", NULL);
  cli_fixture_expect (fixture, 2, "office", "init", "--name", "Comune di Ferrara", NULL);
  cli_fixture_expect (fixture, 1, INIT, "123", NULL);
  expect_no_ledger (fixture);
  cli_fixture_expect (fixture, 1, INIT, "00297110388", NULL);
  expect_no_ledger (fixture);
  cli_fixture_expect (fixture, 1, INIT, "00297110389", "--api-url", "http://io.example.org/api/v1",
                      NULL);
  cli_assert_contains (fixture->err, "https://");
  expect_no_ledger (fixture);
  cli_fixture_expect (fixture, 1, INIT, "00297110389", "--api-url", "ftp://example.org", NULL);
  expect_no_ledger (fixture);
  cli_fixture_expect (fixture, 1, "office", "show", NULL);
}

static void
test_init (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (JsonNode) made = NULL;
  g_autoptr (JsonNode) shown = NULL;

  cli_fixture_use_keyring (fixture, "keyring");
  fixture->is_real = TRUE;
  made = cli_fixture_json (fixture, 0, INIT, "00297110389", NULL);
  g_assert_cmpstr (cli_get_text (made, "folder"), ==, fixture->office);
  shown = cli_fixture_json (fixture, 0, "office", "show", NULL);
  g_assert_cmpstr (cli_get_text (made, "id"), ==, cli_get_text (shown, "id"));
  g_assert_cmpstr (cli_get_text (shown, "name"), ==, "Comune di Ferrara");
  g_assert_cmpstr (cli_get_text (shown, "organization-code"), ==, "00297110389");
  cli_assert_contains (cli_get_text (shown, "api-url"), "https://api.io.pagopa.it");
  g_assert_false (json_object_get_boolean_member (cli_get_object (shown), "practice"));

  /* The folder has an office already: it stays as it is. */
  cli_fixture_expect (fixture, 1, INIT, "00297110389", NULL);
  cli_fixture_expect (fixture, 0, "office", "show", NULL);
  /* A real office is not opened for practice, nor the reverse. */
  fixture->is_real = FALSE;
  cli_fixture_expect (fixture, 1, "office", "show", NULL);
}

/* /invariant/10: practice reaches no other machine and holds no real key. */
static void
test_practice_only (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *key = cli_fixture_write (fixture, "key", "0123456789abcdef0123456789abcdef\n");

  cli_fixture_expect (fixture, 0, "office", "show", NULL);
  cli_fixture_expect (fixture, 1, "office", "set", "api-url", "https://api.io.pagopa.it/api/v1",
                      NULL);
  cli_fixture_expect (fixture, 1, "office", "set", "api-url", "http://192.0.2.1/api/v1", NULL);
  cli_fixture_expect (fixture, 1, "service", "add", "--id", "vero", "--name", "Vero", "--key-file",
                      key, NULL);
  cli_fixture_expect (fixture, 1, "service", "show", "vero", NULL);
  fixture->is_real = TRUE;
  cli_fixture_use_keyring (fixture, "keyring");
  cli_fixture_expect (fixture, 1, "office", "show", NULL);
}

static void
test_folder (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *data = g_build_filename (fixture->folder, "data", NULL);
  g_autofree char *practice = g_build_filename (data, "io-notifier", "practice", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "altro", NULL);
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  int status = -1;
  const char *line[] = { g_getenv ("ION_CLI"), "--practice", "office", "show", NULL };
  const char *line_real[] = { g_getenv ("ION_CLI"),  "office",      "init", "--name", "X",
                              "--organization-code", "00297110389", NULL };

  /* $XDG_DATA_HOME/io-notifier/practice, whatever $IO_NOTIFIER_OFFICE says */
  cli_fixture_use_keyring (fixture, "keyring");
  cli_fixture_setenv (fixture, "XDG_DATA_HOME", data);
  cli_fixture_setenv (fixture, "IO_NOTIFIER_OFFICE", other);
  g_spawn_sync (NULL, (char **) line, fixture->environment, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_true (g_file_test (practice, G_FILE_TEST_IS_DIR));
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  /* $IO_NOTIFIER_OFFICE */
  g_spawn_sync (NULL, (char **) line_real, fixture->environment, G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_true (g_file_test (other, G_FILE_TEST_IS_DIR));
}

static void
test_show (void)
{
  static const struct
  {
    const char *key;
    const char *value;
  } defaults[] = {
    { "connection-patience", "120" },
    { "rate", "150/5" },
    { "concurrency", "16" },
    { "retention-days", "90" },
    { "holidays", "" },
    { "daily-limit", "none" },
    { "countdown", "30" },
    { "api-url", NULL },
    { "name", NULL },
    { "organization-code", NULL },
    { "sending-hours", "8-20 lun-sab" },
  };
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (JsonNode) shown = NULL;

  cli_fixture_use_keyring (fixture, "keyring");
  fixture->is_real = TRUE;
  cli_fixture_expect (fixture, 0, INIT, "00297110389", NULL);
  shown = cli_fixture_json (fixture, 0, "office", "show", NULL);
  cli_fixture_expect (fixture, 0, "office", "show", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (defaults); i++)
    {
      const char *value = cli_get_text (shown, defaults[i].key);

      if (defaults[i].value != NULL)
        g_assert_cmpstr (value, ==, defaults[i].value);
      cli_assert_contains (fixture->out, defaults[i].key);
      cli_assert_contains (fixture->out, value);
    }
}

static void
test_set (void)
{
  static const struct
  {
    const char *key;
    const char *good;
    const char *bad[4];
  } settings[] = {
    { "rate", "300/10", { "0/5", "150", "150/0", "molto" } },
    { "concurrency", "8", { "0", "65", "100000", "x" } },
    { "retention-days", "30", { "0", "1.5", "sempre", "9999999" } },
    { "sending-hours", "9-18 lun-ven", { "18-9", "25-26", "sempre mai", "9-18 xyz" } },
    { "holidays", "2026-12-24, 2026-12-31", { "2026-13-01", "domani", "2026-02-30", "x" } },
    { "daily-limit", "1000", { "0", "3 al giorno", "tanti", "1.5" } },
    { "name", "Comune di Latina", { " ", "\n", "a\nb", "\t" } },
    { "organization-code", "00097020598", { "123", "00097020599", "ABCDEFGHIJK", "0" } },
    { "no-such-key", NULL, { "1", "", "x", "y" } },
  };
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (JsonNode) before = cli_fixture_json (fixture, 0, "office", "show", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      const char *key = settings[i].key;
      g_autoptr (JsonNode) after = NULL;

      for (gsize k = 0; k < G_N_ELEMENTS (settings[i].bad); k++)
        {
          cli_fixture_expect (fixture, 1, "office", "set", key, settings[i].bad[k], NULL);
          g_assert_cmpstr (fixture->out, ==, "");
          g_assert_cmpint (strlen (fixture->err), >, 20);
        }
      if (settings[i].good == NULL)
        continue;
      cli_fixture_expect (fixture, 0, "office", "set", key, settings[i].good, NULL);
      after = cli_fixture_json (fixture, 0, "office", "show", NULL);
      g_assert_cmpstr (cli_get_text (after, key), ==, settings[i].good);
      if (g_str_equal (key, "name") || g_str_equal (key, "organization-code"))
        continue;
      /* An empty value puts the default back. */
      cli_fixture_expect (fixture, 0, "office", "set", key, "", NULL);
      g_clear_pointer (&after, json_node_unref);
      after = cli_fixture_json (fixture, 0, "office", "show", NULL);
      g_assert_cmpstr (cli_get_text (after, key), ==, cli_get_text (before, key));
    }
}

/* Stopped from another process, a campaign that is being sent lets nothing new leave, and nothing
 * else can be begun; afterwards it goes on, and nobody is left out or told twice. */
static void
test_stop (void)
{
  g_autoptr (CliFixture) fixture = begin ("20-60");
  g_autofree char *id = cli_fixture_new_campaign (fixture, 400);
  g_autofree char *other = NULL;
  g_autoptr (GSubprocess) sender =
      cli_fixture_spawn (fixture, "campaign", "send", id, "--yes", NULL);
  g_autoptr (JsonNode) figures = NULL;
  g_autoptr (GPtrArray) at_rest = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (JsonNode) status = NULL;
  int ended;

  cli_fixture_wait_for_book (fixture, 20);
  cli_fixture_expect (fixture, 0, "office", "stop", NULL);
  status = cli_fixture_json (fixture, 3, "status", NULL);
  g_assert_true (json_object_get_boolean_member (cli_get_object (status), "stopped"));
  /* What is in flight is awaited: then nothing moves. */
  for (gint64 sending = 1; sending > 0;)
    {
      g_clear_pointer (&figures, json_node_unref);
      figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
      sending = cli_get_int (figures, "sending");
    }
  at_rest = cli_fixture_read_book (fixture);
  g_assert_cmpint (cli_get_int (figures, "pending"), >, 0);
  cli_fixture_expect (fixture, 1, "campaign", "send", id, "--yes", NULL);
  cli_assert_contains (fixture->err, "office start");
  later = cli_fixture_read_book (fixture);
  g_assert_cmpint (later->len, ==, at_rest->len);

  cli_fixture_expect (fixture, 0, "office", "start", NULL);
  g_subprocess_send_signal (sender, SIGTERM);
  ended = cli_fixture_wait (fixture, sender);
  g_assert_true (ended == 6 || ended == 0);
  if (ended == 6)
    cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  g_clear_pointer (&figures, json_node_unref);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  cli_assert_sum (figures, 400);
  g_assert_cmpstr (cli_get_text (figures, "state"), ==, "done");
  cli_assert_nobody_twice (fixture);
}

/* More than the office lets leave in a day: it is said before, and the rest waits. */
static void
test_daily_limit (void)
{
  g_autoptr (CliFixture) fixture = begin ("0");
  g_autofree char *id = cli_fixture_new_campaign (fixture, 60);
  g_autoptr (GSubprocess) sender = NULL;
  g_autoptr (JsonNode) figures = NULL;
  g_autoptr (GPtrArray) book = NULL;

  cli_fixture_expect (fixture, 0, "office", "set", "daily-limit", "7", NULL);
  sender = cli_fixture_spawn (fixture, "campaign", "send", id, "--yes", NULL);
  cli_fixture_wait_for_log (fixture, "lets 7 messages leave today");
  cli_fixture_wait_for_book (fixture, 7);
  g_usleep (G_USEC_PER_SEC / 2);
  g_subprocess_send_signal (sender, SIGTERM);
  g_assert_cmpint (cli_fixture_wait (fixture, sender), ==, 6);
  book = cli_fixture_read_book (fixture);
  g_assert_cmpint (book->len, ==, 7);
  cli_fixture_expect (fixture, 0, "office", "set", "daily-limit", "none", NULL);
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  cli_assert_sum (figures, 60);
  g_assert_cmpstr (cli_get_text (figures, "state"), ==, "done");
}

/* Messages of test go to the office's own list, with sample data. */
static void
test_test_recipients (void)
{
  g_autoptr (CliFixture) fixture = begin ("0");
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (GPtrArray) book = NULL;
  JsonObject *first;

  cli_fixture_expect (fixture, 1, "campaign", "new", "--test", "--service", "scuola", "--template",
                      template_file, NULL);
  cli_fixture_expect_input (fixture, 1, "RSSMRA85T10\n", "office", "test-recipients", "add", NULL);
  cli_fixture_expect_input (fixture, 1, "", "office", "test-recipients", "add", NULL);
  cli_fixture_expect_input (fixture, 2, "", "office", "test-recipients", "fly", NULL);
  cli_fixture_expect_input (fixture, 0, "rssmra85t10a562s\n", "office", "test-recipients", "add",
                            "--label", "Maria, ufficio scuola", NULL);
  cli_fixture_expect_input (fixture, 0, "AAAAAA00A00A000A\n", "office", "test-recipients", "add",
                            NULL);
  list = cli_fixture_json (fixture, 0, "office", "test-recipients", NULL);
  g_assert_cmpint (json_array_get_length (json_node_get_array (list)), ==, 2);
  cli_assert_contains (fixture->out, "Maria, ufficio scuola");
  cli_assert_lacks (fixture->out, "RSSMRA85T10A562S");
  cli_fixture_expect (fixture, 0, "office", "test-recipients", "list", NULL);
  cli_assert_lacks (fixture->out, "RSSMRA85T10A562S");
  cli_fixture_expect_input (fixture, 0, "RSSMRA85T10A562S\n", "office", "test-recipients", "remove",
                            NULL);
  cli_fixture_expect_input (fixture, 1, "RSSMRA85T10A562S\n", "office", "test-recipients", "remove",
                            NULL);

  cli_fixture_expect (fixture, 0, "campaign", "new", "--test", "--service", "scuola", "--template",
                      template_file, NULL);
  id = g_strdup (g_strstrip (fixture->out));
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  book = cli_fixture_read_book (fixture);
  g_assert_cmpint (book->len, ==, 1);
  first = g_ptr_array_index (book, 0);
  g_assert_cmpstr (json_object_get_string_member (first, "fiscal_code"), ==, "AAAAAA00A00A000A");
}

static void
test_backup (void)
{
  g_autoptr (CliFixture) fixture = begin ("5-10");
  g_autofree char *id = cli_fixture_new_campaign (fixture, 300);
  g_autofree char *file = g_build_filename (fixture->folder, "copia.db", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "copia.db", NULL);
  g_autoptr (GSubprocess) sender =
      cli_fixture_spawn (fixture, "campaign", "send", id, "--yes", NULL);

  /* While it is in use. */
  cli_fixture_wait_for_book (fixture, 10);
  cli_fixture_expect (fixture, 0, "office", "backup", file, NULL);
  g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
  cli_fixture_expect (fixture, 1, "office", "backup", file, NULL);
  cli_fixture_expect (fixture, 1, "office", "backup", nowhere, NULL);
  g_assert_cmpint (cli_fixture_wait (fixture, sender), ==, 0);
}

static void
test_recovery_key_in_pipe (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();

  cli_fixture_expect (fixture, 1, "office", "recovery-key", NULL);
  g_assert_cmpstr (fixture->out, ==, "");
  g_assert_cmpint (cli_fixture_run_on_terminal (fixture, "", "office", "recovery-key", NULL), ==,
                   0);
  g_assert_cmpint (strlen (g_strstrip (fixture->out)), >, 40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/office/init-refused", test_init_refused);
  g_test_add_func ("/cli/office/init", test_init);
  g_test_add_func ("/invariant/10/practice-only", test_practice_only);
  g_test_add_func ("/cli/office/folder", test_folder);
  g_test_add_func ("/cli/office/show", test_show);
  g_test_add_func ("/cli/office/set", test_set);
  g_test_add_func ("/cli/office/stop", test_stop);
  g_test_add_func ("/cli/office/daily-limit", test_daily_limit);
  g_test_add_func ("/cli/office/test-recipients", test_test_recipients);
  g_test_add_func ("/cli/office/backup", test_backup);
  g_test_add_func ("/cli/office/recovery-key-in-pipe", test_recovery_key_in_pipe);
  return g_test_run ();
}
