/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-engine.h"

#include "ion-copy-guard.h"
#include "ion-engine-lock.h"
#include "ion-follower.h"
#include "ion-gate.h"
#include "ion-keeper.h"
#include "ion-marker.h"
#include "ion-sender-pool.h"
#include "ion-timer.h"

G_BEGIN_DECLS

struct _IonEngine
{
  GObject parent_instance;

  IonLedger *ledger;   /* (owned) */
  IonKeyring *keyring; /* (owned) */
  IonGate *gate;       /* (owned) */
  IonCopyGuard *guard; /* (owned) */
  IonEngineFlags flags;
  IonSenderPatience patience;
  gint64 (*now) (void);
  gint64 mark_every;

  IonEngineLock *lock;     /* (owned) (nullable): while it runs */
  IonMarker *marker;       /* (owned) (nullable): while it runs */
  IonSenderPool *pool;     /* (owned) (nullable): while it runs */
  IonFollower *follower;   /* (owned) (nullable) */
  IonKeeper *keeper;       /* (owned) (nullable) */
  IonTimer *ticker;        /* (owned) (nullable) */
  IonTimer *changed_timer; /* (owned) (nullable) */
  IonTimer *abandon_timer; /* (owned) (nullable) */
  GTask *stopping;         /* (owned) (nullable) */

  gint64 data_version;
  gint64 looked_at;
  gint64 changed_at;
  gboolean look_wanted;
  gboolean looking;
  gboolean follower_done;
  gboolean ending; /* the last step of stopping is under way */
  gboolean connected;
  gboolean ledger_ok;
  gint64 estimate, estimated_at;
};

/* ion-engine.c: what those who watch are told; @data is the engine */
void ion_engine_changed_ring (gpointer data);
void ion_engine_changed_cb (gpointer data);
void ion_engine_connection_cb (gboolean ok, const char *explanation, gpointer data);
void ion_engine_ledger_cb (gboolean ok, const char *explanation, gpointer data);

/* ion-engine-run.c: looks at the ledger at the next turn of the main loop */
void ion_engine_look_soon (IonEngine *self);

/* ion-engine-stop.c: ends where that was asked for and nothing is under way any more */
void ion_engine_maybe_end (IonEngine *self);

G_END_DECLS
