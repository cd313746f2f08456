/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-repair.h"
#include "ion-row-check.h"

G_BEGIN_DECLS

gboolean ion_row_repair_take (IonRowCheck *row,
                              const IonCheckedColumn *column,
                              const IonRepair *repair,
                              const GError *error,
                              char **value);
gboolean
ion_row_repair_report_damage (IonRowCheck *row, const IonCheckedColumn *column, const char *value);

G_END_DECLS
