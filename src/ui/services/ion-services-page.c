/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The office's services and their keys.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-services-page.h"

struct _IonServicesPage
{
  IonPage parent_instance;
};

G_DEFINE_FINAL_TYPE (IonServicesPage, ion_services_page, ION_TYPE_PAGE)

static void
ion_services_page_dispose (GObject *object)
{
  G_OBJECT_CLASS (ion_services_page_parent_class)->dispose (object);
}

static void
ion_services_page_class_init (IonServicesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ion_services_page_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/comune/IONotifier/services/"
                                               "ion-services-page.ui");
}

static void
ion_services_page_init (IonServicesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
