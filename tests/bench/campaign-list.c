/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Opens the page of a campaign in a window, scrolls through its messages, and prints what it took:
 * one figure a line, in microseconds or KiB. Usage: campaign-list OFFICE-FOLDER CAMPAIGN-ID
 */

#include "config.h"

#include "ion-campaign-page.h"
#include "ion-delivery-columns.h"
#include "ion-delivery-model.h"

#include <adwaita.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define JUMPS 200
#define TURNS 400 /* of the wheel */

typedef struct
{
  GtkWidget *window;
  GtkWidget *view;
  IonDesk *desk;
  GdkFrameClock *clock;
  GPollFunc poll;
  gint64 woken, frame_began, layout_began, paint_began;
  gint64 in_frame; /* of the stretch between two polls */
  gint64 in_jump;  /* likewise: of moving the list to another place */
  gint64 longest_callback, longest_layout, longest_paint, longest_jump, longest_bindings;
  guint n_frames;
} Bench;

static Bench bench;

/* What runs between two polls, but for frames and for the moves of the list, is callbacks. */
static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  gint64 now = g_get_monotonic_time ();
  int n_ready;

  if (bench.woken > 0)
    {
      bench.longest_callback =
          MAX (bench.longest_callback, now - bench.woken - bench.in_frame - bench.in_jump);
    }
  n_ready = bench.poll (fds, n_fds, timeout);
  bench.woken = g_get_monotonic_time ();
  bench.in_frame = bench.in_jump = 0;
  return n_ready;
}

static void
before_paint_cb (void)
{
  bench.frame_began = g_get_monotonic_time ();
}

static void
layout_cb (void)
{
  bench.layout_began = g_get_monotonic_time ();
}

static void
paint_cb (void)
{
  bench.paint_began = g_get_monotonic_time ();
  if (bench.layout_began > 0)
    bench.longest_layout = MAX (bench.longest_layout, bench.paint_began - bench.layout_began);
  bench.layout_began = 0;
}

static void
after_paint_cb (void)
{
  gint64 now = g_get_monotonic_time ();

  if (bench.paint_began > 0)
    bench.longest_paint = MAX (bench.longest_paint, now - bench.paint_began);
  bench.in_frame += now - bench.frame_began;
  bench.paint_began = 0;
  bench.n_frames++;
}

static void
forget_longest (void)
{
  bench.longest_callback = bench.longest_layout = bench.longest_paint = bench.longest_jump =
      bench.longest_bindings = 0;
}

static void
wait_frame (void)
{
  guint n_frames = bench.n_frames;

  gtk_widget_queue_draw (bench.window);
  while (bench.n_frames == n_frames)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static IonDeliveryModel *
get_model (void)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (GTK_COLUMN_VIEW (bench.view));

  return ION_DELIVERY_MODEL (gtk_single_selection_get_model (GTK_SINGLE_SELECTION (selection)));
}

static void
print (const char *name, gint64 value)
{
  printf ("%s %" G_GINT64_FORMAT "\n", name, value);
  fflush (stdout);
}

static void
open_window (void)
{
  bench.window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1100, 760);
  adw_window_set_content (ADW_WINDOW (bench.window), adw_status_page_new ());
  gtk_window_present (GTK_WINDOW (bench.window));
  while (!gtk_widget_get_mapped (bench.window))
    g_main_context_iteration (NULL, TRUE);
  bench.clock = gtk_widget_get_frame_clock (bench.window);
  g_signal_connect (bench.clock, "before-paint", G_CALLBACK (before_paint_cb), NULL);
  g_signal_connect (bench.clock, "layout", G_CALLBACK (layout_cb), NULL);
  g_signal_connect (bench.clock, "paint", G_CALLBACK (paint_cb), NULL);
  g_signal_connect (bench.clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
  for (guint i = 0; i < 5; i++)
    wait_frame ();
}

/* From the click to the rows on screen, and to the last row being known. */
static void
open_page (const char *id)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  gint64 began = g_get_monotonic_time ();
  GtkWidget *page =
      g_object_new (ION_TYPE_CAMPAIGN_PAGE, "desk", bench.desk, "campaign-id", id, NULL);

  print ("made", g_get_monotonic_time () - began);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), page);
  adw_window_set_content (ADW_WINDOW (bench.window), overlay);
  bench.view = find (page, GTK_TYPE_COLUMN_VIEW);
  wait_frame ();
  print ("rows-on-screen", g_get_monotonic_time () - began);
  while (!ion_delivery_model_is_complete (get_model ()))
    g_main_context_iteration (NULL, TRUE);
  wait_frame ();
  print ("all-rows-known", g_get_monotonic_time () - began);
  print ("rows", g_list_model_get_n_items (G_LIST_MODEL (get_model ())));
  print ("opening-callback", bench.longest_callback);
}

/* The list takes its rows from the model and binds its cells to them; ours of it are the bindings
 * and the page. */
static void
move_to (GtkAdjustment *place, double value)
{
  gint64 began = g_get_monotonic_time ();
  gint64 bound = ion_delivery_columns_get_total ();
  gint64 took;

  gtk_adjustment_set_value (place, value);
  took = g_get_monotonic_time () - began;
  bench.in_jump += took;
  bench.longest_jump = MAX (bench.longest_jump, took);
  bench.longest_bindings = MAX (bench.longest_bindings, ion_delivery_columns_get_total () - bound);
}

static void
scroll (void)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (bench.view));
  double end = gtk_adjustment_get_upper (place) - gtk_adjustment_get_page_size (place);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < JUMPS; i++)
    {
      move_to (place, g_rand_double (random) * end);
      /* Figures change meanwhile. */
      if (i % 5 == 0)
        ion_desk_tell_changed (bench.desk);
      wait_frame ();
    }
  for (guint i = 0; i < TURNS; i++)
    {
      move_to (place, gtk_adjustment_get_value (place) - 120);
      if (i % 5 == 0)
        ion_desk_tell_changed (bench.desk);
      wait_frame ();
    }
}

static gint64
get_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  line = strstr (status, "VmHWM:");
  return g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonOffice) office = NULL;

  adw_init ();
  office = ion_office_open (argv[1], TRUE, &error);
  g_assert_no_error (error);
  bench.desk = ion_desk_new (office);
  open_window ();
  print ("memory-before", get_memory ());
  bench.poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_cb);
  open_page (argv[2]);
  for (guint i = 0; i < 20; i++)
    wait_frame ();
  forget_longest ();
  scroll ();
  print ("callback", bench.longest_callback);
  print ("bindings", bench.longest_bindings);
  print ("jump", bench.longest_jump);
  print ("page", ion_delivery_model_get_longest_page (get_model ()));
  print ("layout", bench.longest_layout);
  print ("paint", bench.longest_paint);
  print ("memory", get_memory ());
  fflush (stdout);
  /* What is under way goes with the process. */
  _exit (0);
}
