/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A few questions at a time, each with a key that was read in this run. What becomes of each is
 * IonFollowQuestion's matter. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-follow-run.h"

#include "ion-follow-page.h"
#include "ion-follow-question.h"
#include "ion-follow-run-private.h"

#define AT_ONCE 8

static void
run_free (IonFollowRun *self)
{
  g_queue_clear_full (&self->waiting, (GDestroyNotify) ion_delivery_free);
  g_queue_clear_full (&self->unclear, ion_follow_question_free);
  g_hash_table_unref (self->services);
  g_hash_table_unref (self->with_key);
  g_hash_table_unref (self->without_key);
  g_clear_error (&self->report.error);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->gate);
  g_clear_object (&self->ledger);
  g_free (self->campaign_id);
  g_free (self);
}

void
ion_follow_run_note_error (IonFollowRun *self, const GError *error)
{
  if (self->report.error == NULL)
    self->report.error = g_error_copy (error);
}

static gboolean
is_ending (IonFollowRun *self)
{
  return self->report.wait > 0 || g_cancellable_is_cancelled (self->cancellable);
}

/* All of a campaign, but not what is settled for good or cannot be asked about. */
static gboolean
is_wanted (const IonDelivery *delivery)
{
  if (delivery->message_id == NULL || delivery->fiscal_code == NULL ||
      *delivery->fiscal_code == '\0')
    return FALSE;
  return delivery->state == ION_DELIVERY_ACCEPTED || delivery->follow_at != 0;
}

static void
take_found (IonFollowRun *self, IonFollowPage *found)
{
  GHashTableIter iter;
  gpointer campaign, service;

  g_hash_table_iter_init (&iter, found->services);
  while (g_hash_table_iter_next (&iter, &campaign, &service))
    g_hash_table_replace (self->services, g_strdup (campaign), g_strdup (service));
  self->at_end = self->campaign_id == NULL || found->rows->len < ION_FOLLOW_PAGE_MAX;
  for (guint i = 0; i < found->rows->len; i++)
    {
      IonDelivery *delivery = g_ptr_array_index (found->rows, i);

      self->read_up_to = MAX (self->read_up_to, delivery->id);
      if (is_wanted (delivery) && g_hash_table_contains (self->services, delivery->campaign_id))
        g_queue_push_tail (&self->waiting, delivery);
      else
        ion_delivery_free (delivery);
    }
  g_ptr_array_set_free_func (found->rows, NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  IonFollowRun *self = data;
  g_autoptr (GError) error = NULL;
  IonFollowPage *found = ion_follow_page_read_finish (result, &error);

  self->busy = FALSE;
  if (found != NULL)
    {
      take_found (self, found);
      ion_follow_page_free (found);
    }
  else
    {
      ion_follow_run_note_error (self, error);
      self->at_end = TRUE;
      self->report.wait = ION_FOLLOW_RUN_WAIT;
    }
  ion_follow_run_go_on (self);
}

static void
read_more (IonFollowRun *self)
{
  self->busy = TRUE;
  ion_follow_page_read_async (self->ledger, self->campaign_id, self->read_up_to, self->now (),
                              read_cb, self);
}

/* The run */

static void
key_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  IonFollowRun *self = data;
  const IonDelivery *delivery = g_queue_peek_head (&self->waiting);
  const char *service_id = g_hash_table_lookup (self->services, delivery->campaign_id);
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  if (!ion_gate_load_key_finish (ION_GATE (source), result, &error))
    ion_follow_run_note_error (self, error);
  g_hash_table_add (error == NULL ? self->with_key : self->without_key, g_strdup (service_id));
  ion_follow_run_go_on (self);
}

/* FALSE while a key has to be read first: anew in each run, since it may have been replaced. */
static gboolean
ask_next (IonFollowRun *self)
{
  const IonDelivery *next = g_queue_peek_head (&self->waiting);
  const char *service_id = g_hash_table_lookup (self->services, next->campaign_id);
  gboolean is_held = g_hash_table_contains (self->without_key, service_id);
  IonFollowQuestion *question;

  if (!is_held && !g_hash_table_contains (self->with_key, service_id))
    {
      self->busy = TRUE;
      ion_gate_load_key_async (self->gate, service_id, key_cb, self);
      return FALSE;
    }
  question = ion_follow_question_new (self, g_queue_pop_head (&self->waiting), service_id);
  self->active++;
  if (is_held)
    ion_follow_question_put_off (question);
  else
    ion_follow_question_ask (question);
  return TRUE;
}

void
ion_follow_run_go_on (IonFollowRun *self)
{
  if (self->busy)
    return;
  if (!is_ending (self))
    {
      while (self->active < AT_ONCE && self->waiting.length > 0)
        if (!ask_next (self))
          return;
      if (self->waiting.length == 0 && !self->at_end)
        {
          read_more (self);
          return;
        }
    }
  if (self->active > 0 || ion_follow_question_put_off_unclear (self))
    return;
  self->func (self, &self->report, self->user_data);
  run_free (self);
}

IonFollowRun *
ion_follow_run_start (IonLedger *ledger,
                      IonGate *gate,
                      const char *campaign_id,
                      gint64 (*now) (void),
                      GCancellable *cancellable,
                      IonFollowRunFunc func,
                      gpointer user_data)
{
  IonFollowRun *self = g_new0 (IonFollowRun, 1);

  self->ledger = g_object_ref (ledger);
  self->gate = g_object_ref (gate);
  self->campaign_id = g_strdup (campaign_id);
  self->now = now;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  self->func = func;
  self->user_data = user_data;
  self->services = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->with_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->without_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_init (&self->waiting);
  g_queue_init (&self->unclear);
  read_more (self);
  return self;
}
