/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-delivery-state.h"
#include "ion-fiscal-code.h"
#include "ion-ledger.h"

G_BEGIN_DECLS

/*
 * A campaign's rows as a long list shows them: their numbers (4 bytes a row, a million fit
 * anywhere), and of those in sight what stands in a table. Page after page is read by key.
 */

/* What a table shows of a delivery. Times are UTC seconds, 0 = none. */
typedef struct
{
  guint32 row;
  IonDeliveryState state;
  char fiscal_code[ION_FISCAL_CODE_LENGTH + 1]; /* empty once forgotten */
  char *reason_code;                            /* (owned) (nullable) */
  char *reason_detail;                          /* (owned) (nullable) */
  gint64 intended_at, settled_at;
} IonDeliveryLine;

/**
 * ion_ledger_list_delivery_rows:
 * @states: bit mask of 1 << IonDeliveryState; 0 = all
 *
 * Takes as long as the campaign is large: call it from a worker thread.
 *
 * Returns: (transfer full) (element-type guint32): the numbers of all those rows, rising
 */
GArray *ion_ledger_list_delivery_rows (IonLedger *self,
                                       const char *campaign_id,
                                       guint states,
                                       GCancellable *cancellable,
                                       GError **error);
/* The first @limit of them, as fast in a large campaign as in a small one. */
GArray *ion_ledger_list_first_rows (IonLedger *self,
                                    const char *campaign_id,
                                    guint states,
                                    guint limit,
                                    GError **error);
/* Those of one person, by fingerprint. @fiscal_code: as normalised.
 * Returns: (transfer full) (element-type guint32): may be empty */
GArray *ion_ledger_find_person_rows (IonLedger *self,
                                     const char *campaign_id,
                                     const char *fiscal_code,
                                     GError **error);
/* A page of rows, rising; one that there is not is left out.
 * Returns: (transfer full) (element-type IonDeliveryLine): wiped when it goes */
GArray *ion_ledger_read_delivery_lines (IonLedger *self,
                                        const char *campaign_id,
                                        const guint32 *rows,
                                        gsize n_rows,
                                        GError **error);

G_END_DECLS
