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

#include "ion-import-pass-private.h"
#include "ion-import-again.h"
#include "ion-import-conditions.h"
#include "ion-import-memory.h"
#include "ion-ledger-services.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define LOOK_EVERY        64 /* rows */
#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)

static void
move_issues (IonImportPass *self)
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
first_error (IonImportPass *self)
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
check_tester (IonImportPass *self, const IonRecipient *recipient, GError **error)
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
store_row (IonImportPass *self, const IonRecipient *recipient, GError **error)
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
count_row (IonImportPass *self, const IonRecipient *recipient)
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
tell_progress (IonImportPass *self)
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
take_row (IonImportPass *self,
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
read_rows (IonImportPass *self, GCancellable *cancellable, GError **error)
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
finish_output (IonImportPass *self, GCancellable *cancellable, GError **error)
{
  IonRecipientFile *first = self->file;
  gboolean is_written = TRUE;

  if (self->output == NULL)
    return TRUE;
  if (self->is_output_late && self->job->path != NULL &&
      g_file_test (self->job->path, G_FILE_TEST_IS_REGULAR))
    {
      self->file = NULL;
      is_written = ion_import_pass_open_file (self, error) &&
                   ion_import_again_write (self->output, self->file, cancellable, error);
      g_clear_pointer (&self->file, ion_recipient_file_free);
      self->file = first;
    }
  return is_written && ion_import_output_finish (self->output, error);
}

static char *
print_to_text (const IonPrint *print)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < sizeof print->bytes; i++)
    g_string_append_printf (text, "%02x", print->bytes[i]);
  return g_string_free (text, FALSE);
}

/* What was mended in one file is not put into another that has its name. */
static gboolean
check_mended_file (IonImportPass *self, GError **error)
{
  const IonImportJob *job = self->job;

  if (self->file_print == NULL)
    return TRUE;
  self->report->file_print = print_to_text (&self->print);
  if (job->campaign == NULL || job->mends == NULL || job->mended_file == NULL ||
      g_str_equal (job->mended_file, self->report->file_print))
    return TRUE;
  g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_FAILED,
                       _ ("The file has changed since cells of it were corrected here, so that the "
                          "corrections may be about other rows. Nothing was stored: under "
                          "Recipients, say whether they are still right."));
  return FALSE;
}

static gboolean
conclude (IonImportPass *self, GCancellable *cancellable, GError **error)
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
  if (!check_mended_file (self, error))
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
  self->report->held = n_held;
  if (self->job->held_people == ION_HELD_WAIT)
    ion_import_conditions_doubt_already_sent (self->report, n_held);
  return finish_output (self, cancellable, error);
}

/* Returns: (transfer full) (nullable): the campaign's id */
static char *
finish_import (IonImportPass *self, IonImportReport *report, GError **error)
{
  const gboolean is_file = self->job->path != NULL;
  g_auto (GStrv) said = is_file ? ion_import_memory_list (self->file) : NULL;
  g_autoptr (GString) codes = g_string_new (NULL);
  g_autoptr (GString) detail = g_string_new (NULL);
  IonImportEnding ending = { .file_print = self->file_print != NULL ? &self->print : NULL,
                             .rows_print = self->rows_print != NULL ? &self->print_of_rows : NULL,
                             .map = (const char *const *) said,
                             .held_people = self->job->held_people,
                             .n_held =
                                 self->job->held_people != ION_HELD_WAIT ? &report->held : NULL };

  ion_import_conditions_list_accepted (report, self->job->campaign, codes, detail);
  if (self->job->held_people == ION_HELD_SEND && report->held > 0)
    ion_import_conditions_append_accepted (codes, detail, "already-sent", report->held,
                                           report->rows);
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
  g_auto (IonImportPass) self = { .job = job };
  gboolean is_fit;

  *report = NULL;
  if (!ion_import_pass_open (&self, error) || !read_rows (&self, cancellable, error) ||
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
