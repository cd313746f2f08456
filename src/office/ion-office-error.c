/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Below this layer an error says what went wrong; here it becomes what a person can act upon. Most
 * layers already write whole sentences: those pass. The others get theirs here, in one place.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-office-error.h"

#include "ion-engine.h"
#include "ion-keyring.h"
#include "ion-store-error.h"
#include "ion-table.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (ion_office_error, ion_office_error)

static const char *
explain_keyring (int code)
{
  switch (code)
    {
    case ION_KEYRING_ERROR_NO_BUS:
      return _ ("There is no desktop session here, so the keyring cannot be reached. Nothing was "
                "sent. On a server, give the keys as systemd credentials.");
    case ION_KEYRING_ERROR_NO_PROVIDER:
      return _ ("No program keeps keys on this machine (a Secret Service is missing). Nothing was "
                "sent. Install gnome-keyring or, on a server, give the keys as systemd "
                "credentials.");
    case ION_KEYRING_ERROR_NO_COLLECTION:
      return _ ("The keyring of this user does not exist yet. Nothing was sent. Log in to the "
                "desktop once, or create a default keyring, then try again.");
    case ION_KEYRING_ERROR_LOCKED:
      return _ ("The keyring is locked. Nothing was sent and no key is lost. Unlock it, then try "
                "again.");
    case ION_KEYRING_ERROR_READ_ONLY:
      return _ ("On this machine the keys come from systemd credentials, which cannot be changed "
                "from here. Change the credential of the unit, then start it again.");
    case ION_KEYRING_ERROR_FORBIDDEN:
      return _ ("A practice office never holds a real API key. Use a real office for it.");
    default:
      return NULL;
    }
}

static const char *
explain_engine (int code)
{
  switch (code)
    {
    case ION_ENGINE_ERROR_RUNNING_ELSEWHERE:
      return _ ("Another program is already sending for this office. Nothing was sent from here.");
    case ION_ENGINE_ERROR_OLDER_COPY:
      return _ ("This office's data is an older copy: messages may have left that it does "
                "not know of, and sending now could reach people twice. Nothing is "
                "sent until a person has decided about it.");
    case ION_ENGINE_ERROR_NO_KEY:
      return _ ("The service has no API key. Nothing was sent. Set the key, then try again.");
    default:
      return NULL;
    }
}

static const char *
explain_io (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NO_SPACE:
      return _ ("The disk is full. Nothing was lost. Free some space, then try again.");
    case G_IO_ERROR_CANCELLED:
      return _ ("Stopped before the end: nothing of it was stored.");
    default:
      return NULL;
    }
}

/* Whose messages name options of the command. */
static const char *
explain_office (int code)
{
  switch (code)
    {
    case ION_OFFICE_ERROR_KEY_LOST:
      return _ ("The key that opens this office's data is not in the keyring. Nothing was sent and "
                "nothing is lost: the recovery key opens it.");
    case ION_OFFICE_ERROR_INVALID_ROWS:
      return _ ("Some rows have to be mended: nothing can be prepared before. Mend them among the "
                "recipients, or leave them out there.");
    case ION_OFFICE_ERROR_DUPLICATES:
      return _ ("Some rows are about people who came before in the file: nothing can be prepared "
                "before. Say among the recipients whether only the first row of each counts.");
    case ION_OFFICE_ERROR_DOUBTS:
      return _ ("Something is odd about the file as a whole: nothing can be prepared before. Look "
                "at it among the recipients; if it is right all the same, say so there.");
    case ION_OFFICE_ERROR_OFFICE_STOPPED:
      return _ ("All sending is stopped for this office, so nothing leaves. Resume it, then try "
                "again.");
    default:
      return NULL;
    }
}

static const char *
explain_below (const GError *error)
{
  if (error->domain == ION_KEYRING_ERROR)
    return explain_keyring (error->code);
  if (error->domain == ION_ENGINE_ERROR)
    return explain_engine (error->code);
  if (error->domain == G_IO_ERROR)
    return explain_io (error->code);
  return NULL;
}

static char *
make_line (const char *sentence, const GError *error)
{
  return g_strdelimit (g_strdup (sentence != NULL ? sentence : error->message), "\r\n", ' ');
}

char *
ion_office_error_explain (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == ION_OFFICE_ERROR)
    return make_line (explain_office (error->code), error);
  if (g_error_matches (error, ION_TABLE_ERROR, ION_TABLE_ERROR_SHEET))
    return make_line (_ ("The workbook has several sheets. Choose the one with the recipients."),
                      error);
  return make_line (explain_below (error), error);
}

char *
ion_office_error_explain_to_command (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return make_line (explain_below (error), error);
}

IonResult
ion_office_error_get_result (const GError *error)
{
  if (error == NULL)
    return ION_RESULT_DONE;
  if (g_error_matches (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_INVALID_ROWS) ||
      g_error_matches (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_DUPLICATES) ||
      g_error_matches (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_DOUBTS) ||
      g_error_matches (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_OLDER_COPY) ||
      g_error_matches (error, ION_ENGINE_ERROR, ION_ENGINE_ERROR_OLDER_COPY))
    return ION_RESULT_WAITS;
  if (g_error_matches (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_SENDER_REFUSED))
    return ION_RESULT_SENDER_REFUSED;
  if (g_error_matches (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NO_CONNECTION))
    return ION_RESULT_NO_CONNECTION;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return ION_RESULT_STOPPED;
  return ION_RESULT_FAILED;
}

/* The engine tells in these codes why the platform did not answer. */
GError *
ion_office_error_from_follow_up (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return g_error_new_literal (ION_OFFICE_ERROR, ION_OFFICE_ERROR_SENDER_REFUSED, error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE))
    return g_error_new_literal (ION_OFFICE_ERROR, ION_OFFICE_ERROR_NO_CONNECTION, error->message);
  return g_error_copy (error);
}
