/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One reading of the figures for all who show them, and one at a time: the desk speaks ten times a
 * second while something is being sent.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-send-briefing.h"

struct _IonSendBriefing
{
  GObject parent_instance;

  GWeakRef editor;
  IonSendFacts *facts; /* (owned) (nullable) */
  gboolean is_reading;
  gboolean is_stale; /* something changed while it was being read */
};

G_DEFINE_FINAL_TYPE (IonSendBriefing, ion_send_briefing, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What the worker thread needs. */
typedef struct
{
  char *campaign;      /* (owned) (nullable) */
  char *service;       /* (owned) (nullable) */
  IonSendFacts *known; /* (owned) (nullable) */
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_free (self->campaign);
  g_free (self->service);
  g_clear_pointer (&self->known, ion_send_facts_free);
  g_free (self);
}

static gpointer
read_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;

  return ion_office_read_send_facts (office, question->campaign, question->service, question->known,
                                     error);
}

static void
free_facts (gpointer facts)
{
  ion_send_facts_free (facts);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonSendBriefing *self = ION_SEND_BRIEFING (source);
  g_autoptr (GError) error = NULL;
  IonSendFacts *facts = ion_desk_run_finish (result, &error);

  self->is_reading = FALSE;
  if (self->is_stale)
    {
      g_clear_pointer (&facts, ion_send_facts_free);
      ion_send_briefing_refresh (self);
      return;
    }
  if (facts == NULL)
    g_info ("The figures of the campaign cannot be read: %s", error->message);
  ion_send_facts_free (self->facts);
  self->facts = facts;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ion_send_briefing_refresh (IonSendBriefing *self)
{
  g_autoptr (IonDraftEditor) editor = NULL;
  Question *question;

  g_return_if_fail (ION_IS_SEND_BRIEFING (self));

  self->is_stale = self->is_reading;
  editor = g_weak_ref_get (&self->editor);
  if (self->is_reading || editor == NULL)
    return;
  self->is_reading = TRUE;
  question = g_new0 (Question, 1);
  question->campaign = g_strdup (ion_draft_editor_get_prepared (editor));
  question->service = g_strdup (ion_draft_editor_get_draft (editor)->service_id);
  question->known = ion_send_facts_copy (self->facts);
  ion_desk_run_async (ion_draft_editor_get_desk (editor), self, read_func, question, question_free,
                      free_facts, NULL, read_cb, NULL);
}

/* Figures of a campaign that is no more must not stand there while the new ones are being read. */
static void
prepared_cb (IonSendBriefing *self, IonDraftEditor *editor)
{
  const char *campaign = ion_draft_editor_get_prepared (editor);

  if (self->facts != NULL && g_strcmp0 (self->facts->campaign_id, campaign) != 0)
    {
      g_clear_pointer (&self->facts, ion_send_facts_free);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  ion_send_briefing_refresh (self);
}

/* Only what is being asked moves by itself before it is sent. */
static void
desk_changed_cb (IonSendBriefing *self)
{
  if (self->facts != NULL && self->facts->campaign_id != NULL && self->facts->reach_only)
    ion_send_briefing_refresh (self);
}

static void
ion_send_briefing_finalize (GObject *object)
{
  IonSendBriefing *self = ION_SEND_BRIEFING (object);

  g_weak_ref_clear (&self->editor);
  g_clear_pointer (&self->facts, ion_send_facts_free);
  G_OBJECT_CLASS (ion_send_briefing_parent_class)->finalize (object);
}

static void
ion_send_briefing_class_init (IonSendBriefingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_send_briefing_finalize;

  signals[CHANGED] = g_signal_new ("changed", ION_TYPE_SEND_BRIEFING, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ion_send_briefing_init (IonSendBriefing *self)
{
  g_weak_ref_init (&self->editor, NULL);
}

static void
follow (IonSendBriefing *self, IonDraftEditor *editor)
{
  IonDesk *desk = ion_draft_editor_get_desk (editor);

  g_weak_ref_set (&self->editor, editor);
  g_signal_connect_object (editor, "prepared", G_CALLBACK (prepared_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "message-changed", G_CALLBACK (ion_send_briefing_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "office-changed", G_CALLBACK (ion_send_briefing_refresh), self,
                           G_CONNECT_SWAPPED);
  ion_send_briefing_refresh (self);
}

IonSendBriefing *
ion_send_briefing_get (IonDraftEditor *editor)
{
  static const char key[] = "ion-send-briefing";
  IonSendBriefing *self;

  g_return_val_if_fail (ION_IS_DRAFT_EDITOR (editor), NULL);

  self = g_object_get_data (G_OBJECT (editor), key);
  if (self == NULL)
    {
      self = g_object_new (ION_TYPE_SEND_BRIEFING, NULL);
      g_object_set_data_full (G_OBJECT (editor), key, self, g_object_unref);
      follow (self, editor);
    }
  return self;
}

const IonSendFacts *
ion_send_briefing_get_facts (IonSendBriefing *self)
{
  g_return_val_if_fail (ION_IS_SEND_BRIEFING (self), NULL);

  return self->facts;
}
