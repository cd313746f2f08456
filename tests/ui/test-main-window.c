/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The window over a practice office: every place can be reached, and the way back leads back.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-main-window.h"
#include "ui-fixture.h"

static void
test_places (void)
{
  const char *const places[] = { "overview", "campaigns", "templates", "services" };
  UiFixture fixture;
  GtkWidget *window;

  ui_fixture_set_up (&fixture);
  window = ion_main_window_new (NULL, fixture.desk);
  gtk_window_present (GTK_WINDOW (window));
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gtk_widget_activate_action (window, "win.show-place", "s", places[i]);
      ui_flush ();
      g_assert_nonnull (ion_main_window_get_page (ION_MAIN_WINDOW (window)));
    }
  gtk_widget_activate_action (window, "win.find-person", NULL);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (ion_main_window_get_page (ION_MAIN_WINDOW (window))), ==,
                   "IonPersonPage");
  gtk_widget_activate_action (window, "win.back", NULL);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (ion_main_window_get_page (ION_MAIN_WINDOW (window))), ==,
                   "IonServicesPage");
  gtk_window_destroy (GTK_WINDOW (window));
  ui_flush ();
  ui_fixture_tear_down (&fixture);
}

static gboolean
is_surveyed (gpointer desk)
{
  return ion_desk_get_survey (desk) != NULL;
}

static int
get_min_width (GtkWidget *widget)
{
  int min;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
  return min;
}

/* Whatever is in front, a telephone's width is enough. */
static void
test_narrow (void)
{
  const char *const places[] = { "overview", "campaigns", "templates", "services" };
  UiFixture fixture;
  g_autofree char *id = NULL;
  GtkWidget *window;

  ui_fixture_set_up (&fixture);
  id = ui_fixture_add_campaign (&fixture, "Rette scolastiche di ottobre e novembre", 60);
  ui_fixture_send_campaign (&fixture, id);
  window = ion_main_window_new (NULL, fixture.desk);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 700);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait (is_surveyed, fixture.desk);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gtk_widget_activate_action (window, "win.show-place", "s", places[i]);
      ui_flush ();
      g_assert_cmpint (get_min_width (
                           adw_application_window_get_content (ADW_APPLICATION_WINDOW (window))),
                       <=, 360);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  ui_flush ();
  ui_fixture_tear_down (&fixture);
}

/* A window that was never shown would stand among the windows until then. */
static void
test_shortcuts (void)
{
  /* GTK 4.8 warns of labels of its own in there. */
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  UiFixture fixture;
  GtkApplicationWindow *window;
  GtkWindow *overlay;

  ui_fixture_set_up (&fixture);
  window = GTK_APPLICATION_WINDOW (ion_main_window_new (NULL, fixture.desk));
  gtk_window_present (GTK_WINDOW (window));
  g_assert_null (gtk_application_window_get_help_overlay (window));
  for (int i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
      ui_flush ();
      overlay = GTK_WINDOW (gtk_application_window_get_help_overlay (window));
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (overlay)));
      g_assert_true (gtk_window_get_transient_for (overlay) == GTK_WINDOW (window));
      gtk_window_close (overlay);
      ui_flush ();
      g_assert_false (gtk_widget_get_visible (GTK_WIDGET (overlay)));
    }
  g_log_set_always_fatal (fatal);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_flush ();
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/main-window/places", test_places);
  g_test_add_func ("/main-window/narrow", test_narrow);
  g_test_add_func ("/main-window/shortcuts", test_shortcuts);
  return g_test_run ();
}
