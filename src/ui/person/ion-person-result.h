/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-person-item.h"

G_BEGIN_DECLS

/**
 * IonPersonResult:
 *
 * What was found about one person: whose it is (masked until asked for), the messages, and what the
 * law lets the person ask for.
 *
 * Signals: "chosen" (IonPersonItem *item, gboolean by_person): FALSE for the first one, shown by
 *   itself; "export" (); "erase" ().
 */
#define ION_TYPE_PERSON_RESULT (ion_person_result_get_type ())
G_DECLARE_FINAL_TYPE (IonPersonResult, ion_person_result, ION, PERSON_RESULT, AdwBin)

/* @fiscal_code: canonical; @records: (element-type IonPersonRecord) (nullable): forgets everything
 */
void ion_person_result_set (IonPersonResult *self, const char *fiscal_code, GPtrArray *records);
/* Puts the focus on the message that is shown. */
void ion_person_result_begin (IonPersonResult *self);
/* The code is masked again. */
void ion_person_result_mask (IonPersonResult *self);

G_END_DECLS
