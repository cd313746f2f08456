/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The countdown: it ends, is made longer, is called off; and says no when it is closed.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-countdown.h"
#include "ui-fixture.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *window; /* (unowned) */
  guint n_elapsed, n_called_off;
} Rig;

static void
count_cb (guint *counter)
{
  (*counter)++;
}

static void
rig_set_up (Rig *self, guint seconds)
{
  *self = (Rig){ .window = ion_countdown_new (NULL, "Send to 12 people", "Practice", seconds) };
  g_signal_connect_swapped (self->window, "elapsed", G_CALLBACK (count_cb), &self->n_elapsed);
  g_signal_connect_swapped (self->window, "called-off", G_CALLBACK (count_cb), &self->n_called_off);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_present (GTK_WINDOW (self->window));
  ui_flush ();
}

static gboolean
is_gone (gpointer window)
{
  return *(gpointer *) window == NULL;
}

static void
rig_tear_down (Rig *self)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  ui_wait (is_gone, &self->window);
}

static gboolean
has_elapsed (gpointer rig)
{
  return ((Rig *) rig)->n_elapsed > 0;
}

static void
test_elapses (void)
{
  Rig rig;

  rig_set_up (&rig, 600);
  g_assert_cmpuint (ion_countdown_get_left (ION_COUNTDOWN (rig.window)), >, 500);
  g_assert_cmpuint (rig.n_elapsed, ==, 0);
  ion_countdown_pass (ION_COUNTDOWN (rig.window), 600);
  ui_wait (has_elapsed, &rig);
  ui_flush ();
  g_assert_cmpuint (rig.n_elapsed, ==, 1);
  g_assert_cmpuint (rig.n_called_off, ==, 0);
  /* Too late to say no: what is being started is not hidden. */
  gtk_window_close (GTK_WINDOW (rig.window));
  ui_flush ();
  g_assert_nonnull (rig.window);
  g_assert_cmpuint (rig.n_called_off, ==, 0);
  g_assert_true (ui_shows (rig.window, _ ("The sending is being started…")));
  rig_tear_down (&rig);
}

/* Focus is where "no" is, and Escape says it too. */
static void
test_called_off (void)
{
  GtkWidget *focus;
  Rig rig;

  rig_set_up (&rig, 600);
  focus = gtk_window_get_focus (GTK_WINDOW (rig.window));
  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (focus)), ==, _ ("_Do Not Send"));
  ui_click (focus);
  ui_wait (is_gone, &rig.window);
  g_assert_cmpuint (rig.n_called_off, ==, 1);
  g_assert_cmpuint (rig.n_elapsed, ==, 0);
  rig_tear_down (&rig);

  rig_set_up (&rig, 600);
  gtk_widget_activate_action (rig.window, "window.close", NULL);
  ui_wait (is_gone, &rig.window);
  g_assert_cmpuint (rig.n_called_off, ==, 1);
  rig_tear_down (&rig);
}

/* As often as one likes. */
static void
test_longer (void)
{
  Rig rig;

  rig_set_up (&rig, 600);
  for (int i = 0; i < 12; i++)
    ui_click (ui_find (rig.window, GTK_TYPE_BUTTON, _ ("Another _30 Seconds")));
  g_assert_cmpuint (ion_countdown_get_left (ION_COUNTDOWN (rig.window)), >, 600 + 300);
  ion_countdown_pass (ION_COUNTDOWN (rig.window), 600);
  ui_flush ();
  g_assert_cmpuint (rig.n_elapsed, ==, 0);
  rig_tear_down (&rig);
}

static gboolean
says_thirty (gpointer window)
{
  /* A second more or less while the machine is busy. */
  for (guint left = 20; left <= 30; left++)
    {
      g_autofree char *number = g_strdup_printf ("%u", left);
      g_auto (GStrv) parts =
          g_strsplit (ngettext ("It leaves in %s second", "It leaves in %s seconds", left), "%s",
                      2);
      g_autofree char *whole = g_strconcat (parts[0], number, parts[1], NULL);

      if (ui_shows (window, whole))
        return TRUE;
    }
  return FALSE;
}

/* For whoever wants nothing to move: the seconds are words, and they go on. */
static void
test_reduced_motion (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  Rig rig;

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  rig_set_up (&rig, 630);
  g_assert_false (says_thirty (rig.window));
  ion_countdown_pass (ION_COUNTDOWN (rig.window), 600);
  ui_wait (says_thirty, rig.window);
  ion_countdown_pass (ION_COUNTDOWN (rig.window), 600);
  ui_wait (has_elapsed, &rig);
  g_assert_true (ui_shows (rig.window, _ ("The sending is being started…")));
  rig_tear_down (&rig);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/countdown/elapses", test_elapses);
  g_test_add_func ("/countdown/called-off", test_called_off);
  g_test_add_func ("/countdown/longer", test_longer);
  g_test_add_func ("/countdown/reduced-motion", test_reduced_motion);
  return g_test_run ();
}
