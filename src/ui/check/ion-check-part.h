/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-compose-part.h"

G_BEGIN_DECLS

/**
 * IonCheckPart:
 *
 * The last look: rows as their citizens will see them, figures from the accounts, the purpose.
 */
#define ION_TYPE_CHECK_PART (ion_check_part_get_type ())
G_DECLARE_FINAL_TYPE (IonCheckPart, ion_check_part, ION, CHECK_PART, IonComposePart)

G_END_DECLS
