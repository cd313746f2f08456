/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ION_STORE_ERROR (ion_store_error_quark ())

/* Each message says what the person can do. */
typedef enum
{
  ION_STORE_ERROR_FAILED,         /* anything else; the message carries the engine's words */
  ION_STORE_ERROR_NOT_FOUND,      /* no such office, campaign, service, template, row */
  ION_STORE_ERROR_EXISTS,         /* the name or id is taken; an office is already there */
  ION_STORE_ERROR_AMBIGUOUS,      /* a name that several things have */
  ION_STORE_ERROR_READ_ONLY,      /* the ledger or its folder cannot be written */
  ION_STORE_ERROR_FULL,           /* no space left; nothing was lost */
  ION_STORE_ERROR_CORRUPT,        /* not a ledger, or damaged */
  ION_STORE_ERROR_NEWER,          /* made by a newer version of the program */
  ION_STORE_ERROR_NETWORK_FOLDER, /* the folder is on a network share */
  ION_STORE_ERROR_BUSY,           /* another program holds it for too long */
  ION_STORE_ERROR_SEALED,         /* the vault key is another one, or sealed data was damaged */
  ION_STORE_ERROR_LOCKED,         /* no vault key was given yet */
  ION_STORE_ERROR_STATE,          /* the step is not allowed from the state it is in (now) */
  ION_STORE_ERROR_STOPPED, /* the office is stopped, the campaign paused, cancelled or without a
                              tranche left */
  ION_STORE_ERROR_ALREADY_NOTIFIED, /* this person already has a message with this notice number */
} IonStoreError;

GQuark ion_store_error_quark (void);

G_END_DECLS
