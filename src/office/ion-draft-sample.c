/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The rows that are worth looking at before sending: the first ones, and those at the edges. One
 * pass, and no more of the rows is kept than is shown.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-draft-odd.h"
#include "ion-draft-private.h"

#include "ion-ledger-services.h"
#include "ion-message.h"
#include "ion-recipient-file.h"
#include "ion-variant.h"

#include <string.h>

#define ROWS_MAX   100
#define LOOK_EVERY 256 /* rows */
/* So many are merged each; of the others only those whose values are longer, or shorter, than all
 * before: merging is what takes the time. */
#define MERGED_MAX 10000

typedef struct
{
  IonRenderer *renderer;  /* (owned) */
  IonDraftOdd *odd;       /* (owned) */
  IonDraftSample *sample; /* (owned) */
  GPtrArray *variants;    /* (owned) (element-type IonVariant): as the sample's lengths */
  gint64 n_valid;
  gsize most_bytes, least_bytes; /* of the values of a row */
} Pass;

static void
pass_clear (Pass *pass)
{
  g_clear_pointer (&pass->variants, g_ptr_array_unref);
  g_clear_pointer (&pass->renderer, ion_renderer_free);
  g_clear_pointer (&pass->odd, ion_draft_odd_free);
  g_clear_pointer (&pass->sample, ion_draft_sample_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pass, pass_clear)

void
ion_draft_row_free (IonDraftRow *self)
{
  if (self == NULL)
    return;
  g_free (self->fiscal_code);
  g_clear_pointer (&self->fields, ion_fields_unref);
  g_free (self->why);
  g_free (self);
}

void
ion_draft_sample_free (IonDraftSample *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->odd_rows, g_ptr_array_unref);
  g_clear_pointer (&self->variants, g_ptr_array_unref);
  g_free (self);
}

static void
lengths_free (gpointer data)
{
  IonDraftLengths *self = data;

  g_free (self->language);
  g_free (self);
}

const IonDraftLengths *
ion_draft_sample_find_lengths (const IonDraftSample *self, const char *language)
{
  g_return_val_if_fail (self != NULL && language != NULL, NULL);

  for (guint i = 0; self->variants != NULL && i < self->variants->len; i++)
    {
      const IonDraftLengths *lengths = g_ptr_array_index (self->variants, i);

      if (g_str_equal (lengths->language, language))
        return lengths;
    }
  return NULL;
}

/* One that cannot be read has no lengths. */
static void
open_variants (Pass *pass, const IonTemplate *template_)
{
  pass->variants = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_variant_free);
  pass->sample->variants = g_ptr_array_new_with_free_func (lengths_free);
  for (guint i = 0; i < template_->variants->len; i++)
    {
      const IonTemplateText *text = g_ptr_array_index (template_->variants, i);
      IonVariant *variant = ion_variant_new (text, text->language, NULL);
      IonDraftLengths *lengths;

      if (variant == NULL)
        continue;
      lengths = g_new0 (IonDraftLengths, 1);
      lengths->language = g_strdup (text->language);
      g_ptr_array_add (pass->variants, variant);
      g_ptr_array_add (pass->sample->variants, lengths);
    }
}

static void
measure_variant (const IonVariant *variant, IonDraftLengths *lengths, const IonFields *fields)
{
  g_autofree char *subject = ion_variant_merge_subject (variant, fields, NULL);
  g_autofree char *markdown = ion_variant_merge_markdown (variant, fields, NULL);
  gsize length;

  if (subject != NULL)
    lengths->longest_subject = MAX (lengths->longest_subject, ion_utf16_length (subject));
  if (markdown == NULL)
    return;
  length = ion_utf16_length (markdown);
  lengths->longest_text = MAX (lengths->longest_text, length);
  lengths->shortest_text =
      lengths->shortest_text == 0 ? length : MIN (lengths->shortest_text, length);
}

static gsize
count_bytes (const IonFields *fields)
{
  gsize sum = 0;

  for (guint i = 0; i < ion_fields_get_size (fields); i++)
    {
      gsize length = 0;

      if (ion_fields_peek (fields, i, &length) != NULL)
        sum += length;
    }
  return sum;
}

static void
measure (Pass *pass, const IonRecipient *recipient)
{
  IonDraftSample *sample = pass->sample;
  g_autoptr (IonMessage) message =
      ion_renderer_render (pass->renderer, recipient->fiscal_code, recipient->fields, NULL, NULL);
  gsize subject, text;

  for (guint i = 0; i < pass->variants->len; i++)
    measure_variant (g_ptr_array_index (pass->variants, i), g_ptr_array_index (sample->variants, i),
                     recipient->fields);
  if (message == NULL)
    return;
  subject = ion_utf16_length (message->subject);
  text = ion_utf16_length (message->markdown);
  if (subject > sample->longest_subject)
    {
      sample->longest_subject = subject;
      sample->longest_subject_row = recipient->row;
      ion_draft_odd_take (pass->odd, ION_DRAFT_ODD_LONGEST_SUBJECT, recipient);
    }
  if (text > sample->longest_text)
    {
      sample->longest_text = text;
      sample->longest_text_row = recipient->row;
      ion_draft_odd_take (pass->odd, ION_DRAFT_ODD_LONGEST_TEXT, recipient);
    }
  if (sample->shortest_text_row == 0 || text < sample->shortest_text)
    {
      sample->shortest_text = text;
      sample->shortest_text_row = recipient->row;
      ion_draft_odd_take (pass->odd, ION_DRAFT_ODD_SHORTEST_TEXT, recipient);
    }
}

static void
take_row (Pass *pass, const IonRecipient *recipient)
{
  gsize bytes;

  if (!recipient->is_valid || recipient->is_duplicate)
    return;
  if (pass->sample->rows->len < ROWS_MAX)
    g_ptr_array_add (pass->sample->rows, ion_draft_row_new (recipient, NULL));
  bytes = count_bytes (recipient->fields);
  if (pass->n_valid < MERGED_MAX || bytes > pass->most_bytes || bytes < pass->least_bytes)
    measure (pass, recipient);
  pass->most_bytes = MAX (pass->most_bytes, bytes);
  pass->least_bytes = pass->n_valid == 0 ? bytes : MIN (pass->least_bytes, bytes);
  pass->n_valid++;
  ion_draft_odd_look (pass->odd, recipient);
}

static gboolean
read_rows (Pass *pass, IonRecipientFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_issue_free);
  g_autoptr (GError) failure = NULL;
  guint n = 0;

  for (;;)
    {
      g_autoptr (IonRecipient) recipient = NULL;

      if (n++ % LOOK_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!ion_recipient_file_next (file, &recipient, NULL, NULL, issues, &failure))
        break;
      if (recipient != NULL)
        take_row (pass, recipient);
      g_ptr_array_set_size (issues, 0);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static IonRecipientFile *
open_file (const IonDraft *draft, IonOffice *office, const IonTemplate *template_, GError **error)
{
  g_autoptr (IonTable) table = ion_draft_open_table (draft, office, error);
  g_auto (GStrv) remembered = NULL;
  IonRecipientFileOptions options = {
    .template_ = template_,
    .map = (const char *const *) draft->map,
    .constants = (const char *const *) draft->constants,
    .now = g_get_real_time () / G_USEC_PER_SEC,
  };

  if (table == NULL)
    return NULL;
  if (draft->source == ION_DRAFT_SOURCE_FILE)
    {
      remembered =
          ion_ledger_list_template_map (ion_office_get_ledger (office), template_->name, error);
      if (remembered == NULL)
        return NULL;
      options.remembered = (const char *const *) remembered;
    }
  return ion_recipient_file_new_for_table (table, &options, error);
}

IonDraftSample *
ion_draft_sample (const IonDraft *draft,
                  IonOffice *office,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (IonTemplate) template_ = NULL;
  g_autoptr (IonRecipientFile) file = NULL;
  g_auto (Pass) pass = { NULL };

  g_return_val_if_fail (draft != NULL && ION_IS_OFFICE (office), NULL);

  template_ = ion_draft_complete_template (draft, FALSE);
  pass.renderer = ion_renderer_new (template_, error);
  if (pass.renderer == NULL)
    return NULL;
  file = open_file (draft, office, template_, error);
  if (file == NULL)
    return NULL;
  pass.odd = ion_draft_odd_new (pass.renderer);
  pass.sample = g_new0 (IonDraftSample, 1);
  pass.sample->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_draft_row_free);
  open_variants (&pass, draft->template_);
  if (!read_rows (&pass, file, cancellable, error))
    return NULL;
  pass.sample->odd_rows = ion_draft_odd_finish (pass.odd);
  return g_steal_pointer (&pass.sample);
}
