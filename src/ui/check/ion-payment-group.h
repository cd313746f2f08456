/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-group.h"

G_BEGIN_DECLS

/**
 * IonPaymentGroup:
 *
 * What only the office knows about its payments.
 */
#define ION_TYPE_PAYMENT_GROUP (ion_payment_group_get_type ())
G_DECLARE_FINAL_TYPE (IonPaymentGroup, ion_payment_group, ION, PAYMENT_GROUP, IonDraftGroup)

G_END_DECLS
