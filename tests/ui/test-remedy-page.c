/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A mistake found after sending: who has it, the pause, the correction.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-banner.h"
#include "ion-draft.h"
#include "ion-ledger-campaigns.h"
#include "ion-remedy-choice.h"
#include "ion-remedy-made-list.h"
#include "ion-remedy-page.h"
#include "ui-fixture.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *widget; /* (unowned) */
  const char *text;
} Words;

static gboolean
are_shown (gpointer data)
{
  const Words *words = data;

  return ui_shows (words->widget, words->text);
}

static void
wait_for (GtkWidget *widget, const char *text)
{
  Words words = { widget, text };

  ui_wait (are_shown, &words);
}

static GtkWidget *
present (UiFixture *fixture, const char *campaign)
{
  GtkWidget *page =
      g_object_new (ION_TYPE_REMEDY_PAGE, "desk", fixture->desk, "campaign-id", campaign, NULL);

  ui_fixture_present (fixture, page);
  ion_page_tell_shown (ION_PAGE (page));
  wait_for (page, _ ("Who has it now"));
  return page;
}

static GtkWidget *
find_make_button (GtkWidget *page)
{
  GtkWidget *choice = ui_find (page, ION_TYPE_REMEDY_CHOICE, NULL);

  g_assert_nonnull (choice);
  return gtk_widget_get_next_sibling (choice);
}

/* The page's own: every page has one besides, for what holds everything up. */
static GtkWidget *
get_banner (GtkWidget *page)
{
  return GTK_WIDGET (gtk_widget_get_template_child (page, ION_TYPE_REMEDY_PAGE, "banner"));
}

static GtkWidget *
find_choice (GtkWidget *page, const char *title)
{
  GtkWidget *row = ui_find (page, ADW_TYPE_ACTION_ROW, title);

  g_assert_nonnull (row);
  return adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
}

static guint
count_drafts (UiFixture *fixture)
{
  g_autoptr (GPtrArray) drafts = ion_office_list_drafts (fixture->office, NULL);

  return drafts->len;
}

static gboolean
has_draft (gpointer data)
{
  return count_drafts (data) > 0;
}

/* Some got it: a correction with words of the office's becomes a draft. */
static void
test_correction (void)
{
  UiFixture fixture;
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  GtkWidget *page, *button, *view;

  ui_fixture_set_up (&fixture);
  id = ui_fixture_add_campaign (&fixture, "Rette ottobre", 20);
  ui_fixture_send_campaign (&fixture, id);
  page = present (&fixture, id);
  g_assert_true (ui_shows (page, _ ("Have received it")));
  g_assert_true (ui_shows (page, _ ("Notice numbers to cancel")));
  button = find_make_button (page);
  g_assert_nonnull (button);
  g_assert_false (gtk_widget_get_sensitive (button));
  view = ui_find (page, GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            "La rata scade il 15 dicembre.", -1);
  g_assert_true (gtk_widget_get_sensitive (button));
  ui_click (button);
  ui_wait (has_draft, &fixture);
  wait_for (page, _ ("Already prepared"));
  drafts = ion_office_list_drafts (fixture.office, NULL);
  g_assert_cmpstr (((IonDraft *) drafts->pdata[0])->follows_id, ==, id);
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

/* The other two ways need no words. */
static void
test_ways (void)
{
  UiFixture fixture;
  g_autofree char *id = NULL;
  GtkWidget *page, *button, *people, *list;

  ui_fixture_set_up (&fixture);
  id = ui_fixture_add_campaign (&fixture, "Rette ottobre", 10);
  ui_fixture_send_campaign (&fixture, id);
  page = present (&fixture, id);
  button = find_make_button (page);
  people = find_choice (page, _ ("It went to the wrong people"));
  list = find_choice (page, _ ("The list was incomplete or wrong"));
  g_assert_nonnull (people);
  g_assert_nonnull (list);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (people), TRUE);
  g_assert_true (gtk_widget_get_sensitive (button));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (list), TRUE);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_true (ui_shows (page, _ ("Prepare the message for a corrected list")));
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

static gboolean
is_paused (gpointer data)
{
  UiFixture *fixture = data;
  g_autoptr (IonCampaign) campaign =
      ion_ledger_get_campaign (ion_office_get_ledger (fixture->office), "Rette", NULL);

  return campaign->state == ION_CAMPAIGN_PAUSED;
}

/* What still goes out is said at the top, with the way to stop it. */
static void
test_pause (void)
{
  UiFixture fixture;
  const IonCampaignStart later = { .tranche = -1, .send_at = 4000000000 };
  g_autofree char *id = NULL;
  GtkWidget *page, *banner;

  ui_fixture_set_up (&fixture);
  id = ui_fixture_add_campaign (&fixture, "Rette", 5);
  g_assert_true (
      ion_ledger_start_campaign (ion_office_get_ledger (fixture.office), id, &later, NULL));
  page = present (&fixture, id);
  banner = get_banner (page);
  g_assert_true (ion_banner_get_revealed (ION_BANNER (banner)));
  g_signal_emit_by_name (banner, "button-clicked");
  ui_wait (is_paused, &fixture);
  while (ion_banner_get_revealed (ION_BANNER (banner)))
    g_main_context_iteration (NULL, TRUE);
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

static GtkWidget *
find_row (GtkWidget *list, const char *title)
{
  GtkWidget *row = ui_find (list, ADW_TYPE_ACTION_ROW, title);

  g_assert_nonnull (row);
  return row;
}

static void
add_made (GPtrArray *made, const char *id, const char *name, gboolean is_draft)
{
  IonRemedyMade *one = g_new0 (IonRemedyMade, 1);

  one->id = g_strdup (id);
  one->name = g_strdup (name);
  one->is_draft = is_draft;
  g_ptr_array_add (made, one);
}

/* What changes elsewhere does not take the row from under whoever is on it. */
static void
test_made (void)
{
  UiFixture fixture;
  g_autoptr (GPtrArray) made =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ion_remedy_made_free);
  g_autoptr (GPtrArray) later =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ion_remedy_made_free);
  GtkWidget *list, *row;

  ui_fixture_set_up (&fixture);
  list = g_object_new (ION_TYPE_REMEDY_MADE_LIST, NULL);
  ui_fixture_present (&fixture, list);
  add_made (made, "old", "Old", FALSE);
  add_made (made, "draft", "Draft", TRUE);
  ion_remedy_made_list_show (ION_REMEDY_MADE_LIST (list), made);
  ui_flush ();
  row = find_row (list, "Draft");
  g_assert_true (gtk_widget_grab_focus (row));
  add_made (later, "new", "New", TRUE);
  add_made (later, "draft", "Draft, called otherwise", TRUE);
  ion_remedy_made_list_show (ION_REMEDY_MADE_LIST (list), later);
  ui_flush ();
  g_assert_true (find_row (list, "Draft, called otherwise") == row);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) == row);
  g_assert_nonnull (ui_find (list, ADW_TYPE_ACTION_ROW, "New"));
  g_assert_null (ui_find (list, ADW_TYPE_ACTION_ROW, "Old"));
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), ==, 1);
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

/* Narrow as a phone. */
static void
test_narrow (void)
{
  UiFixture fixture;
  g_autofree char *id = NULL;
  GtkWidget *page;
  int least = 0;

  ui_fixture_set_up (&fixture);
  id = ui_fixture_add_campaign (&fixture, "Rette ottobre", 10);
  page = present (&fixture, id);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

/* A campaign that is gone: a sentence, and nothing to press. */
static void
test_gone (void)
{
  UiFixture fixture;
  GtkWidget *page, *banner;

  ui_fixture_set_up (&fixture);
  page = g_object_new (ION_TYPE_REMEDY_PAGE, "desk", fixture.desk, "campaign-id", "none", NULL);
  ui_fixture_present (&fixture, page);
  ion_page_tell_shown (ION_PAGE (page));
  banner = get_banner (page);
  while (!ion_banner_get_revealed (ION_BANNER (banner)))
    g_main_context_iteration (NULL, TRUE);
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/remedy-page/correction", test_correction);
  g_test_add_func ("/ui/remedy-page/ways", test_ways);
  g_test_add_func ("/ui/remedy-page/pause", test_pause);
  g_test_add_func ("/ui/remedy-page/made", test_made);
  g_test_add_func ("/ui/remedy-page/narrow", test_narrow);
  g_test_add_func ("/ui/remedy-page/gone", test_gone);
  return g_test_run ();
}
