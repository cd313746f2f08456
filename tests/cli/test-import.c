/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* From a file to a campaign: what a person is asked, what is remembered and recorded, and what is
 * left behind where it was stopped: nothing. */

#define G_LOG_DOMAIN "test-cli"

#include "config.h"

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#define HEADER "codice fiscale;nome;alunno;mese;importo;scadenza;avviso\n"
#define MARIO  "RSSMRA85T10A562S;Mario;Luca;ottobre;85,50;31/12/2099;301011100007347557\n"
#define LAURA  "BNCLRA80A41H501D;Laura;Pia;ottobre;120,00;31/12/2099;301011100007348264\n"
#define ANNA   "VRDGPP75C12F205K;Giuseppe;Ugo;ottobre;90,00;31/12/2099;301011100007348971\n"

static CliFixture *
begin (void)
{
  CliFixture *fixture = cli_fixture_new ();

  cli_fixture_serve (fixture, "--rate", "none", "--seed", "1", NULL);
  cli_fixture_make_office (fixture);
  return fixture;
}

static char *
take_id (CliFixture *fixture)
{
  return g_strdup (g_strstrip (fixture->out));
}

static void
expect_campaigns (CliFixture *fixture, guint n)
{
  g_autoptr (JsonNode) list = cli_fixture_json (fixture, 0, "campaign", "list", NULL);

  g_assert_cmpint (json_array_get_length (json_node_get_array (list)), ==, n);
}

/* Refused, or the first row: a person chooses; and what was left out stays visible. */
static void
test_duplicates (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *file = cli_fixture_write (fixture, "doppi.csv", HEADER MARIO LAURA MARIO);
  g_autofree char *exported = g_build_filename (fixture->folder, "esiti.csv", NULL);
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) figures = NULL;

  cli_fixture_expect (fixture, 2, "recipients", "check", file, "--duplicates", "last", NULL);
  cli_fixture_expect (fixture, 3, "recipients", "check", file, "--template", template_file, NULL);
  /* Both rows are named. */
  cli_assert_contains (fixture->out, "row 4");
  cli_assert_contains (fixture->out, "row 2");
  cli_fixture_expect (fixture, 0, "recipients", "check", file, "--template", template_file,
                      "--duplicates", "first", NULL);
  cli_fixture_expect (fixture, 3, "recipients", "check", file, "--template", template_file,
                      "--duplicates", "refuse", NULL);
  cli_fixture_expect (fixture, 3, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, NULL);
  cli_assert_contains (fixture->err, "--duplicates first");
  g_assert_cmpstr (fixture->out, ==, "");
  expect_campaigns (fixture, 0);

  cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, "--duplicates", "first", NULL);
  id = take_id (fixture);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  cli_assert_sum (figures, 3);
  g_assert_cmpint (cli_get_int (figures, "excluded"), ==, 1);
  cli_assert_contains (fixture->out, "\"duplicate\"");
  cli_fixture_expect (fixture, 0, "campaign", "export", id, "--state", "excluded", "--output",
                      exported, NULL);
  g_assert_true (g_file_get_contents (exported, &text, NULL, NULL));
  cli_assert_contains (text, "duplicate");
  cli_assert_contains (text, "RSSMRA85T10A562S");
  cli_assert_lacks (text, "BNCLRA80A41H501D");
}

/* Rows that are left out are there to be seen, each with its reason, in words and in the export. */
static void
test_excluded (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *file =
      cli_fixture_write (fixture, "misti.csv",
                         HEADER MARIO
                         "BNCLRA80A41H501D;Laura;Pia;ottobre;ottanta;31/12/"
                         "2099;301011100007348264\n"
                         "XXXX;Nessuno;Ugo;ottobre;90,00;31/12/2099;301011100007348971\n" ANNA);
  g_autofree char *exported = g_build_filename (fixture->folder, "esiti.csv", NULL);
  g_autofree char *fixed = g_build_filename (fixture->folder, "corretto.csv", NULL);
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) figures = NULL;

  /* Refused, and the corrected file is there all the same. */
  cli_fixture_expect (fixture, 3, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, "--output", fixed, NULL);
  g_assert_true (g_file_get_contents (fixed, &text, NULL, NULL));
  cli_assert_contains (text, ";errori");
  cli_assert_contains (text, "ottanta");
  g_clear_pointer (&text, g_free);
  expect_campaigns (fixture, 0);

  cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, "--valid-only", NULL);
  id = take_id (fixture);
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  cli_assert_sum (figures, 4);
  g_assert_cmpint (cli_get_int (figures, "excluded"), ==, 2);
  cli_assert_contains (fixture->out, "amount-unreadable");
  cli_assert_contains (fixture->out, "fiscal-code-length");
  cli_fixture_expect (fixture, 0, "campaign", "show", id, NULL);
  cli_assert_contains (fixture->out, "amount that cannot be read");
  cli_fixture_expect (fixture, 0, "campaign", "export", id, "--output", exported, NULL);
  g_assert_true (g_file_get_contents (exported, &text, NULL, NULL));
  cli_assert_contains (text, "amount-unreadable");
  cli_assert_contains (text, "importo");
  cli_assert_contains (text, "fiscal-code-length");
  /* Only those that can be sent are. */
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  {
    g_autoptr (GPtrArray) book = cli_fixture_read_book (fixture);

    g_assert_cmpint (book->len, <=, 2);
  }
}

/* Made of one file before either was sent: the second says so at the last moment. */
static void
test_sent_meanwhile (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *file = cli_fixture_write (fixture, "rette.csv", HEADER MARIO LAURA ANNA);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  for (guint i = 0; i < 2; i++)
    {
      cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "scuola", "--template",
                          template_file, "--recipients", file, NULL);
      cli_assert_lacks (fixture->err, "Reading");
      *(i == 0 ? &first : &second) = take_id (fixture);
    }
  cli_fixture_expect (fixture, 0, "campaign", "send", first, "--yes", NULL);
  cli_assert_lacks (fixture->err, "reach them twice");
  cli_fixture_run (fixture, "campaign", "send", second, "--yes", NULL);
  cli_assert_contains (fixture->err, "reach them twice");
  cli_assert_contains (fixture->err, first);
  /* And whoever comes with the file again is told which option says that it is meant. */
  cli_fixture_expect (fixture, 3, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, NULL);
  cli_assert_contains (fixture->err, "--accept same-file --accept already-sent");
}

/* Several messages for one person are not several people. */
static void
test_messages_and_people (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *file =
      cli_fixture_write (fixture, "figli.csv",
                         HEADER MARIO "RSSMRA85T10A562S;Mario;Pia;ottobre;85,50;31/12/"
                                      "2099;301011100007348264\n" ANNA);
  g_autofree char *header_only = cli_fixture_write (fixture, "vuoto.csv", HEADER);

  cli_fixture_expect (fixture, 0, "recipients", "check", file, "--template", template_file, NULL);
  cli_assert_contains (fixture->out, "3 messages ready for 2 people");
  cli_assert_contains (fixture->out, "people: 2");
  cli_assert_contains (fixture->out, "fiscal code: “codice fiscale”");
  cli_fixture_expect (fixture, 0, "recipients", "check", header_only, "--template", template_file,
                      NULL);
  cli_assert_contains (fixture->out, "There is nobody in the file.");
}

/* A word once said holds for the template's next file, and is said to do so. */
static void
test_remembered (void)
{
  static const char text[] =
      "persona;nome;alunno;mese;quanto;scadenza;avviso;telefono\n"
      "RSSMRA85T10A562S;Mario;Luca;ottobre;85,50;31/12/2099;301011100007347557;0532 11\n";
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *file = cli_fixture_write (fixture, "nostro.csv", text);
  g_autoptr (JsonNode) report = NULL;

  cli_fixture_expect (fixture, 0, "template", "add", template_file, NULL);
  cli_fixture_expect (fixture, 1, "recipients", "check", file, "--template", "Retta scolastica",
                      NULL);
  cli_fixture_expect (fixture, 0, "recipients", "check", file, "--template", "Retta scolastica",
                      "--map", "importo=quanto", NULL);
  cli_fixture_expect (fixture, 1, "recipients", "check", file, "--template", "Retta scolastica",
                      NULL);
  cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "scuola", "--template",
                      "Retta scolastica", "--recipients", file, "--map", "importo=E", NULL);
  report = cli_fixture_json (fixture, 0, "recipients", "check", file, "--template",
                             "Retta scolastica", NULL);
  cli_assert_contains (fixture->out,
                       "\"column\":\"quanto\",\"field\":\"importo\",\"remembered\":true");
  cli_assert_lacks (fixture->out, "\"field\":\"mese\",\"remembered\"");
  cli_fixture_expect (fixture, 0, "recipients", "check", file, "--template", "Retta scolastica",
                      NULL);
  cli_assert_contains (fixture->out, "as said for an earlier file");
  /* Without a template there is nothing to remember it by. */
  cli_fixture_expect (fixture, 0, "recipients", "check", file, NULL);
  cli_assert_lacks (fixture->out, "as said for an earlier file");
  /* It goes with the template. */
  cli_fixture_expect (fixture, 0, "template", "remove", "Retta scolastica", NULL);
  cli_fixture_expect (fixture, 1, "recipients", "check", file, "--template", template_file, NULL);
}

/* Going on in spite of a doubt is a person's word: kept with what it was about. */
static void
test_override_is_recorded (void)
{
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *file =
      cli_fixture_write (fixture, "minori.csv",
                         HEADER
                         "RSSLCU15A01H501W;Luca;Luca;ottobre;85,50;31/12/2099;301011100007347557\n"
                         "BNCSRA14B42F205C;Sara;Sara;ottobre;90,00;31/12/2099;301011100007348264\n"
                         "VRDMRC16C03D969V;Marco;Marco;ottobre;90,00;31/12/"
                         "2099;301011100007348971\n");
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) figures = NULL;

  cli_fixture_expect (fixture, 3, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, NULL);
  cli_fixture_expect (fixture, 0, "journal", "show", NULL);
  cli_assert_lacks (fixture->out, "doubts-accept");
  cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, "--accept", "minors", "--accept",
                      "same-file", NULL);
  id = take_id (fixture);
  cli_fixture_expect (fixture, 0, "journal", "show", NULL);
  cli_assert_contains (fixture->out, "doubts-accept");
  cli_assert_contains (fixture->out, "minors 3/3");
  /* What did not stand was not accepted. */
  cli_assert_lacks (fixture->out, "same-file");
  figures = cli_fixture_json (fixture, 0, "campaign", "show", id, NULL);
  g_assert_cmpstr (cli_get_text (figures, "accepted_doubts"), ==, "minors");
}

/* A workbook with several sheets: asked at a terminal, said elsewhere. */
static void
test_sheets (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *file =
      g_test_build_filename (G_TEST_DIST, "data", "tables", "two-sheets.xlsx", NULL);

  cli_fixture_expect (fixture, 1, "recipients", "check", file, NULL);
  cli_assert_contains (fixture->err, "--sheet");
  cli_assert_contains (fixture->err, "Dicembre");
  g_assert_cmpint (cli_fixture_run_on_terminal (fixture, "1\n", "recipients", "read", file, NULL),
                   ==, 0);
  cli_assert_contains (fixture->out, "1  Dicembre");
  g_assert_cmpint (cli_fixture_run_on_terminal (fixture, "Dicembre\n", "recipients", "read", file,
                                                NULL),
                   ==, 0);
  g_assert_cmpint (cli_fixture_run_on_terminal (fixture, "9\n", "recipients", "read", file, NULL),
                   ==, 2);
  g_assert_cmpint (cli_fixture_run_on_terminal (fixture, "\n", "recipients", "check", file, NULL),
                   ==, 2);
  cli_fixture_expect (fixture, 0, "recipients", "read", file, "--sheet", "1", NULL);
}

/* Ten thousand mistakes are a few lines on screen, and all of them for a program. */
static void
test_bounded_report (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autofree char *file = NULL;
  g_autoptr (JsonNode) report = NULL;
  g_auto (GStrv) lines = NULL;
  JsonObject *object;

  for (int i = 0; i < 10001; i++)
    g_string_append (text, "RSSMRA85T10A562S;Mario;Luca;ottobre;tanti;31/12/2099;"
                           "301011100007347557\n");
  file = cli_fixture_write (fixture, "sbagliato.csv", text->str);
  cli_fixture_expect (fixture, 3, "recipients", "check", file, "--template", template_file, NULL);
  lines = g_strsplit (fixture->out, "\n", -1);
  g_assert_cmpint (g_strv_length (lines), <, 40);
  cli_assert_contains (fixture->out, "10001 amounts that cannot be read (“importo”): rows 2, 3, 4 "
                                     "and 9998 more");
  report =
      cli_fixture_json (fixture, 3, "recipients", "check", file, "--template", template_file, NULL);
  object = cli_get_object (report);
  g_assert_true (json_object_get_boolean_member (object, "truncated"));
  g_assert_cmpint (json_array_get_length (json_object_get_array_member (object, "errors")), ==,
                   10000);
  g_assert_cmpint (cli_get_int (report, "invalid"), ==, 10001);
}

/* What the file holds besides what the message needs never gets into the office's folder. */
static void
test_unmapped_never_stored (void)
{
  static const char text[] =
      "codice fiscale;nome;alunno;mese;importo;scadenza;avviso;ISEE;nota riservata\n"
      "RSSMRA85T10A562S;Mario;Luca;ottobre;85,50;31/12/2099;301011100007347557;ZQXISEE1;ZQXNOTA1\n"
      "BNCLRA80A41H501D;Laura;Pia;ottobre;ottanta;31/12/"
      "2099;301011100007348264;ZQXISEE2;ZQXNOTA2\n";
  static const char *const endings[] = { "csv", "xlsx", "ods" };
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *source = cli_fixture_write (fixture, "fonte.csv", text);
  g_autofree char *found = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strdup_printf ("riservato.%s", endings[i]);
      g_autofree char *file = g_build_filename (fixture->folder, name, NULL);

      /* The corrected file has the columns too, and one more. */
      cli_fixture_expect (fixture, 3, "recipients", "check", source, "--template", template_file,
                          "--output", file, NULL);
      cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "scuola", "--template",
                          template_file, "--recipients", file, "--valid-only", NULL);
    }
  {
    const char *line[] = { "grep", "-rlaE", "ZQX|RSSMRA85T10A562S|BNCLRA80A41H501D",
                           fixture->office, NULL };

    g_assert_true (g_spawn_sync (NULL, (char **) line, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                                 &found, NULL, NULL, NULL));
    g_assert_cmpstr (found, ==, "");
  }
}

static void
list_folder (const char *folder, const char *below, GPtrArray *names)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *told = g_build_filename (below, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        list_folder (path, told, names);
      else
        g_ptr_array_add (names, g_strdup (told));
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer full): all files below the fixture's folder */
static char *
list_files (CliFixture *fixture)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  list_folder (fixture->folder, "", names);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("\n", (char **) names->pdata);
}

static char *
ask_log (CliFixture *fixture)
{
  char *log = NULL;

  g_file_get_contents (fixture->log, &log, NULL, NULL);
  return log;
}

/* Ctrl+C in the middle of @file: exit status 6, and everything is as it was. */
static void
interrupt (CliFixture *fixture, const char *file, gboolean is_check)
{
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *fixed = g_strconcat (file, ".corretto.csv", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *log = NULL;
  g_autoptr (GSubprocess) process = NULL;

  cli_fixture_expect (fixture, 0, "campaign", "list", NULL);
  g_file_set_contents (fixture->log, "", 0, NULL);
  before = list_files (fixture);
  process =
      is_check ? cli_fixture_spawn (fixture, "recipients", "check", file, "--template",
                                    template_file, "--output", fixed, NULL)
               : cli_fixture_spawn (fixture, "campaign", "new", "--service", "scuola", "--template",
                                    template_file, "--recipients", file, "--output", fixed, NULL);
  cli_fixture_wait_for_log (fixture, "Reading");
  g_subprocess_send_signal (process, SIGINT);
  g_assert_cmpint (cli_fixture_wait (fixture, process), ==, 6);
  log = ask_log (fixture);
  g_assert_null (strstr (log, "CRITICAL"));
  cli_fixture_expect (fixture, 0, "campaign", "list", NULL);
  g_assert_cmpstr (fixture->out, ==, "");
  after = list_files (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_interrupted (void)
{
  static const char *const endings[] = { "xlsx", "ods" };
  g_autoptr (CliFixture) fixture = begin ();
  g_autofree char *temporary = g_build_filename (fixture->folder, "tmp", NULL);
  g_autofree char *file = cli_fixture_sample (fixture, 400000);

  /* Long enough to be still at it when the signal comes, on a fast machine too. */
  g_assert_cmpint (g_mkdir (temporary, 0700), ==, 0);
  cli_fixture_setenv (fixture, "TMPDIR", temporary);
  interrupt (fixture, file, TRUE);
  interrupt (fixture, file, FALSE);
  g_free (file);
  file = cli_fixture_sample (fixture, 60000);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strdup_printf ("rette.%s", endings[i]);
      g_autofree char *book = g_build_filename (fixture->folder, name, NULL);

      cli_fixture_expect (fixture, 0, "--quiet", "recipients", "check", file, "--output", book,
                          NULL);
      interrupt (fixture, book, TRUE);
      interrupt (fixture, book, FALSE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/import/duplicates", test_duplicates);
  g_test_add_func ("/cli/import/excluded", test_excluded);
  g_test_add_func ("/cli/import/sent-meanwhile", test_sent_meanwhile);
  g_test_add_func ("/cli/import/messages-and-people", test_messages_and_people);
  g_test_add_func ("/cli/import/remembered", test_remembered);
  g_test_add_func ("/cli/import/override-is-recorded", test_override_is_recorded);
  g_test_add_func ("/cli/import/sheets", test_sheets);
  g_test_add_func ("/cli/import/bounded-report", test_bounded_report);
  g_test_add_func ("/invariant/6/unmapped-never-stored", test_unmapped_never_stored);
  g_test_add_func ("/invariant/3/interrupted-import", test_interrupted);
  return g_test_run ();
}
