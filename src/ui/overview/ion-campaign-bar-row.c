/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A campaign at a glance: the bar is a help for the eye, the numbers stand beside it.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-campaign-bar-row.h"

#include "ion-format.h"
#include "ion-number.h"

#include <glib/gi18n-lib.h>

struct _IonCampaignBarRow
{
  AdwPreferencesRow parent_instance;

  char *id;          /* (owned) */
  GtkLabel *name;    /* (unowned) */
  GtkLabel *percent; /* (unowned) */
  GtkLevelBar *bar;  /* (unowned) */
  GtkLabel *figures; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonCampaignBarRow, ion_campaign_bar_row, ADW_TYPE_PREFERENCES_ROW)

static void
ion_campaign_bar_row_finalize (GObject *object)
{
  g_free (ION_CAMPAIGN_BAR_ROW (object)->id);
  G_OBJECT_CLASS (ion_campaign_bar_row_parent_class)->finalize (object);
}

static void
ion_campaign_bar_row_class_init (IonCampaignBarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ion_campaign_bar_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/overview/"
                                                             "ion-campaign-bar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IonCampaignBarRow, name);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignBarRow, percent);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignBarRow, bar);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignBarRow, figures);
}

static void
ion_campaign_bar_row_init (IonCampaignBarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_campaign_bar_row_new (const char *campaign_id)
{
  IonCampaignBarRow *self = g_object_new (ION_TYPE_CAMPAIGN_BAR_ROW, NULL);

  self->id = g_strdup (campaign_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open-campaign");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", campaign_id);
  return GTK_WIDGET (self);
}

const char *
ion_campaign_bar_row_get_id (IonCampaignBarRow *self)
{
  g_return_val_if_fail (ION_IS_CAMPAIGN_BAR_ROW (self), NULL);

  return self->id;
}

static void
show (IonCampaignBarRow *self, const char *name, gint64 part, gint64 whole, const char *figures)
{
  g_autofree char *percent = ion_format_percent (part, whole);
  g_autofree char *spoken = g_strdup_printf ("%s: %s, %s", name, percent, figures);

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->percent, percent);
  gtk_level_bar_set_value (self->bar, whole > 0 ? (double) part / (double) whole : 0);
  gtk_label_set_label (self->figures, figures);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  figures, -1);
}

void
ion_campaign_bar_row_show_delivered (IonCampaignBarRow *self, const IonSurveyedCampaign *surveyed)
{
  gint64 delivered = surveyed->counts.by_state[ION_DELIVERY_DELIVERED];
  gint64 awaited = surveyed->counts.by_state[ION_DELIVERY_ACCEPTED];
  gint64 wanted = ion_campaign_counts_wanted (&surveyed->counts);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *day = ion_format_day (surveyed->campaign->started_at, now);
  g_autofree char *figures = NULL;

  g_return_if_fail (ION_IS_CAMPAIGN_BAR_ROW (self));

  if (awaited > 0)
    figures = g_strdup_printf (
        /* Translators: %1$s delivered messages of %2$s; of %3$s it is not yet known; %4$s a day */
        _ ("%1$s delivered of %2$s, %3$s still to be verified · %4$s"), ion_number (delivered).text,
        ion_number (wanted).text, ion_number (awaited).text, day);
  else
    /* Translators: %1$s delivered messages of %2$s; %3$s is a day */
    figures = g_strdup_printf (_ ("%1$s delivered of %2$s · %3$s"), ion_number (delivered).text,
                               ion_number (wanted).text, day);
  show (self, surveyed->campaign->name, delivered, wanted, figures);
}

void
ion_campaign_bar_row_show_running (IonCampaignBarRow *self,
                                   const IonSurveyedCampaign *surveyed,
                                   gint64 end)
{
  gint64 settled = ion_campaign_counts_settled (&surveyed->counts);
  gint64 wanted = ion_campaign_counts_wanted (&surveyed->counts);
  g_autofree char *when = ion_format_end (end, g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *figures =
      /* Translators: %1$s of %2$s messages */
      g_strdup_printf (_ ("%1$s of %2$s"), ion_number (settled).text, ion_number (wanted).text);
  g_autofree char *both =
      *when != '\0' ? g_strdup_printf ("%s · %s", figures, when) : g_strdup (figures);

  g_return_if_fail (ION_IS_CAMPAIGN_BAR_ROW (self));

  show (self, surveyed->campaign->name, settled, wanted, both);
}
