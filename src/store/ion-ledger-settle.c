/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The two steps that must be durable: the intent before a message leaves, and what came of it.
 * Whatever forbids a message to leave is looked at in the same transaction that lets it.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-deliveries.h"
#include "ion-ledger-import.h"
#include "ion-ledger-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define REASON_NOTICE   "notice-already-sent"
#define REASON_STRANGER "not-a-test-recipient"

typedef struct
{
  gint64 id, now;
  char *language;  /* (owned) (nullable) */
  GError *refusal; /* (owned) (nullable): written down and yet an error to the caller */
} IntendData;

/* What a row and its campaign allow. */
typedef struct
{
  IonDeliveryState state;
  gboolean has_notice, is_waived;
  IonPrint notice;
  gint64 campaign;
  IonCampaignState campaign_state;
  gint64 tranche_left;
  gboolean is_stopped, reach_only, is_forgotten, is_test;
} RowState;

static void
intend_data_free (gpointer data)
{
  IntendData *intend = data;

  g_free (intend->language);
  g_clear_error (&intend->refusal);
  g_free (intend);
}

static gboolean
read_row (IonDb *db, gint64 id, RowState *row, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (IonQuery) query =
      ion_db_query (db,
                    "SELECT delivery.state, notice, notice_waived, campaign.number, campaign.state,"
                    " tranche_left, reach_only, (SELECT is_stopped FROM ledger WHERE only = 1),"
                    " CASE WHEN sealed IS NULL THEN 1 ELSE 0 END, is_test"
                    " FROM delivery JOIN campaign ON campaign.number = delivery.campaign"
                    " WHERE delivery.id = $1",
                    ION_VALUES (ion_int (id)), error);
  const void *notice;
  gsize size;

  if (query == NULL)
    return FALSE;
  if (!ion_query_next (query, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND,
                             _ ("The campaign has no row of this number."));
      return FALSE;
    }
  row->state = (IonDeliveryState) ion_query_get_int (query, 0);
  notice = ion_query_get_bytes (query, 1, &size);
  row->has_notice = notice != NULL && size == ION_PRINT_SIZE;
  if (row->has_notice)
    memcpy (&row->notice, notice, ION_PRINT_SIZE);
  row->is_waived = ion_query_get_int (query, 2) != 0;
  row->campaign = ion_query_get_int (query, 3);
  row->campaign_state = (IonCampaignState) ion_query_get_int (query, 4);
  row->tranche_left = ion_query_get_int (query, 5);
  row->reach_only = ion_query_get_int (query, 6) != 0;
  row->is_stopped = ion_query_get_int (query, 7) != 0;
  row->is_forgotten = ion_query_get_int (query, 8) != 0;
  row->is_test = ion_query_get_int (query, 9) != 0;
  return TRUE;
}

static gboolean
fail_step (IonDeliveryState from, IonDeliveryState to, GError **error)
{
  g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE,
               /* Translators: both are states of a message, as in “Delivered” */
               _ ("A message cannot go from “%1$s” to “%2$s”."),
               ion_delivery_state_get_label (from), ion_delivery_state_get_label (to));
  return FALSE;
}

static gboolean
may_leave (const RowState *row, GError **error)
{
  if (!ion_delivery_state_may_become (row->state, ION_DELIVERY_SENDING, FALSE))
    return fail_step (row->state, ION_DELIVERY_SENDING, error);
  if (!row->is_stopped && row->campaign_state == ION_CAMPAIGN_RUNNING && !row->reach_only &&
      row->tranche_left != 0)
    return TRUE;
  g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_STOPPED,
                       row->is_stopped ? _ ("The office has been stopped.")
                                       : _ ("The campaign is not being sent now."));
  return FALSE;
}

gboolean
ion_notice_is_held (IonDb *db,
                    const IonPrint *notice,
                    gint64 except,
                    gboolean *is_held,
                    GError **error)
{
  gint64 n_held = 0;

  if (!ion_db_get_int (db,
                       "SELECT COUNT (*) FROM delivery_notice JOIN delivery"
                       " ON delivery.id = delivery_notice.delivery"
                       " WHERE delivery_notice.notice = $1 AND delivery.id <> $2"
                       " AND delivery.state IN ($3, $4, $5, $6)",
                       ION_VALUES (ion_print (notice), ion_int (except),
                                   ion_int (ION_DELIVERY_SENDING), ion_int (ION_DELIVERY_ACCEPTED),
                                   ion_int (ION_DELIVERY_DELIVERED),
                                   ion_int (ION_DELIVERY_UNCERTAIN)),
                       &n_held, error))
    return FALSE;
  *is_held = n_held > 0;
  return TRUE;
}

/* Written, and told to the caller as an error. */
static gboolean
refuse (IonDb *db, IntendData *intend, const char *reason, GError **error)
{
  return ion_db_run (db,
                     "UPDATE delivery SET state = $2, reason_code = $3, reason_detail = NULL,"
                     " settled_at = $4 WHERE id = $1",
                     ION_VALUES (ion_int (intend->id), ion_int (ION_DELIVERY_REFUSED),
                                 ion_text (reason), ion_int (intend->now)),
                     NULL, error);
}

static gboolean
refuse_notice (IonDb *db, IntendData *intend, GError **error)
{
  g_clear_error (&intend->refusal);
  intend->refusal =
      g_error_new_literal (ION_STORE_ERROR, ION_STORE_ERROR_ALREADY_NOTIFIED,
                           _ ("This person already has a message with this notice number."));
  return refuse (db, intend, REASON_NOTICE, error);
}

static gboolean
refuse_stranger (IonDb *db, IntendData *intend, GError **error)
{
  g_clear_error (&intend->refusal);
  intend->refusal =
      g_error_new_literal (ION_STORE_ERROR, ION_STORE_ERROR_STATE,
                           _ ("This person is not on the list for messages of test."));
  return refuse (db, intend, REASON_STRANGER, error);
}

/* Campaigns of test are as short as the list. */
static gboolean
is_on_test_list (IonDb *db, gint64 campaign, gint64 id, gboolean *is_on, GError **error)
{
  gint64 n_found = 0;

  if (!ion_db_get_int (db,
                       "SELECT COUNT (*) FROM delivery_person JOIN test_recipient"
                       " ON test_recipient.person = delivery_person.person"
                       " WHERE campaign = $1 AND delivery = $2",
                       ION_VALUES (ion_int (campaign), ion_int (id)), &n_found, error))
    return FALSE;
  *is_on = n_found > 0;
  return TRUE;
}

static gboolean
intend_cb (IonDb *db, gpointer data, GError **error)
{
  IntendData *intend = data;
  gboolean is_held = FALSE, is_on_list = TRUE;
  RowState row;

  if (!read_row (db, intend->id, &row, error) || !may_leave (&row, error) ||
      (row.is_test && !is_on_test_list (db, row.campaign, intend->id, &is_on_list, error)))
    return FALSE;
  if (!is_on_list)
    return refuse_stranger (db, intend, error);
  if (row.has_notice && !row.is_waived &&
      !ion_notice_is_held (db, &row.notice, intend->id, &is_held, error))
    return FALSE;
  if (is_held)
    return refuse_notice (db, intend, error);
  if (!ion_db_run (db,
                   "UPDATE delivery SET state = $2, intended_at = $3, language = $4,"
                   " reason_code = NULL, reason_detail = NULL WHERE id = $1",
                   ION_VALUES (ion_int (intend->id), ion_int (ION_DELIVERY_SENDING),
                               ion_int (intend->now), ion_text (intend->language)),
                   NULL, error))
    return FALSE;
  return row.tranche_left < 0 ||
         ion_db_run (db, "UPDATE campaign SET tranche_left = tranche_left - 1 WHERE number = $1",
                     ION_VALUES (ion_int (row.campaign)), NULL, error);
}

void
ion_ledger_intend_async (IonLedger *self,
                         gint64 delivery_id,
                         gint64 now,
                         const char *language,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) failure = NULL;
  IntendData *data;

  g_return_if_fail (ION_IS_LEDGER (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ion_ledger_intend_async);
  data = g_new0 (IntendData, 1);
  data->id = delivery_id;
  data->now = now;
  data->language = g_strdup (language);
  g_task_set_task_data (task, data, intend_data_free);
  if (ion_ledger_check_open (self, &failure))
    ion_writer_push_task (self->writer, task, intend_cb);
  else
    g_task_return_error (task, g_steal_pointer (&failure));
}

gboolean
ion_ledger_intend_finish (IonLedger *self, GAsyncResult *result, GError **error)
{
  IntendData *data;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, ion_ledger_intend_async), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  data = g_task_get_task_data (G_TASK (result));
  if (data->refusal == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&data->refusal));
  return FALSE;
}

static IonSettlement *
settlement_copy (const IonSettlement *settlement)
{
  IonSettlement *copy = g_memdup2 (settlement, sizeof *settlement);

  copy->reason_code = g_strdup (settlement->reason_code);
  copy->reason_detail = g_strdup (settlement->reason_detail);
  copy->message_id = g_strdup (settlement->message_id);
  return copy;
}

static void
settlement_free (gpointer data)
{
  IonSettlement *settlement = data;

  g_free ((char *) settlement->reason_code);
  g_free ((char *) settlement->reason_detail);
  g_free ((char *) settlement->message_id);
  g_free (settlement);
}

#define SET_FOLLOW                                                                          \
  "follow_at = $2, follow_step = $3, is_read = CASE WHEN $4 >= 0 THEN $4 ELSE is_read END," \
  " is_paid = CASE WHEN $5 >= 0 THEN $5 ELSE is_paid END"

/* Asked again, and nothing new: only the next time, and what was read or paid meanwhile. */
static gboolean
settle_same (IonDb *db, const IonSettlement *settlement, GError **error)
{
  return ion_db_run (db, "UPDATE delivery SET " SET_FOLLOW " WHERE id = $1",
                     ION_VALUES (ion_int (settlement->delivery_id), ion_int (settlement->follow_at),
                                 ion_int (settlement->follow_step), ion_int (settlement->read),
                                 ion_int (settlement->paid)),
                     NULL, error);
}

/* The intent is withdrawn: as if it had not been, unless the campaign is over meanwhile. */
static gboolean
withdraw (IonDb *db, const IonSettlement *settlement, const RowState *row, GError **error)
{
  gboolean is_over = row->campaign_state == ION_CAMPAIGN_CANCELLED;

  return ion_db_run (db,
                     "UPDATE delivery SET state = $2, intended_at = 0, settled_at = $3,"
                     " reason_code = $4, reason_detail = $5 WHERE id = $1",
                     ION_VALUES (ion_int (settlement->delivery_id),
                                 ion_int (is_over ? ION_DELIVERY_CANCELLED : ION_DELIVERY_PENDING),
                                 ion_int (is_over ? settlement->now : 0),
                                 ion_text (is_over ? "campaign-cancelled"
                                                   : settlement->reason_code),
                                 ion_text (is_over ? NULL : settlement->reason_detail)),
                     NULL, error) &&
         (row->tranche_left < 0 ||
          ion_db_run (db, "UPDATE campaign SET tranche_left = tranche_left + 1 WHERE number = $1",
                      ION_VALUES (ion_int (row->campaign)), NULL, error));
}

/* The row's next state. It has left, or never will: a person's word on its notice is used up. */
static gboolean
settle_new (IonDb *db, const IonSettlement *settlement, GError **error)
{
  return ion_db_run (db,
                     "UPDATE delivery SET " SET_FOLLOW
                     ", state = $6, reason_code = $7, reason_detail = $8, notice_waived = 0,"
                     " message_id = CASE WHEN CAST ($9 AS TEXT) IS NULL THEN message_id ELSE $9 "
                     "END,"
                     " settled_at = $10 WHERE id = $1",
                     ION_VALUES (ion_int (settlement->delivery_id), ion_int (settlement->follow_at),
                                 ion_int (settlement->follow_step), ion_int (settlement->read),
                                 ion_int (settlement->paid), ion_int (settlement->state),
                                 ion_text (settlement->reason_code),
                                 ion_text (settlement->reason_detail),
                                 ion_text (settlement->message_id), ion_int (settlement->now)),
                     NULL, error);
}

static gboolean
settle_cb (IonDb *db, gpointer data, GError **error)
{
  IonSettlement *settlement = data;
  RowState row;

  if (!read_row (db, settlement->delivery_id, &row, error))
    return FALSE;
  /* Forgotten since the question was asked: the answer counts, what leads to the person does not,
   * and nobody could be asked about. */
  if (row.is_forgotten)
    {
      g_clear_pointer ((char **) &settlement->message_id, g_free);
      settlement->follow_at = 0;
    }
  if (row.state == settlement->state)
    return settle_same (db, settlement, error);
  if (!ion_delivery_state_may_become (row.state, settlement->state, FALSE))
    return fail_step (row.state, settlement->state, error);
  if (settlement->state == ION_DELIVERY_PENDING)
    return withdraw (db, settlement, &row, error);
  return settle_new (db, settlement, error);
}

void
ion_ledger_settle_async (IonLedger *self,
                         const IonSettlement *settlement,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_if_fail (ION_IS_LEDGER (self) && settlement != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ion_ledger_settle_async);
  g_task_set_task_data (task, settlement_copy (settlement), settlement_free);
  if (ion_ledger_check_open (self, &failure))
    ion_writer_push_task (self->writer, task, settle_cb);
  else
    g_task_return_error (task, g_steal_pointer (&failure));
}

gboolean
ion_ledger_settle_finish (IonLedger *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, ion_ledger_settle_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
