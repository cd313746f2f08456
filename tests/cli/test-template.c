/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Templates: files in, files out, and what is wrong with them. */

#define G_LOG_DOMAIN "test-cli"

#include "cli-fixture.h"

#define GOOD                                                                                      \
  "{\"name\": \"Avviso di prova\", \"kind\": \"news\", \"subject\": \"Chiusura di {{luogo}}\","   \
  " \"markdown\": \"Ciao {{nome | altrimenti: ciao}},\\n\\n**{{luogo}}** resta chiusa il giorno " \
  "{{giorno | data lunga}} per i lavori che ti avevamo annunciato con la lettera di marzo.\"}"

static JsonNode *
find_remark (JsonNode *check, const char *code)
{
  JsonArray *remarks = json_object_get_array_member (cli_get_object (check), "remarks");

  for (guint i = 0; i < json_array_get_length (remarks); i++)
    {
      JsonNode *remark = json_array_get_element (remarks, i);

      if (g_str_equal (cli_get_text (remark, "code"), code))
        return remark;
    }
  return NULL;
}

static void
test_catalog (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *file = cli_fixture_write (fixture, "avviso.json", GOOD);
  g_autofree char *out = g_build_filename (fixture->folder, "fuori.json", NULL);
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (JsonNode) shown = NULL;
  gboolean found = FALSE;

  cli_fixture_expect (fixture, 0, "template", "add", file, NULL);
  cli_assert_contains (fixture->out, "Avviso di prova");
  /* The same name again only on purpose. */
  cli_fixture_expect (fixture, 1, "template", "add", file, NULL);
  cli_fixture_expect (fixture, 0, "template", "add", "--replace", file, NULL);
  list = cli_fixture_json (fixture, 0, "template", "list", NULL);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (list)); i++)
    {
      JsonNode *one = json_array_get_element (json_node_get_array (list), i);

      found = found || g_str_equal (cli_get_text (one, "name"), "Avviso di prova");
    }
  g_assert_true (found);
  cli_fixture_expect (fixture, 0, "template", "list", NULL);
  cli_assert_contains (fixture->out, "Avviso di prova");
  shown = cli_fixture_json (fixture, 0, "template", "show", "Avviso di prova", NULL);
  g_assert_cmpstr (cli_get_text (shown, "kind"), ==, "news");
  g_assert_cmpstr (cli_get_text (shown, "subject"), ==, "Chiusura di {{luogo}}");

  /* What is written out can be read in. */
  cli_fixture_expect (fixture, 0, "template", "export", "avviso di prova", "--output", out, NULL);
  cli_fixture_expect (fixture, 0, "template", "check", out, NULL);
  cli_fixture_expect (fixture, 0, "template", "remove", "Avviso di prova", NULL);
  cli_fixture_expect (fixture, 1, "template", "show", "Avviso di prova", NULL);
  cli_fixture_expect (fixture, 1, "template", "remove", "Avviso di prova", NULL);
  cli_fixture_expect (fixture, 0, "template", "add", out, NULL);
}

/* Every template that comes with the program is in order with its sample row. */
static void
test_starters (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *folder = g_build_filename (g_getenv ("ION_DATA_DIR"), "templates", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      if (!g_str_has_suffix (name, ".json"))
        continue;
      cli_fixture_expect (fixture, 0, "template", "check", file, NULL);
      n++;
    }
  g_assert_cmpint (n, >=, 1);
}

static void
check_bad (CliFixture *fixture, const char *text, const char *code)
{
  g_autofree char *file = cli_fixture_write (fixture, "cattivo.json", text);
  int status = cli_fixture_run (fixture, "--json", "template", "check", file, NULL);
  g_autoptr (JsonNode) check = NULL;

  /* What cannot be read is a failure, what can be read and not sent waits for a person. */
  g_assert_true (status == 1 || status == 3);
  g_assert_cmpint (status == 1 ? strlen (fixture->err) : strlen (fixture->out), >, 20);
  if (code == NULL || status == 1)
    return;
  check = json_from_string (fixture->out, NULL);
  if (find_remark (check, code) == NULL)
    g_error ("no “%s” among:\n%s", code, fixture->out);
}

static char *
with_markdown (const char *markdown)
{
  return g_strdup_printf ("{\"name\": \"x\", \"kind\": \"news\", \"subject\": \"Un titolo lungo "
                          "abbastanza\", \"markdown\": \"%s\"}",
                          markdown);
}

static void
test_bad (void)
{
  static const char *const texts[] = {
    "",
    "[]",
    "{\"name\": 3}",
    "{\"name\": \"x\"}",
    "{\"name\": \"x\", \"kind\": \"news\", \"subject\": \"Un titolo\", \"markdown\": \"y\","
    " \"nonsense\": 1}",
    "{\"name\": \"x\", \"kind\": \"poetry\", \"subject\": \"Un titolo\", \"markdown\": \"y\"}",
    "\xff\xfe\x01",
  };
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *unclosed = with_markdown ("Ciao {{nome, come stai?");
  g_autofree char *format = with_markdown ("Ciao {{nome | rovescio}}, come stai?");
  g_autofree char *brief = with_markdown ("Breve.");
  g_autofree char *short_file = cli_fixture_write (fixture, "breve.json", brief);
  g_autoptr (JsonNode) check = NULL;
  g_autofree char *place = cli_fixture_write (fixture, "posto.json", unclosed);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    check_bad (fixture, texts[i], NULL);
  check_bad (fixture, unclosed, NULL);
  check_bad (fixture, format, NULL);
  /* Too short with made-up data is no more than a warning. */
  check = cli_fixture_json (fixture, 0, "template", "check", short_file, NULL);
  g_assert_nonnull (find_remark (check, "markdown-length"));
  cli_fixture_expect (fixture, 1, "template", "add", place, NULL);
  cli_fixture_expect (fixture, 1, "template", "check", "no such template", NULL);
}

/* A campaign keeps the template as it was. */
static void
test_snapshot (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  g_autofree char *id = NULL;
  g_autofree char *subject = NULL;
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) after = NULL;
  g_autoptr (JsonNode) shown = NULL;

  cli_fixture_serve (fixture, "--rate", "none", NULL);
  cli_fixture_make_office (fixture);
  id = cli_fixture_new_campaign (fixture, 2);
  before = cli_fixture_json (fixture, 0, "campaign", "preview", id, NULL);
  cli_fixture_expect (fixture, 0, "template", "add", template_file, NULL);
  shown = cli_fixture_json (fixture, 0, "template", "show", "Retta scolastica", NULL);
  cli_fixture_expect (fixture, 0, "template", "remove", cli_get_text (shown, "name"), NULL);
  after = cli_fixture_json (fixture, 0, "campaign", "preview", id, NULL);
  g_assert_cmpstr (cli_get_text (before, "subject"), ==, cli_get_text (after, "subject"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/template/catalog", test_catalog);
  g_test_add_func ("/cli/template/starters", test_starters);
  g_test_add_func ("/cli/template/bad", test_bad);
  g_test_add_func ("/cli/template/snapshot", test_snapshot);
  return g_test_run ();
}
