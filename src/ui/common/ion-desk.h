/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-office.h"

G_BEGIN_DECLS

/**
 * IonDesk:
 *
 * One open office as the window works with it: what may take time runs in worker threads, the
 * engine in a thread of its own, and what changed is told in the main context.
 *
 * Signals:
 *   "changed" (): figures of campaigns changed (at most ten times a second): ask again;
 *   "office-changed" (): services, templates, settings, drafts or lists changed;
 *   "trouble" (const char *sentence): nothing leaves for now, and why; NULL when it goes on.
 */
#define ION_TYPE_DESK (ion_desk_get_type ())
G_DECLARE_FINAL_TYPE (IonDesk, ion_desk, ION, DESK, GObject)

IonDesk *ion_desk_new (IonOffice *office);
IonOffice *ion_desk_get_office (IonDesk *self); /* (transfer none) */

/* Said by whoever wrote something through the office. */
void ion_desk_tell_changed (IonDesk *self);
void ion_desk_tell_office_changed (IonDesk *self);

/**
 * IonDeskFunc:
 *
 * Runs in a worker thread; every synchronous call of the office may be made there. Must not touch a
 * widget.
 *
 * Returns: (transfer full) (nullable): what ion_desk_run_finish() gives back
 */
typedef gpointer (*IonDeskFunc) (IonOffice *office,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);

/* @data is freed with @free_data after the work; a result that nobody took, with @free_result.
 * @source: (nullable): a GObject that must live until @callback; it is the callback's source. */
void ion_desk_run_async (IonDesk *self,
                         gpointer source,
                         IonDeskFunc func,
                         gpointer data,
                         GDestroyNotify free_data,
                         GDestroyNotify free_result,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
gpointer ion_desk_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
