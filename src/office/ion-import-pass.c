/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The way of a file into the ledger: every row is read once, checked, counted and, where a campaign
 * is wanted, sealed and staged. Only when the whole file is known, and a person's conditions hold,
 * does the campaign become visible; until then nothing of it stays, whatever happens.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-import-pass.h"

#include "ion-file-print.h"
#include "ion-file-stamp.h"
#include "ion-held-notices.h"
#include "ion-import-again.h"
#include "ion-import-conditions.h"
#include "ion-import-memory.h"
#include "ion-import-output.h"
#include "ion-ledger-import.h"
#include "ion-ledger-services.h"
#include "ion-rows-print.h"
#include "ion-moment.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define LOOK_EVERY        64 /* rows */
#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)

typedef struct
{
  const IonImportJob *job;
  IonLedger *ledger;       /* (nullable) */
  IonRecipientFile *file;  /* (owned) */
  IonImportReport *report; /* (owned) */
  IonLedgerImport *import; /* (owned) (nullable) */
  IonImportOutput *output; /* (owned) (nullable) */
  gboolean is_output_late; /* it must be written once more */
  GPtrArray *issues;       /* (owned) (element-type IonIssue): of the present row */
  IonPrint print;
  IonHeldNotices *held;     /* (owned) (nullable) */
  IonFilePrint *file_print; /* (owned) (nullable) */
  IonRowsPrint *rows_print; /* (owned) (nullable) */
  IonFileStamp stamp;
  IonPrint print_of_rows;
  gint64 next_progress;
} Pass;

static void
pass_clear (Pass *self)
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

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pass, pass_clear)

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
open_import (Pass *self, GError **error)
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
  self->import = ion_ledger_import_new (self->ledger, &campaign, error);
  return self->import != NULL;
}

static void
describe (Pass *self)
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

static gboolean
open_file (Pass *self, GError **error)
{
  const IonImportJob *job = self->job;
  IonRecipientFileOptions options = job->options;
  g_auto (GStrv) remembered = NULL;

  if (self->ledger != NULL && job->path != NULL && options.template_ != NULL)
    {
      remembered = ion_ledger_list_template_map (self->ledger, options.template_->name, error);
      if (remembered == NULL)
        return FALSE;
      options.remembered = (const char *const *) remembered;
    }
  self->file = job->table != NULL
                   ? ion_recipient_file_new_for_table (job->table, &options, error)
                   : ion_recipient_file_open (job->path, job->table_options, &options, error);
  if (self->file == NULL && job->source_name != NULL)
    g_prefix_error (error, "%s: ", job->source_name);
  return self->file != NULL;
}

static gboolean
open_pass (Pass *self, GError **error)
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
  if (!open_file (self, error))
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

static void
move_issues (Pass *self)
{
  gsize n_issues = 0;
  g_autofree gpointer *issues = NULL;

  if (self->issues->len == 0)
    return;
  issues = g_ptr_array_steal (self->issues, &n_issues);

  for (gsize i = 0; i < n_issues; i++)
    ion_import_report_take_issue (self->report, issues[i]);
}

static const IonIssue *
first_error (Pass *self)
{
  for (guint i = 0; i < self->issues->len; i++)
    {
      const IonIssue *issue = g_ptr_array_index (self->issues, i);

      if (!issue->is_warning)
        return issue;
    }
  return NULL;
}

static gboolean
check_tester (Pass *self, const IonRecipient *recipient, GError **error)
{
  if (!self->job->campaign->is_test || !recipient->is_valid ||
      ion_ledger_is_test_recipient (self->ledger, recipient->fiscal_code))
    return TRUE;
  g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_TEST_ONLY,
               _ ("Row %" PRId64 " is nobody of the office's own test list. Nothing was stored: "
                  "test messages go only to people on that list."),
               (int64_t) recipient->row);
  return FALSE;
}

/* The reason holds the column, never the cell: it is kept unsealed. */
static gboolean
store_row (Pass *self, const IonRecipient *recipient, GError **error)
{
  const IonIssue *issue = recipient->is_valid ? NULL : first_error (self);
  g_autofree char *detail = NULL;
  const char *code = NULL;

  if (!check_tester (self, recipient, error))
    return FALSE;
  if ((!recipient->is_valid && !self->job->campaign->valid_only) ||
      (recipient->is_duplicate && !self->report->keeps_first))
    {
      /* The file is going to be refused: the rest of it is only read. */
      g_clear_pointer (&self->import, ion_ledger_import_free);
      return TRUE;
    }
  if (!recipient->is_valid)
    {
      code = issue != NULL ? issue->code : "invalid";
      detail = issue != NULL ? g_strdup (issue->column) : NULL;
    }
  else if (recipient->is_duplicate)
    {
      code = "duplicate";
      detail = g_strdup_printf ("%" PRId64, (int64_t) recipient->duplicate_of);
    }
  return ion_ledger_import_add (self->import, recipient, code, detail, error);
}

static void
count_row (Pass *self, const IonRecipient *recipient)
{
  IonImportReport *report = self->report;

  report->rows++;
  if (!recipient->is_valid)
    report->invalid++;
  else if (recipient->is_duplicate)
    report->duplicates++;
  else
    report->valid++;
  if (self->held != NULL && recipient->is_valid && recipient->notice_number != NULL)
    ion_held_notices_add (self->held, recipient->fiscal_code, recipient->notice_number);
}

static void
tell_progress (Pass *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->job->progress == NULL || now < self->next_progress)
    return;
  self->next_progress = now + PROGRESS_INTERVAL;
  self->job->progress (self->report->rows,
                       ion_table_get_fraction (ion_recipient_file_get_table (self->file)),
                       self->job->progress_data);
}

static gboolean
take_row (Pass *self,
          const IonRecipient *recipient,
          const char *const *cells,
          gsize n_cells,
          GError **error)
{
  count_row (self, recipient);
  if (self->rows_print != NULL)
    ion_rows_print_add (self->rows_print, recipient);
  if (self->import != NULL && !store_row (self, recipient, error))
    return FALSE;
  return self->output == NULL || ion_import_output_write (self->output, cells, n_cells,
                                                          recipient->row, self->issues, error);
}

static gboolean
read_rows (Pass *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  guint n_asked = 0;

  for (;;)
    {
      g_autoptr (IonRecipient) recipient = NULL;
      const char *const *cells = NULL;
      gsize n_cells = 0;

      if (n_asked++ % LOOK_EVERY == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          tell_progress (self);
        }
      if (!ion_recipient_file_next (self->file, &recipient, &cells, &n_cells, self->issues,
                                    &local_error))
        break;
      if (recipient != NULL && !take_row (self, recipient, cells, n_cells, error))
        return FALSE;
      move_issues (self);
    }
  /* What is said about rows that are none, or beside all others, comes at the end. */
  self->is_output_late =
      self->output != NULL && ion_import_output_note_late (self->output, self->issues);
  move_issues (self);
  ion_import_report_sort (self->report);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* What can be read only once, a pipe or a table of another kind, is left as it is written. */
static gboolean
finish_output (Pass *self, GCancellable *cancellable, GError **error)
{
  IonRecipientFile *first = self->file;
  gboolean is_written = TRUE;

  if (self->output == NULL)
    return TRUE;
  if (self->is_output_late && self->job->path != NULL &&
      g_file_test (self->job->path, G_FILE_TEST_IS_REGULAR))
    {
      self->file = NULL;
      is_written = open_file (self, error) &&
                   ion_import_again_write (self->output, self->file, cancellable, error);
      g_clear_pointer (&self->file, ion_recipient_file_free);
      self->file = first;
    }
  return is_written && ion_import_output_finish (self->output, error);
}

static gboolean
conclude (Pass *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) doubts = ion_recipient_file_get_doubts (self->file);
  gint64 n_held = 0;

  for (guint i = 0; i < doubts->len; i++)
    {
      const IonDoubt *doubt = g_ptr_array_index (doubts, i);

      ion_import_report_add_doubt (self->report, doubt->code, doubt->rows, doubt->message);
    }
  ion_recipient_file_get_totals (self->file, &self->report->totals);
  if (self->file_print != NULL && !ion_file_print_finish (self->file_print, &self->print, error))
    return FALSE;
  if (self->rows_print != NULL)
    ion_rows_print_finish (self->rows_print, &self->print_of_rows);
  if (!ion_file_stamp_check (&self->stamp, self->job->path, error))
    return FALSE;
  if (self->rows_print != NULL && self->job->options.template_ != NULL &&
      !ion_import_conditions_doubt_sent_before (self->report, self->ledger,
                                                self->file_print != NULL ? &self->print : NULL,
                                                &self->print_of_rows,
                                                self->job->options.template_->name, error))
    return FALSE;
  if (self->held != NULL && !ion_held_notices_count (self->held, &n_held, error))
    return FALSE;
  ion_import_conditions_doubt_already_sent (self->report, n_held);
  return finish_output (self, cancellable, error);
}

/* Returns: (transfer full) (nullable): the campaign's id */
static char *
finish_import (Pass *self, const IonImportReport *report, GError **error)
{
  const gboolean is_file = self->job->path != NULL;
  g_auto (GStrv) said = is_file ? ion_import_memory_list (self->file) : NULL;
  g_autoptr (GString) codes = g_string_new (NULL);
  g_autoptr (GString) detail = g_string_new (NULL);
  IonImportEnding ending = { .file_print = self->file_print != NULL ? &self->print : NULL,
                             .rows_print = self->rows_print != NULL ? &self->print_of_rows : NULL,
                             .map = (const char *const *) said };

  ion_import_conditions_list_accepted (report, self->job->campaign, codes, detail);
  if (codes->len > 0)
    {
      ending.accepted_doubts = codes->str;
      ending.doubts_detail = detail->str;
    }
  return ion_ledger_import_finish_with (self->import, &ending, error);
}

gboolean
ion_import_pass_run (const IonImportJob *job,
                     IonImportReport **report,
                     char **campaign_id,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (Pass) self = { .job = job };
  gboolean is_fit;

  *report = NULL;
  if (!open_pass (&self, error) || !read_rows (&self, cancellable, error) ||
      !conclude (&self, cancellable, error))
    return FALSE;
  is_fit = job->campaign == NULL || ion_import_conditions_check (self.report, job->campaign, error);
  *report = g_steal_pointer (&self.report);
  if (!is_fit || job->campaign == NULL)
    return is_fit;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  *campaign_id = finish_import (&self, *report, error);
  return *campaign_id != NULL;
}
