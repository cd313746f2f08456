/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-office-services.h"
#include "ion-office.h"

G_BEGIN_DECLS

/**
 * IonEngineHost:
 *
 * The engine of an office in a thread of its own, for a program whose own thread must never wait.
 * It goes on with what was running, follows what was sent and keeps the retention; what was due
 * while nobody was at work is held for a person first (ion_office_hold_overdue()). Where another
 * process is the engine, its ledger is watched instead, and its work taken over when it ends.
 *
 * Everything here is called in the thread that made it, and answers in that thread's default main
 * context; nothing here waits, but for the end of an object that was not stopped.
 *
 * Signals:
 *   "changed" (): something in the ledger changed (at most ten times a second);
 *   "connection" (gboolean ok, const char *explanation): nothing leaves / leaves again;
 *   "ledger-trouble" (gboolean ok, const char *explanation): as the engine's;
 *   "started" (): the engine is at work, here or elsewhere;
 *   "not-started" (const GError *error): and what stands in the way; it is tried again by
 *   ion_engine_host_restart(), and by itself where nobody need be asked.
 */
#define ION_TYPE_ENGINE_HOST (ion_engine_host_get_type ())
G_DECLARE_FINAL_TYPE (IonEngineHost, ion_engine_host, ION, ENGINE_HOST, GObject)

IonEngineHost *ion_engine_host_new (IonOffice *office);
void ion_engine_host_start (IonEngineHost *self);
/* Nothing new leaves, answers in flight are written down, the thread ends. Once. */
void
ion_engine_host_stop_async (IonEngineHost *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean ion_engine_host_stop_finish (IonEngineHost *self, GAsyncResult *result, GError **error);

/* After a write of one's own: the engine looks at once. */
void ion_engine_host_wake (IonEngineHost *self);
/* After settings changed: the engine is made anew where its address, pace or concurrency did. */
void ion_engine_host_settings_changed (IonEngineHost *self);
/* Stops and starts again, whatever it was at. */
void ion_engine_host_restart (IonEngineHost *self);

/* As they were a second ago at most. UTC seconds; 0 = nothing runs, or not known. */
gint64 ion_engine_host_get_end (IonEngineHost *self);
guint ion_engine_host_get_in_flight (IonEngineHost *self);
gboolean ion_engine_host_is_elsewhere (IonEngineHost *self);

/* As ion_engine_follow_now_async(); of another process' engine it is only asked, through the
 * ledger. */
void ion_engine_host_follow_now_async (IonEngineHost *self,
                                       const char *campaign_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gint64
ion_engine_host_follow_now_finish (IonEngineHost *self, GAsyncResult *result, GError **error);

/* As ion_office_check_service_async(). */
void ion_engine_host_check_service_async (IonEngineHost *self,
                                          const char *service,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
IonServiceCheck *
ion_engine_host_check_service_finish (IonEngineHost *self, GAsyncResult *result, GError **error);

/* As ion_office_decide_copy(), then starts. */
void ion_engine_host_decide_copy_async (IonEngineHost *self,
                                        gboolean nothing_was_sent,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean
ion_engine_host_decide_copy_finish (IonEngineHost *self, GAsyncResult *result, GError **error);

G_END_DECLS
