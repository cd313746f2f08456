/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-run-figures.h"
#include "ion-run.h"

G_BEGIN_DECLS

/* For the files of #IonRun only. */

struct _IonRun
{
  GObject parent_instance;

  IonOffice *office; /* (owned) */
  IonRunKind kind;
  char *name; /* (owned) (nullable): of the campaign, as asked */
  gint64 first;
  gint64 send_at;
  guint delay;

  GTask *task;           /* (owned) (nullable): while it runs */
  IonEngine *engine;     /* (owned) (nullable): once started here */
  IonCampaign *campaign; /* (owned) (nullable): as last read */
  GCancellable *asking;  /* (owned) (nullable): while all that was accepted is asked about */
  IonRunFigures figures;
  GSource *timer; /* (owned) (nullable): the delay, then the watch */
  guint watches;
  gint64 seen_version;
  IonResult result;
  char *sentence;  /* (owned) (nullable) */
  GError *failure; /* (owned) (nullable): what ended it */
  gboolean is_elsewhere;
  gboolean is_held;     /* "office stop" holds, and was said */
  gboolean is_stopping; /* a person said stop */
  gboolean is_ending;
};

/* Its signals. */
void ion_run_notice (IonRun *self, const char *sentence);
void ion_run_tell_progress (IonRun *self);

/* Reads campaign and figures again. */
gboolean ion_run_refresh (IonRun *self, GError **error);
/* What is in flight is awaited before anything is said. */
void ion_run_end (IonRun *self);
/* @error: (transfer full) */
void ion_run_fail (IonRun *self, GError *error);

/* ion-run-watch.c: looks at what the ledger says now; the same, again and again. */
void ion_run_look (IonRun *self);
gboolean ion_run_watch_cb (gpointer user_data);

/* ion-run-work.c: also begins anew where another process' engine has died. */
gboolean ion_run_begin_work (IonRun *self, GError **error);
gboolean ion_run_is_follow (IonRun *self);

G_END_DECLS
