/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-amount-watch.h"
#include "ion-name-check.h"
#include "ion-name-run.h"
#include "ion-recipient-check.h"

G_BEGIN_DECLS

#define ION_DOUBT_NAMES          "names-do-not-match"
#define ION_DOUBT_MINORS         "minors"
#define ION_DOUBT_SHARED_NOTICES "notice-on-different-people"
#define ION_DOUBT_AMOUNTS        "amounts-far-apart"
#define ION_DOUBT_CENTS          "amounts-maybe-cents"
#define ION_DOUBT_MONTH_FIRST    "dates-month-first"
#define ION_DOUBT_PAST           "due-dates-past"

/* What the rows add up to; all zero at the beginning. */
typedef struct
{
  gint64 n_names; /* that could be compared with the code */
  gint64 n_names_differing;
  gint64 n_codes;
  gint64 n_minors;
  gint64 n_shared_notices; /* rows with a notice number that another person has too */
  gint64 n_past;
  gint64 n_month_first; /* dates that have a day only if the month stands first */
  IonNameRun names;
  IonAmountWatch amounts;
} IonDoubtCounts;

void ion_doubt_counts_clear (IonDoubtCounts *self);
void ion_doubt_counts_add_name (IonDoubtCounts *self, gint64 row, IonNameCheck check);
GPtrArray *ion_doubt_counts_list (const IonDoubtCounts *self);

G_END_DECLS
