/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-campaigns.h"
#include "ion-office.h"

G_BEGIN_DECLS

/* What the person believes about the send; -1 = nothing said. */
typedef struct
{
  gint64 people;
  gint64 total; /* cents */
} IonExpectation;

/**
 * IonSendCheck:
 *
 * The guards before a send: what will leave, to whom, in figures that an office can compare with
 * its accounts.
 */
typedef struct
{
  IonCampaign *campaign; /* (owned) */
  char *service_name;    /* (owned) */
  IonCampaignTotals totals;
  gint64 people;        /* who would get it now: pending rows, at most the tranche */
  gboolean is_practice; /* no citizen is reached */
  gboolean has_begun;   /* some rows have left before: this goes on */
  char *sentence; /* (owned): "5.101 persone, 436.221,50 € in tutto, da 10,00 a 900,00 €, …" */
  GPtrArray *remarks; /* (owned) (element-type utf8): what the person should know besides */
} IonSendCheck;

void ion_send_check_free (IonSendCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonSendCheck, ion_send_check_free)

/**
 * ion_office_check_send:
 * @campaign: id or name
 * @expectation: (nullable)
 * @first: send so many now, -1 = all
 *
 * Errors: %ION_OFFICE_ERROR: expectation, office-stopped, older-copy, no-key, test-only, nothing;
 * %ION_STORE_ERROR_STATE; %ION_KEYRING_ERROR
 */
IonSendCheck *ion_office_check_send (IonOffice *self,
                                     const char *campaign,
                                     const IonExpectation *expectation,
                                     gint64 first,
                                     GError **error);

/**
 * ion_office_total_campaign:
 * @people: (out): all but the rows left out
 * @amount: (out): cents
 *
 * What an expectation is compared with, also where some of it has left or is known not to be
 * reachable. Runs long: call it from a worker thread.
 */
gboolean ion_office_total_campaign (IonOffice *self,
                                    const char *campaign,
                                    gint64 *people,
                                    gint64 *amount,
                                    GError **error);

G_END_DECLS
