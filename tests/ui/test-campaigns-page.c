/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The list of campaigns: empty, with some, looked through, and one taken away and put back.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-campaign-row.h"
#include "ion-campaigns-page.h"
#include "ion-draft.h"
#include "ui-fixture.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *page;
  const char *text;
  gboolean is_there;
} Sight;

static gboolean
is_in_sight (gpointer data)
{
  Sight *sight = data;

  return ui_shows (sight->page, sight->text) == sight->is_there;
}

static void
wait_for (GtkWidget *page, const char *text, gboolean is_there)
{
  Sight sight = { page, text, is_there };

  ui_wait (is_in_sight, &sight);
}

/* Rows whose action nobody has are not sensitive: here it is had by a window that does nothing. */
static void
add_actions (GtkWidget *page)
{
  const char *const names[] = { "edit-draft", "open-campaign", "new-campaign" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) action =
          g_simple_action_new (names[i], i < 2 ? G_VARIANT_TYPE_STRING : NULL);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (page, "win", G_ACTION_GROUP (group));
}

static GtkWidget *
present (UiFixture *fixture)
{
  GtkWidget *page = g_object_new (ION_TYPE_CAMPAIGNS_PAGE, "desk", fixture->desk, NULL);

  add_actions (page);
  ui_fixture_present (fixture, page);
  ion_page_tell_shown (ION_PAGE (page));
  return page;
}

static char *
add_draft (UiFixture *fixture, const char *name)
{
  g_autoptr (IonDraft) draft = ion_draft_new (NULL);
  g_autoptr (GError) error = NULL;

  g_free (draft->name);
  draft->name = g_strdup (name);
  ion_office_save_draft (fixture->office, draft, &error);
  g_assert_no_error (error);
  return g_strdup (draft->id);
}

static void
test_empty (void)
{
  UiFixture fixture;
  GtkWidget *page;

  ui_fixture_set_up (&fixture);
  page = present (&fixture);
  wait_for (page, _ ("No campaigns yet"), TRUE);
  g_assert_nonnull (ui_find (page, GTK_TYPE_BUTTON, _ ("_New campaign")));
  ui_fixture_tear_down (&fixture);
}

static void
test_list (void)
{
  UiFixture fixture;
  g_autofree char *sent = NULL, *ready = NULL, *draft = NULL;
  GtkWidget *page, *row, *entry;

  ui_fixture_set_up (&fixture);
  sent = ui_fixture_add_campaign (&fixture, "Rette ottobre", 20);
  ui_fixture_send_campaign (&fixture, sent);
  draft = add_draft (&fixture, "Mensa");
  page = present (&fixture);
  wait_for (page, "Rette ottobre", TRUE);
  row = ui_find (page, ION_TYPE_CAMPAIGN_ROW, "Mensa");
  g_assert_nonnull (row);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.edit-draft");
  row = ui_find (page, ION_TYPE_CAMPAIGN_ROW, "Rette ottobre");
  g_assert_nonnull (row);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.open-campaign");
  g_assert_true (ui_shows (row, "20"));

  g_assert_true (ion_page_can_find (ION_PAGE (page)));
  ion_page_find (ION_PAGE (page));
  entry = ui_find (page, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "men");
  wait_for (page, "Rette ottobre", FALSE);
  g_assert_true (ui_shows (page, "Mensa"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "zzz");
  wait_for (page, _ ("No campaign of that name"), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  wait_for (page, "Rette ottobre", TRUE);
  ui_fixture_tear_down (&fixture);
}

static void
test_remove (void)
{
  UiFixture fixture;
  g_autofree char *draft = NULL;
  g_autofree char *again = NULL;
  g_autoptr (IonDraft) back = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page, *undo;

  ui_fixture_set_up (&fixture);
  again = add_draft (&fixture, "Biblioteca");
  draft = add_draft (&fixture, "Mensa");
  page = present (&fixture);
  wait_for (page, "Mensa", TRUE);
  ui_click (
      ui_find (ui_find (page, ION_TYPE_CAMPAIGN_ROW, "Mensa"), GTK_TYPE_BUTTON, _ ("Remove")));
  wait_for (page, "Mensa", FALSE);
  g_assert_true (ui_shows (page, "Biblioteca"));
  undo = ui_find (fixture.window, GTK_TYPE_BUTTON, _ ("_Undo"));
  g_assert_nonnull (undo);
  ui_click (undo);
  wait_for (page, "Mensa", TRUE);
  back = ion_office_get_draft (fixture.office, draft, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (back->name, ==, "Mensa");
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/campaigns/empty", test_empty);
  g_test_add_func ("/campaigns/list", test_list);
  g_test_add_func ("/campaigns/remove", test_remove);
  return g_test_run ();
}
