/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-engine-look.h"
#include "ion-sender.h"

G_BEGIN_DECLS

/**
 * IonSenderPool:
 *
 * The campaigns being sent at this moment: begins and stops their senders as a look at the ledger
 * says, and shares out among them how many deliveries may be on their way at once.
 */
typedef struct _IonSenderPool IonSenderPool;

/* What the pool tells its owner; each gets @data. */
typedef struct
{
  gint64 (*now) (void); /* UTC seconds */
  void (*changed) (gpointer data);
  void (*submitted) (gpointer data);
  void (*connection) (gboolean ok, const char *explanation, gpointer data);
  void (*ledger) (gboolean ok, const char *explanation, gpointer data);
  /* A sender has come to its end. */
  void (*finished) (gpointer data);
  gpointer data;
} IonSenderPoolOwner;

/* @owner is copied */
IonSenderPool *ion_sender_pool_new (IonLedger *ledger,
                                    IonGate *gate,
                                    const IonSenderPatience *patience,
                                    const IonSenderPoolOwner *owner);
void ion_sender_pool_free (IonSenderPool *self);

/* @campaign_id was running before the engine was, and is not its business unless somebody says
 * "now" again. */
void ion_sender_pool_leave_alone (IonSenderPool *self, const char *campaign_id);
/* A look begins, which ion_sender_pool_apply() will get. */
void ion_sender_pool_begin_look (IonSenderPool *self);
/* Makes of @look what it can; takes the campaigns out of it. */
void ion_sender_pool_apply (IonSenderPool *self, IonEngineLook *look);
/* To be called now and then: shares change as deliveries end. */
void ion_sender_pool_share_out (IonSenderPool *self);
/* Whether no sender may begin yet, since one has just ended. */
gboolean ion_sender_pool_is_resting (IonSenderPool *self);

/* All that is being sent pauses, and says what is wrong with the keyring. */
void ion_sender_pool_pause_for_keyring (IonSenderPool *self, const GError *error);
void ion_sender_pool_stop (IonSenderPool *self);
void ion_sender_pool_abandon (IonSenderPool *self);
gboolean ion_sender_pool_is_empty (IonSenderPool *self);
guint ion_sender_pool_get_in_flight (IonSenderPool *self);
/* How many calls the campaigns being sent still need. */
gint64 ion_sender_pool_count_calls_left (IonSenderPool *self);
/* Returns: (transfer full) (element-type utf8): campaigns that a person sends, not the clock */
GPtrArray *ion_sender_pool_list_by_hand (IonSenderPool *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonSenderPool, ion_sender_pool_free)

G_END_DECLS
