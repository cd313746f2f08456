/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "test-cli"

#include "cli-search.h"

#include <string.h>

static gboolean
is_avoided (const CliSearch *self, const char *path)
{
  for (char **avoid = self->avoid; *avoid != NULL; avoid++)
    if (g_str_equal (*avoid, path))
      return TRUE;
  return FALSE;
}

/* As a word: a short surname is also a part of ordinary ones. */
static gboolean
contains (const char *text, gsize length, const char *needle)
{
  const char *end = text + length;
  gsize size = strlen (needle);

  for (const char *p = text; (p = memmem (p, (gsize) (end - p), needle, size)) != NULL; p++)
    if ((p == text || !g_ascii_isalpha (p[-1])) && (p + size == end || !g_ascii_isalpha (p[size])))
      return TRUE;
  return FALSE;
}

void
cli_search_text (const CliSearch *self, const char *where, const char *text, gsize length)
{
  for (guint i = 0; i < self->needles->len; i++)
    {
      const char *needle = g_ptr_array_index (self->needles, i);

      if (contains (text, length, needle))
        g_error ("“%s” is in %s", needle, where);
    }
}

void
cli_search_tree (CliSearch *self, const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (is_avoided (self, child))
        continue;
      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        cli_search_tree (self, child);
      else if (g_file_get_contents (child, &text, &length, NULL))
        {
          cli_search_text (self, child, text, length);
          self->n_files++;
        }
    }
}

void
cli_search_add (GPtrArray *needles, const char *text)
{
  /* Short names are found in anything. */
  if (strlen (text) >= 5 && !g_ptr_array_find_with_equal_func (needles, text, g_str_equal, NULL))
    g_ptr_array_add (needles, g_strdup (text));
}

/* Every cell of the people's columns, as written, in the program's letters and in small ones. */
GPtrArray *
cli_search_collect_people (CliFixture *fixture, const char *file)
{
  static const char *const columns[] = { "CODICE FISCALE", "COGNOME", "ALUNNO", "AVVISO" };
  GPtrArray *needles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonNode) table = cli_fixture_json (fixture, 0, "recipients", "read", file, NULL);
  JsonArray *rows = json_node_get_array (table);
  JsonArray *header = json_array_get_array_element (rows, 0);

  for (guint column = 0; column < json_array_get_length (header); column++)
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
      if (g_str_equal (json_array_get_string_element (header, column), columns[i]))
        for (guint row = 1; row < json_array_get_length (rows); row++)
          {
            const char *cell =
                json_array_get_string_element (json_array_get_array_element (rows, row), column);
            g_autofree char *lower = g_utf8_strdown (cell, -1);
            g_autofree char *upper = g_utf8_strup (cell, -1);

            cli_search_add (needles, cell);
            cli_search_add (needles, lower);
            cli_search_add (needles, upper);
          }
  g_assert_cmpint (needles->len, >, json_array_get_length (rows) - 1);
  return needles;
}
