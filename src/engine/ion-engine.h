/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-campaign-state.h"
#include "ion-keyring.h"
#include "ion-ledger.h"
#include "ion-platform.h"

G_BEGIN_DECLS

#define ION_ENGINE_ERROR (ion_engine_error_quark ())
typedef enum
{
  ION_ENGINE_ERROR_RUNNING_ELSEWHERE, /* another process is this ledger's engine: it sees what is
                                         written in the ledger */
  ION_ENGINE_ERROR_OLDER_COPY, /* the ledger is older than what was sent, or a copy: a person must
                                  decide */
  ION_ENGINE_ERROR_NO_KEY,     /* a service has no API key */
} IonEngineError;
GQuark ion_engine_error_quark (void);

/**
 * IonEngine:
 *
 * The work that goes on by itself: sender, follower, scheduler, keeper, over one ledger, behind one
 * governor. One engine a ledger: a lock that dies with its process. Runs in the thread-default main
 * context of the thread that starts it. What other processes want (start, pause, cancel, stop) it
 * reads from the ledger, five times a second at most.
 */
#define ION_TYPE_ENGINE (ion_engine_get_type ())
G_DECLARE_FINAL_TYPE (IonEngine, ion_engine, ION, ENGINE, GObject)

typedef enum
{
  ION_ENGINE_FOREGROUND = 0, /* only what is started while it runs; campaigns left running by a dead
                                engine become paused ("interrupted") */
  ION_ENGINE_CONTINUE = 1 << 0, /* goes on with everything that was running (run, window) */
  ION_ENGINE_FOLLOW = 1 << 1,   /* follows up what was accepted */
  ION_ENGINE_KEEP = 1 << 2,     /* retention */
} IonEngineFlags;

IonEngine *ion_engine_new (IonLedger *ledger, IonPlatform *platform, IonKeyring *keyring);

/**
 * ion_engine_start:
 * @error: %ION_ENGINE_ERROR, %ION_STORE_ERROR, %ION_KEYRING_ERROR
 *
 * Takes the lock, checks the mark, recovers what a dead engine left (sending -> uncertain), bumps
 * the mark and begins.
 */
gboolean ion_engine_start (IonEngine *self, IonEngineFlags flags, GError **error);
/* Nothing new leaves; answers in flight are awaited and written down; then the lock is let go and
 * @callback is called. */
void ion_engine_stop_async (IonEngine *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean ion_engine_stop_finish (IonEngine *self, GAsyncResult *result, GError **error);

/* Looks at the ledger now rather than at the next tick (after a write of one's own). */
void ion_engine_wake (IonEngine *self);
/* How many deliveries are between intent and outcome now. */
guint ion_engine_get_in_flight (IonEngine *self);
/* When the running campaigns will have been sent, UTC seconds; 0 = nothing runs. */
gint64 ion_engine_estimate_end (IonEngine *self);

/**
 * ion_engine_follow_now_async:
 *
 * Asks the platform at once about every message of one campaign that is accepted, or delivered and
 * still followed. The engine must have been started.
 */
void ion_engine_follow_now_async (IonEngine *self,
                                  const char *campaign_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* Returns: how many were asked about; -1 on error: %ION_STORE_ERROR, %ION_KEYRING_ERROR,
 * %ION_ENGINE_ERROR; %G_IO_ERROR_PERMISSION_DENIED (the platform does not let this sender ask),
 * %G_IO_ERROR_NETWORK_UNREACHABLE (no connection, or the platform is in trouble) */
gint64 ion_engine_follow_now_finish (IonEngine *self, GAsyncResult *result, GError **error);

/* Signals: "changed" (the figures of some campaign changed; at most ten times a second),
 *          "connection" (gboolean ok, const char *explanation): nothing leaves / leaves again,
 *          "ledger-trouble" (gboolean ok, const char *explanation): the ledger cannot be written,
 * so nothing new leaves / it can again. */

/**
 * ion_engine_is_at_work:
 *
 * Returns: whether some process is the engine of @ledger; if not, nobody sends what runs
 */
gboolean ion_engine_is_at_work (IonLedger *ledger);

/**
 * ion_engine_is_older_copy:
 * @older: (out): whether a person has to decide before anything leaves
 *
 * The check that ion_engine_start() makes, for whoever wants to tell before.
 */
gboolean
ion_engine_is_older_copy (IonLedger *ledger, IonKeyring *keyring, gboolean *older, GError **error);

/* The person's decision about an older copy, before ion_engine_start(): TRUE = nothing was sent
 * since; FALSE = doubt every pending row. */
gboolean ion_engine_decide_copy (IonEngine *self, gboolean nothing_was_sent, GError **error);

G_END_DECLS
