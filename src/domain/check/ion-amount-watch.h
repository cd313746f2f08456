/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Four classes to a doubling. */
#define ION_AMOUNT_CLASSES (64 * 4)

/**
 * IonAmountWatch:
 *
 * The amounts of a file, as many as there are in each class of size, with the first rows of each:
 * only at the end it shows which of them are far from the others. All zero at the beginning; its
 * memory is bounded whatever the file is.
 */
typedef struct
{
  gint64 n;
  gint64 min;
  gint64 max;
  gint64 classes[ION_AMOUNT_CLASSES];
  GArray *rows[ION_AMOUNT_CLASSES]; /* (owned) (nullable) (element-type gint64) */
  GArray *thousands;       /* (owned) (nullable) (element-type gint64): rows with "1.234" */
  gint64 n_decimal_points; /* amounts such as "12.50" */
  gint64 n_like_cents;     /* whole, of a thousand euros and more, not of full hundreds */
  gint64 n_below_thousand; /* or with decimals: surely euros */
  char *column;            /* (owned) (nullable): as the file names it */
} IonAmountWatch;

void ion_amount_watch_add (IonAmountWatch *self,
                           gint64 row,
                           gint64 amount,
                           const char *text,
                           const char *column);
void ion_amount_watch_clear (IonAmountWatch *self);

gint64 ion_amount_watch_count_apart (const IonAmountWatch *self);
gint64 ion_amount_watch_count_like_cents (const IonAmountWatch *self);
void ion_amount_watch_add_issues (const IonAmountWatch *self, GPtrArray *issues);

G_END_DECLS
