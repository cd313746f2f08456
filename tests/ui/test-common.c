/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The small parts that all pages share.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-accessible.h"
#include "ion-banner.h"
#include "ion-clipboard.h"
#include "ui-fixture.h"

static void
count_cb (GtkWidget *widget, int *count)
{
  (*count)++;
}

static void
test_banner (void)
{
  UiFixture fixture;
  GtkWidget *banner = ion_banner_new ("All sending is stopped.");
  int clicks = 0;

  ui_fixture_set_up (&fixture);
  ui_fixture_present (&fixture, banner);
  g_assert_false (ion_banner_get_revealed (ION_BANNER (banner)));
  g_object_set (banner, "button-label", "_Go on", "is-warning", TRUE, "revealed", TRUE, NULL);
  g_signal_connect (banner, "button-clicked", G_CALLBACK (count_cb), &clicks);
  ui_flush ();
  g_assert_true (ui_shows (banner, "All sending is stopped."));
  ui_click (ui_find (banner, GTK_TYPE_BUTTON, "_Go on"));
  g_assert_cmpint (clicks, ==, 1);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (banner)), ==,
                   GTK_ACCESSIBLE_ROLE_GROUP);
  ion_banner_say (ION_BANNER (banner), NULL);
  g_assert_false (ion_banner_get_revealed (ION_BANNER (banner)));
  ion_banner_say (ION_BANNER (banner), "The platform does not answer.");
  g_assert_true (ion_banner_get_revealed (ION_BANNER (banner)));
  g_assert_cmpstr (ion_banner_get_title (ION_BANNER (banner)), ==, "The platform does not answer.");
  ui_fixture_tear_down (&fixture);
}

static void
test_clipboard (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new ("code"));
  GdkClipboard *clipboard = gtk_widget_get_clipboard (label);

  ion_clipboard_copy (label, "words");
  g_assert_false (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                         ION_CLIPBOARD_SECRET_TYPE));
  ion_clipboard_copy_secret (label, "AAAAAA00A00A000A");
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                        ION_CLIPBOARD_SECRET_TYPE));
  g_assert_true (
      gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), G_TYPE_STRING));
  g_object_unref (label);
}

static void
count_changed_cb (IonDesk *desk, int *count)
{
  (*count)++;
}

static gboolean
is_above_zero (gpointer count)
{
  return *(int *) count > 0;
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
is_set (gpointer pointer)
{
  return *(gpointer *) pointer != NULL;
}

/* With its engine: what is told comes from another thread, and its end is waited for. */
static void
test_desk (void)
{
  UiFixture fixture;
  g_autoptr (GAsyncResult) checked = NULL;
  g_autoptr (GAsyncResult) stopped = NULL;
  g_autoptr (IonServiceCheck) check = NULL;
  g_autoptr (GError) error = NULL;
  int changes = 0;

  ui_fixture_set_up (&fixture);
  g_signal_connect (fixture.desk, "changed", G_CALLBACK (count_changed_cb), &changes);
  ion_desk_start (fixture.desk);
  g_assert_true (ion_desk_is_started (fixture.desk));
  ui_wait (is_above_zero, &changes);
  g_assert_null (ion_desk_get_trouble (fixture.desk));
  g_assert_cmpint (ion_desk_get_end (fixture.desk), ==, 0);
  ion_desk_check_service_async (fixture.desk, "practice-01", NULL, keep_result_cb, &checked);
  ui_wait (is_set, &checked);
  check = ion_desk_check_service_finish (fixture.desk, checked, &error);
  g_assert_no_error (error);
  g_assert_cmpint (check->result, ==, ION_RESULT_DONE);
  g_clear_object (&checked);
  ion_desk_stop_async (fixture.desk, keep_result_cb, &stopped);
  ui_wait (is_set, &stopped);
  g_assert_true (ion_desk_stop_finish (fixture.desk, stopped, &error));
  g_assert_false (ion_desk_is_started (fixture.desk));
  g_clear_object (&stopped);
  ui_fixture_tear_down (&fixture);
}

static GtkWidget *
find_inside (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_inside (child, type);
  return found;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* What opens below a choice is called like the choice, not by its type. */
static void
test_choice (void)
{
  const char *const words[] = { "One", "Two", NULL };
  GtkWidget *choice = gtk_drop_down_new_from_strings (words);
  GtkWidget *list;
  UiFixture fixture;

  ion_accessible_install ();
  ui_fixture_set_up (&fixture);
  ion_accessible_set_label (choice, "Which one");
  ui_fixture_present (&fixture, choice);
  gtk_widget_activate (choice);
  list = find_inside (choice, GTK_TYPE_LIST_VIEW);
  g_assert_nonnull (list);
  ui_wait (is_mapped, list);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (list),
                                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  /* Names are asked for here: elsewhere nothing is told to anybody. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  ui_test_init (&argc, &argv);
  g_test_add_func ("/common/banner", test_banner);
  g_test_add_func ("/common/clipboard", test_clipboard);
  g_test_add_func ("/common/desk", test_desk);
  g_test_add_func ("/common/choice", test_choice);
  return g_test_run ();
}
