/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonAdviceList:
 *
 * What could be better in a message, each with its reason, one click that mends it where there is
 * one, and one that puts it aside.
 *
 * Signals: "mend" (const char *code), "dismiss" (const char *code).
 */
#define ION_TYPE_ADVICE_LIST (ion_advice_list_get_type ())
G_DECLARE_FINAL_TYPE (IonAdviceList, ion_advice_list, ION, ADVICE_LIST, AdwBin)

/* @advice: (element-type IonAdvice). @fault: (nullable): why no message can be made at all. */
void ion_advice_list_show (IonAdviceList *self, GPtrArray *advice, const char *fault);

G_END_DECLS
