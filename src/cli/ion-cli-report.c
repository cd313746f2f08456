/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What a file of recipients is, for scripts and for people. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-report.h"

#include "ion-cli-json.h"
#include "ion-number.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* On screen never more than is needed; the file written with --output and --json have all. */
#define ISSUES_ON_SCREEN 20

static void
add_issues (const IonImportReport *report, gboolean warnings, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, warnings ? "warnings" : "errors");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->issues->len; i++)
    {
      const IonIssue *issue = g_ptr_array_index (report->issues, i);

      if (issue->is_warning != warnings)
        continue;
      json_builder_begin_object (builder);
      ion_cli_json_add_int (builder, "row", issue->row);
      ion_cli_json_add_text (builder, "column", issue->column);
      ion_cli_json_add_text (builder, "code", issue->code);
      ion_cli_json_add_text (builder, "message", issue->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_columns (const IonImportReport *report, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->columns->len; i++)
    {
      const IonImportColumn *column = g_ptr_array_index (report->columns, i);

      json_builder_begin_object (builder);
      ion_cli_json_add_text (builder, "column", column->column);
      ion_cli_json_add_text (builder, "field", column->field);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_doubts (const IonImportReport *report, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "doubts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->doubts->len; i++)
    {
      const IonDoubt *doubt = g_ptr_array_index (report->doubts, i);

      json_builder_begin_object (builder);
      ion_cli_json_add_text (builder, "code", doubt->code);
      ion_cli_json_add_int (builder, "rows", doubt->rows);
      ion_cli_json_add_text (builder, "message", doubt->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_totals (const IonCampaignTotals *totals, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "totals");
  json_builder_begin_object (builder);
  ion_cli_json_add_int (builder, "people", totals->people);
  ion_cli_json_add_int (builder, "amount", totals->amount);
  ion_cli_json_add_int (builder, "amount_min", totals->amount_min);
  ion_cli_json_add_int (builder, "amount_max", totals->amount_max);
  ion_cli_json_add_day (builder, "due_from", totals->due_from);
  ion_cli_json_add_day (builder, "due_to", totals->due_to);
  json_builder_end_object (builder);
}

void
ion_cli_report_to_json (const IonImportReport *report, JsonBuilder *builder)
{
  const char separator[] = { report->separator, '\0' };

  ion_cli_json_add_text (builder, "format", report->format);
  ion_cli_json_add_text (builder, "encoding", report->encoding);
  ion_cli_json_add_text (builder, "separator", *separator != '\0' ? separator : NULL);
  ion_cli_json_add_text (builder, "sheet", report->sheet);
  ion_cli_json_add_int (builder, "rows", report->rows);
  ion_cli_json_add_int (builder, "valid", report->valid);
  ion_cli_json_add_int (builder, "invalid", report->invalid);
  ion_cli_json_add_int (builder, "duplicates", report->duplicates);
  add_columns (report, builder);
  add_issues (report, FALSE, builder);
  add_issues (report, TRUE, builder);
  add_doubts (report, builder);
  add_totals (&report->totals, builder);
}

static void
print_issue (const IonIssue *issue, FILE *out)
{
  IonNumber row = ion_number (issue->row);

  fprintf (out, _ ("  row %1$s, %2$s: %3$s\n"), row.text,
           issue->column != NULL ? issue->column : "—", issue->message);
}

static void
print_issues (const IonImportReport *report, gboolean warnings, FILE *out)
{
  guint n = 0;

  for (guint i = 0; i < report->issues->len; i++)
    {
      const IonIssue *issue = g_ptr_array_index (report->issues, i);

      if (issue->is_warning != warnings || n++ >= ISSUES_ON_SCREEN)
        continue;
      print_issue (issue, out);
    }
  if (n > ISSUES_ON_SCREEN)
    fprintf (out, ngettext ("  … and %u more\n", "  … and %u more\n", n - ISSUES_ON_SCREEN),
             n - ISSUES_ON_SCREEN);
}

void
ion_cli_report_print (const IonImportReport *report, gboolean to_stderr)
{
  FILE *out = to_stderr ? stderr : stdout;
  g_autofree char *summary = ion_import_report_summarize (report);

  fprintf (out, "%s\n", summary);
  for (guint i = 0; i < report->doubts->len; i++)
    {
      const IonDoubt *doubt = g_ptr_array_index (report->doubts, i);

      fprintf (out, "! %s (%s)\n", doubt->message, doubt->code);
    }
  if (report->errors > 0)
    fprintf (out, "%s\n", _ ("To mend:"));
  print_issues (report, FALSE, out);
  if (report->warnings > 0)
    fprintf (out, "%s\n", _ ("To look at:"));
  print_issues (report, TRUE, out);
}
