/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-row-queue.h"

G_BEGIN_DECLS

/* For ion-row-queue*.c only. */

typedef struct
{
  gint64 row;
  gint64 n_more;     /* how often it comes again */
  gsize start;       /* of its cells in the queue's @starts */
  gsize n_own;       /* cells there */
  gsize n_cells;     /* with those that fill it up */
  guint n_remarks;   /* at the beginning of the queue's @pending */
  gboolean is_again; /* it was taken before */
} IonQueuedRow;

struct _IonRowQueue
{
  GString *text;  /* (owned): texts with their NUL; the first one is empty */
  GArray *starts; /* (owned) (element-type gsize): where cells begin in @text */
  GArray *rows;   /* (owned) (element-type IonQueuedRow) */
  guint next;     /* in @rows */
  gsize width;    /* of the widest row so far */
  gint64 last;    /* number of the last row that was kept */

  /* The row being read. */
  IonQueuedRow current;
  gsize text_start;
  gboolean is_open;
  gboolean is_filled;
  gboolean was_kept;
  guint faults; /* Fault */

  GPtrArray *pending; /* (owned) (element-type IonTableRemark): of rows not yet taken */
  GPtrArray *remarks; /* (owned) (element-type IonTableRemark) */
  GPtrArray *result;  /* (owned) (element-type utf8): pointers into @text */
};

/* @column: -1 = of the whole row */
IonTableRemark *
ion_row_queue_make_remark (gint64 row, gssize column, const char *code, const char *message);
/* Whether a row would pass for one that is whole without this remark. There are never more of them
 * than cells in the piece that was read. */
gboolean ion_row_queue_is_damage (const char *code);

G_END_DECLS
