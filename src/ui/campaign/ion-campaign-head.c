/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The head of a campaign's page. Places are reserved, so that nothing jumps while figures change.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-campaign-head.h"

#include "ion-format.h"
#include "ion-funnel.h"
#include "ion-wrap-layout.h"

#include <glib/gi18n-lib.h>

struct _IonCampaignHead
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *summary;
  GtkLabel *service;
  GtkLabel *moment;
  GtkWidget *standing_box;
  GtkImage *standing_icon;
  GtkLabel *standing;
  GtkWidget *progress_box;
  GtkProgressBar *progress;
  GtkLabel *progress_label;
  GtkLabel *end_label;
  GtkButton *help_button;
  GtkWidget *go_on_button;
  GtkWidget *pause_button;
  GtkWidget *stop_button;
  IonFunnel *funnel;
};

G_DEFINE_FINAL_TYPE (IonCampaignHead, ion_campaign_head, GTK_TYPE_WIDGET)

static void
ion_campaign_head_dispose (GObject *object)
{
  g_clear_pointer (&ION_CAMPAIGN_HEAD (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ion_campaign_head_parent_class)->dispose (object);
}

static void
ion_campaign_head_class_init (IonCampaignHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_campaign_head_dispose;
  g_type_ensure (ION_TYPE_FUNNEL);
  g_type_ensure (ION_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/campaign/"
                                                             "ion-campaign-head.ui");
  gtk_widget_class_bind_template_child (widget_class, IonCampaignHead, box);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignHead, summary);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignHead, service);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignHead, moment);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignHead, standing_box);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignHead, standing_icon);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignHead, standing);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignHead, progress_box);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignHead, progress);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignHead, progress_label);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignHead, end_label);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignHead, help_button);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignHead, go_on_button);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignHead, pause_button);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignHead, stop_button);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignHead, funnel);
}

static void
ion_campaign_head_init (IonCampaignHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* When it was sent, or that it was not. (transfer full) */
static char *
tell_moment (const IonCampaign *campaign)
{
  gint64 at = campaign->started_at > 0 ? campaign->started_at : campaign->created_at;
  g_autofree char *when = ion_format_moment (at, g_get_real_time () / G_USEC_PER_SEC);

  if (campaign->started_at == 0)
    /* Translators: %s is a day and an hour; of a campaign */
    return g_strdup_printf (_ ("made %s, not sent so far"), when);
  /* Translators: %s is a day and an hour; of a campaign */
  return g_strdup_printf (_ ("sent %s"), when);
}

static void
show_progress (IonCampaignHead *self, const IonCampaignFacts *facts)
{
  gint64 settled = ion_campaign_facts_count_settled (facts);
  gint64 wanted = facts->counts.rows - facts->counts.by_state[ION_DELIVERY_EXCLUDED];
  g_autofree char *done = ion_format_count (settled);
  g_autofree char *all = ion_format_count (wanted);
  g_autofree char *text = NULL;
  gboolean is_under_way = facts->campaign->state == ION_CAMPAIGN_RUNNING ||
                          (facts->campaign->state == ION_CAMPAIGN_PAUSED && settled > 0);

  gtk_widget_set_visible (self->progress_box, is_under_way && wanted > 0);
  if (!is_under_way || wanted == 0)
    return;
  /* Translators: so many rows are done, of so many */
  text = g_strdup_printf (_ ("%1$s of %2$s"), done, all);
  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress, (double) settled / (double) wanted);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  if (facts->campaign->state != ION_CAMPAIGN_RUNNING)
    gtk_label_set_label (self->end_label, "");
}

/* The act that helps, by name; the others stay where they are. */
static void
show_help (IonCampaignHead *self, const IonCampaignFacts *facts)
{
  const char *label = NULL;
  const char *action = NULL;

  if (facts->remedy == ION_REMEDY_SERVICE)
    {
      label = _ ("Look after the Service");
      action = "campaign.open-service";
    }
  else if (facts->remedy == ION_REMEDY_CAUSES)
    {
      label = _ ("Show What Was Not Accepted");
      action = "campaign.show-refused";
    }
  gtk_widget_set_visible (GTK_WIDGET (self->help_button), label != NULL);
  if (label != NULL)
    {
      gtk_button_set_label (self->help_button, label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->help_button), action);
    }
}

static void
show_go_on (IonCampaignHead *self, const IonCampaignFacts *facts)
{
  gint64 pending = facts->counts.by_state[ION_DELIVERY_PENDING];
  g_autofree char *number = ion_format_count (pending);
  g_autofree char *label = NULL;
  gboolean may_go_on = facts->remedy != ION_REMEDY_NONE && pending > 0;

  gtk_widget_set_visible (self->go_on_button, may_go_on);
  if (facts->remedy == ION_REMEDY_REST)
    label = g_strdup_printf (ngettext ("Go on with the Remaining %s", "Go on with the Remaining %s",
                                       (gulong) pending),
                             number);
  else if (facts->hides_figures)
    label = g_strdup (_ ("Send…"));
  else if (facts->remedy == ION_REMEDY_SEND)
    label = g_strdup_printf (ngettext ("Send %s Message…", "Send %s Messages…", (gulong) pending),
                             number);
  else
    label = g_strdup (_ ("Go on Sending"));
  gtk_button_set_label (GTK_BUTTON (self->go_on_button), label);
}

static const char *
choose_icon (const IonCampaignFacts *facts)
{
  switch (facts->campaign->state)
    {
    case ION_CAMPAIGN_DONE:
      return "ion-check-symbolic";
    case ION_CAMPAIGN_PAUSED:
      return facts->remedy == ION_REMEDY_SERVICE || facts->remedy == ION_REMEDY_CAUSES
                 ? "ion-warning-symbolic"
                 : "ion-pause-symbolic";
    case ION_CAMPAIGN_CANCELLED:
      return "ion-away-symbolic";
    default:
      return "ion-clock-symbolic";
    }
}

void
ion_campaign_head_set_facts (IonCampaignHead *self, const IonCampaignFacts *facts)
{
  g_autofree char *moment = NULL;
  IonCampaignState state;

  g_return_if_fail (ION_IS_CAMPAIGN_HEAD (self) && facts != NULL);

  state = facts->campaign->state;
  moment = tell_moment (facts->campaign);
  gtk_label_set_label (self->summary, facts->summary);
  gtk_label_set_label (self->service, facts->service_name);
  gtk_label_set_label (self->moment, moment);
  gtk_label_set_label (self->standing, facts->standing);
  gtk_image_set_from_icon_name (self->standing_icon, choose_icon (facts));
  gtk_widget_set_visible (self->standing_box, state != ION_CAMPAIGN_DONE);
  show_progress (self, facts);
  show_help (self, facts);
  show_go_on (self, facts);
  gtk_widget_set_visible (self->pause_button, state == ION_CAMPAIGN_RUNNING);
  gtk_widget_set_visible (self->stop_button, state == ION_CAMPAIGN_SCHEDULED ||
                                                 state == ION_CAMPAIGN_RUNNING ||
                                                 state == ION_CAMPAIGN_PAUSED);
  gtk_widget_set_visible (GTK_WIDGET (self->funnel), !facts->hides_figures);
  ion_funnel_set_counts (self->funnel, &facts->counts);
}

void
ion_campaign_head_set_end (IonCampaignHead *self, gint64 ends_at)
{
  g_autofree char *text = ion_format_end (ends_at, g_get_real_time () / G_USEC_PER_SEC);

  g_return_if_fail (ION_IS_CAMPAIGN_HEAD (self));

  gtk_label_set_label (self->end_label, text);
}
