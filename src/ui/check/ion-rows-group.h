/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-group.h"

G_BEGIN_DECLS

/**
 * IonRowsGroup:
 *
 * Any row on the phone: by number, one after the other, and those at the edges.
 */
#define ION_TYPE_ROWS_GROUP (ion_rows_group_get_type ())
G_DECLARE_FINAL_TYPE (IonRowsGroup, ion_rows_group, ION, ROWS_GROUP, IonDraftGroup)

G_END_DECLS
