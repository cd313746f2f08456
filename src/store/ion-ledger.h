/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "ion-store-error.h"
#include "ion-vault.h"

G_BEGIN_DECLS

/**
 * IonLedger:
 *
 * The one durable memory of an office. All writing passes one ordered worker thread, which joins
 * what is waiting into one transaction (group commit) and answers after it is durable. Reading uses
 * connections of its own. Typed calls are in ion-ledger-*.h; each synchronous one may be called
 * from any thread, each _async one answers in the caller's thread-default main context. Nothing of
 * the SQL engine shows above store/.
 */
#define ION_TYPE_LEDGER (ion_ledger_get_type ())
G_DECLARE_FINAL_TYPE (IonLedger, ion_ledger, ION, LEDGER, GObject)

typedef enum
{
  ION_LEDGER_OPEN = 0,
  ION_LEDGER_CREATE =
      1 << 0, /* makes folder (mode 0700) and ledger; ION_STORE_ERROR_EXISTS where there is one */
} IonLedgerFlags;

/**
 * ion_ledger_open:
 * @folder: the data folder of the office: holds ledger.db, backups/
 * @error: %ION_STORE_ERROR: not-found, exists, network-folder, newer, corrupt, read-only, full
 *
 * Migrates an older ledger in one transaction, after a backup in backups/.
 */
IonLedger *ion_ledger_open (const char *folder, IonLedgerFlags flags, GError **error);
const char *ion_ledger_get_folder (IonLedger *self);
/* A UUID made with the ledger. */
const char *ion_ledger_get_id (IonLedger *self);

/**
 * ion_ledger_unlock:
 *
 * Gives the vault key. The first one ever given leaves a key-check value; later ones must fit it.
 * Returns: FALSE with %ION_STORE_ERROR_SEALED where the key is not this ledger's
 */
gboolean ion_ledger_unlock (IonLedger *self, IonVault *vault, GError **error);
/* Whether a key-check value exists: then a new vault key must never be made. */
gboolean ion_ledger_has_vault_check (IonLedger *self);
/* Returns: (nullable) (transfer none) */
IonVault *ion_ledger_get_vault (IonLedger *self);

/* Settings of the office, plain texts, never keys or people: "name", "organization-code",
 * "api-url", "rate", ... */
char *ion_ledger_get_setting (IonLedger *self, const char *key, GError **error); /* (nullable) */
gboolean
ion_ledger_set_setting (IonLedger *self, const char *key, const char *value, GError **error);

/* A number that changes whenever another process, or this one, has written: cheap enough to ask
 * five times a second. */
gint64 ion_ledger_get_data_version (IonLedger *self);

/* A consistent copy while in use, marked inside as a copy (see ion_ledger_get_mark()). */
gboolean ion_ledger_backup (IonLedger *self, const char *file, GError **error);

/* Waits for the writer to be idle and closes; unref does it too, but cannot report. */
gboolean ion_ledger_close (IonLedger *self, GError **error);

/*
 * The mark that tells an older or copied ledger: a generation that only grows, kept here and
 * outside (the keyring, by the engine).
 */
typedef struct
{
  gint64 generation;
  gboolean is_copy; /* this file was made by ion_ledger_backup() or a migration's backup */
} IonLedgerMark;

gboolean ion_ledger_get_mark (IonLedger *self, IonLedgerMark *mark, GError **error);
/* Durably sets a generation above both @at_least and the present one, clears is_copy. Returns it,
 * or -1. */
gint64 ion_ledger_bump_mark (IonLedger *self, gint64 at_least, GError **error);

G_END_DECLS
