/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-checked-columns.h"
#include "ion-date.h"
#include "ion-doubt-counts.h"
#include "ion-notice-book.h"
#include "ion-print-map.h"
#include "ion-recipient-check.h"
#include "ion-render-proof.h"
#include "ion-row-fields.h"
#include "ion-row-marks.h"

G_BEGIN_DECLS

/* For ion-recipient-check.c and what checks a row only. */

struct _IonRecipientCheck
{
  IonRenderer *renderer;      /* (owned) (nullable) */
  IonRenderProof *proof;      /* (owned) (nullable): of @renderer */
  GPtrArray *languages;       /* (owned) (element-type utf8): of the variants */
  char *distinct_by;          /* (owned) (nullable) */
  IonCheckedColumns *columns; /* (owned) */
  IonFields *constants;       /* (owned) */
  IonRowFields *row_fields;   /* (owned) (nullable): from the first row on */
  gint64 now;
  IonDate today;

  IonNoticeBook *notices; /* (owned): person and distinct value */
  IonPrintMap *numbers;   /* (owned): notice numbers, with their person */
  IonRowMarks *marks;     /* (owned) (nullable): where nothing tells one person's notices apart */
  IonDoubtCounts counts;
  IonCampaignTotals totals;
  gboolean is_late_taken;
};

G_END_DECLS
