/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A campaign being made: its parts can be reached, it is saved by itself and opened again.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-compose-page.h"
#include "ion-compose-part.h"
#include "ion-draft.h"
#include "ion-ledger-services.h"
#include "ion-part-row.h"
#include "ion-remedy.h"
#include "ion-sqlite.h"
#include "ui-fixture.h"

#include <glib/gi18n.h>

static gboolean
is_last (gpointer object)
{
  return G_OBJECT (object)->ref_count == 1;
}

static GtkWidget *
open_page (UiFixture *fixture, const char *id)
{
  GtkWidget *page =
      g_object_new (ION_TYPE_COMPOSE_PAGE, "desk", fixture->desk, "draft-id", id, NULL);

  ui_fixture_present (fixture, page);
  ui_flush ();
  return page;
}

static void
close_page (UiFixture *fixture)
{
  ui_fixture_dismiss (fixture);
  ui_wait (is_last, fixture->desk);
}

static char *
save_draft (UiFixture *fixture, const char *name, IonDraftSource source)
{
  g_autoptr (IonTemplate) template_ = ion_template_new ("", ION_TEMPLATE_FREE);
  g_autoptr (IonDraft) draft = ion_draft_new (template_);
  g_autoptr (GError) error = NULL;

  g_free (draft->name);
  draft->name = g_strdup (name);
  draft->source = source;
  if (source == ION_DRAFT_SOURCE_FILE)
    draft->path = ui_fixture_make_file (fixture, 12);
  ion_office_save_draft (fixture->office, draft, &error);
  g_assert_no_error (error);
  return g_strdup (draft->id);
}

static gboolean
has_parts (gpointer page)
{
  return ui_find (page, ION_TYPE_PART_ROW, NULL) != NULL;
}

static GtkListBox *
get_rows (GtkWidget *page)
{
  return GTK_LIST_BOX (
      gtk_widget_get_ancestor (ui_find (page, ION_TYPE_PART_ROW, NULL), GTK_TYPE_LIST_BOX));
}

static int
get_selected (GtkWidget *page)
{
  return gtk_list_box_row_get_index (gtk_list_box_get_selected_row (get_rows (page)));
}

static void
test_parts (void)
{
  UiFixture fixture;
  GtkWidget *page;
  static const char *const names[] = { "message", "recipients", "check", "send" };

  ui_fixture_set_up (&fixture);
  page = open_page (&fixture, NULL);
  g_assert_cmpint (get_selected (page), ==, 0);
  for (int i = 3; i >= 0; i--)
    {
      gtk_widget_activate_action (page, "compose.show-part", "s", names[i]);
      ui_flush ();
      g_assert_cmpint (get_selected (page), ==, i);
    }
  g_assert_cmpstr (ion_page_get_title (ION_PAGE (page)), ==, _ ("New Campaign"));
  close_page (&fixture);
  ui_fixture_tear_down (&fixture);
}

static gboolean
is_in_part (gpointer page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (page)));

  return focus != NULL && gtk_widget_get_ancestor (focus, ION_TYPE_COMPOSE_PART) != NULL;
}

static gboolean
is_on_choice (gpointer page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (page)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_COMBO_ROW) : NULL;
  const char *title = row != NULL ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) : "";

  return g_str_equal (title, _ ("Service")) || g_str_equal (title, _ ("Template"));
}

/* The focus is where something is to be done, not on the way back; and it is left alone after. */
static void
test_focus (void)
{
  UiFixture fixture;
  GtkWidget *page, *row;
  g_autofree char *id = NULL;

  ui_fixture_set_up (&fixture);
  page = g_object_new (ION_TYPE_COMPOSE_PAGE, "desk", fixture.desk, NULL);
  ui_fixture_present (&fixture, page);
  ion_page_tell_shown (ION_PAGE (page));
  g_assert_true (is_in_part (page));
  ui_wait (is_on_choice, page);
  row = ui_find (page, ION_TYPE_PART_ROW, NULL);
  gtk_widget_grab_focus (row);
  ion_page_tell_shown (ION_PAGE (page));
  g_assert_false (is_in_part (page));
  gtk_widget_activate (row);
  g_assert_true (is_in_part (page));
  close_page (&fixture);

  id = save_draft (&fixture, "Rette ottobre", ION_DRAFT_SOURCE_NONE);
  page = open_page (&fixture, id);
  ion_page_tell_shown (ION_PAGE (page));
  ui_wait (is_in_part, page);
  close_page (&fixture);
  ui_fixture_tear_down (&fixture);
}

static void
test_opened (void)
{
  UiFixture fixture;
  GtkWidget *page;
  g_autofree char *id = NULL;

  ui_fixture_set_up (&fixture);
  id = save_draft (&fixture, "Rette ottobre", ION_DRAFT_SOURCE_NONE);
  page = open_page (&fixture, id);
  ui_wait (has_parts, page);
  g_assert_cmpstr (ion_page_get_title (ION_PAGE (page)), ==, "Rette ottobre");
  g_assert_cmpint (get_selected (page), ==, 0);
  close_page (&fixture);
  ui_fixture_tear_down (&fixture);
}

/* Whoever comes with a file begins with the people in it. */
static void
test_file (void)
{
  UiFixture fixture;
  GtkWidget *page;
  g_autofree char *id = NULL;

  ui_fixture_set_up (&fixture);
  id = save_draft (&fixture, "", ION_DRAFT_SOURCE_FILE);
  page = open_page (&fixture, id);
  ui_wait (has_parts, page);
  g_assert_cmpint (get_selected (page), ==, 1);
  close_page (&fixture);
  ui_fixture_tear_down (&fixture);
}

/* The message to a corrected list has no list yet: that comes first. */
static void
test_right_list (void)
{
  UiFixture fixture;
  GtkWidget *page;
  g_autofree char *campaign = NULL;
  g_autoptr (IonDraft) draft = NULL;
  g_autoptr (GError) error = NULL;

  ui_fixture_set_up (&fixture);
  campaign = ui_fixture_add_campaign (&fixture, "Rette", 5);
  draft = ion_office_make_new_list (fixture.office, campaign, &error);
  g_assert_no_error (error);
  page = open_page (&fixture, draft->id);
  ui_wait (has_parts, page);
  g_assert_cmpint (get_selected (page), ==, 1);
  g_assert_true (ui_shows (page, _ ("Who gets the message?")));
  close_page (&fixture);
  ui_fixture_tear_down (&fixture);
}

static gboolean
says_saving (gpointer page)
{
  return ui_shows (page, _ ("Saving…"));
}

static gboolean
says_saving_no_more (gpointer page)
{
  return !says_saving (page);
}

/* Another program holds the office's data: the page does not say meanwhile that all is saved. */
static void
test_slow_save (void)
{
  UiFixture fixture;
  GtkWidget *page;
  g_autofree char *id = NULL, *file = NULL;
  IonDb *other;
  g_autoptr (GError) error = NULL;

  ui_fixture_set_up (&fixture);
  id = save_draft (&fixture, "Rette ottobre", ION_DRAFT_SOURCE_NONE);
  page = open_page (&fixture, id);
  ui_wait (has_parts, page);
  g_assert_false (says_saving (page));
  file = g_build_filename (fixture.folder, "ledger.db", NULL);
  other = ion_sqlite_open (file, 0, &error);
  g_assert_no_error (error);
  g_assert_true (ion_db_begin (other, &error));
  gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (
                                                    ui_find (page, GTK_TYPE_TEXT_VIEW, NULL))),
                                                "R", 1, TRUE);
  ui_wait (says_saving, page);
  ion_db_rollback (other);
  ui_wait (says_saving_no_more, page);
  g_clear_pointer (&other, ion_db_close);
  close_page (&fixture);
  ui_fixture_tear_down (&fixture);
}

static void
test_missing (void)
{
  UiFixture fixture;
  GtkWidget *page;

  ui_fixture_set_up (&fixture);
  page = open_page (&fixture, "non-esiste");
  ui_flush ();
  g_assert_true (ui_shows (page, _ ("This Draft Cannot Be Opened")));
  close_page (&fixture);
  ui_fixture_tear_down (&fixture);
}

static guint
count_drafts (UiFixture *fixture)
{
  g_autoptr (GPtrArray) drafts = ion_office_list_drafts (fixture->office, NULL);

  return drafts->len;
}

static gboolean
has_none (gpointer fixture)
{
  return count_drafts (fixture) == 0;
}

static gboolean
has_one (gpointer fixture)
{
  return count_drafts (fixture) == 1;
}

/* Thrown away, and brought back by the toast. */
static void
test_discard (void)
{
  UiFixture fixture;
  GtkWidget *page, *undo;
  g_autofree char *id = NULL;

  ui_fixture_set_up (&fixture);
  id = save_draft (&fixture, "Rette ottobre", ION_DRAFT_SOURCE_NONE);
  page = open_page (&fixture, id);
  ui_wait (has_parts, page);
  gtk_widget_activate_action (page, "compose.discard", NULL);
  ui_wait (has_none, &fixture);
  /* Of the toast: other buttons may say the same. */
  undo = ui_find (fixture.window, g_type_from_name ("AdwToastWidget"), NULL);
  g_assert_nonnull (undo);
  undo = ui_find (undo, GTK_TYPE_BUTTON, _ ("_Undo"));
  g_assert_nonnull (undo);
  ui_click (undo);
  ui_wait (has_one, &fixture);
  close_page (&fixture);
  ui_fixture_tear_down (&fixture);
}

static GtkWindow *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (ADW_IS_MESSAGE_DIALOG (item->data))
      return item->data;
  return NULL;
}

static gboolean
is_asked (gpointer data)
{
  return find_dialog () != NULL;
}

static guint
count_templates (UiFixture *fixture)
{
  g_autoptr (GPtrArray) templates =
      ion_ledger_list_templates (ion_office_get_ledger (fixture->office), NULL);

  return templates->len;
}

static gboolean
has_template (gpointer fixture)
{
  return count_templates (fixture) == 1;
}

static gboolean
has_no_template (gpointer fixture)
{
  return count_templates (fixture) == 0;
}

static gboolean
has_toast (gpointer window)
{
  GtkWidget *toast = ui_find (window, g_type_from_name ("AdwToastWidget"), NULL);

  return toast != NULL && ui_find (toast, GTK_TYPE_BUTTON, _ ("_Undo")) != NULL;
}

static void
write_message (UiFixture *fixture, const char *id)
{
  g_autoptr (IonDraft) draft = ion_office_get_draft (fixture->office, id, NULL);
  IonTemplateText *text = draft->template_->main;

  g_free (text->subject);
  g_free (text->markdown);
  text->subject = g_strdup ("La retta della mensa");
  text->markdown =
      g_strdup ("La retta di ottobre si paga entro il 30 novembre a scuola, come sempre."
                " Chi ha domande scriva all'ufficio.");
  g_assert_true (ion_office_save_draft (fixture->office, draft, NULL));
}

/* Kept under the name that was given, and taken back by the toast. */
static void
test_template (void)
{
  UiFixture fixture;
  GtkWidget *page, *toast, *entry;
  GtkWindow *dialog;
  g_autofree char *id = NULL;

  ui_fixture_set_up (&fixture);
  id = save_draft (&fixture, "Rette ottobre", ION_DRAFT_SOURCE_NONE);
  write_message (&fixture, id);
  page = open_page (&fixture, id);
  ui_wait (has_parts, page);
  gtk_widget_activate_action (page, "compose.save-template", NULL);
  ui_wait (is_asked, NULL);
  dialog = find_dialog ();
  entry = ui_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Rette ottobre");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Rette");
  g_signal_emit_by_name (dialog, "response::yes", "yes");
  gtk_window_destroy (dialog);
  ui_wait (has_template, &fixture);
  ui_wait (has_toast, fixture.window);
  toast = ui_find (fixture.window, g_type_from_name ("AdwToastWidget"), NULL);
  ui_click (ui_find (toast, GTK_TYPE_BUTTON, _ ("_Undo")));
  ui_wait (has_no_template, &fixture);
  ui_flush ();
  close_page (&fixture);
  ui_fixture_tear_down (&fixture);
}

/* One column where there is room for one; the phone is a page of its own. */
static void
test_narrow (void)
{
  UiFixture fixture;
  GtkWidget *page, *toggle;

  ui_fixture_set_up (&fixture);
  page = open_page (&fixture, NULL);
  g_assert_null (ui_find (page, GTK_TYPE_TOGGLE_BUTTON, _ ("Preview")));
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 360, 700);
  ui_flush ();
  ui_flush ();
  g_assert_cmpint (gtk_widget_get_width (page), <=, 360);
  toggle = ui_find (page, GTK_TYPE_TOGGLE_BUTTON, _ ("Preview"));
  g_assert_nonnull (toggle);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  ui_flush ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_rows (page))));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), FALSE);
  ui_flush ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_rows (page))));
  close_page (&fixture);
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/compose-page/parts", test_parts);
  g_test_add_func ("/compose-page/focus", test_focus);
  g_test_add_func ("/compose-page/opened", test_opened);
  g_test_add_func ("/compose-page/file", test_file);
  g_test_add_func ("/compose-page/right-list", test_right_list);
  g_test_add_func ("/compose-page/slow-save", test_slow_save);
  g_test_add_func ("/compose-page/missing", test_missing);
  g_test_add_func ("/compose-page/discard", test_discard);
  g_test_add_func ("/compose-page/template", test_template);
  g_test_add_func ("/compose-page/narrow", test_narrow);
  return g_test_run ();
}
