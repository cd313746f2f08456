/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What a file of recipients is, for scripts and for people. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-report.h"

#include "ion-amount.h"
#include "ion-cli-json.h"
#include "ion-mapping.h"
#include "ion-moment.h"
#include "ion-number.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* On screen never more than is needed; the file written with --output and --json have all. */
#define ISSUES_ON_SCREEN  10 /* one by one; more are told by their kind */
#define KINDS_ON_SCREEN   12
#define COLUMNS_ON_SCREEN 12

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
      if (issue->proposal != NULL)
        ion_cli_json_add_text (builder, "proposal", issue->proposal);
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
      if (column->word == ION_MAPPING_WORD_REMEMBERED)
        ion_cli_json_add_bool (builder, "remembered", TRUE);
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
  ion_cli_json_add_int (builder, "header_row", report->header_row);
  ion_cli_json_add_int (builder, "rows", report->rows);
  ion_cli_json_add_int (builder, "valid", report->valid);
  ion_cli_json_add_int (builder, "invalid", report->invalid);
  ion_cli_json_add_int (builder, "duplicates", report->duplicates);
  add_columns (report, builder);
  add_issues (report, FALSE, builder);
  add_issues (report, TRUE, builder);
  add_doubts (report, builder);
  /* The lists hold so many of each; the counts are whole. */
  ion_cli_json_add_bool (builder, "truncated", report->is_truncated);
  add_totals (&report->totals, builder);
}

/* What was understood of the file, so that a wrong guess is seen before its consequences. */
static void
print_format (const IonImportReport *report, FILE *out)
{
  g_autoptr (GString) text = g_string_new (report->format);
  g_autofree char *plain = NULL;

  if (report->encoding != NULL)
    g_string_append_printf (text, ", %s", report->encoding);
  if (report->separator == '\t')
    g_string_append_printf (text, ", %s", _ ("separated by tabs"));
  else if (report->separator != 0)
    {
      g_string_append (text, ", ");
      /* Translators: a character, such as ; */
      g_string_append_printf (text, _ ("separated by “%c”"), report->separator);
    }
  if (report->sheet != NULL)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, _ ("sheet “%s”"), report->sheet);
    }
  /* Translators: "Read as: csv, UTF-8, separated by “;”" */
  plain = ion_cli_make_plain (text->str);
  fprintf (out, _ ("Read as: %s\n"), plain);
}

static void
print_column (const IonImportColumn *column, guint number, FILE *out)
{
  g_autofree char *own_name = g_strdup_printf ("%u", number);
  g_autofree char *name =
      ion_cli_make_plain (column->column[0] != '\0' ? column->column : own_name);
  const char *field =
      g_str_equal (column->field, ION_FIELD_FISCAL_CODE) ? _ ("fiscal code") : column->field;

  if (column->word == ION_MAPPING_WORD_REMEMBERED)
    /* Translators: a field and the column of the file that holds it */
    fprintf (out, _ ("  %1$s: “%2$s” (as said for an earlier file)\n"), field, name);
  else if (column->word == ION_MAPPING_WORD_CONTENT)
    fprintf (out, _ ("  %1$s: “%2$s” (by what stands in it)\n"), field, name);
  else
    fprintf (out, _ ("  %1$s: “%2$s”\n"), field, name);
}

static void
print_columns (const IonImportReport *report, FILE *out)
{
  guint n_used = 0, n_unused = 0;

  fprintf (out, "%s\n", _ ("Columns:"));
  for (guint i = 0; i < report->columns->len; i++)
    {
      const IonImportColumn *column = g_ptr_array_index (report->columns, i);

      if (column->field == NULL)
        n_unused++;
      else if (n_used++ < COLUMNS_ON_SCREEN)
        print_column (column, i + 1, out);
    }
  if (n_used > COLUMNS_ON_SCREEN)
    fprintf (out, ngettext ("  … and %u more\n", "  … and %u more\n", n_used - COLUMNS_ON_SCREEN),
             n_used - COLUMNS_ON_SCREEN);
  if (n_unused > 0)
    fprintf (out,
             ngettext ("  %u other column is not used and never stored.\n",
                       "  %u other columns are not used and never stored.\n", n_unused),
             n_unused);
}

static void
print_issue (const IonIssue *issue, FILE *out)
{
  g_autofree char *line = NULL;
  g_autofree char *plain = NULL;
  IonNumber row = ion_number (issue->row);

  line = issue->column != NULL ? g_strdup_printf (_ ("  row %1$s, %2$s: %3$s"), row.text,
                                                  issue->column, issue->message)
                               : g_strdup_printf (_ ("  row %1$s: %2$s"), row.text, issue->message);
  plain = ion_cli_make_plain (line);
  fputs (plain, out);
  if (issue->proposal != NULL)
    {
      g_autofree char *proposal = g_strdup_printf (_ ("(proposal: %s)"), issue->proposal);

      fprintf (out, " %s", proposal);
    }
  fputc ('\n', out);
}

static void
print_one_by_one (const IonImportReport *report, IonImportHeading heading, FILE *out)
{
  for (guint i = 0; i < report->issues->len; i++)
    {
      const IonIssue *issue = g_ptr_array_index (report->issues, i);

      if (ion_import_heading_choose (issue) == heading)
        print_issue (issue, out);
    }
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const IonImportGroup *one = *(const IonImportGroup *const *) a;
  const IonImportGroup *other = *(const IonImportGroup *const *) b;

  if (one->count != other->count)
    return one->count > other->count ? -1 : 1;
  return one->rows[0] < other->rows[0] ? -1 : one->rows[0] > other->rows[0];
}

/* The kinds with most rows first: they are what to begin with. */
static void
print_by_kind (const IonImportReport *report, IonImportHeading heading, FILE *out)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();

  for (guint i = 0; i < report->groups->len; i++)
    {
      IonImportGroup *group = g_ptr_array_index (report->groups, i);

      if (group->heading == heading)
        g_ptr_array_add (groups, group);
    }
  g_ptr_array_sort (groups, compare_groups);
  for (guint i = 0; i < MIN (groups->len, KINDS_ON_SCREEN); i++)
    {
      g_autofree char *text = ion_import_group_describe (g_ptr_array_index (groups, i));
      g_autofree char *plain = ion_cli_make_plain (text);

      fprintf (out, "  %s\n", plain);
    }
  if (groups->len > KINDS_ON_SCREEN)
    fprintf (out,
             ngettext ("  … and %u more kind\n", "  … and %u more kinds\n",
                       groups->len - KINDS_ON_SCREEN),
             groups->len - KINDS_ON_SCREEN);
}

static void
print_heading (const IonImportReport *report, IonImportHeading heading, FILE *out)
{
  static const char *const headings[ION_IMPORT_N_HEADINGS] = {
    [ION_IMPORT_TO_MEND] = N_ ("To mend:"),
    [ION_IMPORT_PROPOSED] = N_ ("To mend, with a proposal:"),
    [ION_IMPORT_TO_LOOK_AT] = N_ ("To look at:"),
  };
  gint64 count = ion_import_report_count (report, heading, NULL);

  if (count == 0)
    return;
  fprintf (out, "%s\n", _ (headings[heading]));
  if (count <= ISSUES_ON_SCREEN)
    print_one_by_one (report, heading, out);
  else
    print_by_kind (report, heading, out);
}

static void
print_doubts (const IonImportReport *report, FILE *out)
{
  if (report->doubts->len > 0)
    fprintf (out, "%s\n", _ ("Doubts about the whole file:"));
  for (guint i = 0; i < report->doubts->len; i++)
    {
      const IonDoubt *doubt = g_ptr_array_index (report->doubts, i);

      fprintf (out, "! %s (%s)\n", doubt->message, doubt->code);
    }
}

static char *
format_day (gint64 moment)
{
  IonDate date;
  int hour, minute, second;

  ion_moment_to_local (moment, &date, &hour, &minute, &second);
  return ion_date_format (&date, "it", FALSE);
}

/* What the office compares with its accounts. */
static void
print_totals (const IonCampaignTotals *totals, FILE *out)
{
  fprintf (out, "%s\n", _ ("Totals:"));
  fprintf (out, _ ("  people: %s\n"), ion_number (totals->people).text);
  if (totals->amount > 0)
    {
      g_autofree char *sum = ion_amount_format (totals->amount, "it");
      g_autofree char *least = ion_amount_format (totals->amount_min, "it");
      g_autofree char *most = ion_amount_format (totals->amount_max, "it");

      fprintf (out, _ ("  amounts: %1$s in all, from %2$s to %3$s\n"), sum, least, most);
    }
  if (totals->due_from != 0)
    {
      g_autofree char *from = format_day (totals->due_from);
      g_autofree char *to = format_day (totals->due_to);

      fprintf (out, _ ("  due dates: from %1$s to %2$s\n"), from, to);
    }
}

void
ion_cli_report_print (const IonImportReport *report, gboolean to_stderr)
{
  FILE *out = to_stderr ? stderr : stdout;
  g_autofree char *summary = ion_import_report_summarize (report);

  fprintf (out, "%s\n", summary);
  print_format (report, out);
  print_columns (report, out);
  for (IonImportHeading heading = 0; heading < ION_IMPORT_N_HEADINGS; heading++)
    print_heading (report, heading, out);
  print_doubts (report, out);
  print_totals (&report->totals, out);
}
