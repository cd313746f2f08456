/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-row-check.h"

G_BEGIN_DECLS

/* Reads the row's fiscal code, mended where there is one reading, and holds the name against it. */
void ion_row_person_check (IonRowCheck *row);

G_END_DECLS
