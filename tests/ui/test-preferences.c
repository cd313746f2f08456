/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The preferences: each choice holds at once, what is wrong is said where it stands, people are
 * masked and come back.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-holidays-group.h"
#include "ion-hours-group.h"
#include "ion-lists-page.h"
#include "ion-number-row.h"
#include "ion-office-page.h"
#include "ion-office-settings.h"
#include "ion-people-group.h"
#include "ion-people-lists.h"
#include "ion-person-record.h"
#include "ion-preferences.h"
#include "ion-transfer-group.h"
#include "ui-fixture.h"

#include <glib/gi18n-lib.h>

/* Made up, with its check character. */
#define PERSON "RSSMRA85T10A562S"

typedef struct
{
  GtkWidget *widget; /* (unowned) */
  const char *text;
  gboolean shown;
} Words;

static gboolean
are_as_wanted (gpointer data)
{
  const Words *words = data;

  return ui_shows (words->widget, words->text) == words->shown;
}

static void
wait_for (GtkWidget *widget, const char *text, gboolean shown)
{
  Words words = { widget, text, shown };

  ui_wait (are_as_wanted, &words);
}

static gboolean
has_error (gpointer widget)
{
  return gtk_widget_has_css_class (widget, "error");
}

typedef struct
{
  IonOffice *office; /* (unowned) */
  const char *key, *value;
} Setting;

static gboolean
is_set (gpointer data)
{
  const Setting *setting = data;
  g_autofree char *value = ion_office_get_setting (setting->office, setting->key, NULL);

  return g_strcmp0 (value, setting->value) == 0;
}

static void
wait_for_setting (UiFixture *fixture, const char *key, const char *value)
{
  Setting setting = { fixture->office, key, value };

  ui_wait (is_set, &setting);
}

static GtkWidget *
open_preferences (UiFixture *fixture)
{
  GtkWidget *window = ion_preferences_new (NULL, fixture->desk);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &fixture->window);
  fixture->window = window;
  gtk_window_present (GTK_WINDOW (window));
  ui_flush ();
  return window;
}

static gboolean
is_gone (gpointer data)
{
  return ((UiFixture *) data)->window == NULL;
}

static gboolean
is_last (gpointer object)
{
  return G_OBJECT (object)->ref_count == 1;
}

static void
close_preferences (UiFixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_wait (is_gone, fixture);
  /* What its pages asked for may still be on its way. */
  ui_wait (is_last, fixture->desk);
  ui_fixture_tear_down (fixture);
}

static void
show_page (GtkWidget *window, GType type)
{
  GtkWidget *page = ui_find (window, type, NULL);

  adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (window),
                                           ADW_PREFERENCES_PAGE (page));
  ui_flush ();
}

static void
test_hours (void)
{
  UiFixture fixture;
  GtkWidget *window, *group;

  ui_fixture_set_up (&fixture);
  window = open_preferences (&fixture);
  group = ui_find (window, ION_TYPE_HOURS_GROUP, NULL);
  g_assert_true (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (ui_find (group, GTK_TYPE_TOGGLE_BUTTON, _ ("Saturday")))));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                    ui_find (group, GTK_TYPE_TOGGLE_BUTTON, _ ("Saturday"))),
                                FALSE);
  wait_for_setting (&fixture, "sending-hours", "8-20 lun-ven");
  close_preferences (&fixture);
}

static void
test_holidays (void)
{
  UiFixture fixture;
  GtkWidget *window, *group, *row;

  ui_fixture_set_up (&fixture);
  window = open_preferences (&fixture);
  group = ui_find (window, ION_TYPE_HOLIDAYS_GROUP, NULL);
  row = ui_find (group, ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), "32/04");
  g_signal_emit_by_name (row, "apply");
  ui_wait (has_error, row);
  gtk_editable_set_text (GTK_EDITABLE (row), "23/04");
  g_signal_emit_by_name (row, "apply");
  wait_for_setting (&fixture, "holidays", "23/04");
  wait_for (group, _ ("Every year"), TRUE);
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  ui_click (ui_find (group, GTK_TYPE_BUTTON, NULL));
  close_preferences (&fixture);
}

static void
test_numbers (void)
{
  UiFixture fixture;
  GtkWidget *window, *row;

  ui_fixture_set_up (&fixture);
  window = open_preferences (&fixture);
  wait_for (window, _ ("Countdown before a send"), TRUE);
  row = ui_find (window, ION_TYPE_NUMBER_ROW, _ ("Countdown before a send"));
  g_assert_cmpint (ion_number_row_get_number (ION_NUMBER_ROW (row)), ==, 30);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (ui_find (row, GTK_TYPE_SPIN_BUTTON, NULL)), 45);
  wait_for_setting (&fixture, "countdown", "45");
  gtk_switch_set_active (GTK_SWITCH (ui_find (window, GTK_TYPE_SWITCH, NULL)), TRUE);
  wait_for_setting (&fixture, "daily-limit", "5000");
  gtk_switch_set_active (GTK_SWITCH (ui_find (window, GTK_TYPE_SWITCH, NULL)), FALSE);
  wait_for_setting (&fixture, "daily-limit", "none");
  close_preferences (&fixture);
}

static GtkWidget *
find_entry (GtkWidget *group, const char *title)
{
  GtkWidget *row = ui_find (group, ADW_TYPE_ENTRY_ROW, title);

  g_assert_nonnull (row);
  return row;
}

static void
add_person (GtkWidget *group, const char *code, const char *label)
{
  gtk_editable_set_text (GTK_EDITABLE (find_entry (group, _ ("Add a person: fiscal code"))), code);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (group, _ ("Who it is, for the office"))), label);
  ui_click (ui_find (group, GTK_TYPE_BUTTON, _ ("_Add")));
}

typedef struct
{
  IonOffice *office; /* (unowned) */
  guint people;
} Expected;

static gboolean
are_so_many (gpointer data)
{
  const Expected *expected = data;
  g_autoptr (GPtrArray) people = ion_office_list_people (expected->office, NULL, NULL);

  return people != NULL && people->len == expected->people;
}

static void
test_people (void)
{
  UiFixture fixture;
  GtkWidget *window, *group, *page;
  g_autofree char *remove = g_strdup_printf (_ ("Take %s off the list"), "Maria");
  Expected one, none;

  ui_fixture_set_up (&fixture);
  one = (Expected){ fixture.office, 1 };
  none = (Expected){ fixture.office, 0 };
  window = open_preferences (&fixture);
  group = ui_find (window, ION_TYPE_PEOPLE_GROUP, _ ("Test recipients"));
  page = gtk_widget_get_ancestor (group, ADW_TYPE_PREFERENCES_PAGE);
  adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (window),
                                           ADW_PREFERENCES_PAGE (page));
  ui_flush ();
  add_person (group, "RSSMRA85", "Maria");
  ui_wait (has_error, find_entry (group, _ ("Add a person: fiscal code")));
  add_person (group, PERSON, "Maria");
  ui_wait (are_so_many, &one);
  wait_for (group, "Maria", TRUE);
  g_assert_true (ui_shows (group, "RSS•••"));
  g_assert_false (ui_shows (group, PERSON));
  ui_click (ui_find (group, GTK_TYPE_BUTTON, remove));
  ui_wait (are_so_many, &none);
  wait_for (window, _ ("_Undo"), TRUE);
  ui_click (ui_find (window, GTK_TYPE_BUTTON, _ ("_Undo")));
  ui_wait (are_so_many, &one);
  ui_flush ();
  close_preferences (&fixture);
}

static void
test_lists (void)
{
  UiFixture fixture;
  GtkWidget *window, *group, *row;
  g_autofree char *remove = g_strdup_printf (_ ("Remove the list «%s»"), "Giunta & uffici");

  ui_fixture_set_up (&fixture);
  window = open_preferences (&fixture);
  show_page (window, ION_TYPE_LISTS_PAGE);
  row = find_entry (window, _ ("Name of a new list"));
  gtk_editable_set_text (GTK_EDITABLE (row), "Giunta & uffici");
  g_signal_emit_by_name (row, "apply");
  wait_for (ui_find (window, ION_TYPE_LISTS_PAGE, NULL), "Giunta &amp; uffici", TRUE);
  group = ui_find (ui_find (window, ION_TYPE_LISTS_PAGE, NULL), ION_TYPE_PEOPLE_GROUP, NULL);
  add_person (group, PERSON, "Maria");
  wait_for (group, "Maria", TRUE);
  ui_click (ui_find (group, GTK_TYPE_BUTTON, remove));
  wait_for (window, _ ("_Undo"), TRUE);
  ui_click (ui_find (window, GTK_TYPE_BUTTON, _ ("_Undo")));
  wait_for (ui_find (window, ION_TYPE_LISTS_PAGE, NULL), "Maria", TRUE);
  close_preferences (&fixture);
}

/* A code that does not check is taken, and warned about. */
static void
test_check_character (void)
{
  UiFixture fixture;
  GtkWidget *window, *group;
  g_autofree char *masked = ion_fiscal_code_mask ("RSSMRA85T10A562X");
  g_autofree char *warning =
      g_strdup_printf (_ ("%s: its last character does not fit the others. Look at it again."),
                       masked);

  ui_fixture_set_up (&fixture);
  g_assert_true (ion_office_add_person (fixture.office, NULL, "RSSMRA85T10A562X", "Maria", NULL));
  window = open_preferences (&fixture);
  group = ui_find (window, ION_TYPE_PEOPLE_GROUP, _ ("Test recipients"));
  adw_preferences_window_set_visible_page (
      ADW_PREFERENCES_WINDOW (window),
      ADW_PREFERENCES_PAGE (gtk_widget_get_ancestor (group, ADW_TYPE_PREFERENCES_PAGE)));
  wait_for (group, warning, TRUE);
  close_preferences (&fixture);
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

static void
test_rename (void)
{
  UiFixture fixture;
  GtkWidget *window, *page, *entry;
  GtkWindow *dialog;
  g_autofree char *rename = g_strdup_printf (_ ("Rename the list «%s»"), "Giunta");
  g_autofree char *id = NULL;

  ui_fixture_set_up (&fixture);
  id = ion_ledger_add_list (ion_office_get_ledger (fixture.office), "Giunta", NULL);
  window = open_preferences (&fixture);
  show_page (window, ION_TYPE_LISTS_PAGE);
  page = ui_find (window, ION_TYPE_LISTS_PAGE, NULL);
  wait_for (page, "Giunta", TRUE);
  ui_click (ui_find (page, GTK_TYPE_BUTTON, rename));
  ui_wait (is_asked, NULL);
  dialog = find_dialog ();
  entry = ui_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Consiglio");
  g_signal_emit_by_name (dialog, "response::yes", "yes");
  gtk_window_destroy (dialog);
  wait_for (page, "Consiglio", TRUE);
  wait_for (page, "Giunta", FALSE);
  close_preferences (&fixture);
}

static void
test_office (void)
{
  UiFixture fixture;
  GtkWidget *window, *row;

  ui_fixture_set_up (&fixture);
  window = open_preferences (&fixture);
  show_page (window, ION_TYPE_OFFICE_PAGE);
  row = find_entry (window, _ ("Name of the office"));
  gtk_editable_set_text (GTK_EDITABLE (row), "Comune di Prova");
  g_signal_emit_by_name (row, "apply");
  wait_for_setting (&fixture, "name", "Comune di Prova");
  row = find_entry (window, _ ("Address of the platform"));
  gtk_editable_set_text (GTK_EDITABLE (row), "https://api.io.pagopa.it/api/v1");
  g_signal_emit_by_name (row, "apply");
  ui_wait (has_error, row);
  close_preferences (&fixture);
}

static gboolean
exists (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* What would change is said, then it is so. */
static void
test_transfer (void)
{
  UiFixture fixture;
  GtkWidget *window, *group;
  GtkWindow *dialog;
  g_autofree char *exported = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  ui_fixture_set_up (&fixture);
  path = g_build_filename (fixture.folder, "office.json", NULL);
  file = g_file_new_for_path (path);
  g_assert_true (ion_office_set_setting (fixture.office, "countdown", "45", NULL));
  window = open_preferences (&fixture);
  show_page (window, ION_TYPE_OFFICE_PAGE);
  group = ui_find (window, ION_TYPE_TRANSFER_GROUP, NULL);
  ion_transfer_group_export (ION_TRANSFER_GROUP (group), FALSE, file);
  ui_wait (exists, path);
  /* A toast's words are marked up: its label holds them escaped. */
  exported = g_markup_escape_text (_ ("The office was exported"), -1);
  wait_for (window, exported, TRUE);
  g_assert_true (ion_office_set_setting (fixture.office, "countdown", "30", NULL));
  ion_transfer_group_import (ION_TRANSFER_GROUP (group), file);
  ui_wait (is_asked, NULL);
  dialog = find_dialog ();
  wait_for (GTK_WIDGET (dialog), "45", TRUE);
  g_signal_emit_by_name (dialog, "response::yes", "yes");
  gtk_window_destroy (dialog);
  wait_for_setting (&fixture, "countdown", "45");
  ui_flush ();
  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  ion_transfer_group_import (ION_TRANSFER_GROUP (group), file);
  ui_wait (has_error, ui_find (group, ADW_TYPE_ACTION_ROW, _ ("Import")));
  close_preferences (&fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/preferences/hours", test_hours);
  g_test_add_func ("/preferences/holidays", test_holidays);
  g_test_add_func ("/preferences/numbers", test_numbers);
  g_test_add_func ("/preferences/people", test_people);
  g_test_add_func ("/preferences/lists", test_lists);
  g_test_add_func ("/preferences/check-character", test_check_character);
  g_test_add_func ("/preferences/rename", test_rename);
  g_test_add_func ("/preferences/office", test_office);
  g_test_add_func ("/preferences/transfer", test_transfer);
  return g_test_run ();
}
