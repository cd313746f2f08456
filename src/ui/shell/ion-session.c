/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The life of one open office: the window may come and go, the sending does not.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-session.h"

#include "ion-background.h"
#include "ion-dialog.h"
#include "ion-format.h"
#include "ion-news.h"
#include "ion-number.h"

#include <glib/gi18n-lib.h>

struct _IonSession
{
  GObject parent_instance;

  GtkApplication *application; /* (unowned): outlives its sessions */
  IonDesk *desk;               /* (owned) */
  GtkWindow *window;           /* (unowned) (nullable): the application's */
  IonNews *news;               /* (owned) */
  guint inhibit_cookie;
  gboolean is_ending;
};

G_DEFINE_FINAL_TYPE (IonSession, ion_session, G_TYPE_OBJECT)

static guint ended;

static gboolean
is_sending (IonSession *self)
{
  const IonOfficeSurvey *survey = ion_desk_get_survey (self->desk);

  return survey != NULL && !survey->is_stopped && survey->running->len > 0;
}

/* What is to leave at a time leaves only while the program is at work. */
static gboolean
is_needed (IonSession *self)
{
  const IonOfficeSurvey *survey = ion_desk_get_survey (self->desk);

  return is_sending (self) || (survey != NULL && !survey->is_stopped && survey->coming->len > 0);
}

static void
inhibit (IonSession *self)
{
  gboolean is_inhibited = self->inhibit_cookie != 0;

  if (is_inhibited == is_sending (self))
    return;
  if (is_inhibited)
    {
      gtk_application_uninhibit (self->application, self->inhibit_cookie);
      self->inhibit_cookie = 0;
      return;
    }
  self->inhibit_cookie =
      gtk_application_inhibit (self->application, self->window,
                               GTK_APPLICATION_INHIBIT_LOGOUT | GTK_APPLICATION_INHIBIT_SUSPEND,
                               _ ("Messages are being sent"));
}

static void
stopped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonSession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ion_desk_stop_finish (ION_DESK (source), result, &error))
    g_warning ("The engine did not stop well: %s", error->message);
  if (self->window != NULL)
    gtk_window_destroy (self->window);
  g_signal_emit (self, ended, 0);
  g_application_release (G_APPLICATION (self->application));
}

/* The window goes at once; what is on its way is still written down. */
void
ion_session_end (IonSession *self)
{
  g_return_if_fail (ION_IS_SESSION (self));

  if (self->is_ending)
    return;
  self->is_ending = TRUE;
  if (self->window != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->window), FALSE);
  if (self->inhibit_cookie != 0)
    gtk_application_uninhibit (self->application, self->inhibit_cookie);
  self->inhibit_cookie = 0;
  ion_desk_stop_async (self->desk, stopped_cb, g_object_ref (self));
}

static gboolean
is_in_sight (IonSession *self)
{
  return self->window != NULL && gtk_widget_get_visible (GTK_WIDGET (self->window));
}

static void
surveyed_cb (IonSession *self)
{
  if (self->is_ending)
    return;
  inhibit (self);
  ion_news_look (self->news, self->window);
  if (!is_in_sight (self) && !is_needed (self))
    ion_session_end (self);
}

static gboolean
close_request_cb (IonSession *self)
{
  if (!is_needed (self))
    {
      ion_session_end (self);
      return TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->window), FALSE);
  ion_background_request (g_application_get_dbus_connection (G_APPLICATION (self->application)),
                          _ ("Messages are being sent"));
  ion_news_tell_kept (self->news);
  return TRUE;
}

static void
destroy_cb (IonSession *self)
{
  self->window = NULL;
  ion_session_end (self);
}

static void
ion_session_finalize (GObject *object)
{
  IonSession *self = ION_SESSION (object);

  g_clear_pointer (&self->news, ion_news_free);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (ion_session_parent_class)->finalize (object);
}

static void
ion_session_class_init (IonSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_session_finalize;
  ended = g_signal_new ("ended", ION_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                        G_TYPE_NONE, 0);
}

static void
ion_session_init (IonSession *self)
{
}

IonSession *
ion_session_new (GtkApplication *application, IonDesk *desk)
{
  IonSession *self = g_object_new (ION_TYPE_SESSION, NULL);

  self->application = application;
  self->desk = g_object_ref (desk);
  self->news = ion_news_new (G_APPLICATION (application), desk);
  self->window = GTK_WINDOW (ion_main_window_new (application, desk));
  g_signal_connect_object (self->window, "close-request", G_CALLBACK (close_request_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "destroy", G_CALLBACK (destroy_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "surveyed", G_CALLBACK (surveyed_cb), self, G_CONNECT_SWAPPED);
  g_application_hold (G_APPLICATION (application));
  if (!ion_desk_is_started (desk))
    ion_desk_start (desk);
  return self;
}

IonDesk *
ion_session_get_desk (IonSession *self)
{
  g_return_val_if_fail (ION_IS_SESSION (self), NULL);

  return self->desk;
}

GtkWindow *
ion_session_get_window (IonSession *self)
{
  g_return_val_if_fail (ION_IS_SESSION (self), NULL);

  return self->window;
}

gboolean
ion_session_is_ending (IonSession *self)
{
  g_return_val_if_fail (ION_IS_SESSION (self), FALSE);

  return self->is_ending;
}

void
ion_session_present (IonSession *self)
{
  g_return_if_fail (ION_IS_SESSION (self));

  if (self->window != NULL && !self->is_ending)
    gtk_window_present (self->window);
}

static void
quit_cb (GtkWidget *widget, const char *which, gpointer user_data)
{
  IonSession *self = user_data;

  if (g_str_equal (which, "stop"))
    ion_session_end (self);
  else
    gtk_window_close (self->window);
}

static void
ask_to_quit (IonSession *self)
{
  const IonOfficeSurvey *survey = ion_desk_get_survey (self->desk);
  const char *const choices[] = { "stop", _ ("_Interrupt and quit"), "keep",
                                  _ ("Go on in the _background"), NULL };
  gint64 settled = 0, wanted = 0;
  g_autofree char *body = NULL;

  for (guint i = 0; i < survey->running->len; i++)
    {
      const IonSurveyedCampaign *surveyed = g_ptr_array_index (survey->running, i);

      settled += ion_campaign_counts_settled (&surveyed->counts);
      wanted += ion_campaign_counts_wanted (&surveyed->counts);
    }
  /* Translators: %1$s of %2$s messages */
  body = g_strdup_printf (_ ("%1$s of %2$s messages are done. Nothing is lost: when the program is "
                             "opened again, the rest goes on from there."),
                          ion_number (settled).text, ion_number (wanted).text);
  gtk_window_present (self->window);
  ion_dialog_ask_which (GTK_WIDGET (self->window), _ ("Quit while messages are being sent?"), body,
                        _ ("_Stay here"), choices, quit_cb, self);
}

void
ion_session_quit (IonSession *self)
{
  g_return_if_fail (ION_IS_SESSION (self));

  if (self->window != NULL && !self->is_ending && is_sending (self))
    ask_to_quit (self);
  else
    ion_session_end (self);
}
