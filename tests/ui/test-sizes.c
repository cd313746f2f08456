/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Every page and every window above it: no wider than a telephone, also with the longest names
 * that there can be, and within a small screen where text is twice as large.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-main-window.h"
#include "ion-new-service-window.h"
#include "ion-office-services.h"
#include "ion-part-row.h"
#include "ion-preferences.h"
#include "ion-template-catalog.h"
#include "ion-welcome-page.h"
#include "ui-fixture.h"

#define TELEPHONE    360
#define SMALL_SCREEN 720
#define DOTS         (96 * 1024)

/* As long as IO's own limits allow; one without a blank to break it at. */
#define LONG_SERVICE \
  "Servizi educativi, scolastici, dell'infanzia e per le famiglie della Polizia Locale"
#define LONG_CAMPAIGN \
  "Avvisi_di_pagamento_rette_ottobre_novembre_dicembre_definitivo_corretto_versione_finale.csv"
#define LONG_TITLE                                                                               \
  "Richiesta di integrazione dei documenti per la domanda di contributo comunale straordinario " \
  "per l'anno scolastico {{anno}}"

typedef struct
{
  const char *place;
  const char *action;
  const char *target; /* (nullable): "campaign" = the id of one */
  int part;           /* of a campaign being made */
} Way;

static const Way ways[] = {
  { "overview", "win.show-place", "overview", 0 },
  { "campaigns", "win.show-place", "campaigns", 0 },
  { "templates", "win.show-place", "templates", 0 },
  { "services", "win.show-place", "services", 0 },
  { "service", "win.open-service", "long", 0 },
  { "person", "win.find-person", NULL, 0 },
  { "journal", "win.show-journal", NULL, 0 },
  { "campaign", "win.open-campaign", "campaign", 0 },
  { "remedy", "win.open-remedy", "campaign", 0 },
  { "template", "win.open-template", LONG_SERVICE, 0 },
  { "new template", "win.edit-template", "", 0 },
  { "message", "win.edit-draft", "", 0 },
  { "recipients", "win.edit-draft", "", 1 },
  { "check", "win.edit-draft", "", 2 },
  { "send", "win.edit-draft", "", 3 },
};

static int
get_minimum (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Whoever looks at a failure wants to know what is so wide: down to it. */
static void
tell_widest (GtkWidget *widget)
{
  GtkWidget *widest = NULL;
  int most = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && get_minimum (child) > most)
      {
        widest = child;
        most = get_minimum (child);
      }
  if (widest == NULL)
    return;
  g_test_message ("  %s: %d", G_OBJECT_TYPE_NAME (widest), most);
  tell_widest (widest);
}

static void
check_width (GtkWidget *widget, const char *place, int most)
{
  int minimum = get_minimum (widget);

  if (minimum <= most)
    return;
  g_test_message ("%s needs %d, more than %d", place, minimum, most);
  tell_widest (widget);
  g_test_fail ();
}

static void
settle (void)
{
  for (int frame = 0; frame < 5; frame++)
    ui_flush ();
}

static void
add_long_names (UiFixture *fixture)
{
  g_autoptr (IonTemplate) template_ = NULL;
  g_autoptr (GError) error = NULL;

  ion_office_add_service (fixture->office, "long", LONG_SERVICE, LONG_SERVICE, NULL, &error);
  g_assert_no_error (error);
  template_ = ion_office_find_template (fixture->office, "Apertura di un bando", &error);
  g_assert_no_error (error);
  g_free (template_->name);
  template_->name = g_strdup (LONG_SERVICE);
  g_free (template_->main->subject);
  template_->main->subject = g_strdup (LONG_TITLE);
  g_assert_true (ion_office_put_template (fixture->office, template_, FALSE, &error));
}

static void
show_part (GtkWidget *window, int part)
{
  GtkWidget *row = ui_find (window, ION_TYPE_PART_ROW, NULL);
  GtkListBox *rows = GTK_LIST_BOX (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX));

  gtk_list_box_select_row (rows, gtk_list_box_get_row_at_index (rows, part));
  settle ();
}

static void
walk_pages (UiFixture *fixture, const char *campaign, int most)
{
  GtkWidget *window = ion_main_window_new (NULL, fixture->desk);

  gtk_window_set_default_size (GTK_WINDOW (window), most, 700);
  gtk_window_present (GTK_WINDOW (window));
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      const char *target = ways[i].target;

      gtk_widget_activate_action (window, "win.show-place", "s", "overview");
      if (target == NULL)
        gtk_widget_activate_action (window, ways[i].action, NULL);
      else
        gtk_widget_activate_action (window, ways[i].action, "s",
                                    g_str_equal (target, "campaign") ? campaign : target);
      settle ();
      if (ways[i].part > 0)
        show_part (window, ways[i].part);
      check_width (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)),
                   ways[i].place, most);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  ui_flush ();
}

static void
find_pages (GtkWidget *widget, GPtrArray *pages)
{
  if (ADW_IS_PREFERENCES_PAGE (widget) && ADW_IS_VIEW_STACK (gtk_widget_get_parent (widget)))
    g_ptr_array_add (pages, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_pages (child, pages);
}

static void
walk_preferences (UiFixture *fixture, int most)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  GtkWidget *window = ion_preferences_new (NULL, fixture->desk);

  gtk_window_set_default_size (GTK_WINDOW (window), most, 700);
  gtk_window_present (GTK_WINDOW (window));
  find_pages (window, pages);
  g_assert_cmpuint (pages->len, >, 3);
  for (guint i = 0; i < pages->len; i++)
    {
      adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (window), pages->pdata[i]);
      settle ();
      check_width (pages->pdata[i], adw_preferences_page_get_title (pages->pdata[i]), most);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  ui_flush ();
}

static GtkWidget *
find_other (GtkWidget *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (at->data != window && gtk_widget_get_visible (at->data))
      return at->data;
  return NULL;
}

static void
walk_windows (UiFixture *fixture, int most)
{
  GtkWidget *page = ion_welcome_page_new ();
  GtkWidget *service;

  ui_fixture_present (fixture, page);
  ion_welcome_page_open (ION_WELCOME_PAGE (page), "/nowhere", FALSE);
  settle ();
  check_width (page, "welcome", most);
  ion_new_service_window_open (page, fixture->desk);
  settle ();
  service = find_other (fixture->window);
  g_assert_nonnull (service);
  /* Its content: the toolkit does not make windows narrower, whatever is in them. */
  check_width (adw_window_get_content (ADW_WINDOW (service)), "new service", most);
  gtk_window_destroy (GTK_WINDOW (service));
  ui_fixture_dismiss (fixture);
}

static void
walk (int most)
{
  g_autofree char *campaign = NULL;
  UiFixture fixture;

  ui_fixture_set_up (&fixture);
  add_long_names (&fixture);
  campaign = ui_fixture_add_campaign (&fixture, LONG_CAMPAIGN, 20);
  ui_fixture_send_campaign (&fixture, campaign);
  walk_pages (&fixture, campaign, most);
  walk_preferences (&fixture, most);
  walk_windows (&fixture, most);
  ui_fixture_tear_down (&fixture);
}

static void
test_telephone (void)
{
  walk (TELEPHONE);
}

static void
test_double_text (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dots;

  g_object_get (settings, "gtk-xft-dpi", &dots, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * DOTS, NULL);
  walk (SMALL_SCREEN);
  g_object_set (settings, "gtk-xft-dpi", dots, NULL);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/sizes/telephone", test_telephone);
  g_test_add_func ("/sizes/double-text", test_double_text);
  return g_test_run ();
}
