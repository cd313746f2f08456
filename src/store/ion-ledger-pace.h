/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger.h"

G_BEGIN_DECLS

/*
 * The pace shared by every process on the ledger: leases of permits in a small table. A lease of n
 * permits counts against the window until @hold after its last departure; one whose process died
 * counts until its permits could no longer be used. Times are CLOCK_BOOTTIME microseconds of this
 * boot, so a jumping wall clock changes nothing.
 */

typedef struct
{
  int limit;   /* permits in a window: 150 */
  gint64 hold; /* microseconds from departure to return: window + margin */
} IonPaceRule;

/**
 * ion_ledger_take_permits_async:
 * @wanted: so many at most
 * @last_departure: when the last permit of the previous lease left (0 = none, or still unknown)
 *
 * Not synced to disk (a crash loses nothing that matters: leases expire by time).
 */
void ion_ledger_take_permits_async (IonLedger *self,
                                    const IonPaceRule *rule,
                                    int wanted,
                                    gint64 now,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/**
 * @granted: (out): 0 to wanted
 * @next_at: (out): when to ask again, where none was granted
 * @lease: (out): to be closed with ion_ledger_close_lease()
 */
gboolean ion_ledger_take_permits_finish (IonLedger *self,
                                         GAsyncResult *result,
                                         int *granted,
                                         gint64 *next_at,
                                         gint64 *lease,
                                         GError **error);
/* @used: permits that departed, the last at @last_departure; unused ones return at once. Not
 * awaited. */
void ion_ledger_close_lease (IonLedger *self, gint64 lease, int used, gint64 last_departure);

/* What one process learned from the platform's headers, for the others: nobody calls before @until
 * (boot time, us). */
void ion_ledger_set_pace_block (IonLedger *self, gint64 until, int learned_limit);
gboolean ion_ledger_get_pace_block (IonLedger *self, gint64 *until, int *learned_limit);

G_END_DECLS
