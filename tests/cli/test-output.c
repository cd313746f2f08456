/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What scripts are promised of the two outputs and of the exit status. */

#define G_LOG_DOMAIN "test-cli"

#include "cli-fixture.h"

static CliFixture *
begin (void)
{
  CliFixture *fixture = cli_fixture_new ();

  cli_fixture_serve (fixture, "--rate", "none", "--seed", "1", NULL);
  cli_fixture_make_office (fixture);
  return fixture;
}

/* Every key of `campaign show --json`, with its kind. */
static void
test_figures (void)
{
  static const char *const numbers[] = {
    "rows",      "pending",   "sending",  "not_on_io", "switched_off",
    "accepted",  "delivered", "rejected", "failed",    "refused",
    "uncertain", "cancelled", "excluded", "calls",     "throttled",
  };
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 40);
  g_autoptr (JsonNode) figures = NULL;
  JsonObject *object;
  JsonArray *reasons;

  cli_fixture_set_faults (fixture, "403-recipient@messages=#2", NULL);
  figures = cli_fixture_json (fixture, 3, "campaign", "send", id, "--yes", NULL);
  object = cli_get_object (figures);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_cmpint (cli_get_int (figures, numbers[i]), >=, 0);
  cli_assert_sum (figures, 40);
  g_assert_cmpstr (cli_get_text (figures, "id"), ==, id);
  g_assert_cmpstr (cli_get_text (figures, "service"), ==, "scuola");
  g_assert_cmpstr (cli_get_text (figures, "state"), ==, "done");
  g_assert_cmpstr (cli_get_text (figures, "name"), !=, "");
  g_assert_true (json_object_has_member (object, "read"));
  g_assert_true (json_object_has_member (object, "paid"));
  g_assert_true (g_str_has_suffix (cli_get_text (figures, "created_at"), "Z"));
  g_assert_cmpint (strlen (cli_get_text (figures, "created_at")), ==, 20);
  g_assert_cmpint (strlen (cli_get_text (figures, "started_at")), ==, 20);
  g_assert_cmpint (strlen (cli_get_text (figures, "finished_at")), ==, 20);
  g_assert_cmpint (cli_get_int (figures, "refused"), ==, 2);
  reasons = json_object_get_array_member (object, "reasons");
  for (guint i = 0; i < json_array_get_length (reasons); i++)
    {
      JsonNode *reason = json_array_get_element (reasons, i);

      if (g_str_equal (cli_get_text (reason, "state"), "refused"))
        {
          g_assert_true (g_str_has_prefix (cli_get_text (reason, "code"), "403"));
          g_assert_cmpint (cli_get_int (reason, "count"), ==, 2);
          return;
        }
    }
  g_error ("no reason for the refused in:\n%s", fixture->out);
}

/* The same words and numbers whatever the person's language. */
static void
test_json_is_not_localised (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 1200);
  g_autofree char *english = NULL;

  cli_fixture_expect (fixture, 0, "--json", "campaign", "show", id, NULL);
  english = g_strdup (fixture->out);
  cli_fixture_setenv (fixture, "LC_ALL", "it_IT.UTF-8");
  cli_fixture_expect (fixture, 0, "campaign", "show", id, "--json", NULL);
  g_assert_cmpstr (fixture->out, ==, english);
  /* For people it follows the locale: the words, and how numbers are written. */
  cli_fixture_expect (fixture, 0, "campaign", "show", id, NULL);
  cli_assert_contains (fixture->out, "1.200");
  cli_assert_contains (fixture->out, "Destinatari");
}

/* Every verb that shows something: one JSON value and nothing else. */
static void
test_json_parses (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 5);
  const char *const calls[][4] = {
    { "office", "show" },
    { "status" },
    { "service", "list" },
    { "service", "show", "scuola" },
    { "template", "list" },
    { "campaign", "list" },
    { "campaign", "show", id },
    { "campaign", "preview", id },
    { "campaign", "check", id },
    { "journal", "show" },
    { "office", "test-recipients" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autoptr (JsonNode) value =
          cli_fixture_json (fixture, 0, "--quiet", calls[i][0], calls[i][1], calls[i][2], NULL);

      g_assert_nonnull (value);
      g_assert_cmpstr (fixture->err, ==, "");
    }
}

/* --quiet: nothing on standard error where all is well. */
static void
test_quiet (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *file = cli_fixture_sample (fixture, 20);
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *export = g_build_filename (fixture->folder, "fuori.csv", NULL);
  g_autofree char *id = NULL;

  cli_fixture_expect (fixture, 0, "--quiet", "recipients", "check", file, NULL);
  g_assert_cmpstr (fixture->err, ==, "");
  cli_fixture_expect (fixture, 0, "--quiet", "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, NULL);
  g_assert_cmpstr (fixture->err, ==, "");
  id = g_strdup (g_strstrip (fixture->out));
  /* The id alone, for scripts. */
  g_assert_null (strpbrk (id, " \n"));
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", "--quiet", NULL);
  g_assert_cmpstr (fixture->err, ==, "");
  cli_fixture_expect (fixture, 0, "--quiet", "campaign", "export", id, "--output", export, NULL);
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpstr (fixture->out, ==, "");
  /* What failed is said all the same. */
  cli_fixture_expect (fixture, 1, "--quiet", "campaign", "show", "no-such-campaign", NULL);
  g_assert_cmpstr (fixture->err, !=, "");
}

/* Exit 1 says why in one line. */
static void
test_one_line (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  const char *const calls[][4] = {
    { "campaign", "show", "nothing" },   { "service", "show", "nothing" },
    { "template", "show", "nothing" },   { "campaign", "pause", "nothing" },
    { "recipients", "check", "/none" },  { "template", "add", "/none" },
    { "office", "set", "rate", "fast" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      cli_fixture_expect (fixture, 1, calls[i][0], calls[i][1], calls[i][2], calls[i][3], NULL);
      g_assert_cmpstr (fixture->out, ==, "");
      g_assert_true (g_str_has_prefix (fixture->err, "io-notifier-cli: "));
      g_assert_true (strchr (fixture->err, '\n') == fixture->err + strlen (fixture->err) - 1);
    }
}

/* A full disk behind standard output, or a reader that has gone, is a failure. */
static void
test_output_full (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 5);
  const char *const redirections[] = { ">/dev/full", ">&-" };
  const char *const calls[] = { "office show", "--json office show", "campaign list", "--help",
                                "help --man --list" };

  for (gsize i = 0; i < G_N_ELEMENTS (redirections); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (calls); k++)
      {
        g_autofree char *line = g_strdup_printf ("exec \"$ION_CLI\" --practice --office '%s' %s %s",
                                                 fixture->office, calls[k], redirections[i]);
        const char *shell[] = { "/bin/sh", "-c", line, NULL };
        g_autofree char *err = NULL;
        g_autoptr (GError) error = NULL;
        int status = -1;

        g_spawn_sync (NULL, (char **) shell, fixture->environment, G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                      NULL, NULL, &err, &status, &error);
        g_assert_no_error (error);
        if (!WIFEXITED (status) || WEXITSTATUS (status) != 1)
          g_error ("%s: %d\n%s", line, status, err);
      }
}

/* Ids, beginnings of ids and unique names are all understood. */
static void
test_names (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 3);
  g_autofree char *beginning = g_strndup (id, strlen (id) - 2);
  g_autofree char *name = NULL;
  g_autofree char *file = g_build_filename (fixture->folder, "rette.csv", NULL);
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autoptr (JsonNode) figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);

  name = g_strdup (cli_get_text (figures, "name"));
  cli_fixture_expect (fixture, 0, "campaign", "show", name, NULL);
  cli_fixture_expect (fixture, 0, "campaign", "show", beginning, NULL);
  /* Two of the same name: which one must be said. */
  cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "Servizi scolastici e educativi",
                      "--template", template_file, "--recipients", file, "--name", name, "--accept",
                      "same-file", NULL);
  cli_fixture_expect (fixture, 1, "campaign", "show", name, NULL);
}

/* On a terminal it asks, and takes no for an answer. */
static void
test_asks (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *id = cli_fixture_new_campaign (fixture, 12);
  g_autoptr (GPtrArray) book = NULL;

  g_assert_cmpint (cli_fixture_run_on_terminal (fixture, "no\n", "campaign", "send", id, NULL), ==,
                   6);
  cli_assert_contains (fixture->out, "12");
  book = cli_fixture_read_book (fixture);
  g_assert_cmpint (book->len, ==, 0);
  cli_fixture_setenv (fixture, "LC_ALL", "it_IT.UTF-8");
  g_assert_cmpint (cli_fixture_run_on_terminal (fixture, "sì\n", "campaign", "send", id, NULL), ==,
                   0);
  g_clear_pointer (&book, g_ptr_array_unref);
  book = cli_fixture_read_book (fixture);
  g_assert_cmpint (book->len, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/output/figures", test_figures);
  g_test_add_func ("/cli/output/json-is-not-localised", test_json_is_not_localised);
  g_test_add_func ("/cli/output/json-parses", test_json_parses);
  g_test_add_func ("/cli/output/quiet", test_quiet);
  g_test_add_func ("/cli/output/one-line", test_one_line);
  g_test_add_func ("/cli/output/full", test_output_full);
  g_test_add_func ("/cli/output/names", test_names);
  g_test_add_func ("/cli/output/asks", test_asks);
  return g_test_run ();
}
