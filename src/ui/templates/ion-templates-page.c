/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The starter templates and the office's own.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-templates-page.h"

struct _IonTemplatesPage
{
  IonPage parent_instance;
};

G_DEFINE_FINAL_TYPE (IonTemplatesPage, ion_templates_page, ION_TYPE_PAGE)

static void
ion_templates_page_dispose (GObject *object)
{
  G_OBJECT_CLASS (ion_templates_page_parent_class)->dispose (object);
}

static void
ion_templates_page_class_init (IonTemplatesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ion_templates_page_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/comune/IONotifier/templates/"
                                               "ion-templates-page.ui");
}

static void
ion_templates_page_init (IonTemplatesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
