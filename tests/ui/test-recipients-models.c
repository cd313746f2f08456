/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What the recipients' widgets stand on: the list of issues, which column is which, the state, and
 * the text of pasted rows.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-column-list.h"
#include "ion-issue-list.h"
#include "ion-recipients-state.h"
#include "ion-source-change.h"
#include "ion-tab-text.h"
#include "recipients-fixture.h"

#define HEAD              "CF\tnome\talunno\timporto\tscadenza\tavviso\tmese\n"
#define ROW(code, amount) code "\tMario\tAnna\t" amount "\t31/12/2030\t301000010000000127\tmaggio\n"

static void
test_tab_text (void)
{
  g_autoptr (GString) text = g_string_new ("a");

  ion_tab_text_append (text, "b c");
  ion_tab_text_append (text, "he said \"so\"");
  ion_tab_text_append (text, "");
  g_assert_cmpstr (text->str, ==, "a\tb c\t\"he said \"\"so\"\"\"\t");
  g_assert_true (ion_tab_text_is_rows ("a\tb"));
  g_assert_true (ion_tab_text_is_rows ("RSSMRA85T10A562S\nBNCLCU90A41H501W"));
  g_assert_false (ion_tab_text_is_rows ("a word\n"));
  g_assert_false (ion_tab_text_is_rows (""));
}

static void
test_pairs (void)
{
  GStrv pairs = NULL;

  pairs = ion_source_pairs_set (pairs, "importo", "Euro");
  pairs = ion_source_pairs_set (pairs, "mese", "a=b");
  pairs = ion_source_pairs_set (pairs, "IMPORTO", "Totale");
  g_assert_cmpuint (g_strv_length (pairs), ==, 2);
  g_assert_cmpstr (ion_source_pairs_get ((const char *const *) pairs, "importo"), ==, "Totale");
  g_assert_cmpstr (ion_source_pairs_get ((const char *const *) pairs, "mese"), ==, "a=b");
  pairs = ion_source_pairs_set (pairs, "mese", NULL);
  pairs = ion_source_pairs_set (pairs, "importo", NULL);
  g_assert_null (pairs);
}

typedef struct
{
  guint position, removed, added, n;
} Change;

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, Change *change)
{
  *change = (Change){ position, removed, added, change->n + 1 };
}

/* Whoever mends a cell keeps the place in the list: only that row goes. */
static void
test_issues (void)
{
  const char *rows = HEAD ROW ("RSSMRA85T10A562S", "8S,50") ROW ("BNCLCU90A41H501W", "x")
      ROW ("RSSMRA85T10A562S", "10,00") ROW ("VRDGPP70A01H501X", "9Z");
  RecipientsFixture self;
  g_autoptr (IonIssueList) list = NULL;
  g_autoptr (IonIssueItem) item = NULL;
  Change change = { 0 };
  guint n;

  recipients_set_up (&self);
  ion_source_change_to_rows (self.widget, self.editor, rows);
  recipients_wait_checked (&self);
  g_assert_no_error (ion_draft_editor_get_check_error (self.editor));
  list = ion_issue_list_new (self.editor);
  ion_issue_list_set_filter (list, ION_ISSUES_TO_MEND);
  ion_issue_list_set_kind (list, "amount-unreadable", "importo");
  n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_assert_cmpuint (n, ==, 3);
  item = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_cmpstr (ion_issue_item_get_draft (item), ==, "x");
  g_assert_false (ion_issue_item_is_warning (item));

  g_signal_connect (list, "items-changed", G_CALLBACK (changed_cb), &change);
  ion_draft_mend (ion_draft_editor_get_draft (self.editor), ion_issue_item_get_row (item),
                  ion_issue_item_get_column (item), "85,50");
  ion_draft_editor_tell_source (self.editor);
  recipients_wait_checked (&self);
  g_assert_cmpuint (change.n, ==, 1);
  g_assert_cmpuint (change.position, ==, 1);
  g_assert_cmpuint (change.removed, ==, 1);
  g_assert_cmpuint (change.added, ==, 0);

  ion_issue_list_set_kind (list, NULL, NULL);
  ion_issue_list_set_filter (list, ION_ISSUES_ALL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==,
                    ion_draft_editor_get_report (self.editor)->issues->len);
  g_clear_object (&list);
  recipients_tear_down (&self);
}

/* A column that was not to be used can be said to be, and the other way round. */
static void
test_columns (void)
{
  RecipientsFixture self;
  g_autoptr (IonColumnList) list = NULL;
  const IonColumnEntry *column;
  const IonDraft *draft;

  recipients_set_up (&self);
  ion_source_change_to_rows (self.widget, self.editor, HEAD ROW ("RSSMRA85T10A562S", "8,50"));
  recipients_wait_checked (&self);
  list = ion_column_list_new (self.editor, NULL);
  g_assert_cmpuint (list->columns->len, ==, 7);
  g_assert_cmpuint (list->missing->len, ==, 0);
  column = g_ptr_array_index (list->columns, 6);
  g_assert_cmpstr (column->field, ==, "mese");
  g_assert_cmpint (column->word, ==, ION_MAPPING_WORD_NAME);

  ion_column_list_choose (self.editor, column, NULL);
  draft = ion_draft_editor_get_draft (self.editor);
  g_assert_cmpstr (ion_source_pairs_get ((const char *const *) draft->constants, "mese"), ==, "");
  recipients_wait_checked (&self);
  ion_column_list_free (g_steal_pointer (&list));
  list = ion_column_list_new (self.editor, NULL);
  column = g_ptr_array_index (list->columns, 6);
  g_assert_null (column->field);
  g_assert_cmpuint (list->missing->len, ==, 1);

  ion_column_list_choose (self.editor, column, "mese");
  recipients_wait_checked (&self);
  g_assert_null (draft->constants);
  g_assert_cmpint (ion_compose_part_get_state (self.part), ==, ION_PART_READY);
  recipients_tear_down (&self);
}

static void
test_state (void)
{
  g_autoptr (IonTemplate) template_ = ion_template_new ("x", ION_TEMPLATE_FREE);
  g_autoptr (IonDraft) draft = ion_draft_new (template_);
  g_autoptr (IonImportReport) report = ion_import_report_new ();
  IonRecipientsToDo to_do;

  report->rows = 10;
  report->invalid = 2;
  report->duplicates = 3;
  ion_import_report_add_doubt (report, "minors", 4, "…");
  ion_recipients_to_do (draft, report, &to_do);
  g_assert_cmpint (to_do.to_mend, ==, 2);
  g_assert_cmpint (to_do.duplicates, ==, 3);
  g_assert_cmpuint (to_do.doubts, ==, 1);
  draft->keep_first = TRUE;
  draft->accepted_doubts = ion_source_words_set (NULL, "minors", TRUE);
  ion_recipients_to_do (draft, report, &to_do);
  g_assert_cmpint (to_do.duplicates, ==, 0);
  g_assert_cmpuint (to_do.doubts, ==, 0);
  draft->keep_first = FALSE;
  draft->valid_only = TRUE;
  ion_recipients_to_do (draft, report, &to_do);
  g_assert_cmpint (to_do.to_mend, ==, 0);
  g_assert_cmpint (to_do.duplicates, ==, 0);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/recipients-models/tab-text", test_tab_text);
  g_test_add_func ("/recipients-models/pairs", test_pairs);
  g_test_add_func ("/recipients-models/state", test_state);
  g_test_add_func ("/recipients-models/issues", test_issues);
  g_test_add_func ("/recipients-models/columns", test_columns);
  return g_test_run ();
}
