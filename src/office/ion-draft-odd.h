/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft.h"

G_BEGIN_DECLS

/* What can be odd about a row; each holds one row at most. */
typedef enum
{
  ION_DRAFT_ODD_LONGEST_SUBJECT,
  ION_DRAFT_ODD_LONGEST_TEXT,
  ION_DRAFT_ODD_SHORTEST_TEXT,
  ION_DRAFT_ODD_HIGHEST_AMOUNT,
  ION_DRAFT_ODD_LOWEST_AMOUNT,
  ION_DRAFT_ODD_EARLIEST_DAY,
  ION_DRAFT_ODD_LATEST_DAY,
  ION_DRAFT_ODD_MISSING_FIELD,
  ION_DRAFT_ODD_MARKUP,
  ION_DRAFT_ODD_LETTERS,
} IonDraftOddity;

#define ION_N_DRAFT_ODDITIES 10

/**
 * IonDraftOdd:
 *
 * The rows unlike the others, found while all pass by.
 */
typedef struct _IonDraftOdd IonDraftOdd;

IonDraftOdd *ion_draft_odd_new (const IonRenderer *renderer);
void ion_draft_odd_free (IonDraftOdd *self);
/* In place of the one that was the oddest of this kind so far. */
void ion_draft_odd_take (IonDraftOdd *self, IonDraftOddity oddity, const IonRecipient *recipient);
/* For what shows in the row itself: amounts, days, letters. */
void ion_draft_odd_look (IonDraftOdd *self, const IonRecipient *recipient);
/* Returns: (transfer full) (element-type IonDraftRow): each row once; none where all are alike */
GPtrArray *ion_draft_odd_finish (IonDraftOdd *self);

/* @why: (nullable) */
IonDraftRow *ion_draft_row_new (const IonRecipient *recipient, const char *why);

G_END_DECLS
