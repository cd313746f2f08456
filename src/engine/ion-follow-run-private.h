/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-follow-run.h"

G_BEGIN_DECLS

/* So long nothing is asked after a connection or a platform in trouble, in microseconds. */
#define ION_FOLLOW_RUN_WAIT (30 * G_TIME_SPAN_SECOND)

struct _IonFollowRun
{
  IonLedger *ledger; /* (owned) */
  IonGate *gate;     /* (owned) */
  char *campaign_id; /* (owned) (nullable) */
  gint64 (*now) (void);
  GCancellable *cancellable; /* (owned) */
  IonFollowRunFunc func;
  gpointer user_data;

  GHashTable *services;    /* (owned) (element-type utf8 utf8): of the campaigns met */
  GHashTable *with_key;    /* (owned) (element-type utf8): services whose key was read just now */
  GHashTable *without_key; /* (owned) (element-type utf8): services whose key does not work */
  GQueue waiting;          /* (element-type IonDelivery) */
  GQueue unclear;          /* (element-type IonFollowQuestion): not answered for */
  guint unclear_in_a_row;
  gint64 read_up_to;
  gboolean busy; /* reading, or loading a key */
  gboolean at_end;
  guint active;
  IonFollowReport report;
};

/* Keeps the first. */
void ion_follow_run_note_error (IonFollowRun *self, const GError *error);
/* Takes the next step; @self may be gone afterwards. */
void ion_follow_run_go_on (IonFollowRun *self);

G_END_DECLS
