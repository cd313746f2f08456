/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-group.h"

G_BEGIN_DECLS

/**
 * IonWhenGroup:
 *
 * When it leaves: now, at a moment, or within the office's sending hours.
 */
#define ION_TYPE_WHEN_GROUP (ion_when_group_get_type ())
G_DECLARE_FINAL_TYPE (IonWhenGroup, ion_when_group, ION, WHEN_GROUP, IonDraftGroup)

G_END_DECLS
