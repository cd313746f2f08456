/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-group.h"

G_BEGIN_DECLS

/**
 * IonPrepareGroup:
 *
 * The campaign being prepared for the last look, or why it cannot be.
 */
#define ION_TYPE_PREPARE_GROUP (ion_prepare_group_get_type ())
G_DECLARE_FINAL_TYPE (IonPrepareGroup, ion_prepare_group, ION, PREPARE_GROUP, IonDraftGroup)

G_END_DECLS
