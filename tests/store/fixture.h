/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-campaigns.h"
#include "ion-ledger-deliveries.h"
#include "ion-ledger-import.h"
#include "ion-ledger-people.h"
#include "ion-ledger-services.h"
#include "ion-ledger.h"

G_BEGIN_DECLS

/* A ledger of an office in a folder of its own, unlocked, with one service ("s1"). */
typedef struct
{
  char *folder;      /* (owned) */
  IonSecret *key;    /* (owned) */
  IonLedger *ledger; /* (owned) */
} Fixture;

void fixture_init (Fixture *self);
void fixture_clear (Fixture *self);
/* Makes the ledger anew, in the folder that has become empty. */
void fixture_make_ledger (Fixture *self);
/* As after the death of the program: closes and opens again. */
void fixture_reopen (Fixture *self);
/* Another connection to the same ledger, as another process has it, unlocked. */
IonLedger *fixture_open_again (Fixture *self);

/* Removes a folder and all in it. */
void fixture_remove_folder (const char *folder);
/* A made-up code, different for each @n. */
char *fixture_make_code (guint n);
/* Whether the bytes of @text stand in any file below @folder. */
gboolean fixture_folder_contains (const char *folder, const char *text);

/* A template with a payment; @distinct_by: (nullable). */
IonTemplate *fixture_make_template (const char *distinct_by);
/* A campaign of @n_rows people (fixture_make_code (first + i)) and rows 2...; the id. Each has a
 * notice number if @with_notices. */
char *fixture_import (Fixture *self, guint first, guint n_rows, gboolean with_notices);
/* As above, and started. */
char *fixture_start (Fixture *self, guint n_rows);

IonRecipient *fixture_make_recipient (gint64 row, const char *code, const char *notice_number);
gint64 fixture_get_id (Fixture *self, const char *campaign_id, gint64 row);
IonDeliveryState fixture_get_state (Fixture *self, const char *campaign_id, gint64 row);

/* The asynchronous steps, waited for. */
gboolean fixture_intend (Fixture *self, gint64 delivery_id, GError **error);
gboolean fixture_settle (Fixture *self, const IonSettlement *settlement, GError **error);
gboolean
fixture_settle_state (Fixture *self, gint64 delivery_id, IonDeliveryState state, GError **error);

/* The sum of the states is the number of rows, and the number of rows is @rows. */
void fixture_assert_sum (Fixture *self, const char *campaign_id, gint64 rows);
gint64 fixture_count (Fixture *self, const char *campaign_id, IonDeliveryState state);

G_END_DECLS
