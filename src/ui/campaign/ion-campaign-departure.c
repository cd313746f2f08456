/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A campaign made with the command, or one whose time passed, was looked at by nobody in this
 * window: it takes the same care to send it as a draft does.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-campaign-departure.h"

#include "ion-countdown.h"
#include "ion-depart-words.h"
#include "ion-dialog.h"
#include "ion-draft-gaps.h"
#include "ion-send-draft.h"
#include "ion-send-question.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  IDLE,
  READING,
  ASKING,
  COUNTING,
  STARTING,
} Stage;

struct _IonCampaignDeparture
{
  GObject parent_instance;

  IonPage *page;             /* (unowned) (nullable): weak */
  char *campaign_id;         /* (owned) */
  IonSendBrief *brief;       /* (owned) (nullable) */
  GtkWidget *dialog;         /* (unowned) (nullable): weak */
  IonSendQuestion *question; /* (unowned) (nullable): as long as @dialog */
  GtkWidget *countdown;      /* (unowned) (nullable) */
  Stage stage;
};

G_DEFINE_FINAL_TYPE (IonCampaignDeparture, ion_campaign_departure, G_TYPE_OBJECT)

static guint trouble_signal;

static void
go_idle (IonCampaignDeparture *self, const char *sentence)
{
  self->stage = IDLE;
  g_signal_emit (self, trouble_signal, 0, sentence);
}

static void
close_countdown (IonCampaignDeparture *self)
{
  GtkWidget *countdown = self->countdown;

  self->countdown = NULL;
  if (countdown != NULL)
    gtk_window_destroy (GTK_WINDOW (countdown));
}

static gpointer
send_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const IonSendBrief *brief = data;

  ion_office_send_draft (office, brief->draft, brief->facts->campaign_id, error);
  return NULL;
}

static void
started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonCampaignDeparture *self = ION_CAMPAIGN_DEPARTURE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  ion_desk_run_finish (result, &error);
  close_countdown (self);
  if (error != NULL)
    sentence = ion_office_error_explain (error);
  go_idle (self, sentence);
  if (self->page != NULL)
    ion_desk_tell_changed (ion_page_get_desk (self->page));
}

/* Not to be called off: what has begun is to be known. */
static void
start (IonCampaignDeparture *self)
{
  self->stage = STARTING;
  ion_desk_run_async (ion_page_get_desk (self->page), self, send_func,
                      g_steal_pointer (&self->brief), (GDestroyNotify) ion_send_brief_free, NULL,
                      NULL, started_cb, NULL);
}

static void
elapsed_cb (IonCampaignDeparture *self)
{
  if (self->stage == COUNTING && self->page != NULL)
    start (self);
}

static void
called_off_cb (IonCampaignDeparture *self)
{
  self->countdown = NULL;
  go_idle (self, NULL);
}

static GtkWindow *
find_window (IonCampaignDeparture *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->page));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
count_down (IonCampaignDeparture *self)
{
  const IonSendFacts *facts = self->brief->facts;
  g_autofree char *heading = ion_depart_words_heading (self->brief->draft, facts);
  g_autofree char *kind = ion_depart_words_kind (facts);

  self->stage = COUNTING;
  self->countdown = ion_countdown_new (find_window (self), heading, kind, facts->countdown);
  g_signal_connect_object (self->countdown, "elapsed", G_CALLBACK (elapsed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->countdown, "called-off", G_CALLBACK (called_off_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->countdown));
  if (facts->countdown == 0)
    elapsed_cb (self);
}

static void
yes_cb (GtkWidget *widget, gpointer user_data)
{
  IonCampaignDeparture *self = user_data;

  if (self->stage != ASKING || !ion_send_question_is_ready (self->question))
    return;
  /* The window that goes takes the focus out of its fields: that says nothing new. */
  ion_send_question_close (self->question);
  if (gtk_widget_get_mapped (widget))
    count_down (self);
  else
    go_idle (self, NULL);
}

/* The verb says how many only when the person has. */
static void
show_verb (IonCampaignDeparture *self)
{
  const IonSendBrief *brief = self->brief;
  gboolean is_ready = ion_send_question_is_ready (self->question);
  gboolean may_say = ion_draft_figures_fit (brief->draft, brief->facts);
  g_autofree char *verb = ion_depart_words_button (brief->draft, may_say ? brief->facts : NULL);

  ion_dialog_set_verb (self->dialog, verb);
  ion_dialog_set_ready (self->dialog, is_ready);
}

static void
changed_cb (IonCampaignDeparture *self)
{
  if (self->dialog != NULL)
    show_verb (self);
}

static void
dialog_gone_cb (gpointer data)
{
  IonCampaignDeparture *self = data;

  if (self->stage == ASKING)
    self->stage = IDLE;
  g_object_unref (self);
}

static void
ask (IonCampaignDeparture *self)
{
  const IonSendBrief *brief = self->brief;
  g_autofree char *kind = ion_depart_words_kind (brief->facts);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  GtkWidget *question = ion_send_question_new (self->brief);

  if (ion_draft_figures_fit (brief->draft, brief->facts))
    heading = ion_depart_words_heading (brief->draft, brief->facts);
  else
    /* Translators: %s is the name of a campaign */
    heading = g_strdup_printf (_ ("Send “%s”?"), brief->draft->name);
  /* Translators: %1$s is the name of a service, %2$s a sentence about who gets the messages */
  body = g_strdup_printf (_ ("It leaves at once with the service “%1$s”. %2$s"),
                          brief->facts->service_name, kind);
  self->stage = ASKING;
  self->question = ION_SEND_QUESTION (question);
  g_set_weak_pointer (&self->dialog,
                      ion_dialog_ask (GTK_WIDGET (self->page), heading, body, _ ("_Send"), NULL,
                                      ION_DIALOG_SUGGESTED, yes_cb, self));
  ion_dialog_set_extra (self->dialog, question);
  g_object_set_data_full (G_OBJECT (self->dialog), "ion-departure", g_object_ref (self),
                          dialog_gone_cb);
  g_signal_connect_object (question, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_verb (self);
}

static gpointer
read_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_office_read_send_brief (office, data, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonCampaignDeparture *self = ION_CAMPAIGN_DEPARTURE (source);
  g_autoptr (GError) error = NULL;
  IonSendBrief *brief = ion_desk_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  g_clear_pointer (&self->brief, ion_send_brief_free);
  self->brief = brief;
  if (brief == NULL)
    sentence = ion_office_error_explain (error);
  if (brief == NULL || self->page == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->page)))
    go_idle (self, sentence);
  else if (ion_ceremony_for_people (brief->facts->people) == ION_CEREMONY_NONE)
    count_down (self);
  else
    ask (self);
}

static void
ion_campaign_departure_dispose (GObject *object)
{
  IonCampaignDeparture *self = ION_CAMPAIGN_DEPARTURE (object);

  close_countdown (self);
  g_clear_weak_pointer (&self->dialog);
  g_clear_weak_pointer (&self->page);
  g_clear_pointer (&self->brief, ion_send_brief_free);
  g_clear_pointer (&self->campaign_id, g_free);
  G_OBJECT_CLASS (ion_campaign_departure_parent_class)->dispose (object);
}

static void
ion_campaign_departure_class_init (IonCampaignDepartureClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ion_campaign_departure_dispose;
  trouble_signal =
      g_signal_new ("trouble", ION_TYPE_CAMPAIGN_DEPARTURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
ion_campaign_departure_init (IonCampaignDeparture *self)
{
}

IonCampaignDeparture *
ion_campaign_departure_new (IonPage *page, const char *campaign_id)
{
  IonCampaignDeparture *self = g_object_new (ION_TYPE_CAMPAIGN_DEPARTURE, NULL);

  g_set_weak_pointer (&self->page, page);
  self->campaign_id = g_strdup (campaign_id);
  return self;
}

void
ion_campaign_departure_begin (IonCampaignDeparture *self)
{
  g_return_if_fail (ION_IS_CAMPAIGN_DEPARTURE (self));

  if (self->stage != IDLE || self->page == NULL)
    return;
  self->stage = READING;
  ion_desk_run_async (ion_page_get_desk (self->page), self, read_func, g_strdup (self->campaign_id),
                      g_free, (GDestroyNotify) ion_send_brief_free, NULL, read_cb, NULL);
}

void
ion_campaign_departure_call_off (IonCampaignDeparture *self)
{
  g_return_if_fail (ION_IS_CAMPAIGN_DEPARTURE (self));

  if (self->stage != COUNTING)
    return;
  close_countdown (self);
  go_idle (self, _ ("This page was left before the countdown ended: nothing was sent."));
}
