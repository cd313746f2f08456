/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-services.h"
#include "ion-office.h"

G_BEGIN_DECLS

/* What a practice office's keys begin with: nothing else is a key there. */
#ifndef ION_PRACTICE_KEY_PREFIX
#define ION_PRACTICE_KEY_PREFIX "practice-"
#endif

typedef enum
{
  ION_KEY_ABSENT,
  ION_KEY_PRESENT,
  ION_KEY_UNREADABLE, /* the keyring is locked or not there: never the same as absent */
} IonKeyPresence;

/* @key: (nullable): kept in the keyring. Neither the service nor the key stays where one fails. */
gboolean ion_office_add_service (IonOffice *self,
                                 const char *id,
                                 const char *name,
                                 const char *department,
                                 IonSecret *key,
                                 GError **error);
/* A new key takes the place of the old one. Refuses what cannot be a key (blanks, control
 * characters) and, in practice, a real one (%ION_OFFICE_ERROR_PRACTICE). */
gboolean ion_office_set_service_key (IonOffice *self,
                                     const char *id_or_name,
                                     IonSecret *key,
                                     GError **error);
/* Whether the service has a key; @error says why where that is not certain. */
IonKeyPresence
ion_office_get_key_presence (IonOffice *self, const char *service_id, GError **error);
/* The same, as it was at most half a minute ago or before the last change made here: for what looks
 * again and again. From any thread. */
IonKeyPresence ion_office_recall_key_presence (IonOffice *self, const char *service_id);
/* With its key. */
gboolean ion_office_remove_service (IonOffice *self, const char *id_or_name, GError **error);

/* What the platform says to a service's key. */
typedef struct
{
  IonResult result; /* done, sender refused, no connection, failed */
  char *code;       /* (owned): "ok", "401 ..." */
  char *sentence;   /* (owned): in plain words, with what to do */
} IonServiceCheck;

void ion_service_check_free (IonServiceCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonServiceCheck, ion_service_check_free)

/* Asks harmlessly, through the gate: a reach call for the documented test code. Remembers the
 * answer as the service's key state. Answers in the caller's thread-default main context. */
void ion_office_check_service_async (IonOffice *self,
                                     const char *id_or_name,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
IonServiceCheck *
ion_office_check_service_finish (IonOffice *self, GAsyncResult *result, GError **error);

G_END_DECLS
