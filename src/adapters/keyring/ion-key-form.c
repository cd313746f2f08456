/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The form of a key outside the program. Not every keyring keeps bytes faithfully, and an
 * administrator writes a file with an editor: the vault key is base64 there, and a line end behind
 * a text does not count.
 */

#define G_LOG_DOMAIN "ion-keyring"

#include "config.h"

#include "ion-key-form.h"

#include <string.h>

#define VAULT          "vault"
#define VAULT_KEY_SIZE 32
#define PAPER_DIGITS   50

/* Overwrites what held a key; the compiler may not leave it out. */
void
ion_key_form_wipe (void *data, gsize size)
{
  if (data != NULL)
    explicit_bzero (data, size);
}

/* Frees a text that held a key. */
void
ion_key_form_free_text (char *text)
{
  if (text == NULL)
    return;
  ion_key_form_wipe (text, strlen (text));
  g_free (text);
}

/* Returns: (transfer full): to be freed with ion_key_form_free_text() */
char *
ion_key_form_to_text (const char *name, IonSecret *secret)
{
  gsize size;
  const guint8 *data = ion_secret_get_data (secret, &size);

  if (g_str_equal (name, VAULT))
    return g_base64_encode (data, size);
  return g_strndup ((const char *) data, size);
}

static gsize
strip_line_end (const guint8 *data, gsize size)
{
  if (size > 0 && data[size - 1] == '\n')
    size--;
  if (size > 0 && data[size - 1] == '\r')
    size--;
  return size;
}

/* The recovery key: groups of letters and digits, which the office reads. What a person has on
 * paper is what a server of the same office is given. */
static gboolean
looks_like_paper (const char *text)
{
  gsize digits = 0;

  for (; *text != '\0'; text++)
    if (g_ascii_isalnum (*text))
      digits++;
    else if (*text != '-' && !g_ascii_isspace (*text))
      return FALSE;
  return digits >= PAPER_DIGITS;
}

/* Returns: (transfer full) (nullable): %NULL where @data cannot be a key of that name */
IonSecret *
ion_key_form_from_bytes (const char *name, const guint8 *data, gsize size)
{
  IonSecret *secret = NULL;
  guchar *decoded;
  char *text;
  gsize n;

  if (!g_str_equal (name, VAULT))
    {
      size = strip_line_end (data, size);
      return size > 0 ? ion_secret_new (data, size) : NULL;
    }
  /* Bytes as they are, too: what a tool for credentials writes. */
  if (size == VAULT_KEY_SIZE)
    return ion_secret_new (data, size);
  text = g_strndup ((const char *) data, size);
  decoded = g_base64_decode (text, &n);
  if (decoded != NULL && n == VAULT_KEY_SIZE)
    secret = ion_secret_new (decoded, n);
  if (secret == NULL && looks_like_paper (text))
    {
      g_strstrip (text);
      secret = ion_secret_new (text, strlen (text));
    }
  ion_key_form_wipe (decoded, n);
  g_free (decoded);
  ion_key_form_free_text (text);
  return secret;
}
