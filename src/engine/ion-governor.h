/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-answer.h"
#include "ion-ledger.h"

G_BEGIN_DECLS

/**
 * IonGovernor:
 *
 * The one gate through which every call to the platform goes: a sliding window (150 calls in any 5
 * s by default), shared with every other process on the ledger, learning from the platform's
 * headers. A permit counts from its departure and returns window + margin later; after a 429 it
 * falls back to counting from the reply, and recovers.
 */
#define ION_TYPE_GOVERNOR (ion_governor_get_type ())
G_DECLARE_FINAL_TYPE (IonGovernor, ion_governor, ION, GOVERNOR, GObject)

typedef enum
{
  ION_PRIORITY_SEND,
  ION_PRIORITY_REACH,
  ION_PRIORITY_FOLLOW, /* a twentieth of the window is kept for it, so that it never starves */
} IonPriority;

typedef struct _IonPermit IonPermit;

/* @ledger: (nullable): %NULL shares with nobody (pure tests) */
IonGovernor *ion_governor_new (IonLedger *ledger, int calls, int seconds);
void ion_governor_set_rate (IonGovernor *self, int calls, int seconds);
/* Answers in order of priority, then of asking. A cancelled wait gives %G_IO_ERROR_CANCELLED. */
void ion_governor_acquire_async (IonGovernor *self,
                                 IonPriority priority,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
IonPermit *ion_governor_acquire_finish (IonGovernor *self, GAsyncResult *result, GError **error);
/* The call begins to leave now. */
void ion_permit_depart (IonPermit *permit);
/* The call was answered: frees the permit; learns from the answer. Never departed permits return at
 * once. */
void ion_permit_answer (IonPermit *permit, const IonAnswer *answer);
/* Not used after all: returns at once, freed. */
void ion_permit_release (IonPermit *permit);

/* Seconds that @calls more calls will take at the present pace. */
double ion_governor_estimate (IonGovernor *self, gint64 calls);

G_END_DECLS
