/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A campaign that was sent, or is being sent: figures, causes, deliveries.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-campaign-page.h"

struct _IonCampaignPage
{
  IonPage parent_instance;

  char *campaign_id; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (IonCampaignPage, ion_campaign_page, ION_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_CAMPAIGN_ID,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
ion_campaign_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (object);

  if (id == PROP_CAMPAIGN_ID)
    g_value_set_string (value, self->campaign_id);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_campaign_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (object);

  if (id == PROP_CAMPAIGN_ID)
    self->campaign_id = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_campaign_page_dispose (GObject *object)
{
  G_OBJECT_CLASS (ion_campaign_page_parent_class)->dispose (object);
}

static void
ion_campaign_page_finalize (GObject *object)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (object);

  g_free (self->campaign_id);
  G_OBJECT_CLASS (ion_campaign_page_parent_class)->finalize (object);
}

static void
ion_campaign_page_class_init (IonCampaignPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ion_campaign_page_get_property;
  object_class->set_property = ion_campaign_page_set_property;
  object_class->finalize = ion_campaign_page_finalize;

  props[PROP_CAMPAIGN_ID] =
      g_param_spec_string ("campaign-id", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  G_OBJECT_CLASS (klass)->dispose = ion_campaign_page_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/comune/IONotifier/campaign/"
                                               "ion-campaign-page.ui");
}

static void
ion_campaign_page_init (IonCampaignPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
