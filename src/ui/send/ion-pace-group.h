/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-group.h"

G_BEGIN_DECLS

/**
 * IonPaceGroup:
 *
 * How much at a time: a first few, so many a day.
 */
#define ION_TYPE_PACE_GROUP (ion_pace_group_get_type ())
G_DECLARE_FINAL_TYPE (IonPaceGroup, ion_pace_group, ION, PACE_GROUP, IonDraftGroup)

G_END_DECLS
