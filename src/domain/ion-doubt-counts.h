/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-name-check.h"
#include "ion-recipient-check.h"

G_BEGIN_DECLS

#define ION_DOUBT_NAMES          "names-do-not-match"
#define ION_DOUBT_MINORS         "minors"
#define ION_DOUBT_SHARED_NOTICES "notice-on-different-people"
#define ION_DOUBT_AMOUNTS        "amounts-far-apart"
#define ION_DOUBT_PAST           "due-dates-past"

/* Four classes to a doubling. */
#define ION_AMOUNT_CLASSES (64 * 4)

/* What the rows add up to; all zero at the beginning. */
typedef struct
{
  gint64 n_names; /* that could be compared with the code */
  gint64 n_names_differing;
  gint64 n_codes;
  gint64 n_minors;
  gint64 n_shared_notices; /* rows with a notice number that another person has too */
  gint64 n_past;
  gint64 n_amounts;
  gint64 amount_min;
  gint64 amount_max;
  gint64 amounts[ION_AMOUNT_CLASSES];
} IonDoubtCounts;

void ion_doubt_counts_add_name (IonDoubtCounts *self, IonNameCheck check);
void ion_doubt_counts_add_amount (IonDoubtCounts *self, gint64 amount);
GPtrArray *ion_doubt_counts_list (const IonDoubtCounts *self);

G_END_DECLS
