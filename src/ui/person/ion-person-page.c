/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A citizen telephones: everything that the office sent to one person.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-person-page.h"

struct _IonPersonPage
{
  IonPage parent_instance;
};

G_DEFINE_FINAL_TYPE (IonPersonPage, ion_person_page, ION_TYPE_PAGE)

static void
ion_person_page_dispose (GObject *object)
{
  G_OBJECT_CLASS (ion_person_page_parent_class)->dispose (object);
}

static void
ion_person_page_class_init (IonPersonPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ion_person_page_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/comune/IONotifier/person/ion-person-page.ui");
}

static void
ion_person_page_init (IonPersonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
