/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-campaigns.h"
#include "ion-office.h"

G_BEGIN_DECLS

typedef enum
{
  ION_RUN_SEND,        /* one campaign until it is settled (or its tranche is used up) */
  ION_RUN_REACH,       /* only asks who can be reached */
  ION_RUN_FOLLOW,      /* until nothing of it is left to follow */
  ION_RUN_FOLLOW_ONCE, /* what is due now, once */
  ION_RUN_ENGINE,      /* everything, until ion_run_stop() */
} IonRunKind;

typedef struct
{
  IonRunKind kind;
  const char *campaign; /* (nullable): id or name */
  gint64 first;         /* -1 = all; else so many, then it waits for the next send */
  gint64 send_at;       /* UTC seconds; 0 = now */
  guint delay;          /* seconds in which ion_run_stop() still calls everything off */
} IonRunOptions;

/**
 * IonRun:
 *
 * One piece of work in the foreground, from its start to an exit status: starts the engine or,
 * where another process is this ledger's engine, hands it the wish through the ledger and watches.
 *
 * Signals:
 *   "progress" (): the figures changed (at most ten times a second): ask for them;
 *   "notice" (const char *sentence): something that the person should see now (nothing leaves, it
 *   goes on, another process does the work).
 *
 * Everything happens in the thread-default main context of ion_run_async()'s caller.
 */
#define ION_TYPE_RUN (ion_run_get_type ())
G_DECLARE_FINAL_TYPE (IonRun, ion_run, ION, RUN, GObject)

IonRun *ion_run_new (IonOffice *office, const IonRunOptions *options);

/**
 * ion_run_async:
 *
 * The guards (ion_office_check_send()) are the caller's: they come before the question to the
 * person.
 */
void ion_run_async (IonRun *self, GAsyncReadyCallback callback, gpointer user_data);
/**
 * ion_run_finish:
 * @sentence: (out) (optional) (transfer full): how it ended and what to do, for the person
 * @error: where it could not even start
 */
IonResult ion_run_finish (IonRun *self, GAsyncResult *result, char **sentence, GError **error);

/* Nothing new leaves; answers in flight are awaited and written down; the result is then
 * %ION_RESULT_STOPPED. A watched campaign of another process is paused. */
void ion_run_stop (IonRun *self);

/* Figures. */
void ion_run_get_counts (IonRun *self, IonCampaignCounts *counts);
IonCampaignState ion_run_get_state (IonRun *self);
/* Of rows, settled: 0 to 1 */
double ion_run_get_fraction (IonRun *self);
/* UTC seconds; 0 = not known */
gint64 ion_run_estimate_end (IonRun *self);
guint ion_run_get_in_flight (IonRun *self);
gboolean ion_run_is_elsewhere (IonRun *self);

G_END_DECLS
