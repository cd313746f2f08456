/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What makes a stolen ledger useless: sealing (XChaCha20-Poly1305, a random nonce before the sealed
 * bytes) and keyed fingerprints (BLAKE2b), each with a key of its own derived from the vault key.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-vault.h"
#include "ion-store-error.h"

#include <string.h>

#include <sodium.h>
#include <glib/gi18n-lib.h>

#define KEY_CONTEXT "IonVault" /* crypto_kdf wants eight characters */
#define NONCE_SIZE  ION_VAULT_NONCE_SIZE
#define TAG_SIZE    ION_VAULT_TAG_SIZE

/* Numbers of the derived keys: never change, what is sealed depends on them. */
enum
{
  KEY_SEAL = 1,
  KEY_PRINT = 2,
  KEY_QUICK_PRINT = 3,
};

struct _IonVault
{
  gatomicrefcount references;
  IonSecret *seal_key;  /* (owned) */
  IonSecret *print_key; /* (owned) */
  IonSecret *quick_key; /* (owned) */
};

G_STATIC_ASSERT (crypto_kdf_KEYBYTES == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
G_STATIC_ASSERT (NONCE_SIZE == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
G_STATIC_ASSERT (TAG_SIZE == crypto_aead_xchacha20poly1305_ietf_ABYTES);
G_STATIC_ASSERT (ION_PRINT_SIZE == crypto_shorthash_siphashx24_BYTES);
G_STATIC_ASSERT (crypto_kdf_KEYBYTES >= crypto_shorthash_siphashx24_KEYBYTES);
G_STATIC_ASSERT (ION_PRINT_SIZE >= crypto_generichash_BYTES_MIN);

static IonSecret *
derive (IonSecret *vault_key, guint64 number)
{
  guint8 key[crypto_kdf_KEYBYTES];
  IonSecret *secret;

  crypto_kdf_derive_from_key (key, sizeof key, number, KEY_CONTEXT,
                              ion_secret_get_data (vault_key, NULL));
  secret = ion_secret_new (key, sizeof key);
  sodium_memzero (key, sizeof key);
  return secret;
}

/**
 * ion_vault_new:
 * @vault_key: 32 bytes, as ion_vault_generate_key() makes them
 *
 * Returns: (transfer full) (nullable): %NULL where the key has another length
 */
IonVault *
ion_vault_new (IonSecret *vault_key)
{
  IonVault *self;
  gsize size;

  g_return_val_if_fail (vault_key != NULL, NULL);

  ion_secret_get_data (vault_key, &size);
  if (size != crypto_kdf_KEYBYTES)
    return NULL;
  self = g_new0 (IonVault, 1);
  g_atomic_ref_count_init (&self->references);
  self->seal_key = derive (vault_key, KEY_SEAL);
  self->print_key = derive (vault_key, KEY_PRINT);
  self->quick_key = derive (vault_key, KEY_QUICK_PRINT);
  return self;
}

IonVault *
ion_vault_ref (IonVault *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ion_vault_unref (IonVault *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  ion_secret_unref (self->seal_key);
  ion_secret_unref (self->print_key);
  ion_secret_unref (self->quick_key);
  g_free (self);
}

IonSecret *
ion_vault_generate_key (void)
{
  guint8 key[crypto_kdf_KEYBYTES];
  IonSecret *secret;

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used on this machine");
  crypto_kdf_keygen (key);
  secret = ion_secret_new (key, sizeof key);
  sodium_memzero (key, sizeof key);
  return secret;
}

/* The system gives few bytes at a call: many are stretched (ChaCha20) from a seed that it gave. */
void
ion_vault_draw (void *bytes, gsize size)
{
  guint8 seed[randombytes_SEEDBYTES];

  if (size <= sizeof seed)
    {
      randombytes_buf (bytes, size);
      return;
    }
  randombytes_buf (seed, sizeof seed);
  randombytes_buf_deterministic (bytes, size, seed);
  sodium_memzero (seed, sizeof seed);
}

/* The library lets what is sealed take the place of what it was made of. */
void
ion_vault_seal_in_place (IonVault *self, guint8 *room, gsize size, const char *context)
{
  guint8 *plain = room + NONCE_SIZE;

  g_return_if_fail (self != NULL && room != NULL && context != NULL);

  crypto_aead_xchacha20poly1305_ietf_encrypt (plain, NULL, plain, size, (const guint8 *) context,
                                              strlen (context), NULL, room,
                                              ion_secret_get_data (self->seal_key, NULL));
}

GBytes *
ion_vault_seal (IonVault *self, const void *plain, gsize size, const char *context)
{
  guint8 *sealed;

  g_return_val_if_fail (self != NULL && context != NULL, NULL);

  sealed = g_malloc (NONCE_SIZE + size + TAG_SIZE);
  ion_vault_draw (sealed, NONCE_SIZE);
  if (size > 0)
    memcpy (sealed + NONCE_SIZE, plain, size);
  ion_vault_seal_in_place (self, sealed, size, context);
  return g_bytes_new_take (sealed, NONCE_SIZE + size + TAG_SIZE);
}

static void
free_plain (gpointer data)
{
  GByteArray *plain = data;

  sodium_memzero (plain->data, plain->len);
  g_byte_array_unref (plain);
}

GBytes *
ion_vault_open (IonVault *self, const void *sealed, gsize size, const char *context, GError **error)
{
  const guint8 *bytes = sealed;
  GByteArray *plain;

  g_return_val_if_fail (self != NULL && context != NULL, NULL);

  plain = g_byte_array_new ();
  g_byte_array_set_size (plain, size > NONCE_SIZE + TAG_SIZE ? size - NONCE_SIZE - TAG_SIZE : 1);
  if (size < NONCE_SIZE + TAG_SIZE ||
      crypto_aead_xchacha20poly1305_ietf_decrypt (plain->data, NULL, NULL, bytes + NONCE_SIZE,
                                                  size - NONCE_SIZE, (const guint8 *) context,
                                                  strlen (context), bytes,
                                                  ion_secret_get_data (self->seal_key, NULL)) != 0)
    {
      g_byte_array_unref (plain);
      g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_SEALED,
                           _ ("Sealed data cannot be read: the key is another one, or the data was "
                              "damaged."));
      return NULL;
    }
  return g_bytes_new_with_free_func (plain->data, size - NONCE_SIZE - TAG_SIZE, free_plain, plain);
}

/* The NUL behind @purpose keeps ("ab", "c") apart from ("a", "bc"). */
static void
begin_print (IonVault *self, const char *purpose, crypto_generichash_state *state)
{
  crypto_generichash_init (state, ion_secret_get_data (self->print_key, NULL), crypto_kdf_KEYBYTES,
                           ION_PRINT_SIZE);
  crypto_generichash_update (state, (const guint8 *) purpose, strlen (purpose) + 1);
}

void
ion_vault_print (IonVault *self, const char *purpose, const char *text, IonPrint *out)
{
  crypto_generichash_state state;

  g_return_if_fail (self != NULL && purpose != NULL && text != NULL && out != NULL);

  begin_print (self, purpose, &state);
  crypto_generichash_update (&state, (const guint8 *) text, strlen (text));
  crypto_generichash_final (&state, out->bytes, ION_PRINT_SIZE);
  sodium_memzero (&state, sizeof state);
}

void
ion_vault_print_quickly (IonVault *self, const char *text, IonPrint *out)
{
  g_return_if_fail (self != NULL && text != NULL && out != NULL);

  crypto_shorthash_siphashx24 (out->bytes, (const guint8 *) text, strlen (text),
                               ion_secret_get_data (self->quick_key, NULL));
}

/* The key is in the state: the secure heap keeps it as it keeps the key itself. */
struct _IonVaultPrinter
{
  crypto_generichash_state *state; /* (owned) */
};

IonVaultPrinter *
ion_vault_printer_new (IonVault *vault, const char *purpose)
{
  IonVaultPrinter *self;

  g_return_val_if_fail (vault != NULL && purpose != NULL, NULL);

  self = g_new0 (IonVaultPrinter, 1);
  self->state = sodium_malloc (crypto_generichash_statebytes ());
  if (self->state == NULL)
    g_error ("No memory for a key");
  begin_print (vault, purpose, self->state);
  return self;
}

void
ion_vault_printer_free (IonVaultPrinter *self)
{
  g_return_if_fail (self != NULL);

  sodium_free (self->state);
  g_free (self);
}

void
ion_vault_printer_update (IonVaultPrinter *self, const void *bytes, gsize size)
{
  crypto_generichash_update (self->state, bytes, size);
}

void
ion_vault_printer_finish (IonVaultPrinter *self, IonPrint *out)
{
  crypto_generichash_final (self->state, out->bytes, ION_PRINT_SIZE);
}
