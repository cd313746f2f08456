/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What the phone shows: a few real rows once they were read, else the template's own made-up
 * person.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-draft-editor-private.h"

#include "ion-template-catalog.h"

static gpointer
sample_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  IonDraftTicket *ticket = data;

  return ion_draft_sample (ticket->draft, office, cancellable, error);
}

static void
free_sample (gpointer sample)
{
  ion_draft_sample_free (sample);
}

static void
take (IonDraftEditor *self, IonDraftSample *sample)
{
  g_clear_pointer (&self->sample, ion_draft_sample_free);
  self->sample = sample;
  if (self->shown >= ion_draft_editor_get_n_shown (self))
    self->shown = 0;
  ion_draft_editor_emit (self, ION_DRAFT_SAMPLED);
}

static void
sampled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonDraftTicket) ticket = user_data;
  g_autoptr (IonDraftEditor) self = g_weak_ref_get (&ticket->editor);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDraftSample) sample = ion_desk_run_finish (result, &error);

  if (self != NULL && ion_draft_work_end (&self->sampling, ticket->turn))
    take (self, g_steal_pointer (&sample));
}

void
ion_draft_editor_sample_again (IonDraftEditor *self)
{
  IonDraftTicket *ticket;

  if (self->report == NULL)
    {
      ion_draft_work_stop (&self->sampling);
      if (self->sample != NULL)
        take (self, NULL);
      return;
    }
  ticket = ion_draft_ticket_new (self, ion_draft_work_begin (&self->sampling));
  ion_desk_run_async (self->desk, NULL, sample_func, ion_draft_ticket_ref (ticket),
                      ion_draft_ticket_unref, free_sample, self->sampling.cancellable, sampled_cb,
                      ticket);
}

void
ion_draft_editor_forget_renderer (IonDraftEditor *self)
{
  g_clear_pointer (&self->renderer, ion_renderer_free);
}

const IonDraftSample *
ion_draft_editor_get_sample (IonDraftEditor *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), NULL);

  return self->sample;
}

IonMessage *
ion_draft_editor_render_shown (IonDraftEditor *self, const char *language, GError **error)
{
  const IonDraftRow *row;

  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), NULL);

  row = ion_draft_editor_find_shown (self);
  if (row == NULL)
    return ion_template_render_sample (self->draft->template_, language,
                                       g_get_real_time () / G_USEC_PER_SEC, error);
  if (self->renderer == NULL)
    self->renderer = ion_renderer_new (self->draft->template_, error);
  if (self->renderer == NULL)
    return NULL;
  return ion_renderer_render (self->renderer, row->fiscal_code, row->fields, language, error);
}

IonFields *
ion_draft_editor_get_shown_fields (IonDraftEditor *self, GError **error)
{
  const IonDraftRow *row;

  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), NULL);

  row = ion_draft_editor_find_shown (self);
  if (row != NULL)
    return ion_fields_ref (row->fields);
  return ion_template_sample_fields (self->draft->template_, g_get_real_time () / G_USEC_PER_SEC,
                                     error);
}
