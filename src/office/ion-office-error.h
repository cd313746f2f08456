/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IonResult:
 *
 * How a piece of work ended, as scripts see it: the numbers are the exit statuses of the command.
 */
typedef enum
{
  ION_RESULT_DONE = 0,
  ION_RESULT_FAILED = 1,
  ION_RESULT_USAGE = 2,
  ION_RESULT_WAITS = 3,          /* done, but something waits for a person */
  ION_RESULT_SENDER_REFUSED = 4, /* the platform does not let this sender send */
  ION_RESULT_NO_CONNECTION = 5,
  ION_RESULT_STOPPED = 6, /* before the end: run it again to go on */
} IonResult;

#define ION_OFFICE_ERROR (ion_office_error_quark ())

/* Each message is a plain sentence: what happened, what it means for citizens, what to do. */
typedef enum
{
  ION_OFFICE_ERROR_FAILED,
  ION_OFFICE_ERROR_VALUE,        /* a value that the person gave is not valid */
  ION_OFFICE_ERROR_NOT_FOUND,    /* no such template, file, setting */
  ION_OFFICE_ERROR_KEY_LOST,     /* the vault key is gone: the recovery key opens the office */
  ION_OFFICE_ERROR_NO_KEY,       /* the service has no API key */
  ION_OFFICE_ERROR_INVALID_ROWS, /* nothing was stored: the file has rows to mend */
  ION_OFFICE_ERROR_DUPLICATES,   /* nothing was stored: people stand in the file twice */
  ION_OFFICE_ERROR_DOUBTS,       /* nothing was stored: the file as a whole needs a person's word */
  ION_OFFICE_ERROR_EXPECTATION,  /* people or total are not what the person expected */
  ION_OFFICE_ERROR_OFFICE_STOPPED,
  ION_OFFICE_ERROR_OLDER_COPY, /* the ledger is older than what was sent: a person must decide */
  ION_OFFICE_ERROR_TEST_ONLY,  /* test messages go to the office's own list only */
  ION_OFFICE_ERROR_NOTHING,    /* there is nothing to do */
  ION_OFFICE_ERROR_PRACTICE,   /* a practice office holds no real key and reaches no other host */
  ION_OFFICE_ERROR_SENDER_REFUSED, /* the platform does not answer this sender */
  ION_OFFICE_ERROR_NO_CONNECTION,  /* the platform could not be asked */
} IonOfficeError;

GQuark ion_office_error_quark (void);

/**
 * ion_office_error_explain:
 * @error: an error of any layer
 *
 * The one place where errors of the layers below become sentences for a person at the window.
 *
 * Returns: (transfer full): one line, translated, without personal data
 */
char *ion_office_error_explain (const GError *error);

/* The same for whoever reads the command: its options may be named.
 * Returns: (transfer full) */
char *ion_office_error_explain_to_command (const GError *error);

/* Returns: the exit status that @error means (%ION_RESULT_DONE for %NULL) */
IonResult ion_office_error_get_result (const GError *error);

/* Returns: (transfer full): an error of ion_engine_follow_now_finish() with its exit status */
GError *ion_office_error_from_follow_up (const GError *error);

G_END_DECLS
