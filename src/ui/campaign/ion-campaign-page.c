/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A campaign that was sent, or is being sent: figures, causes, deliveries. Whatever it shows is
 * read in a worker thread, one reading after the other, so that figures change ten times a second
 * at most and nothing piles up.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-campaign-page.h"

#include "ion-banner.h"
#include "ion-campaign-head.h"
#include "ion-campaign-page-private.h"
#include "ion-causes-list.h"
#include "ion-deliveries.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (IonCampaignPage, ion_campaign_page, ION_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_CAMPAIGN_ID,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
show_end (IonCampaignPage *self)
{
  IonDesk *desk = ion_page_get_desk (ION_PAGE (self));
  gboolean is_running = self->facts->campaign->state == ION_CAMPAIGN_RUNNING;

  ion_campaign_head_set_end (self->head, is_running ? ion_desk_get_end (desk) : 0);
}

static void
show_facts (IonCampaignPage *self)
{
  ion_page_set_title (ION_PAGE (self), self->facts->campaign->name);
  ion_page_set_subtitle (ION_PAGE (self),
                         ion_campaign_state_get_label (self->facts->campaign->state));
  ion_campaign_head_set_facts (self->head, self->facts);
  ion_causes_list_set_causes (self->causes, self->facts->causes);
  ion_causes_list_set_doubts (self->causes, self->facts->doubts);
  show_end (self);
  ion_campaign_page_update_actions (self);
  gtk_widget_set_visible (GTK_WIDGET (self->head), TRUE);
}

static gpointer
facts_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_campaign_facts_read (office, data, error);
}

static void
facts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonCampaignFacts) facts = ion_desk_run_finish (result, &error);

  self->is_reading = FALSE;
  if (self->is_gone)
    return;
  if (facts == NULL)
    {
      g_autofree char *sentence = ion_office_error_explain (error);

      ion_banner_say (self->banner, sentence);
      return;
    }
  if (self->facts != NULL)
    {
      ion_deliveries_refresh (self->deliveries);
      ion_delivery_pane_refresh (self->pane);
    }
  g_clear_pointer (&self->facts, ion_campaign_facts_free);
  self->facts = g_steal_pointer (&facts);
  show_facts (self);
  if (self->is_stale)
    ion_campaign_page_refresh (self);
}

void
ion_campaign_page_refresh (IonCampaignPage *self)
{
  self->is_stale = self->is_reading;
  if (self->is_reading || self->is_gone)
    return;
  self->is_reading = TRUE;
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, facts_func,
                      g_strdup (self->campaign_id), g_free,
                      (GDestroyNotify) ion_campaign_facts_free, NULL, facts_cb, NULL);
}

static void
trouble_cb (IonCampaignPage *self, const char *sentence)
{
  if (!self->is_gone)
    ion_banner_say (self->banner, sentence);
}

static void
problem_cb (IonCampaignPage *self, const char *sentence)
{
  ion_banner_say (self->banner, sentence);
}

static void
show_pane (IonCampaignPage *self, gboolean is_open)
{
  gtk_widget_set_visible (GTK_WIDGET (self->pane), is_open);
  g_object_set (self->split, "shows-aside", is_open, NULL);
}

static void
row_cb (IonCampaignPage *self, guint row, gboolean shows_code, gboolean is_activated)
{
  if (!is_activated && !ion_delivery_pane_is_open (self->pane))
    return;
  ion_delivery_pane_show_row (self->pane, row, shows_code);
  show_pane (self, TRUE);
  if (is_activated && ion_split_is_narrow (self->split))
    ion_delivery_pane_focus (self->pane);
}

static void
pane_closed_cb (IonCampaignPage *self)
{
  show_pane (self, FALSE);
  ion_deliveries_focus_table (self->deliveries);
}

static void
ion_campaign_page_constructed (GObject *object)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (object);
  IonDesk *desk = ion_page_get_desk (ION_PAGE (self));

  G_OBJECT_CLASS (ion_campaign_page_parent_class)->constructed (object);
  ion_campaign_page_update_actions (self);
  if (desk == NULL || self->campaign_id == NULL)
    return;
  g_signal_connect_object (desk, "changed", G_CALLBACK (ion_campaign_page_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "office-changed", G_CALLBACK (ion_campaign_page_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "trouble", G_CALLBACK (trouble_cb), self, G_CONNECT_SWAPPED);
  ion_banner_say (self->banner, ion_desk_get_trouble (desk));
  self->departure = ion_campaign_departure_new (ION_PAGE (self), self->campaign_id);
  g_signal_connect_object (self->departure, "trouble", G_CALLBACK (trouble_cb), self,
                           G_CONNECT_SWAPPED);
  ion_delivery_pane_set_campaign (self->pane, desk, self->campaign_id, GTK_WIDGET (self));
  ion_deliveries_set_campaign (self->deliveries, desk, self->campaign_id, GTK_WIDGET (self));
  ion_campaign_page_refresh (self);
}

static void
ion_campaign_page_shown (IonPage *page)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (page);

  if (self->facts != NULL)
    ion_campaign_page_refresh (self);
}

static void
ion_campaign_page_unmap (GtkWidget *widget)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (widget);

  if (self->departure != NULL)
    ion_campaign_departure_call_off (self->departure);
  GTK_WIDGET_CLASS (ion_campaign_page_parent_class)->unmap (widget);
}

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
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (object);

  self->is_gone = TRUE;
  g_clear_object (&self->departure);
  g_clear_pointer (&self->facts, ion_campaign_facts_free);
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ion_campaign_page_constructed;
  object_class->get_property = ion_campaign_page_get_property;
  object_class->set_property = ion_campaign_page_set_property;
  object_class->dispose = ion_campaign_page_dispose;
  object_class->finalize = ion_campaign_page_finalize;
  widget_class->unmap = ion_campaign_page_unmap;
  ION_PAGE_CLASS (klass)->shown = ion_campaign_page_shown;

  props[PROP_CAMPAIGN_ID] =
      g_param_spec_string ("campaign-id", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (ION_TYPE_BANNER);
  g_type_ensure (ION_TYPE_CAMPAIGN_HEAD);
  g_type_ensure (ION_TYPE_CAUSES_LIST);
  g_type_ensure (ION_TYPE_DELIVERIES);
  g_type_ensure (ION_TYPE_DELIVERY_PANE);
  g_type_ensure (ION_TYPE_SPLIT);
  g_type_ensure (ION_TYPE_EXPORT_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/campaign/"
                                                             "ion-campaign-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IonCampaignPage, banner);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignPage, head);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignPage, causes);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignPage, export_strip);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignPage, deliveries);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignPage, split);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, problem_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_closed_cb);
  ion_campaign_page_install_actions (widget_class);
}

static void
ion_campaign_page_init (IonCampaignPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
