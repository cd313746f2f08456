/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Templates: the shelf, one of them with its preview, copies, versions, removal with its undoing,
 * and what a change breaks.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-draft.h"
#include "ion-ledger-services.h"
#include "ion-phone.h"
#include "ion-template-edit-page.h"
#include "ion-template-form.h"
#include "ion-template-page.h"
#include "ion-template-shelf.h"
#include "ion-template-tile.h"
#include "ion-templates-page.h"
#include "ui-fixture.h"

#include <glib/gi18n-lib.h>

#define STARTER "Retta scolastica"

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
present (UiFixture *fixture, GType type, const char *name)
{
  GtkWidget *page = name != NULL
                        ? g_object_new (type, "desk", fixture->desk, "template-name", name, NULL)
                        : g_object_new (type, "desk", fixture->desk, NULL);

  ui_fixture_present (fixture, page);
  ion_page_tell_shown (ION_PAGE (page));
  return page;
}

/* An own template under a name of its own, changed once. */
static void
add_own (UiFixture *fixture, const char *name, const char *subject)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = NULL;

  template_ = ion_office_find_template (fixture->office, STARTER, &error);
  g_assert_no_error (error);
  g_free (template_->name);
  template_->name = g_strdup (name);
  if (subject != NULL)
    {
      g_free (template_->main->subject);
      template_->main->subject = g_strdup (subject);
    }
  ion_office_put_template (fixture->office, template_, subject != NULL, &error);
  g_assert_no_error (error);
}

static void
test_shelf (void)
{
  UiFixture fixture;
  GtkWidget *page, *tile;

  ui_fixture_set_up (&fixture);
  add_own (&fixture, "La nostra mensa & co.", NULL);
  page = present (&fixture, ION_TYPE_TEMPLATES_PAGE, NULL);
  wait_for (page, "La nostra mensa & co.", TRUE);
  g_assert_true (ui_shows (page, STARTER));
  g_assert_true (ui_shows (page, _ ("Of the office")));
  g_assert_true (ui_shows (page, _ ("To start from")));
  /* Fields look alike in titles and texts. */
  g_assert_false (ui_shows (page, "{{"));
  tile = ui_find (page, ION_TYPE_TEMPLATE_TILE, NULL);
  g_assert_nonnull (tile);
  tile = ui_find (tile, GTK_TYPE_BUTTON, NULL);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (tile)), ==, "win.open-template");
  gtk_test_accessible_assert_role (tile, GTK_ACCESSIBLE_ROLE_BUTTON);
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

static gboolean
has_draft (gpointer data)
{
  UiFixture *fixture = data;
  g_autoptr (GPtrArray) drafts = ion_office_list_drafts (fixture->office, NULL);

  return drafts != NULL && drafts->len == 1;
}

static gboolean
has_copy (gpointer data)
{
  UiFixture *fixture = data;
  g_autoptr (GPtrArray) own =
      ion_ledger_list_templates (ion_office_get_ledger (fixture->office), NULL);

  return own != NULL && own->len == 1;
}

static void
test_starter (void)
{
  UiFixture fixture;
  GtkWidget *page;
  g_autoptr (GPtrArray) drafts = NULL;

  ui_fixture_set_up (&fixture);
  page = present (&fixture, ION_TYPE_TEMPLATE_PAGE, STARTER);
  wait_for (page, "alunno", TRUE);
  g_assert_nonnull (ui_find (page, ION_TYPE_PHONE, NULL));
  gtk_widget_activate_action (page, "template.use", NULL);
  ui_wait (has_draft, &fixture);
  drafts = ion_office_list_drafts (fixture.office, NULL);
  g_assert_cmpstr (((IonDraft *) drafts->pdata[0])->template_->name, ==, STARTER);
  gtk_widget_activate_action (page, "template.copy", NULL);
  ui_wait (has_copy, &fixture);
  gtk_widget_activate_action (page, "template.copy-whatsapp", NULL);
  ui_flush ();
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

static gboolean
has_nothing (gpointer data)
{
  UiFixture *fixture = data;
  g_autoptr (GPtrArray) own =
      ion_ledger_list_templates (ion_office_get_ledger (fixture->office), NULL);

  return own != NULL && own->len == 0;
}

static void
test_versions (void)
{
  UiFixture fixture;
  GtkWidget *page, *button;

  ui_fixture_set_up (&fixture);
  add_own (&fixture, "Mensa", NULL);
  add_own (&fixture, "Mensa", "Un altro titolo: {{mese}}");
  page = present (&fixture, ION_TYPE_TEMPLATE_PAGE, "Mensa");
  wait_for (page, _ ("_Put back"), TRUE);
  button = ui_find (page, GTK_TYPE_BUTTON, _ ("_Put back"));
  ui_click (button);
  /* What it said last is the newest of its versions now. */
  wait_for (page, "Un altro titolo: [mese]", TRUE);
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

static void
test_undo (void)
{
  UiFixture fixture;
  GtkWidget *page, *button;

  ui_fixture_set_up (&fixture);
  add_own (&fixture, "Mensa & nidi", NULL);
  page = present (&fixture, ION_TYPE_TEMPLATE_PAGE, "Mensa & nidi");
  wait_for (page, "alunno", TRUE);
  gtk_widget_activate_action (page, "template.remove", NULL);
  ui_wait (has_nothing, &fixture);
  wait_for (fixture.window, _ ("_Undo"), TRUE);
  button = ui_find (fixture.window, GTK_TYPE_BUTTON, _ ("_Undo"));
  ui_click (button);
  ui_wait (has_copy, &fixture);
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

static void
test_edit (void)
{
  UiFixture fixture;
  GtkWidget *page, *form, *subject;
  g_autofree char *id = NULL;
  g_autofree char *waiting = NULL;

  ui_fixture_set_up (&fixture);
  add_own (&fixture, STARTER, NULL);
  id = ui_fixture_add_campaign (&fixture, "Rette", 3);
  page = present (&fixture, ION_TYPE_TEMPLATE_EDIT_PAGE, STARTER);
  wait_for (page, _ ("Text of the message"), TRUE);
  form = ui_find (page, ION_TYPE_TEMPLATE_FORM, NULL);
  subject = ui_find (form, ADW_TYPE_ENTRY_ROW, _ ("Title"));
  gtk_editable_set_text (GTK_EDITABLE (subject), "Retta di {{quartiere}}, nuova");
  wait_for (page, "quartiere", TRUE);
  waiting = g_strdup_printf (ngettext ("%u campaign that is not finished keeps the text it was "
                                       "prepared with.",
                                       "%u campaigns that are not finished keep the text they were "
                                       "prepared with.",
                                       1),
                             1);
  g_assert_true (ui_shows (page, waiting));
  g_assert_false (ion_page_may_leave (ION_PAGE (page)));
  gtk_editable_set_text (GTK_EDITABLE (subject), "Retta di {{");
  wait_for (page, waiting, TRUE);
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

static gboolean
is_renamed (gpointer data)
{
  UiFixture *fixture = data;
  g_autoptr (IonTemplate) template_ =
      ion_ledger_get_template (ion_office_get_ledger (fixture->office), "Mensa nuova", NULL);

  return template_ != NULL;
}

static void
test_save (void)
{
  UiFixture fixture;
  GtkWidget *page, *name;
  g_autoptr (IonTemplate) old = NULL;

  ui_fixture_set_up (&fixture);
  add_own (&fixture, "Mensa", NULL);
  page = present (&fixture, ION_TYPE_TEMPLATE_EDIT_PAGE, "Mensa");
  wait_for (page, _ ("Text of the message"), TRUE);
  name = ui_find (page, ADW_TYPE_ENTRY_ROW, _ ("Name of the template"));
  gtk_editable_set_text (GTK_EDITABLE (name), "Mensa nuova");
  ui_click (ui_find (page, GTK_TYPE_BUTTON, _ ("_Save")));
  ui_wait (is_renamed, &fixture);
  ui_wait (has_copy, &fixture);
  ui_flush ();
  g_assert_true (ion_page_may_leave (ION_PAGE (page)));
  ui_fixture_dismiss (&fixture);
  ui_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/templates-page/shelf", test_shelf);
  g_test_add_func ("/templates-page/starter", test_starter);
  g_test_add_func ("/templates-page/versions", test_versions);
  g_test_add_func ("/templates-page/undo", test_undo);
  g_test_add_func ("/templates-page/edit", test_edit);
  g_test_add_func ("/templates-page/save", test_save);
  return g_test_run ();
}
