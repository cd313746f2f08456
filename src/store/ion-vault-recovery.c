/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The vault key on paper: Crockford's base 32 (no I, L, O, U to misread) in groups of four, the
 * last group a check over the key, so that a slip of the pen is found before a ledger is opened
 * with it.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-vault.h"
#include "ion-store-error.h"

#include <string.h>

#include <sodium.h>
#include <glib/gi18n-lib.h>

#define KEY_SIZE   crypto_kdf_KEYBYTES
#define KEY_DIGITS 52 /* 256 bits by five */
#define CHECK_SIZE 16
#define DIGITS     (KEY_DIGITS + 4)

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static guint
bits_at (const guint8 *data, gsize size, guint digit)
{
  guint value = 0;

  for (guint bit = digit * 5; bit < digit * 5 + 5; bit++)
    {
      guint8 byte = bit / 8 < size ? data[bit / 8] : 0;

      value = value << 1 | ((byte >> (7 - bit % 8)) & 1);
    }
  return value;
}

static void
write_digits (const guint8 *key, char digits[DIGITS + 1])
{
  guint8 check[CHECK_SIZE];

  crypto_generichash (check, sizeof check, key, KEY_SIZE, (const guint8 *) "io-notifier-check", 17);
  for (guint i = 0; i < KEY_DIGITS; i++)
    digits[i] = alphabet[bits_at (key, KEY_SIZE, i)];
  for (guint i = KEY_DIGITS; i < DIGITS; i++)
    digits[i] = alphabet[bits_at (check, sizeof check, i - KEY_DIGITS)];
  digits[DIGITS] = '\0';
}

char *
ion_vault_key_to_recovery (IonSecret *vault_key)
{
  char digits[DIGITS + 1];
  const guint8 *key;
  char *text;
  gsize size, at = 0;

  g_return_val_if_fail (vault_key != NULL, NULL);
  key = ion_secret_get_data (vault_key, &size);
  g_return_val_if_fail (size == KEY_SIZE, NULL);

  write_digits (key, digits);
  text = g_malloc (DIGITS + DIGITS / 4);
  for (guint i = 0; i < DIGITS; i++)
    {
      if (i > 0 && i % 4 == 0)
        text[at++] = '-';
      text[at++] = digits[i];
    }
  text[at] = '\0';
  sodium_memzero (digits, sizeof digits);
  return text;
}

/* What a hand writes for what stands there: O for 0, I and L for 1. */
static int
digit_of (char c)
{
  const char *found;

  c = g_ascii_toupper (c);
  if (c == 'O')
    c = '0';
  if (c == 'I' || c == 'L')
    c = '1';
  found = c != '\0' ? strchr (alphabet, c) : NULL;
  return found != NULL ? (int) (found - alphabet) : -1;
}

static gboolean
read_digits (const char *text, char digits[DIGITS + 1])
{
  guint n = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      int value;

      if (*c == '-' || g_ascii_isspace (*c))
        continue;
      value = digit_of (*c);
      if (value < 0 || n == DIGITS)
        return FALSE;
      digits[n++] = alphabet[value];
    }
  digits[n] = '\0';
  return n == DIGITS;
}

static void
digits_to_key (const char *digits, guint8 key[KEY_SIZE])
{
  memset (key, 0, KEY_SIZE);
  for (guint i = 0; i < KEY_DIGITS; i++)
    for (guint b = 0; b < 5 && i * 5 + b < KEY_SIZE * 8; b++)
      if (((guint) digit_of (digits[i]) >> (4 - b)) & 1)
        key[(i * 5 + b) / 8] |= 1 << (7 - (i * 5 + b) % 8);
}

IonSecret *
ion_vault_key_from_recovery (const char *text, GError **error)
{
  char digits[DIGITS + 1], again[DIGITS + 1];
  guint8 key[KEY_SIZE];
  IonSecret *secret = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used on this machine");
  if (read_digits (text, digits))
    {
      digits_to_key (digits, key);
      write_digits (key, again);
      if (sodium_memcmp (digits, again, DIGITS) == 0)
        secret = ion_secret_new (key, KEY_SIZE);
    }
  if (secret == NULL)
    g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_SEALED,
                         _ ("This is not a recovery key: it has 14 groups of four letters and "
                            "digits. Compare it with the paper, group by group."));
  sodium_memzero (digits, sizeof digits);
  sodium_memzero (again, sizeof again);
  sodium_memzero (key, sizeof key);
  return secret;
}
