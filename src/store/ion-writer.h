/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "ion-db.h"

G_BEGIN_DECLS

/*
 * The one thread that writes to a connection, in the order of asking. All that waits is joined into
 * one transaction, each operation in a savepoint of its own: one that fails takes back only
 * itself, and a commit that fails fails all. An operation is answered after it is durable, but for
 * those that say that they need not be.
 */
typedef struct _IonWriter IonWriter;
/* An operation that somebody waits for. */
typedef struct _IonWrite IonWrite;

/* Runs in the writer's thread, maybe in the company of others in the same transaction. */
typedef gboolean (*IonWriteFunc) (IonDb *db, gpointer data, GError **error);

typedef enum
{
  ION_WRITE_DEFAULT = 0,
  ION_WRITE_LAZY = 1 << 0,  /* may wait a quarter of a second for company: nobody waits for it */
  ION_WRITE_ALONE = 1 << 1, /* outside of any transaction: VACUUM and the like */
  /* May be lost with the machine's power until something after it is durable: for what counts only
   * then. It does not wait for the disk, unless it is in the company of what must. */
  ION_WRITE_STAGED = 1 << 2,
} IonWriteFlags;

/* @db: (transfer full) */
IonWriter *ion_writer_new (IonDb *db, const char *thread_name);
/* Runs what is waiting, then ends the thread and closes the connection. */
void ion_writer_free (IonWriter *self);

/* Waits until it is durable. Not to be called from the writer's own thread. */
gboolean ion_writer_run (IonWriter *self,
                         IonWriteFunc func,
                         gpointer data,
                         IonWriteFlags flags,
                         GError **error);
/* Waited for by nobody. */
void ion_writer_push (IonWriter *self,
                      IonWriteFunc func,
                      gpointer data,
                      GDestroyNotify destroy,
                      IonWriteFlags flags);
/* Returns a boolean to @task, in its context; @func gets the task's data. */
void ion_writer_push_task (IonWriter *self, GTask *task, IonWriteFunc func);

/* In two steps. Every write that was submitted must be waited for, once. */
IonWrite *ion_writer_submit (IonWriter *self,
                             IonWriteFunc func,
                             gpointer data,
                             GDestroyNotify destroy,
                             IonWriteFlags flags);
gboolean ion_writer_wait (IonWriter *self, IonWrite *write, GError **error);

/* How many transactions were committed (for the tests of the joining). */
guint ion_writer_get_commits (IonWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonWriter, ion_writer_free)

G_END_DECLS
