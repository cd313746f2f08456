/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-secret.h"

G_BEGIN_DECLS

/* Every key of a service that opens only the practice platform begins so. */
#define ION_PRACTICE_KEY_PREFIX "practice-"

#define ION_KEYRING_ERROR (ion_keyring_error_quark ())

/* The silent failures of a Secret Service, told apart. */
typedef enum
{
  ION_KEYRING_ERROR_NO_BUS,        /* no session bus */
  ION_KEYRING_ERROR_NO_PROVIDER,   /* a bus, but no Secret Service */
  ION_KEYRING_ERROR_NO_COLLECTION, /* a service without a default keyring */
  ION_KEYRING_ERROR_LOCKED,        /* there, but locked: never the same as "not there" */
  ION_KEYRING_ERROR_READ_ONLY,     /* systemd credentials */
  ION_KEYRING_ERROR_FORBIDDEN,     /* a practice office never holds a real key */
  ION_KEYRING_ERROR_FAILED,
} IonKeyringError;

GQuark ion_keyring_error_quark (void);

/**
 * IonKeyring:
 *
 * Where keys live. Names: "service:SERVICE_ID" (API key), "vault" (vault key, 32 bytes), "mark"
 * (the ledger's generation, text). Everything is kept per ledger (@ledger_id). Synchronous: called
 * at opening and from worker threads, never in a frame.
 */
#define ION_TYPE_KEYRING (ion_keyring_get_type ())
G_DECLARE_INTERFACE (IonKeyring, ion_keyring, ION, KEYRING, GObject)

struct _IonKeyringInterface
{
  GTypeInterface parent;

  gboolean (*load) (IonKeyring *self,
                    const char *ledger_id,
                    const char *name,
                    IonSecret **secret,
                    GError **error);
  gboolean (*save) (IonKeyring *self,
                    const char *ledger_id,
                    const char *name,
                    const char *label,
                    IonSecret *secret,
                    GError **error);
  gboolean (*forget) (IonKeyring *self, const char *ledger_id, const char *name, GError **error);
  const char *(*describe) (IonKeyring *self); /* for the person: where keys are kept */
};

/* Returns: TRUE with *@secret %NULL where certainly no such key exists; FALSE with an error where
 * that is not certain */
gboolean ion_keyring_load (IonKeyring *self,
                           const char *ledger_id,
                           const char *name,
                           IonSecret **secret,
                           GError **error);
gboolean ion_keyring_save (IonKeyring *self,
                           const char *ledger_id,
                           const char *name,
                           const char *label,
                           IonSecret *secret,
                           GError **error);
gboolean
ion_keyring_forget (IonKeyring *self, const char *ledger_id, const char *name, GError **error);
const char *ion_keyring_describe (IonKeyring *self);

G_END_DECLS
