/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What happens to rows other than by an answer of the platform: after a crash, by a person's word,
 * or because the ledger turned out to be an older copy. All of it is journalled.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-deliveries.h"
#include "ion-ledger-private.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *campaign_id;
  const char *action, *word;
  guint from; /* mask of states */
  IonDeliveryState to;
  gboolean held_only; /* those whose notice number was sent already, and no others */
  const gint64 *rows; /* (nullable): NULL = all */
  gsize n_rows;
  gint64 now;
  gint64 n_changed;
} StepData;

/* Twice the longest interval between two questions. */
#define FOLLOW_UP_FARTHEST (2 * 24 * 60 * 60)

#define TO(name) (1u << ION_DELIVERY_##name)

static gboolean
fail_row (gint64 row, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" PRId64, row);

  g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE,
               _ ("Row %s is not in a state that allows this."), number);
  return FALSE;
}

/* A row that goes back to the beginning keeps nothing of its first life. Who was held because of an
 * earlier message with the same notice number goes back only when that is what was asked for, or
 * the row is named: putting back all that the platform refused is no word on a second message. */
static gboolean
set_state (IonDb *db,
           StepData *step,
           gint64 first,
           gint64 last,
           IonDeliveryState from,
           gint64 *n_changed,
           GError **error)
{
  if (step->to == ION_DELIVERY_PENDING)
    return ion_db_run (db,
                       "UPDATE delivery SET state = $4, notice_waived = CASE WHEN reason_code ="
                       " 'notice-already-sent' THEN 1 ELSE notice_waived END, reason_code = NULL,"
                       " reason_detail = NULL, message_id = NULL, is_read = -1, is_paid = -1,"
                       " intended_at = 0, settled_at = 0, follow_at = 0, follow_step = 0"
                       " WHERE id >= $1 AND id <= $2 AND state = $3 AND sealed IS NOT NULL"
                       " AND ($5 = 1 OR COALESCE (reason_code, '') <> 'notice-already-sent')"
                       " AND ($6 = 0 OR COALESCE (reason_code, '') = 'notice-already-sent')",
                       ION_VALUES (ion_int (first), ion_int (last), ion_int (from),
                                   ion_int (step->to),
                                   ion_int (step->rows != NULL || step->held_only),
                                   ion_int (step->held_only)),
                       n_changed, error);
  return ion_db_run (db,
                     "UPDATE delivery SET state = $4, reason_code = $5, settled_at = $6,"
                     " follow_at = 0 WHERE id >= $1 AND id <= $2 AND state = $3",
                     ION_VALUES (ion_int (first), ion_int (last), ion_int (from),
                                 ion_int (step->to), ion_text (step->word), ion_int (step->now)),
                     n_changed, error);
}

/* All states of the mask in that range of ids. */
static gboolean
set_states (IonDb *db, StepData *step, gint64 first, gint64 last, gint64 *n_changed, GError **error)
{
  *n_changed = 0;
  for (guint state = 0; state < ION_N_DELIVERY_STATES; state++)
    {
      gint64 n = 0;

      if ((step->from & (1u << state)) == 0)
        continue;
      if (!ion_delivery_state_may_become (state, step->to, TRUE))
        {
          g_set_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE,
                       /* Translators: both are states of a message, as in “Delivered” */
                       _ ("A message cannot go from “%1$s” to “%2$s”."),
                       ion_delivery_state_get_label (state),
                       ion_delivery_state_get_label (step->to));
          return FALSE;
        }
      if (!set_state (db, step, first, last, state, &n, error))
        return FALSE;
      *n_changed += n;
    }
  return TRUE;
}

/* What is put back must find its campaign open; a person starts it again. */
static gboolean
reopen (IonDb *db, gint64 number, IonCampaignState state, GError **error)
{
  if (state == ION_CAMPAIGN_CANCELLED)
    {
      g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE,
                           _ ("The campaign was cancelled: nothing of it can be sent any more."));
      return FALSE;
    }
  return state != ION_CAMPAIGN_DONE ||
         ion_db_run (db, "UPDATE campaign SET state = $2, finished_at = 0 WHERE number = $1",
                     ION_VALUES (ion_int (number), ion_int (ION_CAMPAIGN_READY)), NULL, error);
}

static gboolean
step_cb (IonDb *db, gpointer data, GError **error)
{
  StepData *step = data;
  g_autofree char *detail = NULL;
  IonCampaignState state;
  gint64 number, n = 0;

  step->n_changed = 0;
  if (!ion_campaign_find (db, step->campaign_id, &number, &state, error))
    return FALSE;
  if (step->rows == NULL &&
      !set_states (db, step, ion_delivery_make_id (number, 0),
                   ion_delivery_make_id (number + 1, 0) - 1, &step->n_changed, error))
    return FALSE;
  for (gsize i = 0; step->rows != NULL && i < step->n_rows; i++)
    {
      gint64 id = step->rows[i] > 0 && step->rows[i] <= ION_DELIVERY_ROW_MAX
                      ? ion_delivery_make_id (number, step->rows[i])
                      : -1;

      if (!set_states (db, step, id, id, &n, error))
        return FALSE;
      if (n == 0)
        return fail_row (step->rows[i], error);
      step->n_changed += n;
    }
  if (step->n_changed > 0 && step->to == ION_DELIVERY_PENDING && !reopen (db, number, state, error))
    return FALSE;
  detail = g_strdup_printf ("%s: %" PRId64, step->word, step->n_changed);
  return step->n_changed == 0 ||
         ion_journal_add (db, step->action, step->campaign_id, detail, NULL, error);
}

gint64
ion_ledger_resolve_uncertain (IonLedger *self,
                              const char *campaign_id,
                              IonResolve word,
                              const gint64 *rows,
                              gsize n_rows,
                              GError **error)
{
  static const struct
  {
    IonDeliveryState to;
    const char *word;
  } words[] = {
    [ION_RESOLVE_SENT] = { ION_DELIVERY_ACCEPTED, "resolved-sent" },
    [ION_RESOLVE_NOT_SENT] = { ION_DELIVERY_CANCELLED, "resolved-not-sent" },
    [ION_RESOLVE_RETRY] = { ION_DELIVERY_PENDING, "resolved-retry" },
  };
  StepData data = { .campaign_id = campaign_id,
                    .action = "resolve",
                    .from = TO (UNCERTAIN),
                    .rows = rows,
                    .n_rows = n_rows,
                    .now = ion_ledger_now () };

  g_return_val_if_fail (ION_IS_LEDGER (self) && campaign_id != NULL, -1);
  g_return_val_if_fail ((guint) word < G_N_ELEMENTS (words), -1);

  data.to = words[word].to;
  data.word = words[word].word;
  return ion_ledger_write (self, step_cb, &data, error) ? data.n_changed : -1;
}

/**
 * ion_ledger_retry:
 * @states: 0 = refused, rejected and failed; in a list of rows each must be in one of them
 */
gint64
ion_ledger_retry (IonLedger *self,
                  const char *campaign_id,
                  guint states,
                  const gint64 *rows,
                  gsize n_rows,
                  GError **error)
{
  const guint allowed = TO (REFUSED) | TO (REJECTED) | TO (FAILED);
  StepData data = { .campaign_id = campaign_id,
                    .action = "retry",
                    .word = "retry",
                    .from = states != 0 ? states : allowed,
                    .to = ION_DELIVERY_PENDING,
                    .rows = rows,
                    .n_rows = n_rows };

  g_return_val_if_fail (ION_IS_LEDGER (self) && campaign_id != NULL, -1);

  if ((data.from & ~allowed) != 0)
    {
      g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE,
                           _ ("Only messages that were not accepted, not delivered or failed can "
                              "be put back."));
      return -1;
    }
  return ion_ledger_write (self, step_cb, &data, error) ? data.n_changed : -1;
}

/**
 * ion_ledger_retry_held:
 *
 * A person's word that a second message with the same notice number is meant, as a reminder is.
 */
gint64
ion_ledger_retry_held (IonLedger *self, const char *campaign_id, GError **error)
{
  StepData data = { .campaign_id = campaign_id,
                    .action = "retry",
                    .word = "retry-held",
                    .from = TO (REFUSED),
                    .to = ION_DELIVERY_PENDING,
                    .held_only = TRUE };

  g_return_val_if_fail (ION_IS_LEDGER (self) && campaign_id != NULL, -1);

  return ion_ledger_write (self, step_cb, &data, error) ? data.n_changed : -1;
}

static gboolean
recover_cb (IonDb *db, gpointer data, GError **error)
{
  StepData *step = data;
  g_autofree char *detail = NULL;

  /* Named through the campaigns, so that the index by campaign and state finds them. */
  if (!ion_db_run (db,
                   "UPDATE delivery SET state = $2, reason_code = 'interrupted', settled_at = $3"
                   " WHERE campaign IN (SELECT number FROM campaign) AND state = $1",
                   ION_VALUES (ion_int (ION_DELIVERY_SENDING), ion_int (ION_DELIVERY_UNCERTAIN),
                               ion_int (step->now)),
                   &step->n_changed, error))
    return FALSE;
  detail = g_strdup_printf ("%" PRId64, step->n_changed);
  return step->n_changed == 0 || ion_journal_add (db, "recover", NULL, detail, NULL, error);
}

gint64
ion_ledger_recover_sending (IonLedger *self, gint64 now, GError **error)
{
  StepData data = { .now = now };

  g_return_val_if_fail (ION_IS_LEDGER (self), -1);

  return ion_ledger_write (self, recover_cb, &data, error) ? data.n_changed : -1;
}

/* Also in campaigns that had not begun when the copy was made: they may have begun since. */
static gboolean
doubt_cb (IonDb *db, gpointer data, GError **error)
{
  StepData *step = data;
  g_autofree char *detail = NULL;

  if (!ion_delivery_state_may_become (ION_DELIVERY_PENDING, ION_DELIVERY_UNCERTAIN, TRUE))
    return fail_row (0, error);
  if (!ion_db_run (db,
                   "UPDATE delivery SET state = $2, reason_code = 'older-copy', settled_at = $3"
                   " WHERE campaign IN (SELECT number FROM campaign WHERE staged_by = 0)"
                   " AND state = $1",
                   ION_VALUES (ion_int (ION_DELIVERY_PENDING), ion_int (ION_DELIVERY_UNCERTAIN),
                               ion_int (step->now)),
                   &step->n_changed, error))
    return FALSE;
  detail = g_strdup_printf ("%" PRId64, step->n_changed);
  return ion_journal_add (db, "older-copy", NULL, detail, NULL, error);
}

gint64
ion_ledger_doubt_pending (IonLedger *self, GError **error)
{
  StepData data = { .now = ion_ledger_now () };

  g_return_val_if_fail (ION_IS_LEDGER (self), -1);

  return ion_ledger_write (self, doubt_cb, &data, error) ? data.n_changed : -1;
}

static gboolean
hasten_cb (IonDb *db, gpointer data, GError **error)
{
  StepData *step = data;
  gint64 number;

  if (!ion_campaign_find (db, step->campaign_id, &number, NULL, error))
    return FALSE;
  return ion_db_run (db,
                     "UPDATE delivery SET follow_at = $1 WHERE follow_at > $1"
                     " AND id > $2 AND id < $3",
                     ION_VALUES (ion_int (step->now), ion_int (ion_delivery_make_id (number, 0)),
                                 ion_int (ion_delivery_make_id (number + 1, 0))),
                     NULL, error);
}

/**
 * ion_ledger_hasten_follow_up:
 *
 * The intervals go on from where they were: only the next question comes earlier.
 */
gboolean
ion_ledger_hasten_follow_up (IonLedger *self, const char *campaign_id, gint64 now, GError **error)
{
  StepData data = { .campaign_id = campaign_id, .now = now };

  g_return_val_if_fail (ION_IS_LEDGER (self) && campaign_id != NULL, FALSE);

  return ion_ledger_write (self, hasten_cb, &data, error);
}

static gboolean
recover_follow_ups_cb (IonDb *db, gpointer data, GError **error)
{
  StepData *step = data;

  return ion_db_run (db, "UPDATE delivery SET follow_at = $1 WHERE follow_at > $2",
                     ION_VALUES (ion_int (step->now), ion_int (step->now + FOLLOW_UP_FARTHEST)),
                     NULL, error);
}

gboolean
ion_ledger_recover_follow_ups (IonLedger *self, gint64 now, GError **error)
{
  StepData data = { .now = now };

  g_return_val_if_fail (ION_IS_LEDGER (self), FALSE);

  return ion_ledger_write (self, recover_follow_ups_cb, &data, error);
}
