/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-secret.h"

G_BEGIN_DECLS

/**
 * IonVault:
 *
 * Seals personal data (XChaCha20-Poly1305) and makes keyed fingerprints (BLAKE2b) for looking it
 * up. Two keys are derived from one vault key. Thread-safe (immutable).
 */
typedef struct _IonVault IonVault;

#define ION_PRINT_SIZE 16

typedef struct
{
  guint8 bytes[ION_PRINT_SIZE];
} IonPrint;

IonVault *ion_vault_new (IonSecret *vault_key);
IonVault *ion_vault_ref (IonVault *self);
void ion_vault_unref (IonVault *self);

/* Returns: (transfer full): a new random key of 32 bytes */
IonSecret *ion_vault_generate_key (void);

/* @context binds the sealed bytes to their place (as associated data): "delivery:ID". */
GBytes *ion_vault_seal (IonVault *self, const void *plain, gsize size, const char *context);
/* The same for many: @room holds ION_VAULT_NONCE_SIZE random bytes that were never used before
 * (ion_vault_draw()), then the @size bytes that are to be sealed, then ION_VAULT_TAG_SIZE more.
 * What is in @room afterwards is what ion_vault_seal() would give. */
void ion_vault_seal_in_place (IonVault *self, guint8 *room, gsize size, const char *context);
#define ION_VAULT_NONCE_SIZE 24
#define ION_VAULT_TAG_SIZE   16
/* Random bytes, as many as are wanted. */
void ion_vault_draw (void *bytes, gsize size);
/* Errors: ION_STORE_ERROR_SEALED where the bytes were sealed with another key, for another place,
 * or were damaged */
GBytes *ion_vault_open (IonVault *self,
                        const void *sealed,
                        gsize size,
                        const char *context,
                        GError **error);

/* @purpose keeps fingerprints of different things apart: "person", "notice" ... */
void ion_vault_print (IonVault *self, const char *purpose, const char *text, IonPrint *out);

/* As above, ten times as fast (SipHash of 128 bits, with a key of its own): for what is only told
 * apart within one campaign, and never looked up. */
void ion_vault_print_quickly (IonVault *self, const char *text, IonPrint *out);

/* The fingerprint of what is too long for a text, or is no text: @purpose and then bytes, as they
 * come. What ion_vault_print() makes of the same bytes is the same. */
typedef struct _IonVaultPrinter IonVaultPrinter;
IonVaultPrinter *ion_vault_printer_new (IonVault *vault, const char *purpose);
void ion_vault_printer_free (IonVaultPrinter *self);
void ion_vault_printer_update (IonVaultPrinter *self, const void *bytes, gsize size);
/* Once, at the end. */
void ion_vault_printer_finish (IonVaultPrinter *self, IonPrint *out);

/* The vault key as a person keeps it on paper: groups of letters and digits with a check, and back.
 */
char *ion_vault_key_to_recovery (IonSecret *vault_key); /* (transfer full): wipe after use */
IonSecret *ion_vault_key_from_recovery (const char *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonVault, ion_vault_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonVaultPrinter, ion_vault_printer_free)

G_END_DECLS
