/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The exit statuses that scripts rely on. */
typedef enum
{
  ION_EXIT_DONE = 0,
  ION_EXIT_FAILED = 1, /* one line says why */
  ION_EXIT_USAGE = 2,
  ION_EXIT_ATTENTION = 3,  /* done, but something waits for a person */
  ION_EXIT_SENDER = 4,     /* the platform does not let this sender send */
  ION_EXIT_CONNECTION = 5, /* no connection to the platform */
  ION_EXIT_STOPPED = 6,    /* stopped before the end: run it again to go on */
} IonExit;

/* What was said before the group and the verb. */
typedef struct
{
  char *office;      /* (owned) (nullable): --office */
  gboolean practice; /* --practice */
  gboolean json;     /* --json */
  gboolean quiet;    /* --quiet */
} IonCli;

/* Returns: (transfer full): the data folder: --office, $IO_NOTIFIER_OFFICE, or the default place */
char *ion_cli_get_folder (const IonCli *self);

/* One line on standard error: "io-notifier-cli: message". Returns the exit status that fits
 * @error's domain and code. */
IonExit ion_cli_fail (const IonCli *self, const GError *error);
/* The same for a mistake in the call: says where help is. Returns ION_EXIT_USAGE. */
IonExit ion_cli_usage (const IonCli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* A remark for people on standard error, unless --quiet. */
void ion_cli_note (const IonCli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Data on standard output. A closed or full standard output ends the program with status 1. */
void ion_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
