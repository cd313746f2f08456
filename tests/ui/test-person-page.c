/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The counter's page: a code is judged while it is typed, a person's messages are found and shown
 * as the phone has them, the code stays masked, and the person can be erased.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-code-hint.h"
#include "ion-ledger-deliveries.h"
#include "ion-ledger-people.h"
#include "ion-person-export.h"
#include "ion-person-page.h"
#include "ui-fixture.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static IonCodeHint
judge (const char *typed)
{
  g_autofree char *sentence = NULL;

  return ion_code_hint (typed, &sentence);
}

static void
test_hint (void)
{
  g_assert_cmpint (judge (""), ==, ION_CODE_HINT_EMPTY);
  g_assert_cmpint (judge ("rss mra"), ==, ION_CODE_HINT_TYPING);
  g_assert_cmpint (judge ("RSS1"), ==, ION_CODE_HINT_WRONG);
  g_assert_cmpint (judge ("RSSMRA85T10A562S"), ==, ION_CODE_HINT_GOOD);
  g_assert_cmpint (judge ("RSSMRA85T10A562X"), ==, ION_CODE_HINT_DOUBTFUL);
  g_assert_cmpint (judge ("RSSMRA85T10A562SS"), ==, ION_CODE_HINT_WRONG);
}

/* (transfer full): of the first one in the campaign */
static char *
get_code (UiFixture *fixture, const char *campaign)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ion_ledger_list_deliveries (ion_office_get_ledger (fixture->office),
                                                           campaign, 0, 0, 1, &error);

  g_assert_no_error (error);
  return g_strdup (((IonDelivery *) g_ptr_array_index (rows, 0))->fiscal_code);
}

static GtkWidget *
present (UiFixture *fixture)
{
  GtkWidget *page = g_object_new (ION_TYPE_PERSON_PAGE, "desk", fixture->desk, NULL);

  ui_fixture_present (fixture, page);
  ion_page_tell_shown (ION_PAGE (page));
  ui_flush ();
  return page;
}

static gboolean
is_settled (gpointer page)
{
  return ui_find (page, g_type_from_name ("IonPersonRow"), NULL) != NULL ||
         ui_shows (page, _ ("Nothing has been sent to this person")) || ui_shows (page, "RSS•") ||
         ui_shows (page, "•••••••••••••");
}

static void
search (GtkWidget *page, const char *code)
{
  GtkWidget *entry = ui_find (page, ADW_TYPE_ENTRY_ROW, _ ("Fiscal code"));
  GtkWidget *reason =
      ui_find (page, ADW_TYPE_ENTRY_ROW, _ ("Why is this person looked for? (optional)"));

  gtk_editable_set_text (GTK_EDITABLE (entry), code);
  gtk_editable_set_text (GTK_EDITABLE (reason), "telefonata");
  g_signal_emit_by_name (entry, "entry-activated");
  ui_wait (is_settled, page);
  ui_flush ();
}

static gboolean
has_focus_in (GtkWidget *page, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (page)));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
test_start (void)
{
  UiFixture fixture;
  GtkWidget *page;

  ui_fixture_set_up (&fixture);
  page = present (&fixture);
  g_assert_cmpstr (ion_page_get_title (ION_PAGE (page)), ==, _ ("Find a person"));
  g_assert_true (has_focus_in (page, ui_find (page, ADW_TYPE_ENTRY_ROW, _ ("Fiscal code"))));
  search (page, "RSSMRA85T10A562S");
  g_assert_true (ui_shows (page, _ ("Nothing has been sent to this person")));
  ui_fixture_tear_down (&fixture);
}

static gboolean
is_journalled (UiFixture *fixture, const char *action, const char *purpose)
{
  g_autoptr (GPtrArray) lines =
      ion_ledger_read_journal (ion_office_get_ledger (fixture->office), 0, 1000, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const IonJournalEntry *line = g_ptr_array_index (lines, i);

      if (g_str_equal (line->action, action) && g_strcmp0 (line->purpose, purpose) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
test_found (void)
{
  UiFixture fixture;
  GtkWidget *page, *reveal;
  g_autofree char *id = NULL, *code = NULL;

  ui_fixture_set_up (&fixture);
  id = ui_fixture_add_campaign (&fixture, "Rette", 3);
  code = get_code (&fixture, id);
  page = present (&fixture);
  search (page, code);
  g_assert_true (ui_shows (page, "•••••••••••••"));
  g_assert_false (ui_shows (page, code));
  g_assert_true (ui_shows (page, "Retta scolastica"));
  g_assert_true (ui_shows (page, _ ("Not sent yet")));
  g_assert_true (is_journalled (&fixture, "person-show", "telefonata"));
  reveal = ui_find (page, GTK_TYPE_TOGGLE_BUTTON, _ ("Show the whole fiscal code for a while"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (reveal), TRUE);
  g_assert_true (ui_shows (page, code));
  /* Another page in front: masked again. */
  gtk_widget_set_visible (page, FALSE);
  gtk_widget_set_visible (page, TRUE);
  g_assert_false (ui_shows (page, code));
  ui_fixture_tear_down (&fixture);
}

static gboolean
is_erased (gpointer page)
{
  return !ui_shows (page, "•••••••••••••");
}

typedef struct
{
  IonOffice *office;
  const char *code;
} Person;

static gboolean
is_forgotten (gpointer data)
{
  Person *person = data;
  g_autoptr (GPtrArray) left = ion_office_show_person (person->office, person->code, NULL);

  return left != NULL && left->len == 0;
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

static void
test_erase (void)
{
  UiFixture fixture;
  GtkWidget *page, *entry;
  GtkWindow *dialog;
  g_autofree char *id = NULL, *code = NULL;

  ui_fixture_set_up (&fixture);
  id = ui_fixture_add_campaign (&fixture, "Rette", 3);
  code = get_code (&fixture, id);
  page = present (&fixture);
  search (page, code);
  /* The one who is shown, also while somebody else is being looked for. */
  entry = ui_find (page, ADW_TYPE_ENTRY_ROW, _ ("Fiscal code"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "RSSMRA85T10A562S");
  g_signal_emit_by_name (entry, "entry-activated");
  ui_click (ui_find (page, GTK_TYPE_BUTTON, _ ("_Erase…")));
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_null (strstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), code));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "yes");
  ui_wait (is_forgotten, &(Person){ fixture.office, code });
  ui_wait (is_erased, page);
  gtk_window_destroy (dialog);
  ui_fixture_tear_down (&fixture);
}

static void
test_export (void)
{
  UiFixture fixture;
  g_autofree char *id = NULL, *code = NULL, *page = NULL, *data = NULL, *html = NULL, *json = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  ui_fixture_set_up (&fixture);
  id = ui_fixture_add_campaign (&fixture, "Rette <b>", 3);
  code = get_code (&fixture, id);
  records = ion_office_show_person (fixture.office, code, &error);
  page = g_build_filename (fixture.folder, "copia.html", NULL);
  data = g_build_filename (fixture.folder, "copia.json", NULL);
  g_assert_true (ion_office_export_person (fixture.office, code, records, page, 1000, &error));
  g_assert_true (ion_office_export_person (fixture.office, code, records, data, 1000, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (page, &html, NULL, &error));
  g_assert_true (g_file_get_contents (data, &json, NULL, &error));
  g_assert_nonnull (strstr (html, code));
  g_assert_nonnull (strstr (html, "Rette &lt;b&gt;"));
  g_assert_null (strstr (html, "Rette <b>"));
  g_assert_nonnull (strstr (json, code));
  g_assert_nonnull (strstr (json, "\"state\" : \"pending\""));
  g_assert_true (is_journalled (&fixture, "person-export", NULL));
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/person-page/hint", test_hint);
  g_test_add_func ("/person-page/start", test_start);
  g_test_add_func ("/person-page/found", test_found);
  g_test_add_func ("/person-page/erase", test_erase);
  g_test_add_func ("/person-page/export", test_export);
  return g_test_run ();
}
