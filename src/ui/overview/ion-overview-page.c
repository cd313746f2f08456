/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What waits for a person, what runs, what comes next.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-overview-page.h"

struct _IonOverviewPage
{
  IonPage parent_instance;
};

G_DEFINE_FINAL_TYPE (IonOverviewPage, ion_overview_page, ION_TYPE_PAGE)

static void
ion_overview_page_dispose (GObject *object)
{
  G_OBJECT_CLASS (ion_overview_page_parent_class)->dispose (object);
}

static void
ion_overview_page_class_init (IonOverviewPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ion_overview_page_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/comune/IONotifier/overview/"
                                               "ion-overview-page.ui");
}

static void
ion_overview_page_init (IonOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
