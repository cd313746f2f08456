/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The life of the program: command line, offices and their windows, what opens with it.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-application.h"

#include "ion-application-actions.h"
#include "ion-opening.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

struct _IonApplication
{
  AdwApplication parent_instance;

  GPtrArray *sessions; /* (owned) (element-type IonSession) */
  GPtrArray *openings; /* (owned) (element-type IonOpening) */
  char *folder;        /* (owned) (nullable): of the last command line */
  gboolean is_practice;
  guint term_source;
  guint int_source;
};

G_DEFINE_FINAL_TYPE (IonApplication, ion_application, ADW_TYPE_APPLICATION)

/* @folder: (nullable): NULL = any that is at work */
static IonSession *
find_session (IonApplication *self, const char *folder, gboolean is_ending)
{
  for (guint i = 0; i < self->sessions->len; i++)
    {
      IonSession *session = g_ptr_array_index (self->sessions, i);
      IonOffice *office = ion_desk_get_office (ion_session_get_desk (session));

      if (ion_session_is_ending (session) == is_ending &&
          (folder == NULL || g_strcmp0 (ion_office_get_folder (office), folder) == 0))
        return session;
    }
  return NULL;
}

/* @folder: (nullable): NULL = any */
static IonOpening *
find_opening (IonApplication *self, const char *folder)
{
  for (guint i = 0; i < self->openings->len; i++)
    {
      IonOpening *opening = g_ptr_array_index (self->openings, i);

      if (folder == NULL || g_str_equal (ion_opening_get_folder (opening), folder))
        return opening;
    }
  return NULL;
}

static void
ended_cb (IonApplication *self, IonSession *session)
{
  g_ptr_array_remove (self->sessions, session);
}

/* Each file begins a campaign of its own. */
static void
begin_campaigns (IonSession *session, GPtrArray *paths)
{
  GtkWindow *window = ion_session_get_window (session);

  for (guint i = 0; window != NULL && i < paths->len; i++)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.new-from-file", "s",
                                (const char *) g_ptr_array_index (paths, i));
}

static void
opened_cb (IonApplication *self, IonDesk *desk, IonOpening *opening)
{
  const char *folder = ion_office_get_folder (ion_desk_get_office (desk));
  IonSession *session = find_session (self, folder, FALSE);

  /* By another door it may have been opened meanwhile: one window an office. */
  if (session == NULL || ion_desk_is_started (desk))
    {
      session = ion_session_new (GTK_APPLICATION (self), desk);
      g_signal_connect_object (session, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->sessions, session);
    }
  ion_session_present (session);
  begin_campaigns (session, ion_opening_get_paths (opening));
}

static void
closed_cb (IonApplication *self, IonOpening *opening)
{
  g_ptr_array_remove (self->openings, opening);
}

static IonOpening *
add_opening (IonApplication *self, const char *folder)
{
  IonOpening *opening =
      ion_opening_new (GTK_APPLICATION (self), folder, self->folder != NULL, self->is_practice);
  IonSession *ending = find_session (self, folder, TRUE);

  g_ptr_array_add (self->openings, opening);
  g_signal_connect_object (opening, "ready", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (opening, "ended", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  if (ending != NULL)
    ion_opening_begin_after (opening, ending);
  else
    ion_opening_begin (opening);
  return opening;
}

/* Shows the office that is meant: open, on its way, or still to be opened. */
static void
show_office (IonApplication *self, GPtrArray *paths)
{
  g_autofree char *default_folder = ion_office_get_default_folder (self->is_practice);
  const char *folder = self->folder != NULL ? self->folder : default_folder;
  /* Without a word which one: any that is there. */
  const gboolean is_any = self->folder == NULL && !self->is_practice;
  IonSession *session = find_session (self, folder, FALSE);
  IonOpening *opening;

  if (session == NULL && is_any)
    session = find_session (self, NULL, FALSE);
  if (session != NULL)
    {
      ion_session_present (session);
      begin_campaigns (session, paths);
      return;
    }
  opening = find_opening (self, is_any ? NULL : folder);
  if (opening != NULL)
    ion_opening_present (opening);
  else
    opening = add_opening (self, folder);
  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (ion_opening_get_paths (opening), g_strdup (g_ptr_array_index (paths, i)));
}

static void
ion_application_activate (GApplication *application)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  show_office (ION_APPLICATION (application), paths);
}

static void
ion_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < n_files; i++)
    if (g_file_peek_path (files[i]) != NULL)
      g_ptr_array_add (paths, g_file_get_path (files[i]));
  show_office (ION_APPLICATION (application), paths);
}

static int
ion_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *argument = NULL;
  g_autofree char *folder = NULL;
  g_auto (GStrv) words = g_application_command_line_get_arguments (line, NULL);
  gboolean is_practice = FALSE;

  g_variant_dict_lookup (options, "practice", "b", &is_practice);
  if (g_variant_dict_lookup (options, "office", "^ay", &argument))
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, argument);

      folder = g_file_get_path (file);
    }
  for (gsize i = 1; words[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, words[i]);

      if (g_file_peek_path (file) != NULL)
        g_ptr_array_add (paths, g_file_get_path (file));
    }
  ion_application_show_office (ION_APPLICATION (application), folder, is_practice, paths);
  return 0;
}

static void
end_openings (IonApplication *self)
{
  for (guint i = self->openings->len; i > 0; i--)
    ion_opening_end (g_ptr_array_index (self->openings, i - 1));
}

/* The session or its administrator ends the program: nobody is there to be asked. */
static gboolean
terminated_cb (gpointer data)
{
  IonApplication *self = data;

  end_openings (self);
  if (self->sessions->len == 0)
    g_application_quit (G_APPLICATION (self));
  for (guint i = self->sessions->len; i > 0; i--)
    ion_session_end (g_ptr_array_index (self->sessions, i - 1));
  return G_SOURCE_CONTINUE;
}

static void
ion_application_startup (GApplication *application)
{
  IonApplication *self = ION_APPLICATION (application);

  G_APPLICATION_CLASS (ion_application_parent_class)->startup (application);
  ion_application_actions_add (GTK_APPLICATION (application));
  self->term_source = g_unix_signal_add (SIGTERM, terminated_cb, self);
  self->int_source = g_unix_signal_add (SIGINT, terminated_cb, self);
}

static void
ion_application_shutdown (GApplication *application)
{
  IonApplication *self = ION_APPLICATION (application);

  g_clear_handle_id (&self->term_source, g_source_remove);
  g_clear_handle_id (&self->int_source, g_source_remove);
  G_APPLICATION_CLASS (ion_application_parent_class)->shutdown (application);
}

static int
ion_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("IO Notifier %s\n", ION_VERSION);
  return 0;
}

static void
ion_application_finalize (GObject *object)
{
  IonApplication *self = ION_APPLICATION (object);

  g_ptr_array_unref (self->openings);
  g_ptr_array_unref (self->sessions);
  g_free (self->folder);
  G_OBJECT_CLASS (ion_application_parent_class)->finalize (object);
}

static void
ion_application_class_init (IonApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ion_application_finalize;
  application_class->activate = ion_application_activate;
  application_class->open = ion_application_open;
  application_class->command_line = ion_application_command_line;
  application_class->startup = ion_application_startup;
  application_class->shutdown = ion_application_shutdown;
  application_class->handle_local_options = ion_application_handle_local_options;
}

static void
ion_application_init (IonApplication *self)
{
  const GOptionEntry entries[] = {
    { "practice", 'p', 0, G_OPTION_ARG_NONE, NULL, N_ ("Work on the practice platform"), NULL },
    { "office", 'o', 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open the office in this folder"),
      N_ ("FOLDER") },
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
    { NULL },
  };

  self->sessions = g_ptr_array_new_with_free_func (g_object_unref);
  self->openings = g_ptr_array_new_with_free_func (g_object_unref);
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

IonApplication *
ion_application_new (void)
{
  return g_object_new (ION_TYPE_APPLICATION, "application-id", ION_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}

void
ion_application_show_office (IonApplication *self,
                             const char *folder,
                             gboolean is_practice,
                             GPtrArray *paths)
{
  g_return_if_fail (ION_IS_APPLICATION (self));

  g_free (self->folder);
  self->folder = g_strdup (folder);
  self->is_practice = is_practice;
  show_office (self, paths);
}

void
ion_application_quit_all (IonApplication *self)
{
  g_return_if_fail (ION_IS_APPLICATION (self));

  end_openings (self);
  if (self->sessions->len == 0)
    g_application_quit (G_APPLICATION (self));
  for (guint i = self->sessions->len; i > 0; i--)
    ion_session_quit (g_ptr_array_index (self->sessions, i - 1));
}

void
ion_application_show_campaign (IonApplication *self, const char *folder, const char *campaign)
{
  IonSession *session;

  g_return_if_fail (ION_IS_APPLICATION (self));

  session = find_session (self, folder, FALSE);
  if (session == NULL)
    {
      g_application_activate (G_APPLICATION (self));
      return;
    }
  ion_session_present (session);
  if (*campaign != '\0' && ion_session_get_window (session) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (ion_session_get_window (session)), "win.open-campaign",
                                "s", campaign);
}
