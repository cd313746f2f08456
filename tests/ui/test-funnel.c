/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The funnel: its numbers as text, its bars by the same numbers, and nothing that nobody may know.
 */

#include "config.h"

#include "ui-fixture.h"

#include "ion-format.h"
#include "ion-funnel-bar.h"
#include "ion-funnel.h"

#include <glib/gi18n-lib.h>

static guint
count_bars (GtkWidget *widget)
{
  guint n_bars = ION_IS_FUNNEL_BAR (widget) && gtk_widget_get_visible (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_bars += count_bars (child);
  return n_bars;
}

static const IonCampaignCounts counts = {
  .rows = 5130,
  .by_state = { [ION_DELIVERY_DELIVERED] = 3412,
                [ION_DELIVERY_UNCERTAIN] = 18,
                [ION_DELIVERY_NOT_ON_IO] = 1412,
                [ION_DELIVERY_SWITCHED_OFF] = 288 },
  .read = -1,
  .paid = -1,
};

static void
test_ordinary (void)
{
  g_autofree char *delivered = ion_format_count (3412);
  g_autofree char *reachable = ion_format_count (3430);
  UiFixture fixture;
  GtkWidget *funnel = ion_funnel_new ();
  GtkWidget *bar;

  ui_fixture_set_up (&fixture);
  ion_funnel_set_counts (ION_FUNNEL (funnel), &counts);
  ui_fixture_present (&fixture, funnel);
  g_assert_cmpuint (count_bars (funnel), ==, 3);
  g_assert_true (ui_shows (funnel, delivered));
  g_assert_true (ui_shows (funnel, reachable));
  g_assert_true (ui_shows (funnel, g_dpgettext2 (GETTEXT_PACKAGE, "funnel", "delivered")));
  g_assert_false (ui_shows (funnel, g_dpgettext2 (GETTEXT_PACKAGE, "funnel", "paid")));
  bar = ui_find (funnel, ION_TYPE_FUNNEL_BAR, NULL);
  g_assert_cmpfloat (ion_funnel_bar_get_share (ION_FUNNEL_BAR (bar)), ==, 1);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (bar)), ==,
                   GTK_ACCESSIBLE_ROLE_METER);
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (bar),
                            g_dpgettext2 (GETTEXT_PACKAGE, "funnel", "recipients")));
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

/* A service that may see more shows more; also where it was nobody so far. */
static void
test_premium (void)
{
  IonCampaignCounts more = counts;
  UiFixture fixture;
  GtkWidget *funnel = ion_funnel_new ();

  more.read = 2000;
  more.paid = 0;
  ui_fixture_set_up (&fixture);
  ion_funnel_set_counts (ION_FUNNEL (funnel), &more);
  ui_fixture_present (&fixture, funnel);
  g_assert_cmpuint (count_bars (funnel), ==, 5);
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

static void
test_nobody (void)
{
  const IonCampaignCounts none = { .read = -1, .paid = -1 };
  UiFixture fixture;
  GtkWidget *funnel = ion_funnel_new ();

  ui_fixture_set_up (&fixture);
  ion_funnel_set_counts (ION_FUNNEL (funnel), &none);
  ui_fixture_present (&fixture, funnel);
  g_assert_cmpuint (count_bars (funnel), ==, 3);
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

/* On a telephone the bars have the whole width, and their words below. */
static void
test_narrow (void)
{
  UiFixture fixture;
  GtkWidget *funnel = ion_funnel_new ();
  GtkWidget *bar;

  ui_fixture_set_up (&fixture);
  ion_funnel_set_counts (ION_FUNNEL (funnel), &counts);
  ui_fixture_present (&fixture, funnel);
  bar = ui_find (funnel, ION_TYPE_FUNNEL_BAR, NULL);
  g_assert_cmpint (gtk_widget_get_width (bar), <, gtk_widget_get_width (funnel) - 100);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 320, 700);
  ui_flush ();
  ui_flush ();
  g_assert_cmpint (gtk_widget_get_width (bar), ==, gtk_widget_get_width (funnel));
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/funnel/ordinary", test_ordinary);
  g_test_add_func ("/ui/funnel/premium", test_premium);
  g_test_add_func ("/ui/funnel/nobody", test_nobody);
  g_test_add_func ("/ui/funnel/narrow", test_narrow);

  return g_test_run ();
}
