/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-column-kind.h"
#include "ion-template.h"

G_BEGIN_DECLS

/**
 * IonPaymentFields:
 *
 * Which fields of a template hold its amount, due date and notice number: those that its
 * expressions consist of, so that a cell can be blamed by its column.
 */
typedef struct
{
  char *amount;        /* (owned) (nullable) */
  char *due_date;      /* (owned) (nullable) */
  char *notice_number; /* (owned) (nullable) */
} IonPaymentFields;

void ion_payment_fields_init (IonPaymentFields *self, const IonTemplate *template_);
void ion_payment_fields_clear (IonPaymentFields *self);

G_END_DECLS
