/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-compose-part.h"

G_BEGIN_DECLS

/**
 * IonSendPart:
 *
 * When it leaves, how much at a time, and the countdown.
 */
#define ION_TYPE_SEND_PART (ion_send_part_get_type ())
G_DECLARE_FINAL_TYPE (IonSendPart, ion_send_part, ION, SEND_PART, IonComposePart)

G_END_DECLS
