/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonHoursGroup:
 *
 * When what goes by itself may leave: hours and days as a person chooses them.
 */
#define ION_TYPE_HOURS_GROUP (ion_hours_group_get_type ())
G_DECLARE_FINAL_TYPE (IonHoursGroup, ion_hours_group, ION, HOURS_GROUP, AdwPreferencesGroup)

void ion_hours_group_show (IonHoursGroup *self, IonDesk *desk, const char *value);

G_END_DECLS
