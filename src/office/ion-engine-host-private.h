/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-engine-host.h"

G_BEGIN_DECLS

/* What the engine's thread does next, once the engine has stopped. */
typedef enum
{
  ION_ENGINE_HOST_STAY,
  ION_ENGINE_HOST_AGAIN,
  ION_ENGINE_HOST_LEAVE,
} IonEngineHostWish;

typedef struct
{
  IonEngineHost *host;   /* (unowned): outlives the thread */
  IonOffice *office;     /* (unowned): the host's */
  GMainContext *context; /* (owned): the thread's */
  GMainLoop *loop;       /* (owned) */

  GMutex mutex; /* guards what both threads see */
  gint64 end;
  guint in_flight;
  gboolean is_elsewhere;

  /* In the engine's thread only. */
  IonEngine *engine; /* (owned) (nullable): while it is at work */
  GSource *timer;    /* (owned) */
  IonEngineHostWish wish;
  gboolean is_stopping;
  gboolean may_retry;
  guint ticks;
  gint64 seen_version;
  char *shape;   /* (owned) (nullable): the settings that the engine was made with */
  guint n_calls; /* under way */
  GError *error; /* (owned) (nullable): of the last stop */
} IonEngineWork;

/* The body of the thread: returns when it was told to leave. */
gpointer ion_engine_work_thread (gpointer work);
/* These run in the thread (ion_engine_work_post()). */
void ion_engine_work_begin (IonEngineWork *self);
void ion_engine_work_end (IonEngineWork *self, IonEngineHostWish wish);
void ion_engine_work_compare_settings (IonEngineWork *self);
/* A call that the thread waits for before it leaves: +1, -1 */
void ion_engine_work_count_call (IonEngineWork *self, int step);

/* Runs @func in the thread, soon. */
void ion_engine_work_post (IonEngineWork *self,
                           GSourceFunc func,
                           gpointer data,
                           GDestroyNotify free_data);

/* What the thread has to tell: in the owner's context. */
void ion_engine_host_tell_changed (IonEngineHost *self);
void ion_engine_host_tell_started (IonEngineHost *self);
void ion_engine_host_tell_not_started (IonEngineHost *self, const GError *error);
void ion_engine_host_tell_trouble (IonEngineHost *self,
                                   const char *signal,
                                   gboolean ok,
                                   const char *explanation);

IonEngineWork *ion_engine_host_get_work (IonEngineHost *self);

G_END_DECLS
