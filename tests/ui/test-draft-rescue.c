/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A page was left while the disk took nothing: what was typed on it is kept, in sight, until it is
 * written or a person gives it up.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-draft-editor.h"
#include "ion-draft-rescue.h"
#include "ion-template-catalog.h"
#include "ion-template-json.h"
#include "ui-fixture.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <sys/resource.h>

typedef struct
{
  UiFixture ui;
  char *id; /* (owned): the draft's */
} Fixture;

static IonDraft *
new_draft (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ =
      ion_office_find_template (self->ui.office, "Retta scolastica", &error);

  g_assert_no_error (error);
  return ion_draft_new (template_);
}

static gboolean
is_saved (gpointer editor)
{
  return ion_draft_editor_is_saved (editor);
}

static gboolean
is_last (gpointer object)
{
  return G_OBJECT (object)->ref_count == 1;
}

static void
write_title (IonDraftEditor *editor, const char *title)
{
  IonTemplateText *text = ion_draft_editor_get_draft (editor)->template_->main;

  g_free (text->subject);
  text->subject = g_strdup (title);
  ion_draft_editor_tell_message (editor);
}

static void
assert_title (Fixture *self, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDraft) saved = ion_office_get_draft (self->ui.office, self->id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (saved->template_->main->subject, ==, title);
}

static void
tear_down (Fixture *self)
{
  ui_wait (is_last, self->ui.desk);
  ui_fixture_tear_down (&self->ui);
  g_free (self->id);
}

/* Nothing more can be written into any file; returns what held before. */
static struct rlimit
fill_disk (void)
{
  struct rlimit before, none;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  none = before;
  none.rlim_cur = 1;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &none), ==, 0);
  return before;
}

static void
free_disk (const struct rlimit *before)
{
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, before), ==, 0);
}

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (item->data, type))
      return item->data;
  return NULL;
}

static gboolean
is_told (gpointer data)
{
  GtkWidget *window = find_window (ION_TYPE_DRAFT_RESCUE);

  return window != NULL && gtk_widget_get_mapped (window);
}

static gboolean
is_told_no_more (gpointer data)
{
  return find_window (ION_TYPE_DRAFT_RESCUE) == NULL;
}

static gboolean
is_asked (gpointer data)
{
  return find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

/* What was typed last, on a page that is gone. */
static struct rlimit
leave_on_full_disk (Fixture *self, const char *title)
{
  IonDraftEditor *editor;
  struct rlimit before;

  ui_fixture_set_up (&self->ui);
  editor = ion_draft_editor_new (self->ui.desk, new_draft (self));
  write_title (editor, "La retta di ottobre");
  ui_wait (is_saved, editor);
  self->id = g_strdup (ion_draft_editor_get_draft (editor)->id);
  write_title (editor, title);
  before = fill_disk ();
  ui_wait (is_last, editor);
  g_object_unref (editor);
  ui_wait (is_told, NULL);
  ui_flush ();
  return before;
}

/* The page is gone and the disk is full: it is kept and said, and written when that can be. */
static void
test_rescued (void)
{
  Fixture fixture;
  struct rlimit before = leave_on_full_disk (&fixture, "La retta di dicembre");
  GtkWidget *window = find_window (ION_TYPE_DRAFT_RESCUE);

  g_assert_true (ui_shows (window, _ ("New Campaign")));
  ui_click (ui_find (window, GTK_TYPE_BUTTON, _ ("_Try Again")));
  ui_flush ();
  ui_wait (is_told, NULL);
  free_disk (&before);
  ui_click (ui_find (window, GTK_TYPE_BUTTON, _ ("_Try Again")));
  ui_wait (is_told_no_more, NULL);
  assert_title (&fixture, "La retta di dicembre");
  tear_down (&fixture);
}

/* Nobody has to press anything once there is room. */
static void
test_rescued_by_itself (void)
{
  Fixture fixture;
  struct rlimit before = leave_on_full_disk (&fixture, "La retta di gennaio");

  free_disk (&before);
  ui_wait (is_told_no_more, NULL);
  assert_title (&fixture, "La retta di gennaio");
  tear_down (&fixture);
}

/* Only a person's word gives it up. */
static void
test_given_up (void)
{
  Fixture fixture;
  struct rlimit before = leave_on_full_disk (&fixture, "La retta di marzo");

  gtk_window_close (GTK_WINDOW (find_window (ION_TYPE_DRAFT_RESCUE)));
  ui_wait (is_asked, NULL);
  g_assert_true (is_told (NULL));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_window (ADW_TYPE_MESSAGE_DIALOG)), "yes");
  /* It goes with the window that it asks about. */
  ui_wait (is_told_no_more, NULL);
  free_disk (&before);
  assert_title (&fixture, "La retta di ottobre");
  tear_down (&fixture);
}

/* To another place: the message as a template, and people who were typed beside it. */
static void
test_rescue_copy (void)
{
  Fixture fixture = { .id = NULL };
  g_autoptr (IonDraft) draft = NULL;
  g_autoptr (IonTemplate) template_ = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *table = NULL, *json = NULL, *rows = NULL;

  ui_fixture_set_up (&fixture.ui);
  draft = new_draft (&fixture);
  draft->source = ION_DRAFT_SOURCE_ROWS;
  draft->rows = g_strdup ("codice_fiscale;importo\nRSSMRA85T10A562S;85,50\n");
  path = g_build_filename (fixture.ui.folder, "copia.json", NULL);
  table = g_strconcat (path, ".csv", NULL);
  g_assert_true (ion_draft_rescue_copy (draft, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &json, NULL, &error));
  template_ = ion_template_from_json (json, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (template_->main->markdown, ==, draft->template_->main->markdown);
  g_assert_true (g_file_get_contents (table, &rows, NULL, &error));
  g_assert_cmpstr (rows, ==, draft->rows);
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  /* A file that may not grow is an error to be told, no end of the program. */
  signal (SIGXFSZ, SIG_IGN);
  ui_test_init (&argc, &argv);
  g_test_add_func ("/draft-rescue/told", test_rescued);
  g_test_add_func ("/draft-rescue/by-itself", test_rescued_by_itself);
  g_test_add_func ("/draft-rescue/given-up", test_given_up);
  g_test_add_func ("/draft-rescue/copy", test_rescue_copy);
  return g_test_run ();
}
