/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What every test of a page needs: an office with nobody real in it, a window, and a look into it.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ui-fixture.h"

#include "ion-importer.h"
#include "ion-office-settings.h"
#include "ion-run.h"
#include "ion-template-catalog.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>

/* What the application brings by itself: sizes depend on it. */
static void
load_looks (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/comune/IONotifier/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    "/org/comune/IONotifier/icons");
}

void
ui_test_init (int *argc, char ***argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("TEXTDOMAINDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (argc, argv, NULL);
  adw_init ();
  load_looks ();
}

void
ui_fixture_set_up (UiFixture *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("io-notifier-ui-XXXXXX", &error);
  g_assert_no_error (error);
  self->office = ion_office_open (self->folder, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (ion_office_set_setting (self->office, "rate", "10000/5", &error));
  self->desk = ion_desk_new (self->office);
  self->window = NULL;
}

static void
remove_folder (const char *path)
{
  const char *argv[] = { "rm", "-rf", path, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
}

static gboolean
is_ours_alone (gpointer object)
{
  return G_OBJECT (object)->ref_count == 1;
}

void
ui_fixture_tear_down (UiFixture *self)
{
  if (self->window != NULL)
    ui_fixture_dismiss (self);
  g_assert_finalize_object (self->desk);
  /* What still runs in a worker thread holds it until it has answered. */
  ui_wait (is_ours_alone, self->office);
  g_assert_finalize_object (self->office);
  remove_folder (self->folder);
  g_free (self->folder);
}

static gboolean
is_drawn (gpointer window)
{
  return gtk_widget_get_mapped (window) && gtk_widget_get_width (window) > 0;
}

void
ui_flush (void)
{
  gint64 until = g_get_monotonic_time () + 100 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

void
ui_fixture_present (UiFixture *self, GtkWidget *widget)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  self->window = g_object_ref_sink (adw_window_new ());
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), widget);
  adw_window_set_content (ADW_WINDOW (self->window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1100, 760);
  gtk_window_present (GTK_WINDOW (self->window));
  ui_wait (is_drawn, self->window);
  ui_flush ();
}

static GtkWidget *
get_content (UiFixture *self)
{
  GtkWidget *overlay = adw_window_get_content (ADW_WINDOW (self->window));

  return adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay));
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

void
ui_fixture_dismiss (UiFixture *self)
{
  GtkWidget *content = get_content (self);

  g_object_add_weak_pointer (G_OBJECT (content), (gpointer *) &content);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->window);
  ui_wait (is_gone, &content);
}

char *
ui_fixture_make_file (UiFixture *self, int rows)
{
  g_autofree char *count = g_strdup_printf ("--rows=%d", rows);
  const char *argv[] = { g_getenv ("ION_MAKE_SAMPLE"), count, NULL };
  g_autofree char *file = g_build_filename (self->folder, "rette.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  int status = -1;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_file_set_contents (file, text, -1, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&file);
}

char *
ui_fixture_add_campaign (UiFixture *self, const char *name, int people)
{
  IonNewCampaign campaign = { .service = "practice-01", .name = name, .valid_only = TRUE };
  g_autofree char *file = ui_fixture_make_file (self, people);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = NULL;
  g_autoptr (IonImporter) importer = NULL;
  char *id;

  template_ = ion_office_find_template (self->office, "Retta scolastica", &error);
  g_assert_no_error (error);
  importer = ion_importer_new (self->office, template_);
  ion_importer_set_file (importer, file, NULL);
  id = ion_importer_create (importer, &campaign, NULL, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static void
run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ion_run_finish (ION_RUN (source), result, NULL, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

void
ui_fixture_send_campaign (UiFixture *self, const char *id)
{
  IonRunOptions options = { .kind = ION_RUN_SEND, .campaign = id, .first = -1 };
  g_autoptr (IonRun) run = ion_run_new (self->office, &options);
  gboolean done = FALSE;

  ion_run_async (run, run_cb, &done);
  ui_wait (is_true, &done);
}

void
ui_wait (UiCondition condition, gpointer data)
{
  gint64 until = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}
