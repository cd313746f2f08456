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
#include "ion-number-row.h"
#include "ion-office-page.h"
#include "ion-office-settings.h"
#include "ion-preferences.h"
#include "ui-fixture.h"

#include <glib/gi18n-lib.h>

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

static void
close_preferences (UiFixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_wait (is_gone, fixture);
  ui_flush ();
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

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/preferences/hours", test_hours);
  g_test_add_func ("/preferences/holidays", test_holidays);
  g_test_add_func ("/preferences/numbers", test_numbers);
  g_test_add_func ("/preferences/office", test_office);
  return g_test_run ();
}
