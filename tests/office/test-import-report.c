/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A report stays small whatever the file, and says how much it leaves out. */

#define G_LOG_DOMAIN "test-office"

#include "config.h"

#include "ion-import-report.h"

#include <string.h>

static void
take (IonImportReport *report,
      gint64 row,
      const char *column,
      const char *code,
      gboolean is_warning,
      const char *proposal)
{
  ion_import_report_take_issue (report,
                                ion_issue_new_with_proposal (row, column, code, "What is wrong.",
                                                             is_warning, proposal));
}

static void
test_groups (void)
{
  g_autoptr (IonImportReport) report = ion_import_report_new ();
  g_autofree char *many = NULL;
  g_autofree char *one = NULL;
  g_autofree char *unknown = NULL;
  guint kinds;

  for (gint64 row = 17; row < 37; row++)
    take (report, row, "Importo", "amount-unreadable", FALSE, NULL);
  take (report, 40, "CF", "fiscal-code-lookalike", FALSE, "RSSMRA85T10A562S");
  for (gint64 row = 50; row < 55; row++)
    take (report, row, NULL, "some-new-code", TRUE, NULL);
  g_assert_cmpint (report->errors, ==, 21);
  g_assert_cmpint (report->warnings, ==, 5);
  g_assert_false (report->is_truncated);
  g_assert_cmpint (ion_import_report_count (report, ION_IMPORT_TO_MEND, &kinds), ==, 20);
  g_assert_cmpuint (kinds, ==, 1);
  g_assert_cmpint (ion_import_report_count (report, ION_IMPORT_PROPOSED, NULL), ==, 1);
  g_assert_cmpint (ion_import_report_count (report, ION_IMPORT_TO_LOOK_AT, NULL), ==, 5);

  many = ion_import_group_describe (g_ptr_array_index (report->groups, 0));
  g_assert_cmpstr (many, ==,
                   "20 amounts that cannot be read (“Importo”): rows 17, 18, 19 and 17 more");
  one = ion_import_group_describe (g_ptr_array_index (report->groups, 1));
  g_assert_cmpstr (one, ==, "1 fiscal code with a look-alike character (“CF”): row 40");
  unknown = ion_import_group_describe (g_ptr_array_index (report->groups, 2));
  g_assert_cmpstr (unknown, ==, "What is wrong. (rows 50, 51, 52, 53, 54)");
}

/* Of errors and warnings so many each: a flood of one never hides the other. */
static void
test_bound (void)
{
  g_autoptr (IonImportReport) report = ion_import_report_new ();
  guint n_errors = 0;

  for (gint64 row = 2; row < ION_IMPORT_ISSUES_MAX + 2; row++)
    take (report, row, "CF", "check-character", TRUE, NULL);
  g_assert_false (report->is_truncated);
  take (report, ION_IMPORT_ISSUES_MAX + 2, "CF", "check-character", TRUE, NULL);
  g_assert_true (report->is_truncated);
  take (report, ION_IMPORT_ISSUES_MAX + 3, "Importo", "amount-unreadable", FALSE, NULL);
  g_assert_cmpuint (report->issues->len, ==, ION_IMPORT_ISSUES_MAX + 1);
  g_assert_cmpint (report->warnings, ==, ION_IMPORT_ISSUES_MAX + 1);
  for (guint i = 0; i < report->issues->len; i++)
    n_errors += !((IonIssue *) g_ptr_array_index (report->issues, i))->is_warning;
  g_assert_cmpuint (n_errors, ==, 1);
  g_assert_cmpint (((IonImportGroup *) g_ptr_array_index (report->groups, 0))->count, ==,
                   ION_IMPORT_ISSUES_MAX + 1);
}

static void
test_waits (void)
{
  g_autoptr (IonImportReport) report = ion_import_report_new ();
  g_autofree char *refused = NULL;
  g_autofree char *kept = NULL;

  report->valid = 3;
  g_assert_false (ion_import_report_waits (report));
  report->duplicates = 2;
  g_assert_true (ion_import_report_waits (report));
  refused = ion_import_report_summarize (report);
  g_assert_nonnull (strstr (refused, "2 duplicates"));
  g_assert_null (strstr (refused, "left out"));
  report->keeps_first = TRUE;
  g_assert_false (ion_import_report_waits (report));
  kept = ion_import_report_summarize (report);
  g_assert_nonnull (strstr (kept, "2 duplicates left out"));
  report->invalid = 1;
  g_assert_true (ion_import_report_waits (report));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-report/groups", test_groups);
  g_test_add_func ("/import-report/bound", test_bound);
  g_test_add_func ("/import-report/waits", test_waits);

  return g_test_run ();
}
