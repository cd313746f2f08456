/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-date.h"

G_BEGIN_DECLS

/*
 * Reading dates and times from left to right, for IonDate's and the moments' parsers. Each function
 * moves the cursor behind what it has read, and leaves it where it was when it fails.
 */

typedef enum
{
  ION_SCAN_FOUND,
  ION_SCAN_NOT_THERE,
  ION_SCAN_NO_SUCH_DAY,  /* 31 February */
  ION_SCAN_OUT_OF_RANGE, /* the year */
} IonScan;

typedef struct
{
  int hour; /* 0-24 */
  int minute;
  int second;
  gboolean is_announced; /* by "ore": surely a time, also at midnight */
} IonClock;

/* A number of at least @least and at most @most digits, none following; @most is 4 or less. */
gboolean ion_scan_number (const char **cursor, guint least, guint most, int *number);
IonScan ion_scan_date (const char **cursor, IonDate *date);
/* Sets the %ION_VALUE_ERROR for a date that was not found. */
void ion_scan_set_error (IonScan scan, GError **error);
/* "18:30", "18.30", "18:30:00.000", "24:00"; "ore 18" */
gboolean ion_scan_clock (const char **cursor, IonClock *clock);

G_END_DECLS
