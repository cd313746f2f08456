/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What is said about a file as a whole once it was read, and whether a person's conditions hold: a
 * campaign is made of it only then.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-import-conditions.h"

#include "ion-moment.h"
#include "ion-number.h"

#include <glib/gi18n-lib.h>

static void
doubt_file (IonImportReport *report, const char *id, gint64 when)
{
  g_autofree char *started = ion_moment_format (when);
  g_autofree char *message =
      g_strdup_printf (_ ("This very file was already sent with this template: campaign "
                          "%1$s, started on %2$s. Sending it again would reach the same people "
                          "twice."),
                       id, started);

  ion_import_report_add_doubt (report, "same-file", report->rows, message);
}

static void
doubt_rows (IonImportReport *report, const char *id, gint64 when)
{
  g_autofree char *started = ion_moment_format (when);
  g_autofree char *message =
      g_strdup_printf (_ ("The same people, with the same contents and in the same order, were "
                          "already sent this template from another file: campaign %1$s, started "
                          "on %2$s. Sending it again would reach them twice."),
                       id, started);

  ion_import_report_add_doubt (report, "same-rows", report->valid, message);
}

gboolean
ion_import_conditions_doubt_sent_before (IonImportReport *report,
                                         IonLedger *ledger,
                                         const IonPrint *file_print,
                                         const IonPrint *rows_print,
                                         const char *template_name,
                                         GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *file_id = NULL;
  g_autofree char *rows_id = NULL;
  gint64 when = 0;

  if (file_print != NULL)
    file_id = ion_ledger_find_same_file (ledger, file_print, template_name, &when, &local_error);
  if (file_id == NULL && local_error == NULL && report->valid > 0)
    rows_id = ion_ledger_find_same_rows (ledger, rows_print, template_name, &when, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (file_id != NULL)
    doubt_file (report, file_id, when);
  else if (rows_id != NULL)
    doubt_rows (report, rows_id, when);
  return TRUE;
}

void
ion_import_conditions_doubt_already_sent (IonImportReport *report, gint64 already_sent)
{
  g_autofree char *message = NULL;

  if (already_sent == 0)
    return;
  message = g_strdup_printf (ngettext ("%s person already has a message with the same notice "
                                       "number. It would "
                                       "be held back when the campaign is sent.",
                                       "%s people already have a message with the same notice "
                                       "number. They "
                                       "would be held back when the campaign is sent.",
                                       (gulong) already_sent),
                             ion_number (already_sent).text);
  ion_import_report_add_doubt (report, "already-sent", already_sent, message);
}

static gboolean
is_accepted (const IonNewCampaign *campaign, const char *code)
{
  return campaign->accept_doubts != NULL && g_strv_contains (campaign->accept_doubts, code);
}

static gboolean
check_rows (const IonImportReport *report, const IonNewCampaign *campaign, GError **error)
{
  if (report->invalid > 0 && !campaign->valid_only)
    {
      g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_INVALID_ROWS,
                   ngettext ("%s row has to be mended, so nothing was stored. Mend it in the file, "
                             "or leave such rows out with --valid-only.",
                             "%s rows have to be mended, so nothing was stored. Mend them in the "
                             "file, or leave such rows out with --valid-only.",
                             (gulong) report->invalid),
                   ion_number (report->invalid).text);
      return FALSE;
    }
  if (report->duplicates > 0 && !report->keeps_first)
    {
      g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_DUPLICATES,
                   ngettext ("%s row is about somebody who came before in the file, so nothing was "
                             "stored. Take it out, or keep only each person’s first row with "
                             "--duplicates first.",
                             "%s rows are about people who came before in the file, so nothing was "
                             "stored. Take them out, or keep only each person’s first row with "
                             "--duplicates first.",
                             (gulong) report->duplicates),
                   ion_number (report->duplicates).text);
      return FALSE;
    }
  if (report->leaves_held_out && report->held > 0 &&
      report->held >= report->valid + report->duplicates)
    {
      g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NOTHING,
                           _ ("There is nobody to send to: everybody already has a message with "
                              "the same notice number. Nothing was stored."));
      return FALSE;
    }
  if (report->valid > 0)
    return TRUE;
  g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NOTHING,
                       _ ("There is nobody to send to: no row can be sent. Nothing was stored."));
  return FALSE;
}

static gboolean
check_doubts (const IonImportReport *report, const IonNewCampaign *campaign, GError **error)
{
  g_autoptr (GString) options = g_string_new (NULL);

  for (guint i = 0; i < report->doubts->len; i++)
    {
      const IonDoubt *doubt = g_ptr_array_index (report->doubts, i);

      if (is_accepted (campaign, doubt->code))
        continue;
      g_string_append_printf (options, "%s--accept %s", options->len > 0 ? " " : "", doubt->code);
    }
  if (options->len == 0)
    return TRUE;
  g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_DOUBTS,
               _ ("Something is odd about the file as a whole, so nothing was stored. Look at it; "
                  "if "
                  "it is right all the same, say so with %s."),
               options->str);
  return FALSE;
}

void
ion_import_conditions_append_accepted (GString *codes,
                                       GString *detail,
                                       const char *code,
                                       gint64 doubted,
                                       gint64 rows)
{
  g_string_append_printf (codes, "%s%s", codes->len > 0 ? "," : "", code);
  g_string_append_printf (detail, "%s%s %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                          detail->len > 0 ? ", " : "", code, doubted, rows);
}

void
ion_import_conditions_list_accepted (const IonImportReport *report,
                                     const IonNewCampaign *campaign,
                                     GString *codes,
                                     GString *detail)
{
  for (guint i = 0; i < report->doubts->len; i++)
    {
      const IonDoubt *doubt = g_ptr_array_index (report->doubts, i);

      if (!is_accepted (campaign, doubt->code))
        continue;
      ion_import_conditions_append_accepted (codes, detail, doubt->code, doubt->rows, report->rows);
    }
}

gboolean
ion_import_conditions_check (const IonImportReport *report,
                             const IonNewCampaign *campaign,
                             GError **error)
{
  return check_rows (report, campaign, error) && check_doubts (report, campaign, error);
}
