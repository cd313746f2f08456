/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-group.h"

G_BEGIN_DECLS

/**
 * IonReachGroup:
 *
 * How long it takes, and who can be reached, before anything leaves.
 */
#define ION_TYPE_REACH_GROUP (ion_reach_group_get_type ())
G_DECLARE_FINAL_TYPE (IonReachGroup, ion_reach_group, ION, REACH_GROUP, IonDraftGroup)

G_END_DECLS
