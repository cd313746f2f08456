/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A new service. It is added only together with its key where one was given: a wrong key leaves
 * nothing behind.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-new-service-window.h"

#include "ion-key-entry.h"
#include "ion-office-services.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define ION_TYPE_NEW_SERVICE_WINDOW (ion_new_service_window_get_type ())
G_DECLARE_FINAL_TYPE (IonNewServiceWindow,
                      ion_new_service_window,
                      ION,
                      NEW_SERVICE_WINDOW,
                      AdwWindow)

struct _IonNewServiceWindow
{
  AdwWindow parent_instance;

  IonDesk *desk;             /* (owned) */
  GtkWidget *opener;         /* (unowned) (nullable): weak: to open the new service's page */
  GtkEditable *name;         /* (unowned) */
  GtkEditable *department;   /* (unowned) */
  GtkEditable *id;           /* (unowned) */
  GtkEditable *key;          /* (unowned) */
  GtkLabel *problem;         /* (unowned) */
  GtkWidget *add_button;     /* (unowned) */
  GCancellable *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (IonNewServiceWindow, ion_new_service_window, ADW_TYPE_WINDOW)

typedef struct
{
  char *id, *name, *department; /* (owned) */
  IonSecret *key;               /* (owned) (nullable) */
} NewService;

static void
new_service_free (gpointer data)
{
  NewService *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->department);
  g_clear_pointer (&self->key, ion_secret_unref);
  g_free (self);
}

/* Returns: (transfer full): the id, for the page that opens next */
static gpointer
add (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  NewService *service = data;

  if (!ion_office_add_service (office, service->id, service->name, service->department,
                               service->key, error))
    return NULL;
  return g_strdup (service->id);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonNewServiceWindow *self = ION_NEW_SERVICE_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ion_desk_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (id == NULL)
    {
      sentence = ion_office_error_explain (error);
      gtk_label_set_label (self->problem, sentence);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      gtk_widget_set_sensitive (self->add_button, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->id));
      return;
    }
  ion_desk_tell_office_changed (self->desk);
  if (self->opener != NULL)
    gtk_widget_activate_action (self->opener, "win.open-service", "s", id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static char *
take_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
add_cb (IonNewServiceWindow *self)
{
  NewService *service;

  if (!gtk_widget_get_sensitive (self->add_button))
    return;
  service = g_new0 (NewService, 1);
  service->id = take_text (self->id);
  service->name = take_text (self->name);
  service->department = take_text (self->department);
  service->key = ion_key_entry_take (self->key);
  gtk_widget_set_sensitive (self->add_button, FALSE);
  ion_desk_run_async (self->desk, self, add, service, new_service_free, g_free, self->cancellable,
                      added_cb, NULL);
}

static void
changed_cb (IonNewServiceWindow *self)
{
  gtk_widget_set_sensitive (self->add_button, *gtk_editable_get_text (self->name) != '\0' &&
                                                  *gtk_editable_get_text (self->id) != '\0');
}

static void
ion_new_service_window_dispose (GObject *object)
{
  IonNewServiceWindow *self = ION_NEW_SERVICE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->opener);
  G_OBJECT_CLASS (ion_new_service_window_parent_class)->dispose (object);
}

static void
ion_new_service_window_finalize (GObject *object)
{
  IonNewServiceWindow *self = ION_NEW_SERVICE_WINDOW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (ion_new_service_window_parent_class)->finalize (object);
}

static void
ion_new_service_window_class_init (IonNewServiceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_new_service_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ion_new_service_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/services/"
                                                             "ion-new-service-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IonNewServiceWindow, name);
  gtk_widget_class_bind_template_child (widget_class, IonNewServiceWindow, department);
  gtk_widget_class_bind_template_child (widget_class, IonNewServiceWindow, id);
  gtk_widget_class_bind_template_child (widget_class, IonNewServiceWindow, key);
  gtk_widget_class_bind_template_child (widget_class, IonNewServiceWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, IonNewServiceWindow, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ion_new_service_window_init (IonNewServiceWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_new_service_window_open (GtkWidget *parent, IonDesk *desk)
{
  IonNewServiceWindow *self = g_object_new (ION_TYPE_NEW_SERVICE_WINDOW, "transient-for",
                                            gtk_widget_get_root (parent), NULL);

  self->desk = g_object_ref (desk);
  g_set_weak_pointer (&self->opener, parent);
  gtk_window_present (GTK_WINDOW (self));
}
