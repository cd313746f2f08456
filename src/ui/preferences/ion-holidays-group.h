/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonHolidaysGroup:
 *
 * The office's own holidays, one a row.
 */
#define ION_TYPE_HOLIDAYS_GROUP (ion_holidays_group_get_type ())
G_DECLARE_FINAL_TYPE (IonHolidaysGroup,
                      ion_holidays_group,
                      ION,
                      HOLIDAYS_GROUP,
                      AdwPreferencesGroup)

void ion_holidays_group_show (IonHolidaysGroup *self, IonDesk *desk, const char *value);

G_END_DECLS
