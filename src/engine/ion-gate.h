/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-governor.h"
#include "ion-keyring.h"
#include "ion-platform.h"

G_BEGIN_DECLS

/**
 * IonGate:
 *
 * The only caller of #IonPlatform: whoever wants to ask IO something comes through here, with a
 * permit of the governor, and never sees a key. Keys are read from the keyring in a worker thread
 * and kept until they are read anew. Lives in one thread.
 */
#define ION_TYPE_GATE (ion_gate_get_type ())
G_DECLARE_FINAL_TYPE (IonGate, ion_gate, ION, GATE, GObject)

/* @answer: (transfer none) */
typedef void (*IonGateFunc) (IonAnswer *answer, gpointer user_data);

/* The rate is the ledger's setting "rate", else 150 calls in 5 seconds. */
IonGate *ion_gate_new (IonLedger *ledger, IonPlatform *platform, IonKeyring *keyring);
IonGovernor *ion_gate_get_governor (IonGate *self);
/* Reads the setting again. */
void ion_gate_refresh_rate (IonGate *self);

/**
 * ion_gate_load_key_async:
 *
 * Reads a service's key anew. To be done before the calls below, which need it.
 */
void ion_gate_load_key_async (IonGate *self,
                              const char *service_id,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* @error: %ION_KEYRING_ERROR, or %ION_ENGINE_ERROR_NO_KEY where there certainly is none */
gboolean ion_gate_load_key_finish (IonGate *self, GAsyncResult *result, GError **error);
/* The platform has refused it: it is used on, but no longer counts as had, since another may have
 * been set meanwhile. */
void ion_gate_doubt_key (IonGate *self, const char *service_id);
gboolean ion_gate_has_key (IonGate *self, const char *service_id);

/* The three calls. @permit: (transfer full): accounted for by the gate. @func is called once. */
void ion_gate_reach (IonGate *self,
                     IonPermit *permit,
                     const char *service_id,
                     const char *fiscal_code,
                     GCancellable *cancellable,
                     IonGateFunc func,
                     gpointer user_data);
/* Cannot be called off: what left is awaited. */
void ion_gate_submit (IonGate *self,
                      IonPermit *permit,
                      const char *service_id,
                      const IonMessage *message,
                      IonGateFunc func,
                      gpointer user_data);
void ion_gate_status (IonGate *self,
                      IonPermit *permit,
                      const char *service_id,
                      const char *fiscal_code,
                      const char *message_id,
                      GCancellable *cancellable,
                      IonGateFunc func,
                      gpointer user_data);

/**
 * ion_gate_ask_reach_async:
 *
 * Key, permit and reach call in one, for a single question: whether a service's key works, whether
 * one person can be reached.
 */
void ion_gate_ask_reach_async (IonGate *self,
                               const char *service_id,
                               const char *fiscal_code,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* Returns: (transfer full): the answer; %NULL with %ION_KEYRING_ERROR, %ION_ENGINE_ERROR or
 * %G_IO_ERROR_CANCELLED */
IonAnswer *ion_gate_ask_reach_finish (IonGate *self, GAsyncResult *result, GError **error);

G_END_DECLS
