/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The steps of a campaign: each checks the state it finds in the same transaction in which it
 * changes it, since the window, the command and the engine may all want something at once.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-campaigns.h"
#include "ion-ledger-drafts-private.h"
#include "ion-ledger-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const IonCampaignStart *start;
  const char *code, *detail;
  gint64 now;
  int n_changed;
} StepData;

static gboolean
fail_state (IonCampaignState state, GError **error)
{
  g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE,
               _ ("The campaign does not allow this step: its state is “%s”."),
               ion_campaign_state_get_label (state));
  return FALSE;
}

static gboolean
is_one_of (IonCampaignState state, guint mask)
{
  return (mask & (1u << state)) != 0;
}

#define STATE(name) (1u << ION_CAMPAIGN_##name)

static gboolean
has_rows (IonDb *db, gint64 number, IonDeliveryState state, gboolean *has, GError **error)
{
  gint64 n_found = 0;

  if (!ion_db_get_int (db,
                       "SELECT CASE WHEN EXISTS (SELECT 1 FROM delivery WHERE campaign = $1 AND "
                       "state = $2)"
                       " THEN 1 ELSE 0 END",
                       ION_VALUES (ion_int (number), ion_int (state)), &n_found, error))
    return FALSE;
  *has = n_found > 0;
  return TRUE;
}

/* How it is to go on besides: only asking changes nothing of it. */
static gboolean
set_wishes (IonDb *db, gint64 number, const char *id, const IonCampaignStart *start, GError **error)
{
  return ion_db_run (db,
                     "UPDATE campaign SET daily_limit = CASE WHEN $2 = 0 THEN daily_limit"
                     " WHEN $2 < 0 THEN 0 ELSE $2 END, in_hours = $3,"
                     " answers = COALESCE ($4, answers), purpose = COALESCE ($5, purpose)"
                     " WHERE number = $1",
                     ION_VALUES (ion_int (number), ion_int (start->daily_limit),
                                 ion_int (start->in_hours != FALSE), ion_text (start->answers),
                                 ion_text (start->purpose)),
                     NULL, error) &&
         ion_draft_end (db, number, id, error) &&
         (start->answers == NULL ||
          ion_journal_add (db, "campaign-answers", id, start->answers, NULL, error));
}

static gboolean
start_cb (IonDb *db, gpointer data, GError **error)
{
  StepData *step = data;
  const IonCampaignStart *start = step->start;
  IonCampaignState state, next;
  gboolean has_pending;
  gint64 number;

  if (!ion_campaign_find (db, step->id, &number, &state, error) ||
      !has_rows (db, number, ION_DELIVERY_PENDING, &has_pending, error))
    return FALSE;
  if (!is_one_of (state, STATE (READY) | STATE (SCHEDULED) | STATE (RUNNING) | STATE (PAUSED)))
    return fail_state (state, error);
  if (!has_pending)
    {
      g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE,
                           _ ("Nothing is left to be sent in this campaign."));
      return FALSE;
    }
  next = start->send_at > step->now ? ION_CAMPAIGN_SCHEDULED : ION_CAMPAIGN_RUNNING;
  /* Begun when something may leave: asking who can be reached is not. */
  return ion_db_run (db,
                     "UPDATE campaign SET state = $2, send_at = $3, tranche_left = $4,"
                     " reach_only = $5, pause_code = NULL, pause_detail = NULL, finished_at = 0,"
                     " started_at = CASE WHEN started_at = 0 AND $6 = 1 THEN $7 ELSE started_at END"
                     " WHERE number = $1",
                     ION_VALUES (ion_int (number), ion_int (next), ion_int (start->send_at),
                                 ion_int (start->tranche), ion_int (start->reach_only != FALSE),
                                 ion_int (next == ION_CAMPAIGN_RUNNING && !start->reach_only),
                                 ion_int (step->now)),
                     NULL, error) &&
         (start->reach_only || set_wishes (db, number, step->id, start, error)) &&
         ion_journal_add (db, start->reach_only ? "campaign-reach" : "campaign-start", step->id,
                          NULL, NULL, error);
}

/**
 * ion_ledger_start_campaign:
 *
 * From ready, scheduled, paused; one that is running takes the new wish (tranche, moment).
 */
gboolean
ion_ledger_start_campaign (IonLedger *self,
                           const char *id,
                           const IonCampaignStart *start,
                           GError **error)
{
  StepData data = { .id = id, .start = start, .now = ion_ledger_now () };

  g_return_val_if_fail (ION_IS_LEDGER (self) && id != NULL && start != NULL, FALSE);

  return ion_ledger_write (self, start_cb, &data, error);
}

static gboolean
pause_cb (IonDb *db, gpointer data, GError **error)
{
  StepData *step = data;
  IonCampaignState state;
  gint64 number, reach_only;

  if (!ion_campaign_find (db, step->id, &number, &state, error) ||
      !ion_db_get_int (db, "SELECT reach_only FROM campaign WHERE number = $1",
                       ION_VALUES (ion_int (number)), &reach_only, error))
    return FALSE;
  /* "Send" may have been said since the last one was asked about. */
  if (!is_one_of (state, STATE (SCHEDULED) | STATE (RUNNING)) ||
      (g_strcmp0 (step->code, "reach-done") == 0 && !reach_only))
    return fail_state (state, error);
  return ion_db_run (db,
                     "UPDATE campaign SET state = $2, pause_code = $3, pause_detail = $4"
                     " WHERE number = $1",
                     ION_VALUES (ion_int (number), ion_int (ION_CAMPAIGN_PAUSED),
                                 ion_text (step->code), ion_text (step->detail)),
                     NULL, error) &&
         ion_journal_add (db, "campaign-pause", step->id, step->code, NULL, error);
}

gboolean
ion_ledger_pause_campaign (IonLedger *self,
                           const char *id,
                           const char *code,
                           const char *detail,
                           GError **error)
{
  StepData data = { .id = id, .code = code, .detail = detail };

  g_return_val_if_fail (ION_IS_LEDGER (self) && id != NULL, FALSE);

  return ion_ledger_write (self, pause_cb, &data, error);
}

static gboolean
resume_cb (IonDb *db, gpointer data, GError **error)
{
  StepData *step = data;
  IonCampaignState state;
  gint64 number, tranche_left;

  if (!ion_campaign_find (db, step->id, &number, &state, error) ||
      !ion_db_get_int (db, "SELECT tranche_left FROM campaign WHERE number = $1",
                       ION_VALUES (ion_int (number)), &tranche_left, error))
    return FALSE;
  if (state != ION_CAMPAIGN_PAUSED)
    return fail_state (state, error);
  /* Going on after a first few is a decision of its own, with its own checks: "send". */
  if (tranche_left == 0)
    {
      g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE,
                           _ ("The first messages have been sent: start the sending again to send "
                              "the others."));
      return FALSE;
    }
  return ion_db_run (db,
                     "UPDATE campaign SET pause_code = NULL, pause_detail = NULL,"
                     " state = CASE WHEN send_at > $2 THEN $3 ELSE $4 END,"
                     " started_at = CASE WHEN started_at = 0 AND reach_only = 0 AND send_at <= $2 "
                     "THEN $2"
                     " ELSE started_at END WHERE number = $1",
                     ION_VALUES (ion_int (number), ion_int (step->now),
                                 ion_int (ION_CAMPAIGN_SCHEDULED), ion_int (ION_CAMPAIGN_RUNNING)),
                     NULL, error) &&
         ion_journal_add (db, "campaign-resume", step->id, NULL, NULL, error);
}

gboolean
ion_ledger_resume_campaign (IonLedger *self, const char *id, GError **error)
{
  StepData data = { .id = id, .now = ion_ledger_now () };

  g_return_val_if_fail (ION_IS_LEDGER (self) && id != NULL, FALSE);

  return ion_ledger_write (self, resume_cb, &data, error);
}

static gboolean
cancel_cb (IonDb *db, gpointer data, GError **error)
{
  StepData *step = data;
  IonCampaignState state;
  gint64 number;

  if (!ion_campaign_find (db, step->id, &number, &state, error))
    return FALSE;
  if (is_one_of (state, STATE (DONE) | STATE (CANCELLED)))
    return fail_state (state, error);
  return ion_db_run (db,
                     "UPDATE delivery SET state = $3, reason_code = 'campaign-cancelled',"
                     " settled_at = $4 WHERE campaign = $1 AND state = $2",
                     ION_VALUES (ion_int (number), ion_int (ION_DELIVERY_PENDING),
                                 ion_int (ION_DELIVERY_CANCELLED), ion_int (step->now)),
                     NULL, error) &&
         ion_db_run (db, "UPDATE campaign SET state = $2, finished_at = $3 WHERE number = $1",
                     ION_VALUES (ion_int (number), ion_int (ION_CAMPAIGN_CANCELLED),
                                 ion_int (step->now)),
                     NULL, error) &&
         ion_journal_add (db, "campaign-cancel", step->id, NULL, NULL, error);
}

gboolean
ion_ledger_cancel_campaign (IonLedger *self, const char *id, GError **error)
{
  StepData data = { .id = id, .now = ion_ledger_now () };

  g_return_val_if_fail (ION_IS_LEDGER (self) && id != NULL, FALSE);

  return ion_ledger_write (self, cancel_cb, &data, error);
}

/* The three steps that time and rows bring about. Parameters: $1 now, $2 running, $3 pending,
 * $4 sending, $5 the new state; each statement uses the ones it needs, in this order. */
#define IS_DUE "state = $2 AND send_at <= $1"
#define IS_FINISHED                                                                             \
  "state = $2 AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.campaign = campaign.number" \
  " AND delivery.state IN ($3, $4))"
#define IS_USED_UP                                                         \
  "state = $1 AND tranche_left = 0 AND NOT EXISTS (SELECT 1 FROM delivery" \
  " WHERE delivery.campaign = campaign.number AND delivery.state = $2)"

static gboolean
advance_cb (IonDb *db, gpointer data, GError **error)
{
  StepData *step = data;
  gint64 n_begun, n_done, n_paused;

  if (!ion_db_run (db,
                   "UPDATE campaign SET state = $3, started_at = CASE WHEN started_at = 0"
                   " AND reach_only = 0 THEN $1 ELSE started_at END WHERE staged_by = 0 "
                   "AND " IS_DUE,
                   ION_VALUES (ion_int (step->now), ion_int (ION_CAMPAIGN_SCHEDULED),
                               ion_int (ION_CAMPAIGN_RUNNING)),
                   &n_begun, error) ||
      !ion_db_run (db,
                   "UPDATE campaign SET state = $5, finished_at = $1 WHERE staged_by = 0 "
                   "AND " IS_FINISHED,
                   ION_VALUES (ion_int (step->now), ion_int (ION_CAMPAIGN_RUNNING),
                               ion_int (ION_DELIVERY_PENDING), ion_int (ION_DELIVERY_SENDING),
                               ion_int (ION_CAMPAIGN_DONE)),
                   &n_done, error) ||
      !ion_db_run (db,
                   "UPDATE campaign SET state = $3, pause_code = 'tranche-done',"
                   " pause_detail = NULL WHERE staged_by = 0 AND " IS_USED_UP,
                   ION_VALUES (ion_int (ION_CAMPAIGN_RUNNING), ion_int (ION_DELIVERY_SENDING),
                               ion_int (ION_CAMPAIGN_PAUSED)),
                   &n_paused, error))
    return FALSE;
  step->n_changed = (int) (n_begun + n_done + n_paused);
  return TRUE;
}

/* Asked several times a second: writes only where there is something to write. */
static gboolean
is_advance_due (IonDb *db, gint64 now, gboolean *is_due, GError **error)
{
  gint64 n_begun = 0, n_done = 0, n_paused = 0;

  if (!ion_db_get_int (db, "SELECT COUNT (*) FROM campaign WHERE staged_by = 0 AND " IS_DUE,
                       ION_VALUES (ion_int (now), ion_int (ION_CAMPAIGN_SCHEDULED)), &n_begun,
                       error) ||
      !ion_db_get_int (db,
                       "SELECT COUNT (*) FROM campaign WHERE staged_by = 0 AND $1 = $1"
                       " AND " IS_FINISHED,
                       ION_VALUES (ion_int (now), ion_int (ION_CAMPAIGN_RUNNING),
                                   ion_int (ION_DELIVERY_PENDING), ion_int (ION_DELIVERY_SENDING)),
                       &n_done, error) ||
      !ion_db_get_int (db, "SELECT COUNT (*) FROM campaign WHERE staged_by = 0 AND " IS_USED_UP,
                       ION_VALUES (ion_int (ION_CAMPAIGN_RUNNING), ion_int (ION_DELIVERY_SENDING)),
                       &n_paused, error))
    return FALSE;
  *is_due = n_begun + n_done + n_paused > 0;
  return TRUE;
}

int
ion_ledger_advance_campaigns (IonLedger *self, gint64 now, GError **error)
{
  StepData data = { .now = now };
  gboolean is_due = FALSE;

  g_return_val_if_fail (ION_IS_LEDGER (self), -1);

  {
    g_auto (IonReader) reader = ion_ledger_read (self, error);

    if (reader.db == NULL || !is_advance_due (reader.db, now, &is_due, error))
      return -1;
  }
  if (!is_due)
    return 0;
  return ion_ledger_write (self, advance_cb, &data, error) ? data.n_changed : -1;
}

typedef struct
{
  char *id;
  guint calls, throttled;
} CallsData;

static void
calls_data_free (gpointer data)
{
  CallsData *calls = data;

  g_free (calls->id);
  g_free (calls);
}

static gboolean
add_calls_cb (IonDb *db, gpointer data, GError **error)
{
  CallsData *calls = data;

  return ion_db_run (db,
                     "UPDATE campaign SET calls = calls + $2, throttled = throttled + $3 WHERE id "
                     "= $1",
                     ION_VALUES (ion_text (calls->id), ion_int (calls->calls),
                                 ion_int (calls->throttled)),
                     NULL, error);
}

void
ion_ledger_add_calls (IonLedger *self, const char *id, guint calls, guint throttled)
{
  CallsData *data;

  g_return_if_fail (ION_IS_LEDGER (self) && id != NULL);

  if (!ion_ledger_check_open (self, NULL))
    return;
  data = g_new0 (CallsData, 1);
  data->id = g_strdup (id);
  data->calls = calls;
  data->throttled = throttled;
  ion_writer_push (self->writer, add_calls_cb, data, calls_data_free, ION_WRITE_LAZY);
}
