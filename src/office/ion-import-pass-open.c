/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What a file needs before its first row is read: the columns that were remembered, the prints by
 * which it is known again, a place for what goes back, and a campaign that nobody sees yet.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-import-pass-private.h"
#include "ion-ledger-services.h"
#include "ion-moment.h"

void
ion_import_pass_clear (IonImportPass *self)
{
  g_clear_pointer (&self->file, ion_recipient_file_free);
  g_clear_pointer (&self->report, ion_import_report_free);
  g_clear_pointer (&self->import, ion_ledger_import_free);
  g_clear_pointer (&self->output, ion_import_output_free);
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  g_clear_pointer (&self->held, ion_held_notices_free);
  g_clear_pointer (&self->file_print, ion_file_print_free);
  g_clear_pointer (&self->rows_print, ion_rows_print_free);
}

/* A name that tells this campaign from the others: the template's, and the day. */
static char *
default_name (const IonImportJob *job)
{
  IonDate date;
  int hour, minute, second;
  g_autofree char *day = NULL;

  if (job->campaign->name != NULL && job->campaign->name[0] != '\0')
    return g_strdup (job->campaign->name);
  ion_moment_to_local (job->options.now, &date, &hour, &minute, &second);
  day = ion_date_format (&date, "it", FALSE);
  return g_strdup_printf ("%s %s", job->options.template_->name, day);
}

static gboolean
open_import (IonImportPass *self, GError **error)
{
  const IonImportJob *job = self->job;
  const IonNewCampaign *wanted = job->campaign;
  IonCampaign campaign = { 0 };
  g_autoptr (IonService) service = NULL;
  g_autofree char *name = NULL;

  service = ion_ledger_get_service (self->ledger, wanted->service, error);
  if (service == NULL)
    return FALSE;
  name = default_name (job);
  campaign.name = name;
  campaign.service_id = service->id;
  campaign.template_ = (IonTemplate *) job->options.template_;
  campaign.is_test = wanted->is_test;
  campaign.source_name = (char *) job->source_name;
  campaign.follows_id = (char *) wanted->follows_id;
  campaign.purpose = (char *) wanted->purpose;
  campaign.answers = (char *) wanted->answers;
  campaign.draft_id = (char *) wanted->draft_id;
  self->import = ion_ledger_import_new (self->ledger, &campaign, error);
  return self->import != NULL;
}

static void
describe (IonImportPass *self)
{
  IonTable *table = ion_recipient_file_get_table (self->file);
  IonImportReport *report = self->report;

  report->format = g_strdup (ion_table_get_format (table));
  report->encoding = g_strdup (ion_table_get_encoding (table));
  report->separator = ion_table_get_separator (table);
  report->sheet = g_strdup (ion_table_get_sheet (table));
  report->header_row = ion_recipient_file_get_header_row (self->file);
  report->keeps_first = self->job->campaign != NULL &&
                        (self->job->campaign->keep_first || self->job->campaign->valid_only);
  report->leaves_held_out = self->job->held_people == ION_HELD_LEAVE_OUT;
  for (gsize i = 0; i < ion_recipient_file_get_n_columns (self->file); i++)
    {
      IonImportColumn *column = g_new0 (IonImportColumn, 1);

      column->column = g_strdup (ion_recipient_file_get_column_name (self->file, i));
      column->field = g_strdup (ion_recipient_file_get_field (self->file, i));
      column->word = ion_recipient_file_get_word (self->file, i);
      column->sample = g_strdup (ion_recipient_file_get_sample (self->file, i));
      g_ptr_array_add (report->columns, column);
    }
}

/* What the header is found by too. */
static GPtrArray *
list_named (const IonRecipientFileOptions *options)
{
  const char *const *const lists[] = { options->map, options->remembered };
  GPtrArray *named = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (gsize n = 0; lists[i] != NULL && lists[i][n] != NULL; n++)
      g_ptr_array_add (named, (gpointer) lists[i][n]);
  g_ptr_array_add (named, NULL);
  return named;
}

static IonTable *
open_table (const IonImportJob *job, const IonRecipientFileOptions *options, GError **error)
{
  g_autoptr (IonTable) table = job->table != NULL
                                   ? g_object_ref (job->table)
                                   : ion_table_open (job->path, job->table_options, error);
  g_autoptr (GPtrArray) named = NULL;

  if (table == NULL || job->mends == NULL)
    return g_steal_pointer (&table);
  named = list_named (options);
  return ion_mended_table_new (table, (const IonCellMend *) job->mends->data, job->mends->len,
                               (const char *const *) named->pdata, error);
}

gboolean
ion_import_pass_open_file (IonImportPass *self, GError **error)
{
  const IonImportJob *job = self->job;
  IonRecipientFileOptions options = job->options;
  g_auto (GStrv) remembered = NULL;
  g_autoptr (IonTable) table = NULL;

  if (self->ledger != NULL && job->path != NULL && options.template_ != NULL)
    {
      remembered = ion_ledger_list_template_map (self->ledger, options.template_->name, error);
      if (remembered == NULL)
        return FALSE;
      options.remembered = (const char *const *) remembered;
    }
  table = open_table (job, &options, error);
  if (table != NULL)
    self->file = ion_recipient_file_new_for_table (table, &options, error);
  if (self->file == NULL && job->source_name != NULL)
    g_prefix_error (error, "%s: ", job->source_name);
  return self->file != NULL;
}

gboolean
ion_import_pass_open (IonImportPass *self, GError **error)
{
  const IonImportJob *job = self->job;

  self->ledger = job->office != NULL ? ion_office_get_ledger (job->office) : NULL;
  self->report = ion_import_report_new ();
  self->issues = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_issue_free);
  ion_file_stamp_take (&self->stamp, job->path);
  if (self->ledger != NULL && (self->held = ion_held_notices_new (self->ledger, error)) == NULL)
    return FALSE;
  if (job->path != NULL && self->ledger != NULL && ion_ledger_get_vault (self->ledger) != NULL)
    {
      /* Of a pipe each reader would get a part. */
      if (self->stamp.is_regular)
        self->file_print = ion_file_print_new (job->path, ion_ledger_get_vault (self->ledger));
      self->rows_print = ion_rows_print_new (ion_ledger_get_vault (self->ledger));
    }
  if (!ion_import_pass_open_file (self, error))
    return FALSE;
  describe (self);
  if (job->output != NULL)
    {
      self->output = ion_import_output_new (job->output, job->path, self->file, error);
      if (self->output == NULL)
        return FALSE;
    }
  return job->campaign == NULL || open_import (self, error);
}
