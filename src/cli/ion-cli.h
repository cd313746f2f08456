/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-office.h"

G_BEGIN_DECLS

/* What was said before the group and the verb. */
typedef struct
{
  char *office;      /* (owned) (nullable): --office */
  gboolean practice; /* --practice */
  gboolean json;     /* --json */
  gboolean quiet;    /* --quiet */
} IonCli;

/* The office that the call is about; says why not and sets @status where it cannot be opened.
 * (transfer full) (nullable) */
IonOffice *ion_cli_open_office (const IonCli *self, IonResult *status);

/* Returns: (transfer full): the data folder: --office, $IO_NOTIFIER_OFFICE, or the default place */
char *ion_cli_get_folder (const IonCli *self);

/* One line on standard error: "io-notifier-cli: message". Returns the exit status that fits
 * @error's domain and code. */
IonResult ion_cli_fail (const IonCli *self, const GError *error);
/* The same for a mistake in the call: says where help is. Returns ION_RESULT_USAGE. */
IonResult ion_cli_usage (const IonCli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* A remark for people on standard error, unless --quiet. */
void ion_cli_note (const IonCli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Returns: (transfer full): @text in one line, without what a terminal would obey: names of files
 * and of columns are anybody's */
char *ion_cli_make_plain (const char *text);
/* Data on standard output. A closed or full standard output ends the program with status 1. */
void ion_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
