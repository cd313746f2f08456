/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The journal as a person reads it: in words, filtered, a page of it at a time.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-journal-filter-bar.h"
#include "ion-journal-item.h"
#include "ion-journal-model.h"
#include "ion-journal-page.h"
#include "ion-office-services.h"
#include "ion-office-settings.h"
#include "ui-fixture.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *widget; /* (unowned) */
  const char *text;
  gboolean shown;
} Words;

static gboolean
are_as_wanted (gpointer data)
{
  const Words *words = data;

  return ui_shows (words->widget, words->text) == words->shown;
}

static void
wait_for (GtkWidget *widget, const char *text, gboolean shown)
{
  Words words = { widget, text, shown };

  ui_wait (are_as_wanted, &words);
}

static GtkWidget *
present (UiFixture *fixture)
{
  GtkWidget *page = g_object_new (ION_TYPE_JOURNAL_PAGE, "desk", fixture->desk, NULL);

  ui_fixture_present (fixture, page);
  ion_page_tell_shown (ION_PAGE (page));
  return page;
}

static void
test_words (void)
{
  UiFixture fixture;
  GtkWidget *page, *bar;
  GtkDropDown *kind;

  ui_fixture_set_up (&fixture);
  g_assert_true (ion_office_set_setting (fixture.office, "countdown", "20", NULL));
  g_assert_true (
      ion_office_add_service (fixture.office, "01ABC", "Polizia Locale", NULL, NULL, NULL));
  page = present (&fixture);
  wait_for (page, _ ("Changed a setting"), TRUE);
  g_assert_true (ui_shows (page, _ ("Countdown before a send")));
  g_assert_true (ui_shows (page, _ ("Added a service")));
  g_assert_true (ui_shows (page, "Polizia Locale"));
  g_assert_true (ui_shows (page, g_get_user_name ()));

  bar = ui_find (page, ION_TYPE_JOURNAL_FILTER_BAR, NULL);
  kind = GTK_DROP_DOWN (ui_find (bar, GTK_TYPE_DROP_DOWN, _ ("Kind of operation")));
  gtk_drop_down_set_selected (kind, ION_JOURNAL_SERVICES);
  wait_for (page, _ ("Changed a setting"), FALSE);
  g_assert_true (ui_shows (page, "Polizia Locale"));
  gtk_drop_down_set_selected (kind, ION_JOURNAL_PEOPLE);
  wait_for (page, _ ("No such operation"), TRUE);
  ui_click (ui_find (page, GTK_TYPE_BUTTON, _ ("_Show every operation")));
  wait_for (page, _ ("Changed a setting"), TRUE);
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

static void
test_text (void)
{
  UiFixture fixture;
  GtkWidget *page, *text;
  g_autofree char *id = NULL;

  ui_fixture_set_up (&fixture);
  id = ui_fixture_add_campaign (&fixture, "Rette al 100% di ottobre", 3);
  g_assert_true (ion_office_set_setting (fixture.office, "countdown", "20", NULL));
  page = present (&fixture);
  wait_for (page, "Rette al 100% di ottobre", TRUE);
  text = ui_find (page, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (text), "100% DI");
  wait_for (page, _ ("Changed a setting"), FALSE);
  wait_for (page, "Rette al 100% di ottobre", TRUE);
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

/* Between two days of one's own, either of which may be left open. */
static void
test_range (void)
{
  UiFixture fixture;
  GtkWidget *page, *bar, *span, *last;

  ui_fixture_set_up (&fixture);
  g_assert_true (ion_office_set_setting (fixture.office, "countdown", "20", NULL));
  page = present (&fixture);
  wait_for (page, _ ("Changed a setting"), TRUE);
  bar = ui_find (page, ION_TYPE_JOURNAL_FILTER_BAR, NULL);
  g_assert_null (ui_find (bar, GTK_TYPE_ENTRY, NULL));
  span = ui_find (bar, GTK_TYPE_DROP_DOWN, _ ("When it was done"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (span), 5);
  last = gtk_widget_get_last_child (gtk_widget_get_first_child (bar));
  last = ui_find (last, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (last), "31/12/2001");
  wait_for (page, _ ("No such operation"), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (last), "31/12/2150");
  wait_for (page, _ ("Changed a setting"), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (last), "31/2");
  ui_flush ();
  g_assert_true (gtk_widget_has_css_class (last, "error"));
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

/* Pages come by key, in any order, and every line is there. */
static void
test_model (void)
{
  UiFixture fixture;
  g_autoptr (IonJournalModel) model = NULL;
  IonJournalFilter filter = { 0 };
  IonLedger *ledger;
  GArray *ids;
  guint n;

  ui_fixture_set_up (&fixture);
  ledger = ion_office_get_ledger (fixture.office);
  for (int i = 0; i < 700; i++)
    {
      g_autofree char *detail = g_strdup_printf ("x%d", i);

      g_assert_true (ion_ledger_write_journal (ledger, "template-put", NULL, detail, NULL, NULL));
    }
  ids = ion_ledger_find_journal_lines (ledger, &filter, NULL, NULL);
  n = ids->len;
  g_assert_cmpuint (n, >=, 700);
  model = ion_journal_model_new (ledger);
  ion_journal_model_take_ids (model, ids);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, n);
  for (guint i = 0; i < 700; i += 7)
    {
      g_autoptr (IonJournalItem) item = g_list_model_get_item (G_LIST_MODEL (model), 699 - i);
      g_autofree char *object = NULL;
      g_autofree char *expected = g_strdup_printf ("x%u", i);

      g_object_get (item, "object", &object, NULL);
      g_assert_cmpstr (object, ==, expected);
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), n));
  g_clear_object (&model);
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/journal-page/words", test_words);
  g_test_add_func ("/journal-page/text", test_text);
  g_test_add_func ("/journal-page/range", test_range);
  g_test_add_func ("/journal-page/model", test_model);
  return g_test_run ();
}
