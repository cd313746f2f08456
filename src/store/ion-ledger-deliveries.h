/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger.h"
#include "ion-delivery-state.h"
#include "ion-fields.h"

G_BEGIN_DECLS

/* A row of a campaign with its person unsealed. Times are UTC seconds, 0 = none. */
typedef struct
{
  gint64 id;         /* of the ledger, grows with the row */
  char *campaign_id; /* (owned) */
  gint64 row;        /* of the file */
  IonDeliveryState state;
  char *fiscal_code;   /* (owned): empty once forgotten */
  IonFields *fields;   /* (owned) (nullable) */
  char *reason_code;   /* (owned) (nullable) */
  char *reason_detail; /* (owned) (nullable) */
  char *message_id;    /* (owned) (nullable) */
  char *language;      /* (owned) (nullable): of the variant that was sent */
  int read;            /* -1 unknown, 0, 1 */
  int paid;
  gint64 reached_at; /* of a reach answer younger than a day for this person and service: reachable;
                        else 0 */
  char *reach_language; /* (owned) (nullable): first preferred language of that answer: "de" */
  gint64 intended_at, settled_at, follow_at;
  int follow_step;
} IonDelivery;

void ion_delivery_free (IonDelivery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonDelivery, ion_delivery_free)

/**
 * ion_ledger_list_deliveries:
 * @states: bit mask of 1 << IonDeliveryState; 0 = all
 * @after_id: only ids above it (pages by key, in the order of the ids)
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type IonDelivery)
 */
GPtrArray *ion_ledger_list_deliveries (IonLedger *self,
                                       const char *campaign_id,
                                       guint states,
                                       gint64 after_id,
                                       guint limit,
                                       GError **error);
IonDelivery *
ion_ledger_get_delivery (IonLedger *self, const char *campaign_id, gint64 row, GError **error);
/* Those whose follow_at has come, over all campaigns, earliest first. */
GPtrArray *
ion_ledger_list_due_follow_ups (IonLedger *self, gint64 now, guint limit, GError **error);
/* When the next follow-up is due; 0 = none. */
gint64 ion_ledger_next_follow_up (IonLedger *self, const char *campaign_id);
/* Makes due at @now what of the campaign is still followed later: a person asks now. */
gboolean
ion_ledger_hasten_follow_up (IonLedger *self, const char *campaign_id, gint64 now, GError **error);
/* Makes due at @now what waits for a moment that no interval leads to: the clock was ahead when it
 * was set, and has been put right. */
gboolean ion_ledger_recover_follow_ups (IonLedger *self, gint64 now, GError **error);
/* Submissions intended since then and not withdrawn (for a daily limit); -1 on error. */
gint64 ion_ledger_count_intended_since (IonLedger *self, gint64 since, GError **error);
/* The same of one campaign. */
gint64 ion_ledger_count_campaign_intended_since (IonLedger *self,
                                                 const char *campaign_id,
                                                 gint64 since,
                                                 GError **error);

/**
 * ion_ledger_intend_async:
 * @notice_number: (nullable): guards against a second message with the same notice to the same
 * person
 *
 * pending -> sending, durable when it answers. Checked in the same transaction: the delivery is
 * still pending, the campaign still running and with a tranche left (one is taken), the office not
 * stopped, nobody holds the same notice. Errors: %ION_STORE_ERROR_STATE, _STOPPED,
 * _ALREADY_NOTIFIED (the row has then become refused, "notice-already-sent"), or the disk's.
 */
void ion_ledger_intend_async (IonLedger *self,
                              gint64 delivery_id,
                              gint64 now,
                              const char *language,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean ion_ledger_intend_finish (IonLedger *self, GAsyncResult *result, GError **error);

/* What happened to a delivery. Copied by the callee. */
typedef struct
{
  gint64 delivery_id;
  IonDeliveryState
      state; /* the new one; back to pending withdraws an intent and gives the tranche back */
  const char *reason_code;   /* (nullable) */
  const char *reason_detail; /* (nullable): never holds personal data */
  const char *message_id;    /* (nullable) */
  gint64 now;
  gint64 follow_at; /* 0 = no follow-up (any more) */
  int follow_step;
  int read, paid; /* -1 = unchanged */
} IonSettlement;

/* No cancellable: writing down what has already happened cannot be called off. Durable when it
 * answers. */
void ion_ledger_settle_async (IonLedger *self,
                              const IonSettlement *settlement,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean ion_ledger_settle_finish (IonLedger *self, GAsyncResult *result, GError **error);

/* A reachable answer is remembered for person and service (a day long). Not awaited by anybody. */
void ion_ledger_note_reach (IonLedger *self,
                            const char *service_id,
                            gint64 delivery_id,
                            const char *language,
                            gint64 now);

/* After a crash: every sending row becomes uncertain ("interrupted"). Only under the engine's lock.
 * Returns how many, -1 on error. */
gint64 ion_ledger_recover_sending (IonLedger *self, gint64 now, GError **error);

/* A person's word. Journalled. Returns how many rows changed, -1 on error. */
typedef enum
{
  ION_RESOLVE_SENT,     /* -> accepted, without a message id: not followed up */
  ION_RESOLVE_NOT_SENT, /* -> cancelled */
  ION_RESOLVE_RETRY,    /* -> pending */
} IonResolve;
gint64 ion_ledger_resolve_uncertain (IonLedger *self,
                                     const char *campaign_id,
                                     IonResolve word,
                                     const gint64 *rows,
                                     gsize n_rows,
                                     GError **error);
/* refused, rejected, failed -> pending; @states a mask of these; rows NULL = all but those that are
 * "notice-already-sent". Named by its row, such a one loses that guard once. */
gint64 ion_ledger_retry (IonLedger *self,
                         const char *campaign_id,
                         guint states,
                         const gint64 *rows,
                         gsize n_rows,
                         GError **error);
/* The "notice-already-sent" ones, all of them and no others: a second message is meant. */
gint64 ion_ledger_retry_held (IonLedger *self, const char *campaign_id, GError **error);
/* The person's decision after an older copy: every pending row becomes uncertain ("older-copy"),
 * also of campaigns that had not begun when the copy was made: they may have begun since. */
gint64 ion_ledger_doubt_pending (IonLedger *self, GError **error);

/* Returns: whether to go on; where not, @error is set */
typedef gboolean (*IonDeliveryFunc) (const IonDelivery *delivery, gpointer data, GError **error);

/**
 * ion_ledger_each_delivery:
 * @states: as for ion_ledger_list_deliveries()
 *
 * Calls @func for one delivery after the other, in the order of the file, a page in memory. Call it
 * from a worker thread.
 *
 * Returns: whether all were seen. Errors: those of @func; %ION_STORE_ERROR; %G_IO_ERROR_CANCELLED
 */
gboolean ion_ledger_each_delivery (IonLedger *self,
                                   const char *campaign,
                                   guint states,
                                   IonDeliveryFunc func,
                                   gpointer data,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
