/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-group.h"

G_BEGIN_DECLS

/**
 * IonMergeGroup:
 *
 * All rows merged with the message, and those that IO would refuse.
 */
#define ION_TYPE_MERGE_GROUP (ion_merge_group_get_type ())
G_DECLARE_FINAL_TYPE (IonMergeGroup, ion_merge_group, ION, MERGE_GROUP, IonDraftGroup)

G_END_DECLS
