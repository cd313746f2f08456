/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-compose-part.h"

G_BEGIN_DECLS

/**
 * IonRecipientsPart:
 *
 * Who gets it: a file, rows, an earlier campaign; columns, errors, doubts.
 */
#define ION_TYPE_RECIPIENTS_PART (ion_recipients_part_get_type ())
G_DECLARE_FINAL_TYPE (IonRecipientsPart, ion_recipients_part, ION, RECIPIENTS_PART, IonComposePart)

G_END_DECLS
