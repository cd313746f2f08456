/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* See cli-fixture.h. The binaries' places come from the build: $ION_CLI, $ION_MAKE_SAMPLE,
 * $ION_DATA_DIR. */

#define G_LOG_DOMAIN "test-cli"

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>

CliFixture *
cli_fixture_new (void)
{
  CliFixture *self = g_new0 (CliFixture, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("io-notifier-cli-XXXXXX", &error);
  g_assert_no_error (error);
  self->office = g_build_filename (self->folder, "office", NULL);
  self->book = g_build_filename (self->folder, "book.jsonl", NULL);
  return self;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
cli_fixture_stop_platform (CliFixture *self)
{
  if (self->platform == NULL)
    return;
  g_subprocess_force_exit (self->platform);
  g_subprocess_wait (self->platform, NULL, NULL);
  g_clear_object (&self->platform);
}

void
cli_fixture_free (CliFixture *self)
{
  cli_fixture_stop_platform (self);
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->office);
  g_free (self->book);
  g_free (self->url);
  g_free (self->out);
  g_free (self->err);
  g_free (self);
}

static void
append_words (GPtrArray *line, va_list words)
{
  const char *word;

  while ((word = va_arg (words, const char *)) != NULL)
    g_ptr_array_add (line, (char *) word);
}

static GPtrArray *
begin_line (CliFixture *self)
{
  GPtrArray *line = g_ptr_array_new ();

  g_ptr_array_add (line, (char *) g_getenv ("ION_CLI"));
  if (self != NULL)
    {
      g_ptr_array_add (line, (char *) "--practice");
      g_ptr_array_add (line, (char *) "--office");
      g_ptr_array_add (line, self->office);
    }
  return line;
}

void
cli_fixture_serve (CliFixture *self, ...)
{
  g_autoptr (GPtrArray) line = begin_line (NULL);
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (GError) error = NULL;
  va_list words;

  g_ptr_array_add (line, (char *) "practice");
  g_ptr_array_add (line, (char *) "serve");
  g_ptr_array_add (line, (char *) "--book");
  g_ptr_array_add (line, self->book);
  va_start (words, self);
  append_words (line, words);
  va_end (words);
  g_ptr_array_add (line, NULL);
  cli_fixture_stop_platform (self);
  self->platform =
      g_subprocess_newv ((const char *const *) line->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->platform));
  g_free (self->url);
  self->url = g_data_input_stream_read_line_utf8 (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->url);
}

char *
cli_fixture_control (CliFixture *self, const char *path, const char *body)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *root = g_strndup (self->url, strlen (self->url) - strlen ("/api/v1"));
  g_autofree char *uri = g_strconcat (root, "/practice/", path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (body != NULL ? "POST" : "GET", uri);
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GError) error = NULL;

  if (body != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

      soup_message_set_request_body_from_bytes (message, "application/json", bytes);
    }
  answer = soup_session_send_and_read (session, message, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
}

static int
run_line (CliFixture *self, const char *input, GPtrArray *line)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE;

  g_ptr_array_add (line, NULL);
  if (input != NULL)
    flags |= G_SUBPROCESS_FLAGS_STDIN_PIPE;
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
  process = g_subprocess_newv ((const char *const *) line->pdata, flags, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, &self->out, &self->err, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_if_exited (process))
    g_error ("ended by signal %d:\n%s", g_subprocess_get_term_sig (process), self->err);
  if (strstr (self->err, "-CRITICAL **") != NULL || strstr (self->err, "-WARNING **") != NULL)
    g_error ("the program complained:\n%s", self->err);
  return g_subprocess_get_exit_status (process);
}

int
cli_fixture_run (CliFixture *self, ...)
{
  g_autoptr (GPtrArray) line = begin_line (self);
  va_list words;

  va_start (words, self);
  append_words (line, words);
  va_end (words);
  return run_line (self, NULL, line);
}

int
cli_fixture_run_input (CliFixture *self, const char *input, ...)
{
  g_autoptr (GPtrArray) line = begin_line (self);
  va_list words;

  va_start (words, input);
  append_words (line, words);
  va_end (words);
  return run_line (self, input, line);
}

GSubprocess *
cli_fixture_spawn (CliFixture *self, ...)
{
  g_autoptr (GPtrArray) line = begin_line (self);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;
  va_list words;

  va_start (words, self);
  append_words (line, words);
  va_end (words);
  g_ptr_array_add (line, NULL);
  process =
      g_subprocess_newv ((const char *const *) line->pdata,
                         G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                         &error);
  g_assert_no_error (error);
  return process;
}

JsonNode *
cli_fixture_json (CliFixture *self, int status, ...)
{
  g_autoptr (GPtrArray) line = begin_line (self);
  g_autoptr (GError) error = NULL;
  JsonNode *node;
  va_list words;
  int got;

  g_ptr_array_add (line, (char *) "--json");
  va_start (words, status);
  append_words (line, words);
  va_end (words);
  got = run_line (self, NULL, line);
  if (got != status)
    g_error ("exit status %d instead of %d:\n%s%s", got, status, self->out, self->err);
  node = json_from_string (self->out, &error);
  g_assert_no_error (error);
  return node;
}

char *
cli_fixture_write (CliFixture *self, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (self->folder, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

char *
cli_fixture_sample (CliFixture *self, int rows)
{
  g_autofree char *number = g_strdup_printf ("%d", rows);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *line[] = { g_getenv ("ION_MAKE_SAMPLE"), "--rows", number, NULL };

  g_spawn_sync (NULL, (char **) line, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return cli_fixture_write (self, "rette.csv", text);
}

char *
cli_fixture_template (const char *name)
{
  return g_strdup_printf ("%s/templates/%s.json", g_getenv ("ION_DATA_DIR"), name);
}

void
cli_fixture_make_office (CliFixture *self)
{
  g_autofree char *key = cli_fixture_write (self, "key", "practice-scuola-0123456789\n");

  g_assert_cmpint (cli_fixture_run (self, "office", "set", "api-url", self->url, NULL), ==, 0);
  g_assert_cmpint (cli_fixture_run (self, "office", "set", "rate", "100000/5", NULL), ==, 0);
  g_assert_cmpint (cli_fixture_run (self, "service", "add", "--id", "scuola", "--name",
                                    "Servizi scolastici e educativi", "--key-file", key, NULL),
                   ==, 0);
}

char *
cli_fixture_new_campaign (CliFixture *self, int rows)
{
  g_autofree char *file = cli_fixture_sample (self, rows);
  g_autofree char *template_file = cli_fixture_template ("retta-scolastica");
  int status = cli_fixture_run (self, "campaign", "new", "--service", "scuola", "--template",
                                template_file, "--recipients", file, NULL);

  if (status != 0)
    g_error ("campaign new ended with %d:\n%s", status, self->err);
  return g_strdup (g_strstrip (self->out));
}

GPtrArray *
cli_fixture_read_book (CliFixture *self)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (self->book, &text, NULL, NULL))
    return entries;
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_autoptr (JsonNode) node = **line != '\0' ? json_from_string (*line, NULL) : NULL;

      if (node != NULL)
        g_ptr_array_add (entries, json_object_ref (json_node_get_object (node)));
    }
  return entries;
}
