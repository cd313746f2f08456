/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Opens the page of a campaign in a window and prints what it took: one figure a line, in
 * microseconds or KiB. With a file of recipients, scrolls through its messages as well, while it
 * sends the campaign and imports the file. Usage: campaign-list OFFICE-FOLDER CAMPAIGN-ID [FILE]
 */

#include "config.h"

#include "campaign-load.h"
#include "ui-watch.h"

#include "ion-campaign-page.h"
#include "ion-delivery-filter.h"
#include "ion-delivery-model.h"
#include "ion-overview-page.h"

#include <adwaita.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PAGES     100 /* down, one after the other */
#define JUMPS     150
#define TURNS     200 /* of the wheel */
#define IMPORT    2   /* at least so many times */
#define BIT(name) (1u << ION_DELIVERY_##name)

typedef struct
{
  GtkWidget *window;
  GtkStack *stack;
  GtkWidget *page;
  GtkWidget *view;
  IonDesk *desk;
  gint64 longest_move, longest_cells;
} Bench;

static Bench bench;

static void
wait_frame (void)
{
  guint n_frames = ui_watch_get_n_frames ();

  gtk_widget_queue_draw (bench.window);
  while (ui_watch_get_n_frames () == n_frames)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_frames (guint n_frames)
{
  for (guint i = 0; i < n_frames; i++)
    wait_frame ();
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

/* With what the person has before them when they open a campaign. */
static void
open_window (void)
{
  bench.window = adw_window_new ();
  bench.stack = GTK_STACK (gtk_stack_new ());
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1100, 760);
  gtk_stack_add_child (bench.stack,
                       g_object_new (ION_TYPE_OVERVIEW_PAGE, "desk", bench.desk, NULL));
  adw_window_set_content (ADW_WINDOW (bench.window), GTK_WIDGET (bench.stack));
  gtk_window_present (GTK_WINDOW (bench.window));
  while (!gtk_widget_get_mapped (bench.window))
    g_main_context_iteration (NULL, TRUE);
  ui_watch_start (gtk_widget_get_frame_clock (bench.window));
  while (ion_desk_get_survey (bench.desk) == NULL)
    g_main_context_iteration (NULL, TRUE);
  wait_frames (10);
}

static void
wait_complete (void)
{
  while (!ion_delivery_model_is_complete (get_model ()))
    g_main_context_iteration (NULL, TRUE);
  wait_frame ();
}

/* From the click to the rows on screen, and to the last row being known. */
static void
open_page (const char *id)
{
  gint64 began, queued;

  ui_watch_forget ();
  began = g_get_monotonic_time ();
  queued = ui_watch_get_queued ();
  bench.page = g_object_new (ION_TYPE_CAMPAIGN_PAGE, "desk", bench.desk, "campaign-id", id, NULL);
  print ("made", g_get_monotonic_time () - began);
  gtk_stack_add_child (bench.stack, bench.page);
  gtk_stack_set_visible_child (bench.stack, bench.page);
  bench.view = find (bench.page, GTK_TYPE_COLUMN_VIEW);
  wait_frame ();
  print ("rows-on-screen", g_get_monotonic_time () - began);
  print ("rows-on-screen-queued", ui_watch_get_queued () - queued);
  wait_complete ();
  print ("all-rows-known", g_get_monotonic_time () - began);
  print ("rows", g_list_model_get_n_items (G_LIST_MODEL (get_model ())));
  wait_frames (10);
  print ("opening-callback", ui_watch_get_longest ());
  print ("opening-callback-by-clock", ui_watch_get_longest_by_clock ());
  print ("opening-callback-work", ui_watch_get_longest_work ());
}

/* GTK takes rows from the model and binds cells to them; ours of it are the cells and the page. */
static void
move_to (GtkAdjustment *place, double value)
{
  gint64 cells = ui_watch_get_cells ();

  ui_watch_skip ();
  gtk_adjustment_set_value (place, value);
  bench.longest_move = MAX (bench.longest_move, ui_watch_skipped ());
  bench.longest_cells = MAX (bench.longest_cells, ui_watch_get_cells () - cells);
  wait_frame ();
}

static void
scroll (guint n_pages, guint n_jumps, guint n_turns)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (bench.view));
  double page = gtk_adjustment_get_page_size (place);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < n_pages; i++)
    move_to (place, gtk_adjustment_get_value (place) + page);
  move_to (place, gtk_adjustment_get_upper (place) - page);
  for (guint i = 0; i < n_jumps; i++)
    move_to (place, g_rand_double (random) * (gtk_adjustment_get_upper (place) - page));
  for (guint i = 0; i < n_turns; i++)
    move_to (place, gtk_adjustment_get_value (place) - 120);
  move_to (place, 0);
}

/* Chosen in the list above the table. */
static void
filter (guint states)
{
  GtkDropDown *choice = GTK_DROP_DOWN (find (bench.page, GTK_TYPE_DROP_DOWN));

  gtk_drop_down_set_selected (choice, ion_delivery_filter_find (states));
  wait_frame ();
  wait_complete ();
}

static void
work (const char *campaign, const char *file)
{
  const guint states[] = { BIT (PENDING), ion_delivery_filter_get_unreached (), BIT (ACCEPTED), 0 };
  GtkWidget *compose = campaign_load_new_page (bench.desk, file);

  gtk_stack_add_child (bench.stack, compose);
  campaign_load_import (compose);
  campaign_load_send (bench.desk, campaign);
  /* Making a page is not what is measured. */
  wait_frames (20);
  ui_watch_forget ();
  scroll (PAGES, JUMPS, TURNS);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      filter (states[i]);
      scroll (10, 20, 20);
    }
  while (campaign_load_get_n_imports () < IMPORT)
    g_main_context_iteration (NULL, TRUE);
  campaign_load_stop_importing ();
}

static void
print_work (const char *campaign)
{
  g_autofree char *where = ui_watch_tell_where ();

  print ("callback", ui_watch_get_longest ());
  print ("callback-by-clock", ui_watch_get_longest_by_clock ());
  print ("callback-work", ui_watch_get_longest_work ());
  printf ("callback-where %s\n", where);
  print ("cell", ui_watch_get_longest_cell ());
  print ("cells", bench.longest_cells);
  print ("page", ui_watch_get_longest_page ());
  print ("page-work", ui_watch_get_longest_page_work ());
  print ("move", bench.longest_move);
  print ("layout", ui_watch_get_longest_layout ());
  print ("paint", ui_watch_get_longest_paint ());
  print ("imports", campaign_load_get_n_imports ());
  print ("sent", campaign_load_count_sent (bench.desk, campaign));
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
  open_page (argv[2]);
  if (argc > 3)
    {
      work (argv[2], argv[3]);
      print_work (argv[2]);
    }
  print ("memory", get_memory ());
  fflush (stdout);
  /* What is under way goes with the process. */
  _exit (0);
}
