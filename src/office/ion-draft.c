/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A campaign being made, as a value: what is still missing is missing, and nothing is checked here.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-draft-private.h"

IonDraftMend *
ion_draft_mend_new (gint64 row, const char *column, const char *value)
{
  IonDraftMend *mend = g_new0 (IonDraftMend, 1);

  mend->row = row;
  mend->column = g_strdup (column);
  mend->value = g_strdup (value);
  return mend;
}

void
ion_draft_mend_free (IonDraftMend *mend)
{
  if (mend == NULL)
    return;
  g_free (mend->column);
  g_free (mend->value);
  g_free (mend);
}

/**
 * ion_draft_new:
 * @template_: (nullable): copied; %NULL = an empty message
 *
 * Returns: (transfer full): a draft with this message and nobody to send it to
 */
IonDraft *
ion_draft_new (const IonTemplate *template_)
{
  IonDraft *self = g_new0 (IonDraft, 1);

  self->id = g_strdup ("");
  self->name = g_strdup ("");
  self->template_ = template_ != NULL ? ion_draft_copy_template (template_)
                                      : ion_template_new ("", ION_TEMPLATE_FREE);
  self->mends = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_draft_mend_free);
  self->expected_people = -1;
  self->expected_total = -1;
  self->first = -1;
  return self;
}

static void
copy_texts (IonDraft *copy, const IonDraft *self)
{
  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->service_id = g_strdup (self->service_id);
  copy->path = g_strdup (self->path);
  copy->sheet = g_strdup (self->sheet);
  copy->encoding = g_strdup (self->encoding);
  copy->rows = g_strdup (self->rows);
  copy->from_campaign = g_strdup (self->from_campaign);
  copy->mended_file = g_strdup (self->mended_file);
  copy->map = g_strdupv (self->map);
  copy->constants = g_strdupv (self->constants);
  copy->accepted_doubts = g_strdupv (self->accepted_doubts);
  copy->dismissed_advice = g_strdupv (self->dismissed_advice);
  copy->purpose = g_strdup (self->purpose);
  copy->follows_id = g_strdup (self->follows_id);
  copy->campaign_id = g_strdup (self->campaign_id);
}

static GPtrArray *
copy_mends (const IonDraft *self)
{
  GPtrArray *mends = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_draft_mend_free);

  for (guint i = 0; i < self->mends->len; i++)
    {
      const IonDraftMend *mend = g_ptr_array_index (self->mends, i);

      g_ptr_array_add (mends, ion_draft_mend_new (mend->row, mend->column, mend->value));
    }
  return mends;
}

IonDraft *
ion_draft_copy (const IonDraft *self)
{
  IonDraft *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy_texts (copy, self);
  copy->template_ = ion_draft_copy_template (self->template_);
  copy->mends = copy_mends (self);
  return copy;
}

void
ion_draft_free (IonDraft *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->service_id);
  g_clear_pointer (&self->template_, ion_template_free);
  g_free (self->path);
  g_free (self->sheet);
  g_free (self->encoding);
  g_free (self->rows);
  g_free (self->from_campaign);
  g_free (self->mended_file);
  g_strfreev (self->map);
  g_strfreev (self->constants);
  g_clear_pointer (&self->mends, g_ptr_array_unref);
  g_strfreev (self->accepted_doubts);
  g_strfreev (self->dismissed_advice);
  g_free (self->purpose);
  g_free (self->follows_id);
  g_free (self->campaign_id);
  g_free (self);
}

void
ion_draft_mend (IonDraft *self, gint64 row, const char *column, const char *value)
{
  g_return_if_fail (self != NULL && column != NULL);

  for (guint i = self->mends->len; i > 0; i--)
    {
      const IonDraftMend *mend = g_ptr_array_index (self->mends, i - 1);

      if (mend->row == row && g_str_equal (mend->column, column))
        g_ptr_array_remove_index (self->mends, i - 1);
    }
  if (value != NULL)
    g_ptr_array_add (self->mends, ion_draft_mend_new (row, column, value));
}

void
ion_draft_note_mended_file (IonDraft *self, const IonImportReport *report)
{
  g_return_if_fail (self != NULL);

  if (self->mends->len > 0 && (report == NULL || self->mended_file != NULL))
    return;
  g_clear_pointer (&self->mended_file, g_free);
  if (self->mends->len > 0)
    self->mended_file = g_strdup (report->file_print);
}

gboolean
ion_draft_has_foreign_mends (const IonDraft *self, const IonImportReport *report)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->source == ION_DRAFT_SOURCE_FILE && self->mends->len > 0 &&
         self->mended_file != NULL && report != NULL && report->file_print != NULL &&
         !g_str_equal (self->mended_file, report->file_print);
}

gboolean
ion_draft_take_forgotten (IonDraft *self, const IonDraft *kept)
{
  g_return_val_if_fail (self != NULL && kept != NULL, FALSE);

  if (self->forgotten >= kept->forgotten)
    return FALSE;
  self->forgotten = kept->forgotten;
  g_ptr_array_unref (self->mends);
  self->mends = copy_mends (kept);
  /* Of another source: those were about other rows. */
  if (self->source != kept->source || g_strcmp0 (self->path, kept->path) != 0)
    g_ptr_array_set_size (self->mends, 0);
  if (self->rows == NULL)
    return TRUE;
  g_free (self->rows);
  self->rows = g_strdup (kept->rows);
  /* What was pasted only now, and may name that person, has not been kept. */
  if (self->rows == NULL && self->source == ION_DRAFT_SOURCE_ROWS)
    self->source = ION_DRAFT_SOURCE_NONE;
  return TRUE;
}
