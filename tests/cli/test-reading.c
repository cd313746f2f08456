/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* How a file is to be read, in the person's word or the program's, and what of it is shown. */

#define G_LOG_DOMAIN "test-cli"

#include "config.h"

#include "cli-fixture.h"

#include <string.h>

#define HEADER "codice fiscale;nome;alunno;mese;importo;scadenza;avviso\n"
#define MARIO  "RSSMRA85T10A562S;Mario;Niccol\303\262;ottobre;85,50;31/12/2099;301011100007347557\n"

/* Returns: (transfer full): HEADER and MARIO with other separators, in Windows-1252 */
static char *
write_pipes (CliFixture *fixture)
{
  g_autofree char *text = g_strdelimit (g_strdup (HEADER MARIO), ";", '|');
  g_autofree char *bytes = NULL;
  gsize size;
  char *path = g_build_filename (fixture->folder, "rette.csv", NULL);

  bytes = g_convert (text, -1, "windows-1252", "UTF-8", NULL, &size, NULL);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  return path;
}

/* Every verb that reads a file obeys, where the person is right and where not. */
static void
test_overrides (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *file = write_pipes (fixture);

  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_make_office (fixture);
  cli_fixture_expect (fixture, 0, "recipients", "check", file, "--template", template_file, NULL);
  cli_assert_contains (fixture->out, "Read as: csv, windows-1252, separated by “|”");
  cli_fixture_expect (fixture, 0, "recipients", "check", file, "--template", template_file,
                      "--encoding", "ISO-8859-15", "--separator", "|", NULL);
  cli_assert_contains (fixture->out, "Read as: csv, ISO-8859-15, separated by “|”");
  cli_fixture_expect (fixture, 1, "recipients", "check", file, "--template", template_file,
                      "--separator", ";", NULL);
  cli_fixture_expect (fixture, 0, "recipients", "read", file, "--separator", ";", NULL);
  cli_assert_contains (fixture->out, "codice fiscale|nome");
  cli_fixture_expect (fixture, 0, "recipients", "read", file, "--encoding", "windows-1252", NULL);
  cli_assert_contains (fixture->out, "Niccolò");
  cli_fixture_expect (fixture, 1, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, "--separator", ";", NULL);
  cli_fixture_expect (fixture, 3, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, "--encoding", "UTF-8", NULL);
  cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, "--encoding", "windows-1252",
                      "--separator", "|", NULL);
}

/* Names that shells and terminals take for something else. */
static void
test_names (void)
{
  static const char *const names[] = { "con spazi e àccénti.csv", "riga\nnuova.csv", "-r.csv",
                                       "%s%n;`x`.csv" };
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *header =
      cli_fixture_write (fixture, "titoli.csv",
                         "\"codice\nfiscale\";\"A\302\2332J\342\200\256B\"\nRSSMRA85T10A562;x\n");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = cli_fixture_write (fixture, names[i], HEADER MARIO);

      cli_fixture_expect (fixture, 0, "recipients", "check", file, NULL);
      cli_assert_contains (fixture->out, "1 person ready");
    }
  cli_fixture_expect (fixture, 1, "recipients", "check", "--", "-r\n\033[2J.csv", NULL);
  cli_assert_contains (fixture->err, "-r  [2J.csv: The file cannot be opened");
  /* Names of columns too: in one line, and nothing that a terminal obeys. */
  cli_fixture_expect (fixture, 3, "recipients", "check", header, NULL);
  cli_assert_contains (fixture->out, "fiscal code: “codice fiscale”");
  cli_assert_contains (fixture->out, "row 2, codice fiscale: ");
  cli_assert_lacks (fixture->out, "\302\233");
  cli_assert_lacks (fixture->out, "\342\200\256");
}

/* A long file is no silence. */
static void
test_progress (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *file = cli_fixture_sample (fixture, 200000);

  g_assert_cmpint (cli_fixture_run_on_terminal (fixture, "", "recipients", "check", file, NULL), ==,
                   0);
  cli_assert_contains (fixture->out, "Reading");
  cli_assert_contains (fixture->out, " of about ");
  cli_fixture_expect (fixture, 0, "--quiet", "recipients", "check", file, NULL);
  g_assert_cmpstr (fixture->err, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/reading/overrides", test_overrides);
  g_test_add_func ("/cli/reading/names", test_names);
  g_test_add_func ("/cli/reading/progress", test_progress);
  return g_test_run ();
}
