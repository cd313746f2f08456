/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One line says where a campaign stands.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-campaign-row.h"

#include "ion-format.h"
#include "ion-number.h"
#include "ion-office-survey.h"

#include <glib/gi18n-lib.h>

struct _IonCampaignRow
{
  AdwActionRow parent_instance;

  char *id;                 /* (owned) */
  GtkImage *mark;           /* (unowned) */
  GtkLabel *percent;        /* (unowned) */
  GtkButton *remove_button; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonCampaignRow, ion_campaign_row, ADW_TYPE_ACTION_ROW)

static guint remove_signal;

static void
remove_cb (IonCampaignRow *self)
{
  g_signal_emit (self, remove_signal, 0);
}

static void
ion_campaign_row_finalize (GObject *object)
{
  g_free (ION_CAMPAIGN_ROW (object)->id);
  G_OBJECT_CLASS (ion_campaign_row_parent_class)->finalize (object);
}

static void
ion_campaign_row_class_init (IonCampaignRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ion_campaign_row_finalize;
  remove_signal = g_signal_new ("remove", ION_TYPE_CAMPAIGN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/campaigns/"
                                                             "ion-campaign-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IonCampaignRow, mark);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignRow, percent);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
ion_campaign_row_init (IonCampaignRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_campaign_row_new (const char *id, gboolean is_draft)
{
  IonCampaignRow *self = g_object_new (ION_TYPE_CAMPAIGN_ROW, NULL);

  self->id = g_strdup (id);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), is_draft);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self),
                                  is_draft ? "win.edit-draft" : "win.open-campaign");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", id);
  return GTK_WIDGET (self);
}

const char *
ion_campaign_row_get_id (IonCampaignRow *self)
{
  g_return_val_if_fail (ION_IS_CAMPAIGN_ROW (self), NULL);

  return self->id;
}

static const char *
get_mark (const IonListedCampaign *campaign)
{
  if (campaign->is_draft)
    return "ion-draft-symbolic";
  switch (campaign->state)
    {
    case ION_CAMPAIGN_DONE:
      return "ion-check-symbolic";
    case ION_CAMPAIGN_RUNNING:
      return "ion-resume-symbolic";
    case ION_CAMPAIGN_PAUSED:
      return "ion-pause-symbolic";
    case ION_CAMPAIGN_SCHEDULED:
      return "ion-clock-symbolic";
    case ION_CAMPAIGN_CANCELLED:
      return "ion-cross-symbolic";
    default:
      return "ion-draft-symbolic";
    }
}

static char *
explain_figures (const IonListedCampaign *campaign)
{
  const IonCampaignCounts *counts = &campaign->counts;
  gint64 wanted = ion_campaign_counts_wanted (counts);
  gint64 delivered = counts->by_state[ION_DELIVERY_DELIVERED];
  gint64 settled = ion_campaign_counts_settled (counts);

  if (campaign->state == ION_CAMPAIGN_DONE || delivered > 0)
    /* Translators: %1$s delivered messages of %2$s */
    return g_strdup_printf (_ ("%1$s delivered of %2$s"), ion_number (delivered).text,
                            ion_number (wanted).text);
  if (settled > 0)
    /* Translators: %1$s messages done of %2$s */
    return g_strdup_printf (_ ("%1$s of %2$s"), ion_number (settled).text,
                            ion_number (wanted).text);
  return g_strdup_printf (ngettext ("%s person", "%s people", (gulong) wanted),
                          ion_number (wanted).text);
}

static char *
explain (const IonListedCampaign *campaign)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *moment = ion_format_moment (campaign->at, now);
  g_autofree char *figures = NULL;

  if (campaign->is_draft)
    /* Translators: %s is a moment */
    return g_strdup_printf (_ ("Saved %s"), moment);
  figures = explain_figures (campaign);
  return g_strdup_printf ("%s · %s · %s", ion_campaign_state_get_label (campaign->state), figures,
                          moment);
}

void
ion_campaign_row_show (IonCampaignRow *self, const IonListedCampaign *campaign)
{
  g_autofree char *subtitle = explain (campaign);
  g_autofree char *both = campaign->service != NULL
                              ? g_strdup_printf ("%s\n%s", subtitle, campaign->service)
                              : g_strdup (subtitle);
  g_autofree char *percent = NULL;
  gboolean is_over = !campaign->is_draft && (campaign->state == ION_CAMPAIGN_DONE ||
                                             campaign->state == ION_CAMPAIGN_CANCELLED);

  g_return_if_fail (ION_IS_CAMPAIGN_ROW (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), campaign->name[0] != '\0'
                                                                 ? campaign->name
                                                                 : _ ("Campaign without a name"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), both);
  gtk_image_set_from_icon_name (self->mark, get_mark (campaign));
  percent = is_over ? ion_format_percent (campaign->counts.by_state[ION_DELIVERY_DELIVERED],
                                          ion_campaign_counts_wanted (&campaign->counts))
                    : g_strdup ("");
  gtk_label_set_label (self->percent, percent);
}
