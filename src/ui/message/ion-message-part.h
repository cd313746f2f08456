/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-compose-part.h"

G_BEGIN_DECLS

/**
 * IonMessagePart:
 *
 * The message: service, text, buttons, payment, due date.
 */
#define ION_TYPE_MESSAGE_PART (ion_message_part_get_type ())
G_DECLARE_FINAL_TYPE (IonMessagePart, ion_message_part, ION, MESSAGE_PART, IonComposePart)

G_END_DECLS
