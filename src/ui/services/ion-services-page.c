/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The office's services and their keys.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-services-page.h"

#include "ion-banner.h"
#include "ion-new-service-window.h"
#include "ion-office-error.h"
#include "ion-service-row.h"

struct _IonServicesPage
{
  IonPage parent_instance;

  IonBanner *banner;         /* (unowned) */
  GtkStack *stack;           /* (unowned) */
  GtkListBox *list;          /* (unowned) */
  GCancellable *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (IonServicesPage, ion_services_page, ION_TYPE_PAGE)

static void
show_stories (IonServicesPage *self, GPtrArray *stories)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < stories->len; i++)
    gtk_list_box_append (self->list, ion_service_row_new (g_ptr_array_index (stories, i)));
  gtk_stack_set_visible_child_name (self->stack, stories->len > 0 ? "list" : "empty");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonServicesPage *self = ION_SERVICES_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stories = ion_desk_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sentence = error != NULL ? ion_office_error_explain (error) : NULL;
  ion_banner_say (self->banner, sentence);
  if (stories != NULL)
    show_stories (self, stories);
}

static gpointer
load (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_office_tell_services (office, error);
}

static void
reload (IonServicesPage *self)
{
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, load, NULL, NULL,
                      (GDestroyNotify) g_ptr_array_unref, self->cancellable, loaded_cb, NULL);
}

static void
add_cb (IonServicesPage *self)
{
  ion_new_service_window_open (GTK_WIDGET (self), ion_page_get_desk (ION_PAGE (self)));
}

static void
ion_services_page_shown (IonPage *page)
{
  reload (ION_SERVICES_PAGE (page));
}

static void
ion_services_page_constructed (GObject *object)
{
  IonServicesPage *self = ION_SERVICES_PAGE (object);

  G_OBJECT_CLASS (ion_services_page_parent_class)->constructed (object);
  g_signal_connect_object (ion_page_get_desk (ION_PAGE (self)), "office-changed",
                           G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
}

static void
ion_services_page_dispose (GObject *object)
{
  IonServicesPage *self = ION_SERVICES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (ion_services_page_parent_class)->dispose (object);
}

static void
ion_services_page_finalize (GObject *object)
{
  g_clear_object (&ION_SERVICES_PAGE (object)->cancellable);
  G_OBJECT_CLASS (ion_services_page_parent_class)->finalize (object);
}

static void
ion_services_page_class_init (IonServicesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ion_services_page_constructed;
  object_class->dispose = ion_services_page_dispose;
  object_class->finalize = ion_services_page_finalize;
  ION_PAGE_CLASS (klass)->shown = ion_services_page_shown;

  g_type_ensure (ION_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/services/"
                                                             "ion-services-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IonServicesPage, banner);
  gtk_widget_class_bind_template_child (widget_class, IonServicesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IonServicesPage, list);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
ion_services_page_init (IonServicesPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
