/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* See cli-fixture.h. The binaries' places come from the build: $ION_CLI, $ION_MAKE_SAMPLE,
 * $ION_DATA_DIR. */

#define G_LOG_DOMAIN "test-cli"

#include "cli-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

/* Long enough for the slowest machine: only a test that has failed waits so long. */
#define PATIENCE_SECONDS 60

CliFixture *
cli_fixture_new (void)
{
  CliFixture *self = g_new0 (CliFixture, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("io-notifier-cli-XXXXXX", &error);
  g_assert_no_error (error);
  self->office = g_build_filename (self->folder, "office", NULL);
  self->book = g_build_filename (self->folder, "book.jsonl", NULL);
  self->log = g_build_filename (self->folder, "spawned.log", NULL);
  self->environment = g_get_environ ();
  return self;
}

void
cli_fixture_setenv (CliFixture *self, const char *name, const char *value)
{
  self->environment = value != NULL ? g_environ_setenv (self->environment, name, value, TRUE)
                                    : g_environ_unsetenv (self->environment, name);
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

/* What was spawned may have been killed, but never complained. */
static void
check_log (CliFixture *self)
{
  g_autofree char *text = NULL;

  if (g_file_get_contents (self->log, &text, NULL, NULL) &&
      (strstr (text, "Sanitizer") != NULL || strstr (text, "runtime error:") != NULL ||
       strstr (text, "-CRITICAL **") != NULL || strstr (text, "-WARNING **") != NULL))
    g_error ("a spawned process complained:\n%s", text);
}

void
cli_fixture_free (CliFixture *self)
{
  cli_fixture_stop_platform (self);
  check_log (self);
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->office);
  g_free (self->book);
  g_free (self->url);
  g_free (self->out);
  g_free (self->err);
  g_free (self->log);
  g_strfreev (self->environment);
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
      if (!self->is_real)
        g_ptr_array_add (line, (char *) "--practice");
      g_ptr_array_add (line, (char *) "--office");
      g_ptr_array_add (line, self->office);
    }
  return line;
}

/* A test that fails ends at once; what it has launched goes with it. */
static void
die_with_parent_cb (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static GSubprocess *
launch (CliFixture *self, GSubprocessFlags flags, GPtrArray *line)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (flags);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_set_child_setup (launcher, die_with_parent_cb, NULL, NULL);
  g_subprocess_launcher_set_environ (launcher, self->environment);
  if ((flags & G_SUBPROCESS_FLAGS_STDERR_PIPE) == 0)
    g_subprocess_launcher_set_stderr_file_path (launcher, self->log);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) line->pdata, &error);
  g_assert_no_error (error);
  return process;
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
  self->platform = launch (self, G_SUBPROCESS_FLAGS_STDOUT_PIPE, line);
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
  g_assert_cmpint (soup_message_get_status (message) / 100, ==, 2);
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
  process = launch (self, flags, line);
  g_subprocess_communicate_utf8 (process, input, NULL, &self->out, &self->err, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_if_exited (process))
    g_error ("ended by signal %d:\n%s", g_subprocess_get_term_sig (process), self->err);
  if (strstr (self->err, "-CRITICAL **") != NULL || strstr (self->err, "-WARNING **") != NULL)
    g_error ("the program complained:\n%s", self->err);
  return g_subprocess_get_exit_status (process);
}

void
cli_fixture_set_faults (CliFixture *self, ...)
{
  g_autoptr (GString) body = g_string_new ("{\"faults\": [");
  g_autofree char *answer = NULL;
  const char *fault;
  va_list faults;

  va_start (faults, self);
  for (guint i = 0; (fault = va_arg (faults, const char *)) != NULL; i++)
    g_string_append_printf (body, "%s\"%s\"", i > 0 ? ", " : "", fault);
  va_end (faults);
  g_string_append (body, "]}");
  answer = cli_fixture_control (self, "faults", body->str);
}

static G_GNUC_NORETURN void
fail_status (CliFixture *self, GPtrArray *line, int got, int expected)
{
  g_autofree char *call = g_strjoinv (" ", (char **) line->pdata + 1);

  g_error ("%s:\nexit status %d instead of %d:\n%s%s", call, got, expected, self->out, self->err);
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

void
cli_fixture_wait_for_log (CliFixture *self, const char *sentence)
{
  for (int i = 0; i < PATIENCE_SECONDS * 50; i++)
    {
      g_autofree char *log = NULL;

      if (g_file_get_contents (self->log, &log, NULL, NULL) && strstr (log, sentence) != NULL)
        return;
      g_usleep (20000);
    }
  g_error ("it never said “%s”", sentence);
}

void
cli_fixture_expect (CliFixture *self, int status, ...)
{
  g_autoptr (GPtrArray) line = begin_line (self);
  va_list words;
  int got;

  va_start (words, status);
  append_words (line, words);
  va_end (words);
  got = run_line (self, NULL, line);
  if (got != status)
    fail_status (self, line, got, status);
}

void
cli_fixture_expect_input (CliFixture *self, int status, const char *input, ...)
{
  g_autoptr (GPtrArray) line = begin_line (self);
  va_list words;
  int got;

  va_start (words, input);
  append_words (line, words);
  va_end (words);
  got = run_line (self, input, line);
  if (got != status)
    fail_status (self, line, got, status);
}

/* Reads until the last process on the other side has gone (the kernel then says EIO). */
static char *
read_terminal (int terminal)
{
  GString *text = g_string_new (NULL);
  char buffer[1024];
  ssize_t n;

  while ((n = read (terminal, buffer, sizeof buffer)) > 0 || (n < 0 && errno == EINTR))
    if (n > 0)
      g_string_append_len (text, buffer, n);
  return g_string_free (text, FALSE);
}

int
cli_fixture_run_on_terminal (CliFixture *self, const char *input, ...)
{
  g_autoptr (GPtrArray) line = begin_line (self);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  int terminal = posix_openpt (O_RDWR | O_NOCTTY | O_CLOEXEC);
  int other;
  va_list words;

  g_assert_cmpint (terminal, >=, 0);
  g_assert_cmpint (grantpt (terminal), ==, 0);
  g_assert_cmpint (unlockpt (terminal), ==, 0);
  other = open (ptsname (terminal), O_RDWR | O_NOCTTY | O_CLOEXEC);
  g_assert_cmpint (other, >=, 0);
  va_start (words, input);
  append_words (line, words);
  va_end (words);
  g_ptr_array_add (line, NULL);
  g_subprocess_launcher_set_environ (launcher, self->environment);
  g_subprocess_launcher_take_stdin_fd (launcher, dup (other));
  g_subprocess_launcher_take_stdout_fd (launcher, dup (other));
  g_subprocess_launcher_take_stderr_fd (launcher, other);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) line->pdata, &error);
  g_assert_no_error (error);
  g_clear_object (&launcher);
  g_assert_cmpint (write (terminal, input, strlen (input)), ==, (ssize_t) strlen (input));
  g_clear_pointer (&self->err, g_free);
  g_free (self->out);
  self->out = read_terminal (terminal);
  close (terminal);
  g_subprocess_wait (process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

GSubprocess *
cli_fixture_spawn (CliFixture *self, ...)
{
  g_autoptr (GPtrArray) line = begin_line (self);
  va_list words;

  va_start (words, self);
  append_words (line, words);
  va_end (words);
  g_ptr_array_add (line, NULL);
  return launch (self, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, line);
}

int
cli_fixture_wait (CliFixture *self, GSubprocess *process)
{
  g_autofree char *log = NULL;

  g_subprocess_wait (process, NULL, NULL);
  if (g_subprocess_get_if_exited (process))
    return g_subprocess_get_exit_status (process);
  g_file_get_contents (self->log, &log, NULL, NULL);
  g_error ("ended by signal %d:\n%s", g_subprocess_get_term_sig (process), log);
}

void
cli_fixture_wait_for_book (CliFixture *self, guint messages)
{
  for (int i = 0; i < PATIENCE_SECONDS * 50; i++)
    {
      g_autoptr (GPtrArray) book = cli_fixture_read_book (self);

      if (book->len >= messages)
        return;
      g_usleep (20000);
    }
  g_error ("the platform was not given %u messages", messages);
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
    fail_status (self, line, got, status);
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

static void
fill_office (CliFixture *self)
{
  g_autofree char *key = cli_fixture_write (self, "key", "practice-scuola-0123456789\n");

  cli_fixture_expect (self, 0, "office", "set", "rate", "100000/5", NULL);
  cli_fixture_expect (self, 0, "service", "add", "--id", "scuola", "--name",
                      "Servizi scolastici e educativi", "--key-file", key, NULL);
  g_unlink (key);
}

void
cli_fixture_make_office (CliFixture *self)
{
  cli_fixture_expect (self, 0, "office", "set", "api-url", self->url, NULL);
  fill_office (self);
}

void
cli_fixture_use_keyring (CliFixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  const char *given = g_environ_getenv (self->environment, "ASAN_OPTIONS");
  g_autofree char *options = g_strconcat (given != NULL ? given : "", ":detect_leaks=0", NULL);

  cli_fixture_setenv (self, "SECRET_BACKEND", "file");
  cli_fixture_setenv (self, "SECRET_FILE_TEST_PATH", path);
  cli_fixture_setenv (self, "SECRET_FILE_TEST_PASSWORD", "a password for tests");
  cli_fixture_setenv (self, "CREDENTIALS_DIRECTORY", NULL);
  /* This mode of libsecret leaks a string at each save. */
  cli_fixture_setenv (self, "ASAN_OPTIONS", options);
}

void
cli_fixture_make_real_office (CliFixture *self)
{
  self->is_real = TRUE;
  cli_fixture_expect (self, 0, "office", "init", "--name", "Comune di Ferrara",
                      "--organization-code", "00297110389", "--api-url", self->url, NULL);
  fill_office (self);
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

int
cli_fixture_follow (CliFixture *self, const char *campaign)
{
  for (int i = 0; i < PATIENCE_SECONDS; i++)
    {
      int status = cli_fixture_run (self, "campaign", "follow", campaign, "--once", NULL);
      g_autoptr (JsonNode) figures = cli_fixture_json (self, 0, "campaign", "show", campaign, NULL);

      if (cli_get_int (figures, "delivered") > 0)
        return status;
      g_usleep (G_USEC_PER_SEC / 2);
    }
  g_error ("nothing was delivered");
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

JsonObject *
cli_get_object (JsonNode *node)
{
  return json_node_get_object (node);
}

gint64
cli_get_int (JsonNode *node, const char *name)
{
  if (!json_object_has_member (json_node_get_object (node), name))
    g_error ("there is no “%s”", name);
  return json_object_get_int_member (json_node_get_object (node), name);
}

const char *
cli_get_text (JsonNode *node, const char *name)
{
  JsonNode *member = json_object_get_member (json_node_get_object (node), name);

  if (member == NULL)
    g_error ("there is no “%s”", name);
  return JSON_NODE_HOLDS_NULL (member) ? "" : json_node_get_string (member);
}

void
cli_assert_sum (JsonNode *figures, gint64 rows)
{
  static const char *const states[] = {
    "pending",  "sending", "not_on_io", "switched_off", "accepted",  "delivered",
    "rejected", "failed",  "refused",   "uncertain",    "cancelled", "excluded",
  };
  gint64 sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    sum += cli_get_int (figures, states[i]);
  g_assert_cmpint (sum, ==, rows);
  g_assert_cmpint (cli_get_int (figures, "rows"), ==, rows);
}

void
cli_assert_nobody_twice (CliFixture *self)
{
  g_autoptr (GPtrArray) book = cli_fixture_read_book (self);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < book->len; i++)
    {
      JsonObject *entry = g_ptr_array_index (book, i);
      char *key = g_strconcat (json_object_get_string_member (entry, "fiscal_code"), "/",
                               json_object_get_string_member (entry, "notice_number"), NULL);

      if (!g_hash_table_add (seen, key))
        g_error ("a person got the same message twice");
    }
}
