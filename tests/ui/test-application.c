/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The program started twice, or again while it is still ending: one window and one office, and
 * never a start of which nothing is seen.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-application.h"
#include "ion-draft.h"
#include "ion-main-window.h"
#include "ui-fixture.h"

/* One a process, as always. */
static IonApplication *application;
static char *folder;

static void
make_application (void)
{
  g_autoptr (GError) error = NULL;

  application = ion_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  folder = g_dir_make_tmp ("io-notifier-ui-XXXXXX", &error);
  g_assert_no_error (error);
}

/* Nothing leaves, so that a closed window ends its office. */
static void
make_office (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonOffice) office = ion_office_open (folder, TRUE, &error);

  g_assert_no_error (error);
  g_assert_true (ion_office_set_stopped (office, TRUE, &error));
}

static void
start (const char *path)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  if (path != NULL)
    g_ptr_array_add (paths, (gpointer) path);
  ion_application_show_office (application, folder, TRUE, paths);
}

static guint
count_windows (gboolean only_main)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l; l = l->next)
    n += !only_main || ION_IS_MAIN_WINDOW (l->data);
  return n;
}

static gboolean
is_open (gpointer data)
{
  return count_windows (TRUE) > 0 && count_windows (FALSE) == 1;
}

static gboolean
is_over (gpointer data)
{
  return count_windows (FALSE) == 0;
}

static GtkWindow *
get_window (void)
{
  return gtk_application_get_windows (GTK_APPLICATION (application))->data;
}

static gboolean
is_surveyed (gpointer window)
{
  IonPage *page = ion_main_window_get_page (window);

  return ion_desk_get_survey (ion_page_get_desk (page)) != NULL;
}

static void
end (void)
{
  ui_wait (is_surveyed, get_window ());
  gtk_window_close (get_window ());
  ui_wait (is_over, NULL);
  ui_flush ();
}

static void
test_twice (void)
{
  start (NULL);
  start (NULL);
  g_assert_cmpuint (count_windows (FALSE), ==, 1);
  ui_wait (is_open, NULL);
  ui_flush ();
  start (NULL);
  ui_flush ();
  g_assert_cmpuint (count_windows (FALSE), ==, 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_window ())));
  end ();
}

static void
test_while_ending (void)
{
  GtkWindow *former;

  start (NULL);
  ui_wait (is_open, NULL);
  former = get_window ();
  ui_wait (is_surveyed, former);
  gtk_window_close (former);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (former)));

  start (NULL);
  start (NULL);
  g_assert_cmpuint (count_windows (FALSE), ==, 2);
  g_assert_cmpuint (count_windows (TRUE), ==, 1);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l; l = l->next)
    g_assert_true (l->data == former || gtk_widget_get_visible (l->data));
  ui_wait (is_open, NULL);
  ui_flush ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_window ())));
  end ();
}

/* Whoever does not want to wait may close that window too: nothing opens behind. */
static void
test_given_up (void)
{
  GtkWindow *former;

  start (NULL);
  ui_wait (is_open, NULL);
  former = get_window ();
  ui_wait (is_surveyed, former);
  gtk_window_close (former);
  start (NULL);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l;)
    {
      GtkWindow *window = l->data;

      l = l->next;
      if (window != former)
        gtk_window_close (window);
    }
  ui_wait (is_over, NULL);
  ui_flush ();
  g_assert_cmpuint (count_windows (FALSE), ==, 0);
}

static guint
count_drafts (IonDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = ion_office_list_drafts (ion_desk_get_office (desk), &error);

  g_assert_no_error (error);
  return drafts->len;
}

static gboolean
is_composing (gpointer window)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (ion_main_window_get_page (window)), "IonComposePage");
}

/* A file opened twice before the office is there, and clicks that come twice. */
static void
test_drafts (void)
{
  g_autofree char *path = g_build_filename (folder, "rette.csv", NULL);
  g_autoptr (GError) error = NULL;
  IonDesk *desk;
  IonPage *page;

  g_file_set_contents (path, "codice fiscale\n", -1, &error);
  g_assert_no_error (error);
  start (path);
  start (path);
  ui_wait (is_open, NULL);
  ui_wait (is_composing, get_window ());
  ui_flush ();
  page = ion_main_window_get_page (ION_MAIN_WINDOW (get_window ()));
  desk = ion_page_get_desk (page);
  g_assert_cmpuint (count_drafts (desk), ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (get_window ()), "win.new-campaign", NULL);
  g_assert_true (page != ion_main_window_get_page (ION_MAIN_WINDOW (get_window ())));
  page = ion_main_window_get_page (ION_MAIN_WINDOW (get_window ()));
  gtk_widget_activate_action (GTK_WIDGET (get_window ()), "win.new-campaign", NULL);
  g_assert_true (page == ion_main_window_get_page (ION_MAIN_WINDOW (get_window ())));
  ui_flush ();
  g_assert_cmpuint (count_drafts (desk), ==, 1);
  end ();
}

int
main (int argc, char **argv)
{
  int status;

  ui_test_init (&argc, &argv);
  make_application ();
  make_office ();
  g_test_add_func ("/application/twice", test_twice);
  g_test_add_func ("/application/while-ending", test_while_ending);
  g_test_add_func ("/application/given-up", test_given_up);
  g_test_add_func ("/application/drafts", test_drafts);
  status = g_test_run ();
  g_free (folder);
  g_object_unref (application);
  return status;
}
