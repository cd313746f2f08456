/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-group.h"

G_BEGIN_DECLS

/**
 * IonGapsGroup:
 *
 * What is still missing in the other parts, each with the way there.
 */
#define ION_TYPE_GAPS_GROUP (ion_gaps_group_get_type ())
G_DECLARE_FINAL_TYPE (IonGapsGroup, ion_gaps_group, ION, GAPS_GROUP, IonDraftGroup)

G_END_DECLS
