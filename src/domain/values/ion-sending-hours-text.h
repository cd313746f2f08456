/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-sending-hours.h"

G_BEGIN_DECLS

/* Returns: (transfer full): hours and days as ion_sending_hours_new() reads them: "8-20 lun-ven";
 * runs of three days and more as a range. Holidays are not in it. */
char *ion_sending_hours_format (const IonSendingHours *self);

G_END_DECLS
