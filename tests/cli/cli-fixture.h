/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Runs the real binary as a person or a script would: an office in a temporary folder, a practice
 * platform of its own in a process of its own, and what came out of each call.
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *folder;          /* (owned): holds everything of the test */
  char *office;          /* (owned): --office */
  gboolean is_real;      /* leaves --practice out */
  char **environment;    /* (owned): of every process started; cli_fixture_setenv() */
  GSubprocess *platform; /* (owned) (nullable) */
  char *url;             /* (owned) (nullable): of the platform */
  char *book;            /* (owned): what the platform was given, line by line */
  char *out;             /* (owned): standard output of the last call */
  char *err;             /* (owned): standard error of the last call */
  char *log;             /* (owned): file with standard error of what was spawned */
} CliFixture;

CliFixture *cli_fixture_new (void);
void cli_fixture_free (CliFixture *self);

/* For the processes started from now on; %NULL takes it away. */
void cli_fixture_setenv (CliFixture *self, const char *name, const char *value);

/* Starts `practice serve` with the words given (%NULL-terminated) and a book; fills url. */
void cli_fixture_serve (CliFixture *self, ...) G_GNUC_NULL_TERMINATED;
void cli_fixture_stop_platform (CliFixture *self);
/* GET or, with @body, POST below /practice/ of the platform: (transfer full) the answer's text. */
char *cli_fixture_control (CliFixture *self, const char *path, const char *body);

/* What goes wrong from now on: "429=0.1", "502@messages=#3"; none for nothing. */
void cli_fixture_set_faults (CliFixture *self, ...) G_GNUC_NULL_TERMINATED;

/* A practice office on the fixture's platform with the service "scuola", its key, and a fast pace.
 */
void cli_fixture_make_office (CliFixture *self);
/* The same as a real office, with its keys in the keyring that the environment names. */
void cli_fixture_make_real_office (CliFixture *self);
/* A keyring of its own for a real office: a file that libsecret's own test mode seals. */
void cli_fixture_use_keyring (CliFixture *self, const char *name);
/* A file below the folder. Returns: (transfer full): its path */
char *cli_fixture_write (CliFixture *self, const char *name, const char *text);
/* A CSV of @rows made-up people as the sample's generator writes it. Returns: (transfer full): its
 * path */
char *cli_fixture_sample (CliFixture *self, int rows);
/* The starter template's file. (transfer full) */
char *cli_fixture_template (const char *name);

/* Runs `io-notifier-cli --practice --office OFFICE words...`; returns the exit status, fills out
 * and err. */
int cli_fixture_run (CliFixture *self, ...) G_GNUC_NULL_TERMINATED;
/* The same with @input on standard input. */
int cli_fixture_run_input (CliFixture *self, const char *input, ...) G_GNUC_NULL_TERMINATED;
/* The same two where only one exit status is right: shows what was said otherwise. */
void cli_fixture_expect (CliFixture *self, int status, ...) G_GNUC_NULL_TERMINATED;
void cli_fixture_expect_input (CliFixture *self, int status, const char *input, ...)
    G_GNUC_NULL_TERMINATED;
/* On a pseudo terminal, with @input typed: the exit status; fills out with all that it showed. */
int cli_fixture_run_on_terminal (CliFixture *self, const char *input, ...) G_GNUC_NULL_TERMINATED;
/* Starts it and does not wait. Standard output goes nowhere, standard error to the log. */
GSubprocess *cli_fixture_spawn (CliFixture *self, ...) G_GNUC_NULL_TERMINATED;
/* Runs with --json, expects @status, and parses. (transfer full) */
JsonNode *cli_fixture_json (CliFixture *self, int status, ...) G_GNUC_NULL_TERMINATED;
/* Waits for what was spawned: its exit status. */
int cli_fixture_wait (CliFixture *self, GSubprocess *process);
/* Waits until the platform's book holds so many messages. */
void cli_fixture_wait_for_book (CliFixture *self, guint messages);
/* Waits until what was spawned has said @sentence. */
void cli_fixture_wait_for_log (CliFixture *self, const char *sentence);
/* A new campaign from the sample; (transfer full): its id */
char *cli_fixture_new_campaign (CliFixture *self, int rows);

/* Asks for the state of what was accepted until some of it is delivered: the last exit status. */
int cli_fixture_follow (CliFixture *self, const char *campaign);

/* Reads one line for each message that the platform took: (element-type JsonObject). (transfer
 * full) */
GPtrArray *cli_fixture_read_book (CliFixture *self);

/* Figures of `campaign show --json` and the like. */
JsonObject *cli_get_object (JsonNode *node);
gint64 cli_get_int (JsonNode *node, const char *name);
/* "" where it is null */
const char *cli_get_text (JsonNode *node, const char *name);
/* The twelve states add up to @rows. */
void cli_assert_sum (JsonNode *figures, gint64 rows);
/* Nobody is in the book twice with the same notice. */
void cli_assert_nobody_twice (CliFixture *self);

#define cli_assert_contains(text, part)                \
  G_STMT_START                                         \
  {                                                    \
    if (strstr ((text), (part)) == NULL)               \
      g_error ("“%s” is not in:\n%s", (part), (text)); \
  }                                                    \
  G_STMT_END

#define cli_assert_lacks(text, part)               \
  G_STMT_START                                     \
  {                                                \
    if (strstr ((text), (part)) != NULL)           \
      g_error ("“%s” is in:\n%s", (part), (text)); \
  }                                                \
  G_STMT_END

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliFixture, cli_fixture_free)

G_END_DECLS
