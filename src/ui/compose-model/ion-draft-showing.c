/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Which row the phone shows: one of the sample's at once, any other as soon as it was read.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-draft-editor-private.h"

#include "ion-ledger-deliveries.h"

/* The rows of the sample, and then its odd ones. */
static const IonDraftRow *
get_nth (IonDraftEditor *self, guint index)
{
  const IonDraftSample *sample = self->sample;

  if (sample == NULL)
    return NULL;
  if (index < sample->rows->len)
    return g_ptr_array_index (sample->rows, index);
  index -= sample->rows->len;
  return index < sample->odd_rows->len ? g_ptr_array_index (sample->odd_rows, index) : NULL;
}

const IonDraftRow *
ion_draft_editor_find_shown (IonDraftEditor *self)
{
  return self->far_row != NULL ? self->far_row : get_nth (self, self->shown);
}

void
ion_draft_editor_forget_far (IonDraftEditor *self)
{
  ion_draft_work_stop (&self->fetching);
  g_clear_pointer (&self->far_row, ion_draft_row_free);
}

guint
ion_draft_editor_get_n_shown (IonDraftEditor *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), 0);

  return self->sample != NULL ? self->sample->rows->len + self->sample->odd_rows->len : 0;
}

guint
ion_draft_editor_get_shown (IonDraftEditor *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), 0);

  return self->shown;
}

void
ion_draft_editor_set_shown (IonDraftEditor *self, guint index)
{
  g_return_if_fail (ION_IS_DRAFT_EDITOR (self));

  if (index >= ion_draft_editor_get_n_shown (self) ||
      (self->shown == index && self->far_row == NULL))
    return;
  ion_draft_editor_forget_far (self);
  self->shown = index;
  ion_draft_editor_emit (self, ION_DRAFT_SHOWN_CHANGED);
}

gint64
ion_draft_editor_get_shown_row (IonDraftEditor *self)
{
  const IonDraftRow *row;

  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), 0);

  row = ion_draft_editor_find_shown (self);
  return row != NULL ? row->row : 0;
}

const char *
ion_draft_editor_get_language (IonDraftEditor *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (self), NULL);

  return self->language;
}

void
ion_draft_editor_set_language (IonDraftEditor *self, const char *language)
{
  g_return_if_fail (ION_IS_DRAFT_EDITOR (self));

  if (g_strcmp0 (self->language, language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  ion_draft_editor_emit (self, ION_DRAFT_SHOWN_CHANGED);
}

typedef struct
{
  GWeakRef editor;
  char *campaign_id; /* (owned) */
  gint64 row;
  guint turn;
} Fetch;

static void
fetch_clear (gpointer data)
{
  Fetch *self = data;

  g_weak_ref_clear (&self->editor);
  g_free (self->campaign_id);
}

static void
fetch_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, fetch_clear);
}

static gpointer
fetch_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Fetch *fetch = data;

  return ion_ledger_get_delivery (ion_office_get_ledger (office), fetch->campaign_id, fetch->row,
                                  error);
}

static void
free_delivery (gpointer delivery)
{
  ion_delivery_free (delivery);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fetch *fetch = user_data;
  g_autoptr (IonDraftEditor) self = g_weak_ref_get (&fetch->editor);
  g_autoptr (IonDelivery) delivery = ion_desk_run_finish (result, NULL);

  if (self != NULL && ion_draft_work_end (&self->fetching, fetch->turn) && delivery != NULL &&
      delivery->fields != NULL)
    {
      IonDraftRow *row = g_new0 (IonDraftRow, 1);

      row->row = delivery->row;
      row->fiscal_code = g_strdup (delivery->fiscal_code);
      row->fields = ion_fields_ref (delivery->fields);
      g_clear_pointer (&self->far_row, ion_draft_row_free);
      self->far_row = row;
      ion_draft_editor_emit (self, ION_DRAFT_SHOWN_CHANGED);
    }
  fetch_unref (fetch);
}

static void
fetch_row (IonDraftEditor *self, const char *campaign, gint64 row)
{
  Fetch *fetch = g_atomic_rc_box_new0 (Fetch);

  g_weak_ref_init (&fetch->editor, self);
  fetch->campaign_id = g_strdup (campaign);
  fetch->row = row;
  fetch->turn = ion_draft_work_begin (&self->fetching);
  ion_desk_run_async (self->desk, NULL, fetch_func, g_atomic_rc_box_acquire (fetch), fetch_unref,
                      free_delivery, self->fetching.cancellable, fetched_cb, fetch);
}

void
ion_draft_editor_show_row (IonDraftEditor *self, gint64 row)
{
  const char *campaign;

  g_return_if_fail (ION_IS_DRAFT_EDITOR (self));

  for (guint i = 0; i < ion_draft_editor_get_n_shown (self); i++)
    if (get_nth (self, i)->row == row)
      {
        ion_draft_editor_set_shown (self, i);
        return;
      }
  campaign = ion_draft_editor_get_prepared (self);
  if (campaign != NULL)
    fetch_row (self, campaign, row);
}
