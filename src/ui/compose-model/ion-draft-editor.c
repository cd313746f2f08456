/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The draft between the parts of the page, the ledger and the worker threads: who changes what is
 * told here, and what follows from it is set going.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-draft-editor-private.h"

/* A source is read again when the person has chosen; a text, when the person has stopped typing. */
#define SOURCE_DELAY_MS  150
#define MESSAGE_DELAY_MS 1200

G_DEFINE_FINAL_TYPE (IonDraftEditor, ion_draft_editor, G_TYPE_OBJECT)

static guint signals[ION_DRAFT_N_SIGNALS];

void
ion_draft_editor_emit (IonDraftEditor *self, IonDraftSignal signal)
{
  g_signal_emit (self, signals[signal], 0);
}

void
ion_draft_editor_emit_failed (IonDraftEditor *self, const char *sentence)
{
  g_signal_emit (self, signals[ION_DRAFT_SAVE_FAILED], 0, sentence);
}

void
ion_draft_work_stop (IonDraftWork *work)
{
  g_clear_handle_id (&work->timer, g_source_remove);
  g_cancellable_cancel (work->cancellable);
  g_clear_object (&work->cancellable);
  work->turn++;
}

guint
ion_draft_work_begin (IonDraftWork *work)
{
  ion_draft_work_stop (work);
  g_clear_error (&work->error);
  work->cancellable = g_cancellable_new ();
  return work->turn;
}

gboolean
ion_draft_work_end (IonDraftWork *work, guint turn)
{
  if (work->turn != turn || work->cancellable == NULL)
    return FALSE;
  g_clear_object (&work->cancellable);
  return TRUE;
}

IonDraftTicket *
ion_draft_ticket_new (IonDraftEditor *editor, guint turn)
{
  IonDraftTicket *self = g_atomic_rc_box_new0 (IonDraftTicket);

  g_weak_ref_init (&self->editor, editor);
  self->draft = ion_draft_copy (editor->draft);
  self->turn = turn;
  return self;
}

IonDraftTicket *
ion_draft_ticket_ref (IonDraftTicket *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
ticket_clear (gpointer data)
{
  IonDraftTicket *self = data;

  g_weak_ref_clear (&self->editor);
  ion_draft_free (self->draft);
}

void
ion_draft_ticket_unref (gpointer ticket)
{
  g_atomic_rc_box_release_full (ticket, ticket_clear);
}

static void
ion_draft_editor_dispose (GObject *object)
{
  IonDraftEditor *self = ION_DRAFT_EDITOR (object);

  ion_draft_work_stop (&self->check);
  ion_draft_work_stop (&self->sampling);
  ion_draft_work_stop (&self->fetching);
  ion_draft_work_stop (&self->preparing);
  g_clear_handle_id (&self->slow_timer, g_source_remove);
  ion_draft_editor_save_at_end (self);
  G_OBJECT_CLASS (ion_draft_editor_parent_class)->dispose (object);
}

static void
ion_draft_editor_finalize (GObject *object)
{
  IonDraftEditor *self = ION_DRAFT_EDITOR (object);

  g_clear_error (&self->check.error);
  g_clear_error (&self->sampling.error);
  g_clear_error (&self->preparing.error);
  g_clear_pointer (&self->report, ion_import_report_free);
  g_clear_pointer (&self->sample, ion_draft_sample_free);
  g_clear_pointer (&self->renderer, ion_renderer_free);
  g_clear_pointer (&self->far_row, ion_draft_row_free);
  g_clear_pointer (&self->draft, ion_draft_free);
  g_free (self->language);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (ion_draft_editor_parent_class)->finalize (object);
}

static void
ion_draft_editor_class_init (IonDraftEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  static const char *const names[] = {
    "message-changed", "source-changed", "checked",      "progress", "sampled",
    "shown-changed",   "prepared",       "plan-changed", "saved",    "saving",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == ION_DRAFT_SAVE_FAILED);

  object_class->dispose = ion_draft_editor_dispose;
  object_class->finalize = ion_draft_editor_finalize;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = g_signal_new (names[i], ION_TYPE_DRAFT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
  signals[ION_DRAFT_SAVE_FAILED] =
      g_signal_new ("save-failed", ION_TYPE_DRAFT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ion_draft_editor_init (IonDraftEditor *self)
{
  self->fraction = -1;
}

IonDraftEditor *
ion_draft_editor_new (IonDesk *desk, IonDraft *draft)
{
  IonDraftEditor *self;

  g_return_val_if_fail (ION_IS_DESK (desk), NULL);
  g_return_val_if_fail (draft != NULL, NULL);

  self = g_object_new (ION_TYPE_DRAFT_EDITOR, NULL);
  self->desk = g_object_ref (desk);
  self->draft = draft;
  g_signal_connect_object (desk, "office-changed", G_CALLBACK (ion_draft_editor_forget_again), self,
                           G_CONNECT_SWAPPED);
  ion_draft_editor_check_later (self, 0);
  return self;
}

IonDesk *
ion_draft_editor_get_desk (IonDraftEditor *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), NULL);

  return self->desk;
}

IonDraft *
ion_draft_editor_get_draft (IonDraftEditor *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), NULL);

  return self->draft;
}

void
ion_draft_editor_tell_message (IonDraftEditor *self)
{
  g_return_if_fail (ION_IS_DRAFT_EDITOR (self));

  ion_draft_editor_mark_dirty (self);
  ion_draft_editor_forget_renderer (self);
  ion_draft_editor_outdate (self);
  ion_draft_editor_check_later (self, MESSAGE_DELAY_MS);
  ion_draft_editor_emit (self, ION_DRAFT_MESSAGE_CHANGED);
}

void
ion_draft_editor_tell_source (IonDraftEditor *self)
{
  g_return_if_fail (ION_IS_DRAFT_EDITOR (self));

  ion_draft_note_mended_file (self->draft, self->report);
  ion_draft_editor_mark_dirty (self);
  ion_draft_editor_forget_far (self);
  ion_draft_editor_outdate (self);
  ion_draft_editor_check_later (self, SOURCE_DELAY_MS);
  ion_draft_editor_emit (self, ION_DRAFT_SOURCE_CHANGED);
}

void
ion_draft_editor_tell_plan (IonDraftEditor *self)
{
  g_return_if_fail (ION_IS_DRAFT_EDITOR (self));

  ion_draft_editor_mark_dirty (self);
  ion_draft_editor_emit (self, ION_DRAFT_PLAN_CHANGED);
}

void
ion_draft_editor_close (IonDraftEditor *self)
{
  g_return_if_fail (ION_IS_DRAFT_EDITOR (self));

  self->is_closed = TRUE;
  self->is_dirty = FALSE;
  g_clear_handle_id (&self->save_timer, g_source_remove);
  ion_draft_work_stop (&self->check);
  ion_draft_work_stop (&self->sampling);
  ion_draft_work_stop (&self->fetching);
  ion_draft_work_stop (&self->preparing);
}

gboolean
ion_draft_editor_is_closed (IonDraftEditor *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), FALSE);

  return self->is_closed;
}
