/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Whoever walked away from the screen wants to know when it is over, or that it is not.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-news.h"

#include "ion-dialog.h"
#include "ion-format.h"

#include <glib/gi18n-lib.h>

struct _IonNews
{
  GApplication *application; /* (unowned) */
  IonDesk *desk;             /* (unowned) */
  GHashTable *running;       /* (owned): ids, as a set */
  GHashTable *overdue;       /* (owned): ids that were told, as a set */
};

IonNews *
ion_news_new (GApplication *application, IonDesk *desk)
{
  IonNews *self = g_new0 (IonNews, 1);

  self->application = application;
  self->desk = desk;
  self->overdue = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->running = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
ion_news_free (IonNews *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->running);
  g_hash_table_unref (self->overdue);
  g_free (self);
}

/* Takes @notification. */
static void
send (IonNews *self, GNotification *notification, const char *campaign, const char *name)
{
  const char *folder = ion_office_get_folder (ion_desk_get_office (self->desk));

  g_notification_set_default_action_and_target (notification, "app.show-campaign", "(ss)", folder,
                                                campaign);
  g_application_send_notification (self->application, name, notification);
  g_object_unref (notification);
}

static void
tell_end (IonNews *self, const IonCampaign *campaign)
{
  gboolean is_done = campaign->state == ION_CAMPAIGN_DONE;
  g_autofree char *title =
      /* Translators: %s is the name of a campaign */
      g_strdup_printf (is_done ? _ ("“%s” has been sent") : _ ("“%s” stands still"),
                       campaign->name);
  GNotification *notification = g_notification_new (title);

  g_notification_set_body (notification, is_done
                                             ? _ ("Open it to see who was reached.")
                                             : _ ("Something is to be decided before it goes on."));
  send (self, notification, campaign->id, campaign->id);
}

/* Whether its end is news: what the person has just done is not. */
static gboolean
is_news (const IonCampaign *campaign)
{
  return campaign->state == ION_CAMPAIGN_DONE ||
         (campaign->state == ION_CAMPAIGN_PAUSED &&
          g_strcmp0 (campaign->pause_code, "by-person") != 0);
}

/* What was due while no program was at work: said once, and it stays in the overview. */
static void
tell_overdue (IonNews *self, const IonOfficeSurvey *survey, GtkWindow *window)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < survey->decisions->len; i++)
    {
      const IonDecision *decision = g_ptr_array_index (survey->decisions, i);
      g_autofree char *at = NULL;

      if (decision->kind != ION_DECISION_OVERDUE ||
          !g_hash_table_add (self->overdue, g_strdup (decision->id)))
        continue;
      at = ion_format_moment (decision->at, now);
      /* Translators: %1$s is the name of a campaign, %2$s a moment that has passed */
      g_string_append_printf (body, _ ("“%1$s” was to leave on %2$s"), decision->name, at);
      g_string_append (body, ".\n");
    }
  if (body->len == 0)
    return;
  g_string_append (body, _ ("Nothing of it has left. The overview asks whether it is still to be "
                            "sent."));
  ion_dialog_tell (GTK_WIDGET (window), _ ("This was due while the program was closed"), body->str);
}

void
ion_news_look (IonNews *self, GtkWindow *window)
{
  const IonOfficeSurvey *survey = ion_desk_get_survey (self->desk);
  gboolean is_shown = window != NULL && gtk_widget_get_visible (GTK_WIDGET (window));
  gboolean is_seen = is_shown && gtk_window_is_active (window);

  if (is_shown)
    tell_overdue (self, survey, window);
  for (guint i = 0; i < survey->campaigns->len; i++)
    {
      const IonCampaign *campaign = g_ptr_array_index (survey->campaigns, i);

      if (campaign->state == ION_CAMPAIGN_RUNNING)
        g_hash_table_add (self->running, g_strdup (campaign->id));
      else if (g_hash_table_remove (self->running, campaign->id) && !is_seen && is_news (campaign))
        tell_end (self, campaign);
    }
}

void
ion_news_tell_kept (IonNews *self)
{
  const IonOfficeSurvey *survey = ion_desk_get_survey (self->desk);
  GNotification *notification = g_notification_new (_ ("IO Notifier stays at work"));

  g_notification_set_body (notification,
                           survey->running->len > 0
                               ? _ ("Messages go on being sent without a window.")
                               : _ ("What is to leave at a later time leaves without a window."));
  send (self, notification, "", "kept");
}
