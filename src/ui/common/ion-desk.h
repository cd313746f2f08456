/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-office-services.h"
#include "ion-office-survey.h"

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
 *   "surveyed" (): ion_desk_get_survey() is another one;
 *   "trouble" (const char *sentence): nothing leaves for now, and why; NULL when it goes on.
 */
#define ION_TYPE_DESK (ion_desk_get_type ())
G_DECLARE_FINAL_TYPE (IonDesk, ion_desk, ION, DESK, GObject)

IonDesk *ion_desk_new (IonOffice *office);
IonOffice *ion_desk_get_office (IonDesk *self); /* (transfer none) */

/* How the office stands, as the sidebar and the overview show it. From the first call on it is kept
 * up to date; (nullable) until "surveyed". */
const IonOfficeSurvey *ion_desk_get_survey (IonDesk *self);

/* Said by whoever wrote something through the office; the engine looks at once. */
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

/*
 * The engine: without it (in most tests) nothing goes on by itself.
 */
void ion_desk_start (IonDesk *self);
/* Waits for what is on its way to be written down. To be called once before the office is closed.
 */
void ion_desk_stop_async (IonDesk *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean ion_desk_stop_finish (IonDesk *self, GAsyncResult *result, GError **error);
gboolean ion_desk_is_started (IonDesk *self);
/* When what is running will have been sent: UTC seconds; 0 = nothing runs, or not known. */
gint64 ion_desk_get_end (IonDesk *self);
/* The sentence of the last "trouble"; (nullable) */
const char *ion_desk_get_trouble (IonDesk *self);
/* Whether the trouble is that a person must decide about an older copy of the office. */
gboolean ion_desk_is_older_copy (IonDesk *self);
/* Tries again what could not begin, as a person asks for it. */
void ion_desk_retry (IonDesk *self);

/* Asks the platform whether a service's key works. */
void ion_desk_check_service_async (IonDesk *self,
                                   const char *service,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
IonServiceCheck *
ion_desk_check_service_finish (IonDesk *self, GAsyncResult *result, GError **error);
/* Asks the platform at once about every message of a campaign. Returns: how many, -1 on error;
 * errors are already sentences (ion_office_error_explain()). */
void ion_desk_follow_now_async (IonDesk *self,
                                const char *campaign_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gint64 ion_desk_follow_now_finish (IonDesk *self, GAsyncResult *result, GError **error);
/* The person's word about an older copy of the office; then the engine begins. */
void ion_desk_decide_copy_async (IonDesk *self,
                                 gboolean nothing_was_sent,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean ion_desk_decide_copy_finish (IonDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
