/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The small parts that all pages share.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

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

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/common/banner", test_banner);
  g_test_add_func ("/common/clipboard", test_clipboard);
  return g_test_run ();
}
