/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-row-check.h"

G_BEGIN_DECLS

/* Checks the row's cell of one column, and puts what it is, or was mended to, into the fields. */
void ion_cell_check (IonRowCheck *row, gsize index);

G_END_DECLS
