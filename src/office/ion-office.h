/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-engine.h"
#include "ion-gate.h"
#include "ion-keyring.h"
#include "ion-ledger.h"
#include "ion-office-error.h"
#include "ion-platform.h"

G_BEGIN_DECLS

/**
 * IonOffice:
 *
 * One office opened: its ledger, its keys, the platform and the engine over them. The composition
 * root: both programs start here. A practice office works on the built-in simulated platform (or
 * on another one of this machine) and can neither hold a real key nor reach another host.
 *
 * Synchronous calls of this layer (ion_office_*) may be made from any thread unless said otherwise;
 * those that take a long time have an _async form for the window.
 */
#define ION_TYPE_OFFICE (ion_office_get_type ())
G_DECLARE_FINAL_TYPE (IonOffice, ion_office, ION, OFFICE, GObject)

typedef struct
{
  const char *folder;            /* (nullable): %NULL = ion_office_get_default_folder() */
  const char *name;              /* "Comune di Ferrara" */
  const char *organization_code; /* 11 digits */
  const char *api_url;           /* (nullable): %NULL = production; the built-in one in practice */
  gboolean is_practice;
} IonOfficeOptions;

/* Returns: (transfer full): where an office is kept when nobody says otherwise:
 * $IO_NOTIFIER_OFFICE (real offices only), else in the user's data folder */
char *ion_office_get_default_folder (gboolean is_practice);

/**
 * ion_office_create:
 *
 * Makes folder, ledger and vault key. The recovery key is to be shown once right after
 * (ion_office_get_recovery_key()). A practice office also gets a first service with its key.
 *
 * Errors: %ION_STORE_ERROR, %ION_KEYRING_ERROR, %ION_OFFICE_ERROR
 */
IonOffice *ion_office_create (const IonOfficeOptions *options, GError **error);

/**
 * ion_office_open:
 * @folder: (nullable): as in #IonOfficeOptions
 *
 * Opens ledger and vault. A practice office that does not exist yet is made. A real office is not
 * opened as practice, nor the reverse (%ION_OFFICE_ERROR_PRACTICE). A lost vault key is
 * %ION_OFFICE_ERROR_KEY_LOST, a locked keyring %ION_KEYRING_ERROR_LOCKED.
 */
IonOffice *ion_office_open (const char *folder, gboolean is_practice, GError **error);

/**
 * ion_office_restore:
 * @recovery_key: as the person kept it on paper
 *
 * Puts the vault key back into the keyring, after checking that it is this ledger's, and opens.
 */
IonOffice *ion_office_restore (const char *folder,
                               gboolean is_practice,
                               IonSecret *recovery_key,
                               GError **error);

const char *ion_office_get_folder (IonOffice *self);
const char *ion_office_get_name (IonOffice *self);
const char *ion_office_get_organization_code (IonOffice *self);
gboolean ion_office_is_practice (IonOffice *self);

/* (transfer none) for all of these. */
IonLedger *ion_office_get_ledger (IonOffice *self);
IonKeyring *ion_office_get_keyring (IonOffice *self);
/* Starts the built-in practice platform on first use where the office works on it. */
IonPlatform *ion_office_get_platform (IonOffice *self, GError **error);
/* One engine for the life of the office; to be used in one thread only. */
IonEngine *ion_office_get_engine (IonOffice *self, GError **error);
/* For single calls besides the engine's; shares the pace with it through the ledger. */
IonGate *ion_office_get_gate (IonOffice *self, GError **error);

/* Shown once at creation, and once more on a terminal. Journalled. Returns: (transfer full):
 * groups of letters and digits: free with ion_wipe_free() */
char *ion_office_get_recovery_key (IonOffice *self, GError **error);
/* (nullable): wipes and frees a text that must not stay in memory */
void ion_wipe_free (char *text);

/* "office stop", "office start": for every process on the ledger. Journalled. */
gboolean ion_office_set_stopped (IonOffice *self, gboolean is_stopped, GError **error);
/* A consistent copy while in use; refuses a file that exists. */
gboolean ion_office_backup (IonOffice *self, const char *file, GError **error);

/* Whether the ledger is older than what was sent, or a copy: nothing leaves until
 * ion_office_decide_copy(). FALSE also where that cannot be known (@error set). */
gboolean ion_office_is_older_copy (IonOffice *self, GError **error);
/* @nothing_was_sent: the person's word that nothing was sent since; FALSE makes everything pending
 * in begun campaigns uncertain. Returns FALSE on error. */
gboolean ion_office_decide_copy (IonOffice *self, gboolean nothing_was_sent, GError **error);

/* Closes the ledger and stops the practice platform; unref does it too, but cannot report. The
 * engine must have been stopped. */
gboolean ion_office_close (IonOffice *self, GError **error);

G_END_DECLS
