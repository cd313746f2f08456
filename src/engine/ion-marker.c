/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-marker.h"

#include "ion-store-error.h"

/* Where the keyring cannot be written. */
#define AGAIN_AFTER G_TIME_SPAN_SECOND
#define PATIENCE    3 /* so many failures in a row are no hiccup of the keyring */

struct _IonMarker
{
  IonCopyGuard *guard; /* (not owned) */
  gint64 every;
  IonMarkerFunc idle_func;
  gpointer user_data;
  gint64 mark_at;     /* not before: monotonic */
  guint failures;     /* in a row */
  gboolean submitted; /* something left since */
  gboolean is_busy;
};

static void
mark_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  IonMarker *self = data;
  GError *error = NULL;

  if (ion_copy_guard_bump (self->guard, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What left is still unmarked. A ledger that cannot be written lets nothing leave by itself. */
static void
note_failure (IonMarker *self, const GError *error)
{
  g_info ("The mark could not be made: %s", error->message);
  self->submitted = TRUE;
  self->mark_at = g_get_monotonic_time () + MIN (self->every, AGAIN_AFTER);
  if (error->domain != ION_STORE_ERROR)
    self->failures++;
}

static void
marked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  IonMarker *self = data;
  g_autoptr (GError) error = NULL;

  self->is_busy = FALSE;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    self->failures = 0;
  else
    note_failure (self, error);
  self->idle_func (self->failures >= PATIENCE ? error : NULL, self->user_data);
}

void
ion_marker_tick (IonMarker *self)
{
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GTask) task = NULL;

  if (self->is_busy || !self->submitted || now < self->mark_at)
    return;
  self->is_busy = TRUE;
  self->submitted = FALSE;
  self->mark_at = now + self->every;
  task = g_task_new (NULL, NULL, marked_cb, self);
  g_task_set_source_tag (task, ion_marker_tick);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, mark_thread);
}

void
ion_marker_note_submission (IonMarker *self)
{
  self->submitted = TRUE;
}

gboolean
ion_marker_is_busy (IonMarker *self)
{
  return self->is_busy;
}

IonMarker *
ion_marker_new (IonCopyGuard *guard, gint64 every, IonMarkerFunc idle_func, gpointer user_data)
{
  IonMarker *self = g_new0 (IonMarker, 1);

  self->guard = guard;
  self->every = every;
  self->idle_func = idle_func;
  self->user_data = user_data;
  self->mark_at = g_get_monotonic_time () + every;
  return self;
}

void
ion_marker_free (IonMarker *self)
{
  g_warn_if_fail (!self->is_busy);

  g_free (self);
}
