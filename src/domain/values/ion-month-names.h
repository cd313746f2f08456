/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-language.h"

G_BEGIN_DECLS

/* Returns: (transfer none): the name of @month (1-12) inside a date */
const char *ion_month_name (int month, IonLanguage language);

/**
 * ion_month_find:
 * @word: (array length=length): a name in any of the languages, or an Italian one cut short ("dic")
 *
 * Returns: the month, 0 where it is none
 */
int ion_month_find (const char *word, gsize length);

G_END_DECLS
