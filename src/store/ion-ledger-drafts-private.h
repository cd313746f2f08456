/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-db.h"
#include "ion-ledger.h"

G_BEGIN_DECLS

/* A campaign that nobody sees any more, and whose rows are still to be removed. */
typedef struct
{
  gint64 number;
  char *id; /* (owned) */
} IonStagedCampaign;

/* (element-type IonStagedCampaign) */
GArray *ion_staged_campaigns_new (void);
void ion_staged_campaigns_remove (IonLedger *self, GArray *staged);

void ion_draft_set_not_found (GError **error);
/* Within a transaction: STATE where the campaign of the draft has begun. */
gboolean ion_draft_check_not_begun (IonDb *db, const char *id, GError **error);

/* Within a transaction: takes what was prepared of the draft out of sight. */
gboolean ion_draft_hide_campaigns (IonDb *db,
                                   IonLedger *self,
                                   const char *draft_id,
                                   GArray *staged,
                                   GError **error);
/* Within a transaction: as above, and @id is the draft's campaign from now on. NOT_FOUND where the
 * draft is gone, STATE where it has been sent. */
gboolean ion_draft_take_campaign (IonDb *db,
                                  IonLedger *self,
                                  const char *draft_id,
                                  const char *id,
                                  GArray *staged,
                                  GError **error);
/* Within a transaction: the campaign begins, and the draft that it was part of is over. */
gboolean ion_draft_end (IonDb *db, gint64 number, const char *id, GError **error);

G_END_DECLS
