/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-date.h"
#include "ion-repair.h"

G_BEGIN_DECLS

/**
 * ion_date_repair:
 * @cell: what ion_moment_parse() has refused
 * @today: the day from which years are plausible: two before to fifteen after
 *
 * Serial numbers of spreadsheets, years of two digits, dates without marks or with their weekday
 * are read (certain, with a time of day where there is one); the month before the day, and years
 * that could be days, are proposed.
 *
 * Returns: (transfer full) (nullable): %NULL where there is nothing to add to the parser's words;
 *   a value is one that ion_moment_parse() takes, "31/12/2026"
 */
IonRepair *ion_date_repair (const char *cell, const IonDate *today);

G_END_DECLS
