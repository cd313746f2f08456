/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What a person can do on the page of a campaign. Whatever can't be undone is asked first.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-campaign-page-private.h"

#include "ion-campaign-question.h"
#include "ion-delivery-filter.h"
#include "ion-dialog.h"
#include "ion-format.h"

#include <gdk/gdkkeysyms.h>
#include <glib/gi18n-lib.h>

#define SHOWN_STATES G_MAXUINT /* export: what the table shows */

static gpointer
act_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 n_rows = ion_campaign_act_do (data, office, error);

  return GSIZE_TO_POINTER (n_rows + 1);
}

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (source);
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  if (self->is_gone)
    return;
  ion_banner_say (self->banner, NULL);
  if (error != NULL)
    {
      g_autofree char *sentence = ion_office_error_explain (error);

      ion_banner_say (self->banner, sentence);
    }
  ion_desk_tell_changed (ion_page_get_desk (ION_PAGE (self)));
}

/* @act: (transfer full) */
static void
act (GtkWidget *widget, IonCampaignAct *act_)
{
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (widget)), widget, act_func, act_,
                      (GDestroyNotify) ion_campaign_act_free, NULL, NULL, acted_cb, NULL);
}

static IonCampaignAct *
act_new (IonCampaignPage *self, IonCampaignActKind kind)
{
  return ion_campaign_act_new (kind, self->campaign_id);
}

static void
ask (IonCampaignPage *self, IonCampaignAct *act_)
{
  if (self->facts != NULL)
    ion_campaign_question_ask (GTK_WIDGET (self), act_, self->facts, act);
  else
    ion_campaign_act_free (act_);
}

static void
pause_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  act (widget, act_new (ION_CAMPAIGN_PAGE (widget), ION_ACT_PAUSE));
}

/* What had left before goes on at a word; what makes more people get something is asked. */
static void
go_on_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (widget);

  if (self->facts == NULL)
    return;
  if (self->facts->asks_first)
    {
      ion_campaign_departure_begin (self->departure);
      return;
    }
  /* What was to leave in parts does so also when its time has passed. */
  if (self->facts->remedy == ION_REMEDY_SEND && self->facts->campaign->tranche_left > 0 &&
      self->facts->campaign->state == ION_CAMPAIGN_PAUSED)
    ask (self, act_new (self, ION_ACT_GO_ON));
  else if (self->facts->remedy == ION_REMEDY_REST || self->facts->remedy == ION_REMEDY_SEND)
    ask (self, act_new (self, ION_ACT_SEND_REST));
  else
    act (widget, act_new (self, ION_ACT_GO_ON));
}

static void
stop_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (widget);

  ask (self, act_new (self, ION_ACT_STOP));
}

static void
retry_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (widget);
  IonCampaignAct *retry = act_new (self, ION_ACT_RETRY);

  retry->states = g_variant_get_uint32 (parameter);
  ask (self, retry);
}

static void
retry_row_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (widget);
  IonCampaignAct *retry = act_new (self, ION_ACT_RETRY);

  retry->row = g_variant_get_uint32 (parameter);
  retry->states =
      1u << ION_DELIVERY_REFUSED | 1u << ION_DELIVERY_REJECTED | 1u << ION_DELIVERY_FAILED;
  ask (self, retry);
}

static void
retry_held_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (widget);

  ask (self, act_new (self, ION_ACT_RETRY_HELD));
}

static void
decide_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (widget);
  IonCampaignAct *resolve = act_new (self, ION_ACT_RESOLVE);

  if (parameter != NULL)
    resolve->row = g_variant_get_uint32 (parameter);
  ask (self, resolve);
}

static void
verified_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonCampaignPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 n_asked = ion_desk_follow_now_finish (ION_DESK (source), result, &error);

  self->is_verifying = FALSE;
  if (self->is_gone)
    return;
  ion_campaign_page_update_actions (self);
  if (n_asked < 0)
    ion_banner_say (self->banner, error->message);
  else
    {
      g_autofree char *count = ion_format_count (n_asked);
      g_autofree char *text =
          g_strdup_printf (ngettext ("IO was asked about %s message.",
                                     "IO was asked about %s messages.", (gulong) n_asked),
                           count);

      ion_toast_show (GTK_WIDGET (self), text);
    }
  ion_campaign_page_refresh (self);
}

static void
verify_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (widget);

  /* One round of questions at a time: a second one would ask about the same messages. */
  self->is_verifying = TRUE;
  ion_campaign_page_update_actions (self);
  ion_desk_follow_now_async (ion_page_get_desk (ION_PAGE (self)), self->campaign_id, NULL,
                             verified_cb, g_object_ref (self));
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (widget);
  guint states = g_variant_get_uint32 (parameter);
  g_autofree char *base = NULL;
  g_autofree char *file = NULL;

  if (self->facts == NULL)
    return;
  if (states == SHOWN_STATES)
    states = ion_deliveries_get_states (self->deliveries);
  base = g_strdelimit (g_strdup (self->facts->campaign->name), "/\\:*?\"<>|", '-');
  file = g_strdup_printf ("%s.csv", base);
  ion_export_strip_begin (self->export_strip, ion_page_get_desk (ION_PAGE (self)),
                          self->campaign_id, states, file);
}

static void
export_unreached_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GVariant) states =
      g_variant_ref_sink (g_variant_new_uint32 (ion_delivery_filter_get_unreached ()));

  export_cb (widget, name, states);
}

static void
show_states_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ion_deliveries_show_states (ION_CAMPAIGN_PAGE (widget)->deliveries,
                              g_variant_get_uint32 (parameter));
}

static void
show_refused_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (widget);

  ion_causes_list_set_expanded (self->causes, TRUE);
  ion_deliveries_show_states (self->deliveries, 1u << ION_DELIVERY_REFUSED);
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ion_deliveries_focus_search (ION_CAMPAIGN_PAGE (widget)->deliveries);
}

static void
open_service_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (widget);

  if (self->facts != NULL)
    gtk_widget_activate_action (widget, "win.open-service", "s", self->facts->campaign->service_id);
}

static void
remedy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.open-remedy", "s",
                              ION_CAMPAIGN_PAGE (widget)->campaign_id);
}

static void
like_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.new-like", "s", ION_CAMPAIGN_PAGE (widget)->campaign_id);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  IonCampaignPage *self = ION_CAMPAIGN_PAGE (widget);

  if (!ion_delivery_pane_is_open (self->pane))
    return ion_deliveries_go_back (self->deliveries);
  ion_delivery_pane_close (self->pane);
  return TRUE;
}

void
ion_campaign_page_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "campaign.pause", NULL, pause_cb },
    { "campaign.go-on", NULL, go_on_cb },
    { "campaign.stop", NULL, stop_cb },
    { "campaign.retry", "u", retry_cb },
    { "campaign.retry-row", "u", retry_row_cb },
    { "campaign.retry-held", NULL, retry_held_cb },
    { "campaign.decide", NULL, decide_cb },
    { "campaign.decide-row", "u", decide_cb },
    { "campaign.verify", NULL, verify_cb },
    { "campaign.export", "u", export_cb },
    { "campaign.export-unreached", NULL, export_unreached_cb },
    { "campaign.show-states", "u", show_states_cb },
    { "campaign.show-refused", NULL, show_refused_cb },
    { "campaign.find", NULL, find_cb },
    { "campaign.open-service", NULL, open_service_cb },
    { "campaign.remedy", NULL, remedy_cb },
    { "campaign.like", NULL, like_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].func);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "campaign.find",
                                       NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

void
ion_campaign_page_update_actions (IonCampaignPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const IonCampaignFacts *facts = self->facts;
  gboolean has_left = facts != NULL && ion_campaign_count_left (&facts->counts) > 0;

  gtk_widget_action_set_enabled (widget, "campaign.verify",
                                 facts != NULL && facts->is_followed && !self->is_verifying);
  gtk_widget_action_set_enabled (widget, "campaign.remedy", has_left);
  gtk_widget_action_set_enabled (widget, "campaign.like", facts != NULL);
  gtk_widget_action_set_enabled (widget, "campaign.export", facts != NULL);
  gtk_widget_action_set_enabled (widget, "campaign.export-unreached", facts != NULL);
}
