/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A crash loses nothing: what was typed is on disk half a second later. One save at a time, so that
 * an older state never comes after a newer one.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-draft-editor-private.h"
#include "ion-draft-save.h"

#include "ion-draft-rescue.h"
#include "ion-office-error.h"

#define SAVE_DELAY_MS  500
#define RETRY_DELAY_MS 5000
/* A save that takes longer is told of: another program may hold the office's data. */
#define SLOW_MS 500

static void begin (IonDraftEditor *self);

/* The program stays until what it is about to write is written. */
static void
hold (void)
{
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    g_application_hold (application);
}

static void
release (void)
{
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    g_application_release (application);
}

static gboolean
timer_cb (gpointer user_data)
{
  IonDraftEditor *self = user_data;

  self->save_timer = 0;
  ion_draft_editor_save (self);
  return G_SOURCE_REMOVE;
}

static void
wait (IonDraftEditor *self, guint delay)
{
  g_clear_handle_id (&self->save_timer, g_source_remove);
  self->save_timer = g_timeout_add (delay, timer_cb, self);
}

void
ion_draft_editor_take_forgotten (IonDraftEditor *self, const IonDraft *kept)
{
  if (!self->is_closed && ion_draft_take_forgotten (self->draft, kept))
    ion_draft_editor_tell_source (self);
}

static gpointer
read_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_office_get_draft (office, data, error);
}

/* Where it cannot be read, the next save says so. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonDraft) kept = ion_desk_run_finish (result, NULL);

  if (kept != NULL)
    ion_draft_editor_take_forgotten (ION_DRAFT_EDITOR (source), kept);
}

void
ion_draft_editor_forget_again (IonDraftEditor *self)
{
  const IonDraft *draft = self->draft;

  if (self->is_telling || self->is_closed || *draft->id == '\0' ||
      (draft->rows == NULL && draft->mends->len == 0))
    return;
  ion_desk_run_async (self->desk, self, read_func, g_strdup (draft->id), g_free,
                      (GDestroyNotify) ion_draft_free, NULL, read_cb, NULL);
}

static void
take (IonDraftEditor *self, const IonDraft *saved)
{
  if (g_strcmp0 (self->draft->id, saved->id) != 0)
    {
      g_free (self->draft->id);
      self->draft->id = g_strdup (saved->id);
    }
  self->draft->created_at = saved->created_at;
  self->draft->saved_at = saved->saved_at;
  ion_draft_editor_take_forgotten (self, saved);
}

static void
fail (IonDraftEditor *self, const GError *error)
{
  g_autofree char *sentence = ion_office_error_explain (error);

  if (self->is_closed)
    return;
  self->is_dirty = TRUE;
  wait (self, RETRY_DELAY_MS);
  ion_draft_editor_fail_prepare (self, error);
  ion_draft_editor_emit_failed (self, sentence);
}

static gpointer
remove_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  ion_office_remove_draft (office, data, error);
  return NULL;
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  release ();
  ion_desk_run_finish (result, &error);
  if (error != NULL)
    g_warning ("The draft could not be removed: %s", error->message);
  ion_desk_tell_office_changed (ION_DRAFT_EDITOR (source)->desk);
}

static void
remove_saved (IonDraftEditor *self)
{
  if (*self->draft->id == '\0')
    return;
  hold ();
  ion_desk_run_async (self->desk, self, remove_func, g_strdup (self->draft->id), g_free, NULL, NULL,
                      removed_cb, NULL);
}

/* A save that runs would bring it back: it goes first. */
void
ion_draft_editor_discard (IonDraftEditor *self)
{
  g_return_if_fail (ION_IS_DRAFT_EDITOR (self));

  ion_draft_editor_close (self);
  self->is_discarded = TRUE;
  if (!self->is_saving)
    remove_saved (self);
}

static gboolean
slow_cb (gpointer user_data)
{
  IonDraftEditor *self = user_data;

  self->slow_timer = 0;
  ion_draft_editor_emit (self, ION_DRAFT_SAVING);
  return G_SOURCE_REMOVE;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonDraftEditor *self = ION_DRAFT_EDITOR (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDraft) saved = ion_desk_run_finish (result, &error);

  release ();
  g_clear_handle_id (&self->slow_timer, g_source_remove);
  self->is_saving = FALSE;
  if (saved == NULL)
    {
      fail (self, error);
      return;
    }
  take (self, saved);
  if (self->is_discarded)
    {
      remove_saved (self);
      return;
    }
  self->is_telling = TRUE;
  ion_desk_tell_office_changed (self->desk);
  self->is_telling = FALSE;
  /* What was typed meanwhile has its own timer, unless somebody waits for it. */
  if (self->is_dirty && self->save_timer == 0)
    begin (self);
  else if (self->wants_prepare && !self->is_dirty)
    ion_draft_editor_begin_prepare (self);
  ion_draft_editor_emit (self, ION_DRAFT_SAVED);
}

static void
begin (IonDraftEditor *self)
{
  g_clear_handle_id (&self->save_timer, g_source_remove);
  self->is_dirty = FALSE;
  self->is_saving = TRUE;
  g_clear_handle_id (&self->slow_timer, g_source_remove);
  self->slow_timer = g_timeout_add (SLOW_MS, slow_cb, self);
  hold ();
  ion_draft_save_async (self->desk, self, self->draft, saved_cb, NULL);
}

void
ion_draft_editor_save (IonDraftEditor *self)
{
  g_return_if_fail (ION_IS_DRAFT_EDITOR (self));

  g_clear_handle_id (&self->save_timer, g_source_remove);
  if (self->is_dirty && !self->is_saving)
    begin (self);
}

gboolean
ion_draft_editor_is_saved (IonDraftEditor *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), FALSE);

  return !self->is_dirty && !self->is_saving;
}

void
ion_draft_editor_mark_dirty (IonDraftEditor *self)
{
  if (self->is_closed)
    return;
  self->is_dirty = TRUE;
  wait (self, SAVE_DELAY_MS);
}

typedef struct
{
  IonDesk *desk;   /* (owned) */
  IonDraft *draft; /* (owned) */
} Last;

static void
last_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Last *last = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDraft) saved = ion_desk_run_finish (result, &error);

  if (saved != NULL)
    ion_desk_tell_office_changed (last->desk);
  else
    ion_draft_rescue_begin (last->desk, last->draft, error);
  release ();
  g_object_unref (last->desk);
  ion_draft_free (last->draft);
  g_free (last);
}

/* Nothing else is being saved then: a save that runs keeps the editor. */
void
ion_draft_editor_save_at_end (IonDraftEditor *self)
{
  Last *last;

  g_clear_handle_id (&self->save_timer, g_source_remove);
  if (!self->is_dirty)
    return;
  self->is_dirty = FALSE;
  hold ();
  last = g_new0 (Last, 1);
  last->desk = g_object_ref (self->desk);
  last->draft = ion_draft_copy (self->draft);
  ion_draft_save_async (self->desk, NULL, self->draft, last_cb, last);
}
