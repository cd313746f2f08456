/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-group.h"

G_BEGIN_DECLS

/**
 * IonPurposeGroup:
 *
 * Whom the message serves, and what for: kept as the campaign's purpose.
 */
#define ION_TYPE_PURPOSE_GROUP (ion_purpose_group_get_type ())
G_DECLARE_FINAL_TYPE (IonPurposeGroup, ion_purpose_group, ION, PURPOSE_GROUP, IonDraftGroup)

G_END_DECLS
