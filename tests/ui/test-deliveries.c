/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The messages of a campaign one by one: filtered, looked up, opened, exported.
 */

#include "config.h"

#include "ui-fixture.h"

#include "ion-campaign-page.h"
#include "ion-deliveries.h"
#include "ion-delivery-item.h"
#include "ion-delivery-pane.h"
#include "ion-delivery-search.h"
#include "ion-export-strip.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-deliveries.h"
#include "ion-ledger-people.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  UiFixture ui;
  char *id; /* (owned) */
  GtkWidget *page;
  GtkColumnView *view;
} Rig;

static guint
count (Rig *rig)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (rig->view)));
}

static gboolean
is_all_cb (gpointer data)
{
  return count (data) == 60;
}

static gboolean
is_one_cb (gpointer data)
{
  return count (data) == 1;
}

static gboolean
is_none_cb (gpointer data)
{
  return count (data) == 0;
}

static void
rig_init (Rig *rig)
{
  ui_fixture_set_up (&rig->ui);
  rig->id = ui_fixture_add_campaign (&rig->ui, "Rette", 60);
  rig->page =
      g_object_new (ION_TYPE_CAMPAIGN_PAGE, "desk", rig->ui.desk, "campaign-id", rig->id, NULL);
  ui_fixture_present (&rig->ui, rig->page);
  rig->view = GTK_COLUMN_VIEW (ui_find (rig->page, GTK_TYPE_COLUMN_VIEW, NULL));
  ui_wait (is_all_cb, rig);
  ui_flush ();
}

static void
rig_clear (Rig *rig)
{
  ui_flush ();
  ui_fixture_dismiss (&rig->ui);
  g_free (rig->id);
  ui_fixture_tear_down (&rig->ui);
}

static void
seek (Rig *rig, const char *text)
{
  GtkWidget *search = ui_find (rig->page, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (search), text);
}

static guint
count_journal (Rig *rig, const char *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines =
      ion_ledger_read_journal (ion_office_get_ledger (rig->ui.office), 0, 100, &error);
  guint n_lines = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (((IonJournalEntry *) g_ptr_array_index (lines, i))->action, action))
      n_lines++;
  return n_lines;
}

static void
test_find (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDelivery) delivery = NULL;
  Rig rig;

  rig_init (&rig);
  delivery = ion_ledger_get_delivery (ion_office_get_ledger (rig.ui.office), rig.id, 30, &error);
  g_assert_no_error (error);
  seek (&rig, "30");
  ui_wait (is_one_cb, &rig);
  seek (&rig, "4000");
  ui_wait (is_none_cb, &rig);
  seek (&rig, delivery->fiscal_code);
  ui_wait (is_one_cb, &rig);
  g_assert_cmpuint (count_journal (&rig, "person-find"), ==, 1);
  seek (&rig, "");
  ui_wait (is_all_cb, &rig);
  rig_clear (&rig);
}

static void
test_filter (void)
{
  Rig rig;

  rig_init (&rig);
  gtk_widget_activate_action (rig.page, "campaign.show-states", "u", 1u << ION_DELIVERY_DELIVERED);
  ui_wait (is_none_cb, &rig);
  g_assert_true (ui_shows (rig.page, _ ("No message is in this state.")));
  gtk_widget_activate_action (rig.page, "campaign.show-states", "u", 1u << ION_DELIVERY_PENDING);
  ui_wait (is_all_cb, &rig);
  rig_clear (&rig);
}

static gboolean
is_refreshed_cb (gpointer data)
{
  return ion_delivery_item_get_state (data) == ION_DELIVERY_CANCELLED;
}

/* What somebody has chosen stays chosen and in its place, whatever becomes of it. */
static void
test_calm (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDeliveryItem) item = NULL;
  GtkSingleSelection *selection;
  Rig rig;

  rig_init (&rig);
  selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (rig.view));
  gtk_widget_activate_action (rig.page, "campaign.show-states", "u", 1u << ION_DELIVERY_PENDING);
  gtk_single_selection_set_selected (selection, 4);
  item = g_object_ref (gtk_single_selection_get_selected_item (selection));
  g_assert_true (
      ion_ledger_cancel_campaign (ion_office_get_ledger (rig.ui.office), rig.id, &error));
  g_assert_no_error (error);
  ion_desk_tell_changed (rig.ui.desk);
  ui_wait (is_refreshed_cb, item);
  g_assert_cmpuint (count (&rig), ==, 60);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 4);
  g_assert_true (gtk_single_selection_get_selected_item (selection) == item);
  g_assert_cmpuint (ion_delivery_item_get_row (item), ==, 6);
  /* Another list begins anew. */
  gtk_widget_activate_action (rig.page, "campaign.show-states", "u", 1u << ION_DELIVERY_CANCELLED);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
  gtk_widget_activate_action (rig.page, "campaign.show-states", "u", 1u << ION_DELIVERY_PENDING);
  ui_wait (is_none_cb, &rig);
  g_assert_true (ui_shows (rig.page, _ ("No message is in this state.")));
  g_clear_object (&item);
  rig_clear (&rig);
}

static gboolean
has_story_cb (gpointer data)
{
  return ui_shows (data, "rette.csv");
}

static gboolean
is_noted_cb (gpointer data)
{
  return count_journal (data, "codes-show") == 1;
}

static void
test_story_and_codes (void)
{
  GtkWidget *pane, *codes;
  Rig rig;

  rig_init (&rig);
  g_assert_null (ui_find (rig.page, ION_TYPE_DELIVERY_PANE, NULL));
  g_signal_emit_by_name (rig.view, "activate", 3);
  pane = ui_find (rig.page, ION_TYPE_DELIVERY_PANE, NULL);
  g_assert_nonnull (pane);
  ui_wait (has_story_cb, pane);
  g_assert_true (ui_shows (pane, "•••"));
  codes = ui_find (rig.page, GTK_TYPE_TOGGLE_BUTTON, _ ("Show the _Codes"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (codes), TRUE);
  ui_wait (is_noted_cb, &rig);
  ui_flush ();
  g_assert_false (ui_shows (pane, "•••"));
  ion_delivery_pane_close (ION_DELIVERY_PANE (pane));
  g_assert_null (ui_find (rig.page, ION_TYPE_DELIVERY_PANE, NULL));
  rig_clear (&rig);
}

/* One column of two-line rows, and the story in the table's place. */
static void
test_narrow (void)
{
  Rig rig;

  rig_init (&rig);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (rig.view)), ==, 5);
  gtk_widget_set_size_request (rig.page, 360, -1);
  gtk_window_set_default_size (GTK_WINDOW (rig.ui.window), 360, 700);
  ui_flush ();
  ui_flush ();
  if (gtk_widget_get_width (rig.page) < 600)
    g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (rig.view)), ==, 1);
  rig_clear (&rig);
}

static gboolean
is_there_cb (gpointer file)
{
  return g_file_query_exists (file, NULL);
}

static void
test_export (void)
{
  const char *const names[] = { "tutti.csv", "tutti.xlsx", "tutti.ods" };
  Rig rig;

  rig_init (&rig);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (rig.ui.folder, names[i], NULL);
      GtkWidget *strip = g_object_ref_sink (g_object_new (ION_TYPE_EXPORT_STRIP, NULL));

      ion_export_strip_write (ION_EXPORT_STRIP (strip), rig.ui.desk, rig.id, 0, file);
      ui_wait (is_there_cb, file);
      ui_flush ();
      g_object_unref (strip);
    }
  rig_clear (&rig);
}

static void
test_parse (void)
{
  char code[17];
  guint32 row = 0;

  g_assert_cmpint (ion_delivery_search_parse ("  ", code, &row), ==, ION_SOUGHT_NOTHING);
  g_assert_cmpint (ion_delivery_search_parse ("5.130", code, &row), ==, ION_SOUGHT_ROW);
  g_assert_cmpuint (row, ==, 5130);
  g_assert_cmpint (ion_delivery_search_parse ("RSSMRA", code, &row), ==, ION_SOUGHT_PART);
  g_assert_cmpint (ion_delivery_search_parse ("99999999999", code, &row), ==, ION_SOUGHT_PART);
  g_assert_cmpint (ion_delivery_search_parse ("rssmra85t10a562s ", code, &row), ==,
                   ION_SOUGHT_CODE);
  g_assert_cmpstr (code, ==, "RSSMRA85T10A562S");
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/deliveries/parse", test_parse);
  g_test_add_func ("/ui/deliveries/find", test_find);
  g_test_add_func ("/ui/deliveries/filter", test_filter);
  g_test_add_func ("/ui/deliveries/calm", test_calm);
  g_test_add_func ("/ui/deliveries/story-and-codes", test_story_and_codes);
  g_test_add_func ("/ui/deliveries/narrow", test_narrow);
  g_test_add_func ("/ui/deliveries/export", test_export);

  return g_test_run ();
}
