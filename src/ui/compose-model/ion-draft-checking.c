/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The people of the draft, read again after each change: a list of a million takes seconds, so that
 * a newer check overtakes the one that runs.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-draft-editor-private.h"

typedef struct
{
  IonDraftTicket *ticket; /* (owned) */
  double fraction;
} Progress;

static void
progress_free (gpointer data)
{
  Progress *self = data;

  ion_draft_ticket_unref (self->ticket);
  g_free (self);
}

static gboolean
progress_main_cb (gpointer data)
{
  Progress *progress = data;
  g_autoptr (IonDraftEditor) self = g_weak_ref_get (&progress->ticket->editor);

  if (self != NULL && self->check.turn == progress->ticket->turn)
    {
      self->fraction = progress->fraction;
      ion_draft_editor_emit (self, ION_DRAFT_PROGRESS);
    }
  return G_SOURCE_REMOVE;
}

static void
progress_cb (gint64 done, double fraction, gpointer user_data)
{
  Progress *progress = g_new (Progress, 1);

  progress->ticket = ion_draft_ticket_ref (user_data);
  progress->fraction = fraction;
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT_IDLE, progress_main_cb, progress,
                              progress_free);
}

static gpointer
check_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  IonDraftTicket *ticket = data;
  g_autoptr (IonImporter) importer = ion_draft_new_importer (ticket->draft, office, error);

  if (importer == NULL)
    return NULL;
  ion_importer_set_progress (importer, progress_cb, ticket);
  return ion_importer_check (importer, cancellable, error);
}

static void
free_report (gpointer report)
{
  ion_import_report_free (report);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonDraftTicket) ticket = user_data;
  g_autoptr (IonDraftEditor) self = g_weak_ref_get (&ticket->editor);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonImportReport) report = ion_desk_run_finish (result, &error);

  if (self == NULL || !ion_draft_work_end (&self->check, ticket->turn))
    return;
  self->check.error = g_steal_pointer (&error);
  self->fraction = -1;
  ion_draft_editor_take_report (self, g_steal_pointer (&report));
  ion_draft_editor_sample_again (self);
}

void
ion_draft_editor_take_report (IonDraftEditor *self, IonImportReport *report)
{
  g_clear_pointer (&self->report, ion_import_report_free);
  self->report = report;
  ion_draft_editor_emit (self, ION_DRAFT_CHECKED);
}

static void
begin (IonDraftEditor *self)
{
  IonDraftTicket *ticket;

  ticket = ion_draft_ticket_new (self, ion_draft_work_begin (&self->check));
  self->fraction = -1;
  ion_desk_run_async (self->desk, NULL, check_func, ion_draft_ticket_ref (ticket),
                      ion_draft_ticket_unref, free_report, self->check.cancellable, checked_cb,
                      ticket);
  ion_draft_editor_emit (self, ION_DRAFT_PROGRESS);
}

/* Nobody to be checked. */
static void
clear (IonDraftEditor *self)
{
  gboolean had = self->report != NULL || self->check.error != NULL || self->sample != NULL;

  ion_draft_work_stop (&self->check);
  g_clear_error (&self->check.error);
  g_clear_pointer (&self->report, ion_import_report_free);
  if (had)
    ion_draft_editor_emit (self, ION_DRAFT_CHECKED);
  ion_draft_editor_sample_again (self);
}

static gboolean
timer_cb (gpointer user_data)
{
  IonDraftEditor *self = user_data;

  self->check.timer = 0;
  if (self->draft->source == ION_DRAFT_SOURCE_NONE)
    clear (self);
  else
    begin (self);
  return G_SOURCE_REMOVE;
}

void
ion_draft_editor_check_later (IonDraftEditor *self, guint delay)
{
  g_clear_handle_id (&self->check.timer, g_source_remove);
  if (self->is_closed)
    return;
  self->check.timer = g_timeout_add (delay, timer_cb, self);
}

const IonImportReport *
ion_draft_editor_get_report (IonDraftEditor *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), NULL);

  return self->report;
}

const GError *
ion_draft_editor_get_check_error (IonDraftEditor *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), NULL);

  return self->check.error;
}

gboolean
ion_draft_editor_is_checking (IonDraftEditor *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), FALSE);

  return self->check.cancellable != NULL;
}

double
ion_draft_editor_get_fraction (IonDraftEditor *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), -1);

  return self->fraction;
}

void
ion_draft_editor_cancel_check (IonDraftEditor *self)
{
  g_return_if_fail (ION_IS_DRAFT_EDITOR (self));

  if (self->check.cancellable == NULL)
    return;
  ion_draft_work_stop (&self->check);
  self->fraction = -1;
  g_set_error_literal (&self->check.error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  g_clear_pointer (&self->report, ion_import_report_free);
  ion_draft_editor_emit (self, ION_DRAFT_CHECKED);
}
