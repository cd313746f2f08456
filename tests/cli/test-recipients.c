/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Files of recipients: read as they are, and checked without being stored. */

#define G_LOG_DOMAIN "test-cli"

#include "cli-fixture.h"

#define HEADER "CODICE FISCALE;Nome;Alunno;Mese;Importo;Scadenza;Avviso\n"

/* A day that has not passed, as an office writes it. */
static char *
get_due_day (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) due = g_date_time_add_days (now, days);

  return g_date_time_format (due, "%d/%m/%Y");
}

static char *
make_row (const char *code, const char *name, const char *amount, const char *notice)
{
  g_autofree char *day = get_due_day (300);

  return g_strdup_printf ("%s;%s;FIGLIO DI %s;ottobre;%s;%s;%s\n", code, name, name, amount, day,
                          notice);
}

/* @rows: "code|name|amount|notice" */
static char *
make_file (CliFixture *fixture, const char *const *rows)
{
  GString *text = g_string_new (HEADER);
  char *path;

  for (; *rows != NULL; rows++)
    {
      g_auto (GStrv) parts = g_strsplit (*rows, "|", 4);
      g_autofree char *row = make_row (parts[0], parts[1], parts[2], parts[3]);

      g_string_append (text, row);
    }
  path = cli_fixture_write (fixture, "rette.csv", text->str);
  g_string_free (text, TRUE);
  return path;
}

static JsonNode *
check (CliFixture *fixture, int status, const char *file)
{
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");

  return cli_fixture_json (fixture, status, "recipients", "check", file, "--template",
                           template_file, NULL);
}

static JsonNode *
find_code (JsonNode *report, const char *list, const char *code)
{
  JsonArray *array = json_object_get_array_member (cli_get_object (report), list);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_str_equal (cli_get_text (json_array_get_element (array, i), "code"), code))
      return json_array_get_element (array, i);
  return NULL;
}

static void
assert_code (CliFixture *fixture, JsonNode *report, const char *list, const char *code, gint64 row)
{
  JsonNode *found = find_code (report, list, code);

  if (found == NULL)
    g_error ("no “%s” among the %s of:\n%s", code, list, fixture->out);
  g_assert_cmpint (strlen (cli_get_text (found, "message")), >, 10);
  if (row > 0)
    g_assert_cmpint (cli_get_int (found, "row"), ==, row);
}

static const char *const good_rows[] = {
  "RSSMRA85T10A562S|MARIO|85,50|301011100007347557",
  "BNCLRA80A41H501D|LAURA|1.120,00|301011100007348264",
  "VRDGPP75C12F205K|GIUSEPPE|90|301011100007348971",
  NULL,
};

/* Every key that scripts are promised. */
static void
test_contract (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *file = make_file (fixture, good_rows);
  g_autoptr (JsonNode) report = check (fixture, 0, file);
  JsonObject *object = cli_get_object (report);
  JsonObject *totals = json_object_get_object_member (object, "totals");
  JsonArray *columns = json_object_get_array_member (object, "columns");
  JsonNode *first = json_array_get_element (columns, 0);

  g_assert_cmpstr (cli_get_text (report, "format"), ==, "csv");
  g_assert_cmpstr (cli_get_text (report, "encoding"), ==, "UTF-8");
  g_assert_cmpstr (cli_get_text (report, "separator"), ==, ";");
  g_assert_true (json_object_get_null_member (object, "sheet"));
  g_assert_cmpint (cli_get_int (report, "rows"), ==, 3);
  g_assert_cmpint (cli_get_int (report, "valid"), ==, 3);
  g_assert_cmpint (cli_get_int (report, "invalid"), ==, 0);
  g_assert_cmpint (cli_get_int (report, "duplicates"), ==, 0);
  g_assert_cmpint (json_array_get_length (columns), ==, 7);
  g_assert_cmpstr (cli_get_text (first, "column"), ==, "CODICE FISCALE");
  g_assert_cmpstr (cli_get_text (first, "field"), ==, "fiscal_code");
  g_assert_cmpint (json_array_get_length (json_object_get_array_member (object, "errors")), ==, 0);
  g_assert_cmpint (json_array_get_length (json_object_get_array_member (object, "warnings")), ==,
                   0);
  g_assert_cmpint (json_array_get_length (json_object_get_array_member (object, "doubts")), ==, 0);
  g_assert_cmpint (json_object_get_int_member (totals, "people"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (totals, "amount"), ==, 8550 + 112000 + 9000);
  g_assert_cmpint (json_object_get_int_member (totals, "amount_min"), ==, 8550);
  g_assert_cmpint (json_object_get_int_member (totals, "amount_max"), ==, 112000);
  g_assert_cmpint (strlen (json_object_get_string_member (totals, "due_from")), ==, 10);
  g_assert_cmpstr (json_object_get_string_member (totals, "due_from"), ==,
                   json_object_get_string_member (totals, "due_to"));
  /* Nothing was stored, not even an office. */
  g_assert_false (g_file_test (fixture->office, G_FILE_TEST_EXISTS));
}

static void
test_errors (void)
{
  static const char *const rows[] = {
    "RSSMRA85T10A562S|MARIO|85,50|301011100007347557",
    "BNCLRA80A41H501D|LAURA|ottanta|301011100007348264",
    "VRDGPP75C12F205K|GIUSEPPE|90|301011100007348972",
    "01234567890|VANNA|90|301011100007349678",
    "FRRNNA90D55D969M|ANNA||301011100007350385",
    "XXXX|NESSUNO|90|301011100007351092",
    "NREPLA68L20A944X|PAOLO|90|301011100007351706",
    "RSSMRA85T10A562S|MARIO|85,50|301011100007347557",
    NULL,
  };
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *file = make_file (fixture, rows);
  g_autofree char *fixed = g_build_filename (fixture->folder, "corretto.csv", NULL);
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autoptr (JsonNode) report = check (fixture, 3, file);
  g_autoptr (JsonNode) table = NULL;
  JsonArray *array, *header;
  JsonNode *error;

  g_assert_cmpint (cli_get_int (report, "rows"), ==, 8);
  g_assert_cmpint (cli_get_int (report, "invalid"), ==, 5);
  g_assert_cmpint (cli_get_int (report, "duplicates"), ==, 1);
  g_assert_cmpint (cli_get_int (report, "valid"), ==, 2);
  assert_code (fixture, report, "errors", "amount-unreadable", 3);
  error = find_code (report, "errors", "amount-unreadable");
  g_assert_cmpstr (cli_get_text (error, "column"), ==, "Importo");
  assert_code (fixture, report, "warnings", "check-character", 8);
  assert_code (fixture, report, "warnings", "duplicate", 9);
  /* Whoever reads the report does not read a whole code. */
  cli_assert_lacks (fixture->out, "RSSMRA85T10A562S");

  /* Written back with the errors beside each row. */
  cli_fixture_expect (fixture, 3, "recipients", "check", file, "--template", template_file,
                      "--output", fixed, NULL);
  cli_assert_contains (fixture->out, "Importo");
  table = cli_fixture_json (fixture, 0, "recipients", "read", fixed, NULL);
  array = json_node_get_array (table);
  g_assert_cmpint (json_array_get_length (array), ==, 9);
  header = json_array_get_array_element (array, 0);
  g_assert_cmpint (json_array_get_length (header), ==, 8);
  g_assert_cmpstr (json_array_get_string_element (header, 7), ==, "errori");
  g_assert_cmpstr (json_array_get_string_element (json_array_get_array_element (array, 1), 7), ==,
                   "");
  g_assert_cmpstr (json_array_get_string_element (json_array_get_array_element (array, 2), 7), !=,
                   "");
}

static void
test_doubts (void)
{
  static const char *const minors[] = {
    "RSSLCU15A01H501W|LUCA|85,50|301011100007347557",
    "BNCSRA14B42F205C|SARA|90|301011100007348264",
    "VRDMRC16C03D969V|MARCO|90|301011100007348971",
    NULL,
  };
  static const char *const same_notice[] = {
    "RSSMRA85T10A562S|MARIO|85,50|301011100007347557",
    "BNCLRA80A41H501D|LAURA|90|301011100007347557",
    "VRDGPP75C12F205K|GIUSEPPE|90|301011100007348971",
    NULL,
  };
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *file = make_file (fixture, minors);
  g_autoptr (JsonNode) report = check (fixture, 3, file);
  JsonNode *doubt;

  assert_code (fixture, report, "doubts", "minors", 0);
  doubt = find_code (report, "doubts", "minors");
  g_assert_cmpint (cli_get_int (doubt, "rows"), ==, 3);

  /* A campaign from it needs a person's word, doubt by doubt; else nothing is stored. */
  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_make_office (fixture);
  cli_fixture_expect (fixture, 3, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, NULL);
  cli_assert_contains (fixture->err, "minors");
  g_assert_cmpstr (fixture->out, ==, "");
  cli_fixture_expect (fixture, 3, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, "--accept", "same-file", NULL);
  cli_fixture_expect (fixture, 0, "campaign", "list", NULL);
  g_assert_cmpstr (fixture->out, ==, "");
  cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, "--accept", "minors", NULL);

  g_free (file);
  file = make_file (fixture, same_notice);
  g_clear_pointer (&report, json_node_unref);
  report = check (fixture, 3, file);
  assert_code (fixture, report, "doubts", "notice-on-different-people", 0);
}

/* The same file twice, and a person who has the same notice already. */
static void
test_already_sent (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *file = make_file (fixture, good_rows);
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) report = NULL;

  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_make_office (fixture);
  cli_fixture_expect (fixture, 0, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, NULL);
  id = g_strdup (g_strstrip (fixture->out));
  cli_fixture_expect (fixture, 0, "campaign", "send", id, "--yes", NULL);
  report = check (fixture, 3, file);
  g_assert_true (find_code (report, "doubts", "same-file") != NULL ||
                 find_code (report, "doubts", "already-sent") != NULL);
  cli_fixture_expect (fixture, 3, "campaign", "new", "--service", "scuola", "--template",
                      template_file, "--recipients", file, NULL);
}

static void
test_map (void)
{
  static const char text[] = "persona,chi,ragazzo,quando,quanto,entro,numero\n";
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *day = get_due_day (200);
  g_autofree char *whole =
      g_strdup_printf ("%sRSSMRA85T10A562S,MARIO,LUCA,ottobre,\"85,50\",%s,301011100007347557\n",
                       text, day);
  g_autofree char *file = cli_fixture_write (fixture, "strano.csv", whole);
  g_autoptr (JsonNode) report = NULL;

  cli_fixture_expect (fixture, 1, "recipients", "check", file, "--template", template_file, NULL);
  cli_fixture_expect (fixture, 1, "recipients", "check", file, "--template", template_file, "--map",
                      "fiscal_code=inesistente", NULL);
  report = cli_fixture_json (fixture, 0, "recipients", "check", file, "--template", template_file,
                             "--map", "fiscal_code=persona", "--map", "nome=chi", "--map",
                             "alunno=ragazzo", "--map", "mese=quando", "--map", "importo=quanto",
                             "--map", "scadenza=entro", "--map", "avviso=numero", NULL);
  g_assert_cmpint (cli_get_int (report, "valid"), ==, 1);
  g_assert_cmpstr (cli_get_text (report, "separator"), ==, ",");
}

static void
test_unreadable (void)
{
  static const char binary[] = "\x7f"
                               "ELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00\x3e";
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *file = g_build_filename (fixture->folder, "programma", NULL);
  g_autofree char *empty = cli_fixture_write (fixture, "vuoto.csv", "");
  g_autofree char *nowhere = g_build_filename (fixture->folder, "manca.csv", NULL);

  g_file_set_contents (file, binary, sizeof binary - 1, NULL);
  cli_fixture_expect (fixture, 1, "recipients", "check", file, NULL);
  g_assert_cmpint (strlen (fixture->err), >, 20);
  cli_fixture_expect (fixture, 1, "recipients", "read", file, NULL);
  cli_fixture_expect (fixture, 1, "recipients", "check", empty, NULL);
  cli_fixture_expect (fixture, 1, "recipients", "check", nowhere, NULL);
  cli_assert_contains (fixture->err, "No such file");
  cli_fixture_expect (fixture, 1, "recipients", "read", nowhere, NULL);
  cli_fixture_expect (fixture, 1, "recipients", "check", fixture->folder, NULL);
}

/* The table before any mapping: what another program would read. */
static void
test_read (void)
{
  static const char text[] = "a;\"b \"\"c\"\"\";citt\xe0\n1;\"x\ny\";3\n;;\n4;5,6;7\n";
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *file = g_build_filename (fixture->folder, "tabella.csv", NULL);
  g_autoptr (JsonNode) table = NULL;
  g_autoptr (JsonNode) limited = NULL;
  JsonArray *rows;

  g_file_set_contents (file, text, sizeof text - 1, NULL);
  cli_fixture_expect (fixture, 0, "recipients", "read", file, NULL);
  g_assert_true (g_str_has_prefix (fixture->out, "a,\"b \"\"c\"\"\",città\r\n1,\"x\ny\",3\r\n"));
  cli_assert_contains (fixture->out, "4,\"5,6\",7\r\n");
  table = cli_fixture_json (fixture, 0, "recipients", "read", file, NULL);
  rows = json_node_get_array (table);
  g_assert_cmpint (json_array_get_length (rows), >=, 3);
  g_assert_cmpstr (json_array_get_string_element (json_array_get_array_element (rows, 0), 1), ==,
                   "b \"c\"");
  limited = cli_fixture_json (fixture, 0, "recipients", "read", file, "--limit", "2", NULL);
  g_assert_cmpint (json_array_get_length (json_node_get_array (limited)), ==, 2);
  g_clear_pointer (&limited, json_node_unref);
  limited = cli_fixture_json (fixture, 0, "recipients", "read", file, "--limit", "0", NULL);
  g_assert_cmpint (json_array_get_length (json_node_get_array (limited)), ==, 0);
  cli_fixture_expect (fixture, 2, "recipients", "read", file, "--limit", "x", NULL);
  cli_fixture_expect (fixture, 2, "recipients", "read", file, "--separator", "abc", NULL);
  cli_fixture_expect (fixture, 1, "recipients", "read", file, "--encoding", "klingon", NULL);
  cli_fixture_expect (fixture, 0, "recipients", "read", file, "--separator", ",", NULL);
  cli_assert_contains (fixture->out, "4;5,6;7");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/recipients/contract", test_contract);
  g_test_add_func ("/cli/recipients/errors", test_errors);
  g_test_add_func ("/cli/recipients/doubts", test_doubts);
  g_test_add_func ("/cli/recipients/already-sent", test_already_sent);
  g_test_add_func ("/cli/recipients/map", test_map);
  g_test_add_func ("/cli/recipients/unreadable", test_unreadable);
  g_test_add_func ("/cli/recipients/read", test_read);
  return g_test_run ();
}
