/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * All campaigns and drafts, newest first.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-campaigns-page.h"

struct _IonCampaignsPage
{
  IonPage parent_instance;
};

G_DEFINE_FINAL_TYPE (IonCampaignsPage, ion_campaigns_page, ION_TYPE_PAGE)

static void
ion_campaigns_page_dispose (GObject *object)
{
  G_OBJECT_CLASS (ion_campaigns_page_parent_class)->dispose (object);
}

static void
ion_campaigns_page_class_init (IonCampaignsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ion_campaigns_page_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/comune/IONotifier/campaigns/"
                                               "ion-campaigns-page.ui");
}

static void
ion_campaigns_page_init (IonCampaignsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
