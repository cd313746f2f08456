/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The campaign made of the draft, ready to be looked at and sent: good until the message or the
 * people change.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-draft-editor-private.h"

#include "ion-draft-gaps.h"
#include "ion-send-plan.h"

/* What a preparation gives back. */
typedef struct
{
  char *campaign_id;       /* (owned) (nullable) */
  IonImportReport *report; /* (owned) (nullable) */
  gboolean was_asked;      /* who can be reached, before it was prepared again */
  GError *error;           /* (owned) (nullable): a refusal comes with its report */
} Outcome;

static void
outcome_free (gpointer data)
{
  Outcome *self = data;

  g_free (self->campaign_id);
  g_clear_pointer (&self->report, ion_import_report_free);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
was_asked (IonOffice *office, const char *campaign_id)
{
  g_autoptr (IonCampaign) former =
      campaign_id != NULL
          ? ion_ledger_get_campaign (ion_office_get_ledger (office), campaign_id, NULL)
          : NULL;

  return former != NULL && g_strcmp0 (former->pause_code, "reach-done") == 0;
}

static gpointer
prepare_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  IonDraftTicket *ticket = data;
  Outcome *outcome = g_new0 (Outcome, 1);

  outcome->was_asked = was_asked (office, ticket->draft->campaign_id);
  if (ion_office_prepare_draft (office, ticket->draft, &outcome->report, NULL, NULL, cancellable,
                                &outcome->error))
    outcome->campaign_id = g_strdup (ticket->draft->campaign_id);
  return outcome;
}

static void
take (IonDraftEditor *self, Outcome *outcome)
{
  if (outcome->report != NULL)
    ion_draft_editor_take_report (self, g_steal_pointer (&outcome->report));
  self->preparing.error = g_steal_pointer (&outcome->error);
  self->is_prepared = outcome->campaign_id != NULL;
  if (!self->is_prepared)
    return;
  self->has_lost_reach |= outcome->was_asked;
  g_free (self->draft->campaign_id);
  self->draft->campaign_id = g_steal_pointer (&outcome->campaign_id);
  /* The copy that was prepared has been saved over what may have been typed since. */
  ion_draft_editor_mark_dirty (self);
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonDraftTicket) ticket = user_data;
  g_autoptr (IonDraftEditor) self = g_weak_ref_get (&ticket->editor);
  Outcome *outcome = ion_desk_run_finish (result, NULL);

  if (self != NULL && ion_draft_work_end (&self->preparing, ticket->turn) && outcome != NULL)
    {
      take (self, outcome);
      ion_draft_editor_take_forgotten (self, ticket->draft);
      ion_draft_editor_emit (self, ION_DRAFT_PREPARED);
    }
  g_clear_pointer (&outcome, outcome_free);
}

void
ion_draft_editor_begin_prepare (IonDraftEditor *self)
{
  IonDraftTicket *ticket;

  self->wants_prepare = FALSE;
  ticket = ion_draft_ticket_new (self, ion_draft_work_begin (&self->preparing));
  ion_desk_run_async (self->desk, NULL, prepare_func, ion_draft_ticket_ref (ticket),
                      ion_draft_ticket_unref, outcome_free, self->preparing.cancellable,
                      prepared_cb, ticket);
}

void
ion_draft_editor_prepare (IonDraftEditor *self)
{
  g_return_if_fail (ION_IS_DRAFT_EDITOR (self));

  if (ion_draft_editor_is_preparing (self))
    return;
  if (!self->is_prepared)
    g_clear_error (&self->preparing.error);
  /* Without a message every row would seem wrong. */
  if (self->is_prepared || !ion_draft_check_written (self->draft, &self->preparing.error))
    {
      ion_draft_editor_emit (self, ION_DRAFT_PREPARED);
      return;
    }
  /* A draft without an id would be saved twice. */
  self->wants_prepare = TRUE;
  if (*self->draft->id == '\0')
    self->is_dirty = TRUE;
  if (ion_draft_editor_is_saved (self))
    ion_draft_editor_begin_prepare (self);
  else
    ion_draft_editor_save (self);
}

void
ion_draft_editor_fail_prepare (IonDraftEditor *self, const GError *error)
{
  if (!self->wants_prepare)
    return;
  self->wants_prepare = FALSE;
  g_clear_error (&self->preparing.error);
  self->preparing.error = g_error_copy (error);
  ion_draft_editor_emit (self, ION_DRAFT_PREPARED);
}

gboolean
ion_draft_editor_is_preparing (IonDraftEditor *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), FALSE);

  return self->wants_prepare || self->preparing.cancellable != NULL;
}

/* Something changed that the campaign was made of. */
void
ion_draft_editor_outdate (IonDraftEditor *self)
{
  gboolean was =
      self->is_prepared || ion_draft_editor_is_preparing (self) || self->preparing.error != NULL;

  ion_draft_work_stop (&self->preparing);
  g_clear_error (&self->preparing.error);
  self->wants_prepare = FALSE;
  self->is_prepared = FALSE;
  /* A word given was about that message and those people. */
  if (ion_ceremony_for_people (self->draft->expected_people) == ION_CEREMONY_WORD)
    self->draft->expected_people = -1;
  if (was)
    ion_draft_editor_emit (self, ION_DRAFT_PREPARED);
}

const char *
ion_draft_editor_get_prepared (IonDraftEditor *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), NULL);

  return self->is_prepared ? self->draft->campaign_id : NULL;
}

gboolean
ion_draft_editor_has_lost_reach (IonDraftEditor *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), FALSE);

  return self->has_lost_reach;
}

const GError *
ion_draft_editor_get_prepare_error (IonDraftEditor *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), NULL);

  return self->preparing.error;
}
