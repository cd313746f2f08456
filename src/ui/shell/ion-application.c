/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The life of the program: command line, office, window, end.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-application.h"

#include "ion-main-window.h"

#include <glib/gi18n-lib.h>

struct _IonApplication
{
  AdwApplication parent_instance;

  char *folder; /* (owned) (nullable) */
  gboolean is_practice;
};

G_DEFINE_FINAL_TYPE (IonApplication, ion_application, ADW_TYPE_APPLICATION)

static void
ion_application_activate (GApplication *application)
{
  IonApplication *self = ION_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autoptr (GError) error = NULL;
  g_autoptr (IonOffice) office = NULL;
  g_autoptr (IonDesk) desk = NULL;

  if (window == NULL)
    {
      office = ion_office_open (self->folder, self->is_practice, &error);
      if (office == NULL)
        {
          g_printerr ("%s\n", error->message);
          return;
        }
      desk = ion_desk_new (office);
      window = GTK_WINDOW (ion_main_window_new (GTK_APPLICATION (application), desk));
    }
  gtk_window_present (window);
}

static int
ion_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  IonApplication *self = ION_APPLICATION (application);

  g_variant_dict_lookup (options, "practice", "b", &self->is_practice);
  g_variant_dict_lookup (options, "office", "^ay", &self->folder);
  return -1;
}

static void
ion_application_finalize (GObject *object)
{
  IonApplication *self = ION_APPLICATION (object);

  g_free (self->folder);
  G_OBJECT_CLASS (ion_application_parent_class)->finalize (object);
}

static void
ion_application_class_init (IonApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ion_application_finalize;
  application_class->activate = ion_application_activate;
  application_class->handle_local_options = ion_application_handle_local_options;
}

static void
ion_application_init (IonApplication *self)
{
  const GOptionEntry entries[] = {
    { "practice", 'p', 0, G_OPTION_ARG_NONE, NULL, N_ ("Work on the practice platform"), NULL },
    { "office", 'o', 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open the office in this folder"),
      N_ ("FOLDER") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

IonApplication *
ion_application_new (void)
{
  return g_object_new (ION_TYPE_APPLICATION, "application-id", ION_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}
