/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What a button may do. The app drops, without a word, a button whose action it does not know, and
 * a button whose address came from a row would lead wherever the row says: both are caught here.
 */

#define G_LOG_DOMAIN "ion-button"

#include "config.h"

#include "ion-button.h"

#include <string.h>

#define HANDLED_PREFIX "iohandledlink://"

/* After "https:" and the like: "//host/path". Values may only follow the host. */
static IonButtonAction
check_web (const char *rest)
{
  gsize host;

  if (!g_str_has_prefix (rest, "//"))
    return ION_BUTTON_ACTION_BAD_ADDRESS;

  rest += 2;
  host = strcspn (rest, "/?#");
  if (host == 0)
    return ION_BUTTON_ACTION_BAD_ADDRESS;
  if (memchr (rest, ION_BUTTON_PLACEHOLDER, host) != NULL)
    return ION_BUTTON_ACTION_VALUE_IN_HOST;

  return ION_BUTTON_ACTION_GOOD;
}

/* After "tel:" and the like: whom to call is the template's to say, what to write may be a value.
 */
static IonButtonAction
check_contact (const char *rest)
{
  gsize length = strcspn (rest, "?");

  if (length == 0)
    return ION_BUTTON_ACTION_BAD_ADDRESS;
  if (memchr (rest, ION_BUTTON_PLACEHOLDER, length) != NULL)
    return ION_BUTTON_ACTION_VALUE_IN_HOST;

  return ION_BUTTON_ACTION_GOOD;
}

static gboolean
skip_prefix (const char **text, const char *prefix)
{
  gsize length = strlen (prefix);

  if (g_ascii_strncasecmp (*text, prefix, length) != 0)
    return FALSE;

  *text += length;
  return TRUE;
}

static IonButtonAction
check_handled (const char *address)
{
  if (skip_prefix (&address, "https:") || skip_prefix (&address, "http:"))
    return check_web (address);

  if (skip_prefix (&address, "tel:") || skip_prefix (&address, "sms:") ||
      skip_prefix (&address, "mailto:"))
    return check_contact (address);

  /* Copying leads nowhere: the whole of it may be a value. */
  if (skip_prefix (&address, "copy:"))
    return *address != '\0' ? ION_BUTTON_ACTION_GOOD : ION_BUTTON_ACTION_BAD_ADDRESS;

  return ION_BUTTON_ACTION_BAD_SCHEME;
}

static gboolean
has_bad_character (const char *action)
{
  for (const char *c = action; *c != '\0'; c++)
    {
      guchar byte = (guchar) *c;

      if (byte == ION_BUTTON_PLACEHOLDER)
        continue;
      if (byte <= ' ' || byte == 0x7f || strchr ("\"<>\\`{}|^", byte) != NULL)
        return TRUE;
    }

  return FALSE;
}

IonButtonAction
ion_button_action_check (const char *action)
{
  g_return_val_if_fail (action != NULL, ION_BUTTON_ACTION_BAD_SCHEME);

  if (has_bad_character (action))
    return ION_BUTTON_ACTION_BAD_ADDRESS;

  if (skip_prefix (&action, "ioit:"))
    return check_web (action);

  if (skip_prefix (&action, "iosso://"))
    {
      if (!skip_prefix (&action, "https:"))
        return ION_BUTTON_ACTION_BAD_SCHEME;
      return check_web (action);
    }

  skip_prefix (&action, HANDLED_PREFIX);
  return check_handled (action);
}

void
ion_button_action_append (GString *out, const char *action)
{
  const char *rest = action;

  g_return_if_fail (out != NULL);
  g_return_if_fail (action != NULL);

  if (!skip_prefix (&rest, HANDLED_PREFIX) && !skip_prefix (&rest, "ioit:") &&
      !skip_prefix (&rest, "iosso:"))
    g_string_append (out, HANDLED_PREFIX);

  g_string_append (out, action);
}
