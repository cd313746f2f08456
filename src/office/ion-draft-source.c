/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The people of a draft, wherever they come from, as one table with the mends in it, on its way
 * through the importer.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-draft-private.h"

#include "ion-campaign-table.h"
#include "ion-ledger-campaigns.h"
#include "ion-number.h"
#include "ion-template-catalog.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define REACHED  ((1u << ION_DELIVERY_ACCEPTED) | (1u << ION_DELIVERY_DELIVERED))
#define ROWS_MAX (16 * 1024 * 1024) /* bytes */

static void
set_nobody (GError **error)
{
  g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NOTHING,
                       _ ("There is nobody to send to yet: choose where the people come from."));
}

/* A line end between quotation marks ends no row. */
static gsize
count_rows (const char *rows)
{
  gboolean is_quoted = FALSE;
  gsize n = rows[0] != '\0' ? 1 : 0;

  for (const char *p = rows; *p != '\0'; p++)
    {
      if (*p == '"')
        is_quoted = !is_quoted;
      else if (*p == '\n' && !is_quoted && p[1] != '\0')
        n++;
    }
  return n;
}

gboolean
ion_draft_check_rows (const char *rows, GError **error)
{
  /* One more for the header. */
  if (rows == NULL || (strlen (rows) <= ROWS_MAX && count_rows (rows) <= ION_DRAFT_ROWS_MAX + 1))
    return TRUE;
  g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
               _ ("So many rows are better kept in a file: at most %s can be pasted. Save them in "
                  "the spreadsheet program and choose that file."),
               ion_number (ION_DRAFT_ROWS_MAX).text);
  return FALSE;
}

static IonTable *
open_campaign (const IonDraft *self, IonOffice *office, GError **error)
{
  IonLedger *ledger = ion_office_get_ledger (office);
  g_autoptr (IonCampaign) earlier = NULL;

  earlier = ion_ledger_get_campaign (ledger, self->from_campaign, error);
  if (earlier == NULL)
    return NULL;
  return ion_campaign_table_new (ledger, earlier->id,
                                 self->from_states != 0 ? self->from_states : REACHED, error);
}

static void
get_options (const IonDraft *self, IonTableOptions *options)
{
  options->sheet = self->sheet;
  options->encoding = self->encoding;
  options->separator = self->separator;
  options->header_row = self->header_row;
}

static IonTable *
open_rows (const IonDraft *self, GError **error)
{
  IonTable *table = NULL;

  if (ion_draft_check_rows (self->rows, error))
    table = ion_table_open_text (self->rows, self->separator, error);
  if (table != NULL)
    ion_table_set_header_row (table, self->header_row);
  return table;
}

IonTable *
ion_draft_open_source (const IonDraft *self, IonOffice *office, GError **error)
{
  IonTableOptions options;

  get_options (self, &options);
  if (self->source == ION_DRAFT_SOURCE_FILE && self->path != NULL)
    return ion_table_open (self->path, &options, error);
  if (self->source == ION_DRAFT_SOURCE_ROWS && self->rows != NULL && self->rows[0] != '\0')
    return open_rows (self, error);
  if (self->source == ION_DRAFT_SOURCE_CAMPAIGN && self->from_campaign != NULL)
    return open_campaign (self, office, error);
  set_nobody (error);
  return NULL;
}

IonCellMend *
ion_draft_list_mends (const IonDraft *self, gsize *n_mends)
{
  IonCellMend *mends = g_new0 (IonCellMend, self->mends->len + 1);

  for (guint i = 0; i < self->mends->len; i++)
    {
      const IonDraftMend *mend = g_ptr_array_index (self->mends, i);

      mends[i] = (IonCellMend){ mend->row, mend->column, mend->value };
    }
  *n_mends = self->mends->len;
  return mends;
}

IonTable *
ion_draft_open_table (const IonDraft *draft, IonOffice *office, GError **error)
{
  g_autoptr (IonTable) table = NULL;
  g_autofree IonCellMend *mends = NULL;
  gsize n_mends;

  g_return_val_if_fail (draft != NULL && ION_IS_OFFICE (office), NULL);

  table = ion_draft_open_source (draft, office, error);
  if (table == NULL || draft->mends->len == 0)
    return g_steal_pointer (&table);
  mends = ion_draft_list_mends (draft, &n_mends);
  return ion_mended_table_new (table, mends, n_mends, (const char *const *) draft->map, error);
}

/* Where the people come from, as the campaign's page says it. */
static char *
name_source (const IonDraft *self, IonOffice *office)
{
  g_autoptr (IonCampaign) earlier = NULL;

  if (self->source == ION_DRAFT_SOURCE_ROWS)
    /* Translators: where a campaign's people come from */
    return g_strdup (_ ("pasted rows"));
  earlier = ion_ledger_get_campaign (ion_office_get_ledger (office), self->from_campaign, NULL);
  return g_strdup (earlier != NULL ? earlier->name : self->from_campaign);
}

static gboolean
set_source (const IonDraft *self, IonOffice *office, IonImporter *importer, GError **error)
{
  g_autoptr (IonTable) table = NULL;
  g_autofree char *name = NULL;
  IonTableOptions options;

  if (self->source == ION_DRAFT_SOURCE_FILE && self->path != NULL)
    {
      get_options (self, &options);
      ion_importer_set_file (importer, self->path, &options);
      return TRUE;
    }
  table = ion_draft_open_source (self, office, error);
  if (table == NULL)
    return FALSE;
  name = name_source (self, office);
  ion_importer_set_table (importer, table, name);
  return TRUE;
}

IonImporter *
ion_draft_make_importer (const IonDraft *self,
                         IonOffice *office,
                         const IonTemplate *template_,
                         GError **error)
{
  g_autoptr (IonRenderer) renderer = ion_renderer_new (template_, error);
  g_autoptr (IonImporter) importer = NULL;
  g_autofree IonCellMend *mends = NULL;
  gsize n_mends;

  if (renderer == NULL)
    return NULL;
  importer = ion_importer_new (office, template_);
  if (!set_source (self, office, importer, error))
    return NULL;
  mends = ion_draft_list_mends (self, &n_mends);
  ion_importer_set_mends (importer, mends, n_mends);
  ion_importer_set_mended_file (importer, self->mended_file);
  ion_importer_set_map (importer, (const char *const *) self->map);
  ion_importer_set_constants (importer, (const char *const *) self->constants);
  ion_importer_set_held_people (importer, self->include_held ? ION_HELD_SEND : ION_HELD_LEAVE_OUT);
  return g_steal_pointer (&importer);
}

/* The message, completed */

static void
lengthen (char **text, gsize below)
{
  g_autofree char *former = *text;

  *text = strlen (former) < below
              ? g_strconcat (former,
                             " · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·"
                             " · · · · · · · · · · · · · · · · · · · · · · ·",
                             NULL)
              : g_strdup (former);
}

/* What is still too short is no fault of the rows. */
static void
make_long_enough (IonTemplate *template_)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonMessage) message = ion_template_render_sample (template_, NULL, 0, &error);

  if (g_error_matches (error, ION_MESSAGE_ERROR, ION_MESSAGE_ERROR_SUBJECT_LENGTH) &&
      strlen (template_->main->subject) < ION_SUBJECT_MIN)
    {
      lengthen (&template_->main->subject, ION_SUBJECT_MIN);
      make_long_enough (template_);
    }
  else if (g_error_matches (error, ION_MESSAGE_ERROR, ION_MESSAGE_ERROR_MARKDOWN_LENGTH) &&
           strlen (template_->main->markdown) < ION_MARKDOWN_MIN)
    {
      lengthen (&template_->main->markdown, ION_MARKDOWN_MIN);
      make_long_enough (template_);
    }
}

IonTemplate *
ion_draft_complete_template (const IonDraft *self, gboolean is_final)
{
  IonTemplate *template_ = ion_draft_copy_template (self->template_);

  if (template_->name[strspn (template_->name, " \t\r\n")] == '\0')
    {
      g_free (template_->name);
      /* Translators: what a message is called that was written without a template */
      template_->name = g_strdup (self->name[0] != '\0' ? self->name : _ ("Message"));
    }
  if (!is_final)
    {
      g_ptr_array_set_size (template_->variants, 0);
      make_long_enough (template_);
    }
  return template_;
}

IonImporter *
ion_draft_new_importer (const IonDraft *draft, IonOffice *office, GError **error)
{
  g_autoptr (IonTemplate) template_ = NULL;

  g_return_val_if_fail (draft != NULL && ION_IS_OFFICE (office), NULL);

  template_ = ion_draft_complete_template (draft, FALSE);
  return ion_draft_make_importer (draft, office, template_, error);
}
