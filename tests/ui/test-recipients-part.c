/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Who gets it: the ways in, what is wrong with a list and how it is put right, all without leaving
 * the page.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-column-list.h"
#include "ion-draft-look.h"
#include "ion-format.h"
#include "ion-issue-row.h"
#include "ion-issue-view.h"
#include "ion-ledger-campaigns.h"
#include "ion-mends-row.h"
#include "ion-recipients-part.h"
#include "ion-source-change.h"
#include "ion-template-catalog.h"
#include "ion-office-error.h"
#include "recipients-fixture.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static void
test_empty (void)
{
  RecipientsFixture self;
  GtkWidget *row;

  recipients_set_up (&self);
  g_assert_cmpint (ion_compose_part_get_state (self.part), ==, ION_PART_TO_DO);
  g_assert_null (ion_compose_part_get_summary (self.part));
  row = ui_find (self.widget, ADW_TYPE_ACTION_ROW, _ ("Choose a file…"));
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_get_focusable (row));
  g_assert_nonnull (ui_find (self.widget, ADW_TYPE_ACTION_ROW, _ ("Paste rows")));
  g_assert_nonnull (ui_find (self.widget, ADW_TYPE_ACTION_ROW, _ ("One person…")));
  recipients_tear_down (&self);
}

static void
test_file (void)
{
  RecipientsFixture self;
  g_autofree char *path = NULL;

  recipients_set_up (&self);
  path = ui_fixture_make_file (&self.ui, 50);
  recipients_take_file (&self, path);
  g_assert_cmpint (ion_compose_part_get_state (self.part), ==, ION_PART_READY);
  g_assert_cmpstr (ion_compose_part_get_summary (self.part), ==, "rette.csv");
  g_assert_true (ui_shows (self.widget, "rette.csv"));
  g_assert_true (ui_shows (self.widget, "50"));
  /* Nobody's code is read over a shoulder. */
  g_assert_true (ui_shows (self.widget, "•••••••••••••"));
  g_assert_nonnull (ui_find (self.widget, GTK_TYPE_TOGGLE_BUTTON, _ ("Show the fiscal codes")));
  recipients_tear_down (&self);
}

/* Replaces a text in the made file. */
static void
damage (const char *path, const char *text, const char *by)
{
  g_autofree char *contents = NULL;
  char *place;
  GString *damaged;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  place = strstr (contents, text);
  g_assert_nonnull (place);
  damaged = g_string_new_len (contents, place - contents);
  g_string_append (damaged, by);
  g_string_append (damaged, place + strlen (text));
  g_assert_true (g_file_set_contents (path, damaged->str, -1, NULL));
  g_string_free (damaged, TRUE);
}

static void
test_mend (void)
{
  RecipientsFixture self;
  g_autofree char *path = NULL;
  IonDraft *draft;
  GtkWidget *row;

  recipients_set_up (&self);
  path = ui_fixture_make_file (&self.ui, 20);
  damage (path, ",50;", ",5Z;");
  recipients_take_file (&self, path);
  g_assert_cmpint (ion_compose_part_get_state (self.part), ==, ION_PART_PROBLEM);
  row = ui_find (self.widget, ION_TYPE_ISSUE_ROW, NULL);
  g_assert_nonnull (row);
  g_assert_true (ion_issue_row_grab_entry (ION_ISSUE_ROW (row)));
  /* What stands there is at hand, to be put right rather than typed anew. */
  g_assert_true (
      g_str_has_suffix (gtk_editable_get_text (GTK_EDITABLE (ui_find (row, GTK_TYPE_ENTRY, NULL))),
                        ",5Z"));
  gtk_editable_set_text (GTK_EDITABLE (ui_find (row, GTK_TYPE_ENTRY, NULL)), "85,50");
  ui_click (ui_find (row, GTK_TYPE_BUTTON, _ ("Correct")));
  recipients_wait_checked (&self);
  draft = ion_draft_editor_get_draft (self.editor);
  g_assert_cmpuint (draft->mends->len, ==, 1);
  g_assert_cmpint (ion_compose_part_get_state (self.part), ==, ION_PART_READY);

  ui_click (ui_find (self.widget, GTK_TYPE_BUTTON, _ ("Take back the last")));
  recipients_wait_checked (&self);
  g_assert_cmpuint (draft->mends->len, ==, 0);
  g_assert_cmpint (ion_compose_part_get_state (self.part), ==, ION_PART_PROBLEM);
  recipients_tear_down (&self);
}

/* Returns: (nullable): the button of the toast that is shown */
static GtkWidget *
find_toast_button (RecipientsFixture *self)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (self->widget, ADW_TYPE_TOAST_OVERLAY);
  GtkWidget *button = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (overlay); child != NULL && button == NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (child != self->widget)
        button = ui_find (child, GTK_TYPE_BUTTON, _ ("_Undo"));
    }
  return button;
}

/* The file is no longer the one in which cells were corrected: nothing goes on before a person has
 * said what holds. */
static void
test_other_file (void)
{
  RecipientsFixture self;
  g_autofree char *path = NULL;
  IonDraft *draft;
  GtkWidget *row;

  recipients_set_up (&self);
  path = ui_fixture_make_file (&self.ui, 20);
  recipients_take_file (&self, path);
  draft = ion_draft_editor_get_draft (self.editor);
  for (guint i = 0; i < 2; i++)
    {
      ion_draft_mend (draft, 3, "importo", "20,00");
      g_free (draft->mended_file);
      draft->mended_file = g_strdup ("of a file that lay there before");
      ion_draft_editor_tell_source (self.editor);
      recipients_wait_checked (&self);
      g_assert_cmpint (ion_compose_part_get_state (self.part), ==, ION_PART_PROBLEM);
      row = ui_find (self.widget, ION_TYPE_MENDS_ROW, NULL);
      g_assert_nonnull (row);
      ui_click (ui_find (row, GTK_TYPE_BUTTON,
                         i == 0 ? _ ("Keep the corrections") : _ ("Take the file as it is")));
      recipients_wait_checked (&self);
      g_assert_null (ui_find (self.widget, ION_TYPE_MENDS_ROW, NULL));
      g_assert_cmpuint (draft->mends->len, ==, i == 0 ? 1 : 0);
      g_assert_cmpint (ion_compose_part_get_state (self.part), ==, ION_PART_READY);
    }
  ui_click (find_toast_button (&self));
  recipients_wait_checked (&self);
  g_assert_cmpuint (draft->mends->len, ==, 1);
  g_assert_nonnull (ui_find (self.widget, ION_TYPE_MENDS_ROW, NULL));
  recipients_tear_down (&self);
}

static void
choose_header (RecipientsFixture *self, guint index)
{
  GtkWidget *row =
      ui_find (self->widget, ADW_TYPE_ACTION_ROW, _ ("Row with the names of the columns"));

  g_assert_nonnull (row);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_find (row, GTK_TYPE_DROP_DOWN, NULL)), index);
  recipients_wait_checked (self);
}

/* The row with the names was guessed wrongly: a person says which one it is. */
static void
test_header (void)
{
  const char *rows =
      "codice fiscale\tnota\n"
      "Codice fiscale\tnome\talunno\timporto\tscadenza\tavviso\tmese\n"
      "RSSMRA85T10A562S\tMario\tAnna\t85,50\t31/12/2030\t301000010000000127\tottobre\n";
  RecipientsFixture self;
  g_autofree char *path = NULL;

  recipients_set_up (&self);
  path = g_build_filename (self.ui.folder, "due.csv", NULL);
  g_assert_true (g_file_set_contents (path, rows, -1, NULL));
  recipients_take_file (&self, path);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                    ui_find (self.widget, GTK_TYPE_TOGGLE_BUTTON, _ ("Details"))),
                                TRUE);
  ui_flush ();
  /* Recognised, none, 1, 2. */
  choose_header (&self, 3);
  g_assert_cmpint (ion_draft_editor_get_draft (self.editor)->header_row, ==, 2);
  g_assert_nonnull (ion_draft_editor_get_report (self.editor));
  g_assert_cmpint (ion_draft_editor_get_report (self.editor)->header_row, ==, 2);
  g_assert_cmpint (ion_draft_editor_get_report (self.editor)->rows, ==, 1);
  choose_header (&self, 1);
  g_assert_cmpint (ion_draft_editor_get_draft (self.editor)->header_row, ==, ION_TABLE_NO_HEADER);
  g_assert_cmpint (ion_compose_part_get_state (self.part), ==, ION_PART_PROBLEM);
  choose_header (&self, 0);
  g_assert_cmpint (ion_draft_editor_get_draft (self.editor)->header_row, ==, 0);
  recipients_tear_down (&self);
}

static void
switch_on (RecipientsFixture *self, const char *title)
{
  GtkWidget *row = ui_find (self->widget, ADW_TYPE_ACTION_ROW, title);

  g_assert_nonnull (row);
  gtk_switch_set_active (GTK_SWITCH (ui_find (row, GTK_TYPE_SWITCH, NULL)), TRUE);
  recipients_wait_checked (self);
}

static void
test_decisions (void)
{
  RecipientsFixture self;
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *twice = NULL;
  g_auto (GStrv) lines = NULL;

  recipients_set_up (&self);
  path = ui_fixture_make_file (&self.ui, 20);
  damage (path, ",50;", ",5Z;");
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  twice = g_strconcat (contents, lines[10], "\n", NULL);
  g_assert_true (g_file_set_contents (path, twice, -1, NULL));
  recipients_take_file (&self, path);
  g_assert_cmpint (ion_compose_part_get_state (self.part), ==, ION_PART_PROBLEM);
  g_assert_cmpint (ion_draft_editor_get_report (self.editor)->duplicates, ==, 1);
  switch_on (&self, _ ("Keep only the first row of each person"));
  g_assert_cmpint (ion_compose_part_get_state (self.part), ==, ION_PART_PROBLEM);
  switch_on (&self, _ ("Leave the rows with errors out"));
  g_assert_cmpint (ion_compose_part_get_state (self.part), ==, ION_PART_READY);
  recipients_tear_down (&self);
}

static void
test_columns (void)
{
  const char *rows = "CF\tnome bimbo\timporto\tscadenza\tavviso\tmese\n"
                     "RSSMRA85T10A562S\tAnna\t85,50\t31/12/2030\t301000010000000127\tottobre\n";
  RecipientsFixture self;
  g_autoptr (IonColumnList) list = NULL;

  recipients_set_up (&self);
  ion_source_change_to_rows (self.widget, self.editor, rows);
  recipients_wait_checked (&self);
  g_assert_null (ion_draft_editor_get_report (self.editor));
  g_assert_true (ui_shows (self.widget, "nome bimbo"));
  g_assert_cmpint (ion_compose_part_get_state (self.part), ==, ION_PART_PROBLEM);

  recipients_choose_column (&self, "nome bimbo", "alunno");
  recipients_wait_checked (&self);
  g_assert_null (ion_draft_editor_get_report (self.editor));
  ion_column_list_set_constant (self.editor, "nome", "Giulia");
  recipients_wait_checked (&self);
  g_assert_nonnull (ion_draft_editor_get_report (self.editor));
  g_assert_cmpint (ion_compose_part_get_state (self.part), ==, ION_PART_READY);
  list = ion_column_list_new (self.editor, NULL);
  g_assert_cmpstr (((IonColumnEntry *) g_ptr_array_index (list->columns, 1))->field, ==, "alunno");
  g_assert_cmpint (((IonColumnEntry *) g_ptr_array_index (list->columns, 1))->word, ==,
                   ION_MAPPING_WORD_PERSON);
  recipients_tear_down (&self);
}

/* What the error says, and once: no advice after the advice. */
static void
assert_said_once (RecipientsFixture *self)
{
  const GError *error = ion_draft_editor_get_check_error (self->editor);
  GtkWidget *page = ui_find (self->widget, g_type_from_name ("IonSourceFault"), NULL);
  g_autofree char *sentence = ion_office_error_explain (error);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  page = ui_find (page, ADW_TYPE_STATUS_PAGE, NULL);
  g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (page)), ==, markup);
}

static void
test_faults (void)
{
  const char *const faults[][2] = {
    { "lo-encrypted.xlsx", N_ ("The file asks for a password") },
    { "lo-encrypted.ods", N_ ("The file asks for a password") },
    { "truncated.xlsx", N_ ("The file is damaged") },
    { "empty.csv", N_ ("There is nobody in the file") },
    { "two-sheets.xlsx", N_ ("Which sheet?") },
    { "no-such-file.csv", N_ ("The file is not there any more") },
  };
  RecipientsFixture self;

  recipients_set_up (&self);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = recipients_find_table (faults[i][0]);

      recipients_take_file (&self, path);
      g_test_message ("%s", faults[i][0]);
      g_assert_nonnull (ion_draft_editor_get_check_error (self.editor));
      g_assert_true (ui_shows (self.widget, _ (faults[i][1])));
      if (!g_str_equal (faults[i][0], "two-sheets.xlsx"))
        assert_said_once (&self);
      g_assert_cmpint (ion_compose_part_get_state (self.part), ==, ION_PART_PROBLEM);
    }
  recipients_tear_down (&self);
}

typedef struct
{
  RecipientsFixture *fixture;
  const char *title;
} Row;

static gboolean
is_there (gpointer data)
{
  Row *row = data;

  return ui_find (row->fixture->widget, ADW_TYPE_ACTION_ROW, row->title) != NULL;
}

static void
test_sheets (void)
{
  RecipientsFixture self;
  g_autofree char *path = recipients_find_table ("two-sheets.xlsx");
  g_auto (GStrv) sheets = NULL;
  Row row = { &self, NULL };

  recipients_set_up (&self);
  recipients_take_file (&self, path);
  sheets = ion_draft_list_sheets (ion_draft_editor_get_draft (self.editor), NULL);
  g_assert_cmpuint (g_strv_length (sheets), ==, 2);
  row.title = sheets[1];
  ui_wait (is_there, &row);
  ui_click (ui_find (self.widget, ADW_TYPE_ACTION_ROW, sheets[1]));
  recipients_wait_checked (&self);
  g_assert_cmpstr (ion_draft_editor_get_draft (self.editor)->sheet, ==, sheets[1]);
  g_assert_false (g_error_matches (ion_draft_editor_get_check_error (self.editor), ION_TABLE_ERROR,
                                   ION_TABLE_ERROR_SHEET));
  recipients_tear_down (&self);
}

static void
test_person (void)
{
  RecipientsFixture self;
  const char *const values[][2] = {
    { "nome", "Mario" },    { "alunno", "Anna" },         { "mese", "ottobre" },
    { "importo", "85,50" }, { "scadenza", "31/12/2030" }, { "avviso", "301000010000000127" },
  };
  GtkWidget *button;
  GtkWidget *code;

  recipients_set_up (&self);
  ui_click (ui_find (self.widget, ADW_TYPE_ACTION_ROW, _ ("One person…")));
  code = ui_find (self.widget, ADW_TYPE_ENTRY_ROW, _ ("Fiscal code"));
  g_assert_nonnull (code);
  button = ui_find (self.widget, GTK_TYPE_BUTTON, _ ("_Write to this person"));
  gtk_editable_set_text (GTK_EDITABLE (code), "RSSMRA85T10");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (code), "rssmra85t10a562s");
  g_assert_true (gtk_widget_get_sensitive (button));
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    gtk_editable_set_text (GTK_EDITABLE (ui_find (self.widget, ADW_TYPE_ENTRY_ROW, values[i][0])),
                           values[i][1]);
  ui_click (button);
  recipients_wait_checked (&self);
  g_assert_nonnull (ion_draft_editor_get_report (self.editor));
  g_assert_cmpint (ion_draft_editor_get_report (self.editor)->valid, ==, 1);
  recipients_tear_down (&self);
}

static gboolean
has_rows (gpointer data)
{
  return ion_draft_editor_get_draft (((RecipientsFixture *) data)->editor)->source ==
         ION_DRAFT_SOURCE_ROWS;
}

static void
test_paste (void)
{
  const char *rows = "CF\tnome\talunno\timporto\tscadenza\tavviso\tmese\r\n"
                     "RSSMRA85T10A562S\tMario\tAnna\t85,50\t31/12/2030\t301000010000000127\tmaggio";
  RecipientsFixture self;

  recipients_set_up (&self);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self.widget), rows);
  gtk_widget_activate_action (self.widget, "recipients.paste", NULL);
  ui_wait (has_rows, &self);
  recipients_wait_checked (&self);
  g_assert_no_error (ion_draft_editor_get_check_error (self.editor));
  g_assert_nonnull (ion_draft_editor_get_report (self.editor));
  g_assert_cmpint (ion_draft_editor_get_report (self.editor)->valid, ==, 1);
  recipients_tear_down (&self);
}

typedef struct
{
  RecipientsFixture *fixture;
  char *words; /* (owned) */
} Button;

static gboolean
may_press (gpointer data)
{
  Button *self = data;
  GtkWidget *button = ui_find (self->fixture->widget, GTK_TYPE_BUTTON, self->words);

  return button != NULL && gtk_widget_get_sensitive (button);
}

/* How many of a campaign got their message. */
static gint64
count_reached (RecipientsFixture *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  IonCampaignCounts counts;

  g_assert_true (
      ion_ledger_count_campaign (ion_office_get_ledger (self->ui.office), id, &counts, &error));
  return counts.by_state[ION_DELIVERY_DELIVERED] + counts.by_state[ION_DELIVERY_ACCEPTED];
}

static void
test_earlier (void)
{
  RecipientsFixture self;
  Button button = { &self, NULL };
  g_autofree char *id = NULL;
  g_autofree char *count = NULL;
  gint64 n;

  recipients_set_up (&self);
  id = ui_fixture_add_campaign (&self.ui, "Rette", 20);
  ui_fixture_send_campaign (&self.ui, id);
  n = count_reached (&self, id);
  g_assert_cmpint (n, >, 0);
  count = ion_format_count (n);
  button.words = g_strdup_printf (ngettext ("Take %s person", "Take %s people", (gulong) n), count);
  ui_click (ui_find (self.widget, ADW_TYPE_ACTION_ROW, _ ("People of an earlier campaign…")));
  ui_wait (may_press, &button);
  ui_click (ui_find (self.widget, GTK_TYPE_BUTTON, button.words));
  recipients_wait_checked (&self);
  g_assert_cmpint (ion_draft_editor_get_draft (self.editor)->source, ==, ION_DRAFT_SOURCE_CAMPAIGN);
  g_assert_nonnull (ion_draft_editor_get_report (self.editor));
  g_assert_cmpint (ion_draft_editor_get_report (self.editor)->rows, ==, n);
  /* They all have the notice already: nobody gets it twice unasked. */
  g_assert_cmpint (ion_draft_editor_get_report (self.editor)->held, ==, n);
  g_assert_cmpint (ion_compose_part_get_state (self.part), ==, ION_PART_PROBLEM);
  switch_on (&self, _ ("Send also to those who have the notice already"));
  g_assert_true (ion_draft_editor_get_draft (self.editor)->include_held);
  g_free (button.words);
  recipients_tear_down (&self);
}

static gboolean
has_read_more (gpointer data)
{
  RecipientsFixture *self = data;
  const IonImportReport *report = ion_draft_editor_get_report (self->editor);

  return report != NULL && report->rows == 30;
}

/* The list is corrected where it was made. */
static void
test_changed_file (void)
{
  RecipientsFixture self;
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;

  recipients_set_up (&self);
  path = ui_fixture_make_file (&self.ui, 20);
  recipients_take_file (&self, path);
  g_assert_cmpint (ion_draft_editor_get_report (self.editor)->rows, ==, 20);
  again = ui_fixture_make_file (&self.ui, 30);
  ui_wait (has_read_more, &self);
  recipients_tear_down (&self);
}

static void
test_undo (void)
{
  RecipientsFixture self;
  g_autofree char *path = NULL;

  recipients_set_up (&self);
  path = ui_fixture_make_file (&self.ui, 20);
  recipients_take_file (&self, path);
  ion_source_change_to_rows (self.widget, self.editor, "CF\nRSSMRA85T10A562S\n");
  recipients_wait_checked (&self);
  ui_click (find_toast_button (&self));
  recipients_wait_checked (&self);
  g_assert_cmpint (ion_draft_editor_get_draft (self.editor)->source, ==, ION_DRAFT_SOURCE_FILE);
  g_assert_cmpint (ion_draft_editor_get_report (self.editor)->rows, ==, 20);
  recipients_tear_down (&self);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/recipients-part/empty", test_empty);
  g_test_add_func ("/recipients-part/file", test_file);
  g_test_add_func ("/recipients-part/mend", test_mend);
  g_test_add_func ("/recipients-part/other-file", test_other_file);
  g_test_add_func ("/recipients-part/header", test_header);
  g_test_add_func ("/recipients-part/decisions", test_decisions);
  g_test_add_func ("/recipients-part/columns", test_columns);
  g_test_add_func ("/recipients-part/faults", test_faults);
  g_test_add_func ("/recipients-part/sheets", test_sheets);
  g_test_add_func ("/recipients-part/person", test_person);
  g_test_add_func ("/recipients-part/paste", test_paste);
  g_test_add_func ("/recipients-part/earlier", test_earlier);
  g_test_add_func ("/recipients-part/changed-file", test_changed_file);
  g_test_add_func ("/recipients-part/undo", test_undo);
  return g_test_run ();
}
