/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Whatever page is open, the person sees that something is leaving, and can stop it.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-sending-foot.h"

#include "ion-format.h"
#include "ion-number.h"

#include <glib/gi18n-lib.h>

struct _IonSendingFoot
{
  GtkWidget parent_instance;

  IonDesk *desk;       /* (owned) (nullable) */
  GtkBox *box;         /* (unowned) */
  GtkLabel *name;      /* (unowned) */
  GtkLabel *figures;   /* (unowned) */
  GtkProgressBar *bar; /* (unowned) */
  GtkLabel *end;       /* (unowned) */
  GtkButton *button;   /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonSendingFoot, ion_sending_foot, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_stopped (IonSendingFoot *self)
{
  set_text (self->name, _ ("All sending is stopped"));
  set_text (self->figures, _ ("Nothing leaves until it is resumed."));
  set_text (self->end, "");
  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
  gtk_button_set_label (self->button, _ ("_Resume sending"));
}

static void
show_figures (IonSendingFoot *self, gint64 settled, gint64 wanted)
{
  g_autofree char *figures =
      /* Translators: %1$s of %2$s messages */
      g_strdup_printf (_ ("Sending %1$s of %2$s"), ion_number (settled).text,
                       ion_number (wanted).text);
  g_autofree char *end =
      ion_format_end (ion_desk_get_end (self->desk), g_get_real_time () / G_USEC_PER_SEC);

  set_text (self->figures, figures);
  set_text (self->end, end);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
  gtk_progress_bar_set_fraction (self->bar, wanted > 0 ? (double) settled / (double) wanted : 0);
}

static void
show_running (IonSendingFoot *self, const GPtrArray *running)
{
  const IonSurveyedCampaign *first = g_ptr_array_index (running, 0);
  gint64 settled = 0, wanted = 0;
  g_autofree char *name = NULL;

  for (guint i = 0; i < running->len; i++)
    {
      const IonSurveyedCampaign *surveyed = g_ptr_array_index (running, i);

      settled += ion_campaign_counts_settled (&surveyed->counts);
      wanted += ion_campaign_counts_wanted (&surveyed->counts);
    }
  if (running->len > 1)
    name = g_strdup_printf (ngettext ("%u campaign", "%u campaigns", running->len), running->len);
  set_text (self->name, name != NULL ? name : first->campaign->name);
  show_figures (self, settled, wanted);
  gtk_button_set_label (self->button, running->len > 1 ? _ ("_Stop all sending") : _ ("_Pause"));
}

static void
surveyed_cb (IonSendingFoot *self)
{
  const IonOfficeSurvey *survey = ion_desk_get_survey (self->desk);
  gboolean is_there = survey != NULL && (survey->is_stopped || survey->running->len > 0);

  gtk_widget_set_visible (GTK_WIDGET (self), is_there);
  if (!is_there)
    return;
  if (survey->is_stopped)
    show_stopped (self);
  else
    show_running (self, survey->running);
}

static void
clicked_cb (IonSendingFoot *self)
{
  const IonOfficeSurvey *survey = ion_desk_get_survey (self->desk);
  const IonSurveyedCampaign *first;

  if (survey->is_stopped)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.resume-all", NULL);
  else if (survey->running->len > 1)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.stop-all", NULL);
  else if (survey->running->len == 1)
    {
      first = g_ptr_array_index (survey->running, 0);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.pause-campaign", "s",
                                  first->campaign->id);
    }
}

static void
ion_sending_foot_dispose (GObject *object)
{
  IonSendingFoot *self = ION_SENDING_FOOT (object);

  g_clear_object (&self->desk);
  g_clear_pointer ((GtkWidget **) &self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ion_sending_foot_parent_class)->dispose (object);
}

static void
ion_sending_foot_class_init (IonSendingFootClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_sending_foot_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/shell/"
                                                             "ion-sending-foot.ui");
  gtk_widget_class_bind_template_child (widget_class, IonSendingFoot, box);
  gtk_widget_class_bind_template_child (widget_class, IonSendingFoot, name);
  gtk_widget_class_bind_template_child (widget_class, IonSendingFoot, figures);
  gtk_widget_class_bind_template_child (widget_class, IonSendingFoot, bar);
  gtk_widget_class_bind_template_child (widget_class, IonSendingFoot, end);
  gtk_widget_class_bind_template_child (widget_class, IonSendingFoot, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
ion_sending_foot_init (IonSendingFoot *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_sending_foot_set_desk (IonSendingFoot *self, IonDesk *desk)
{
  g_return_if_fail (ION_IS_SENDING_FOOT (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "surveyed", G_CALLBACK (surveyed_cb), self, G_CONNECT_SWAPPED);
  surveyed_cb (self);
}
