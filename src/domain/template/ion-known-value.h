/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a row's check has found a value to be already, so that it is not read twice. */
typedef enum
{
  ION_KNOWN_NOTHING,
  ION_KNOWN_AMOUNT,
  ION_KNOWN_MOMENT,        /* with %ION_DAY_END */
  ION_KNOWN_NOTICE_NUMBER, /* in its canonical form */
} IonKnownKind;

typedef struct
{
  IonKnownKind kind;
  gint64 number; /* cents or UTC seconds */
} IonKnownValue;

G_END_DECLS
