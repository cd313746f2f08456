/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-group.h"

G_BEGIN_DECLS

/**
 * IonDepartGroup:
 *
 * The plan in a sentence, whether citizens get anything, and the button that names what it does.
 * Pressed twice it sends once.
 */
#define ION_TYPE_DEPART_GROUP (ion_depart_group_get_type ())
G_DECLARE_FINAL_TYPE (IonDepartGroup, ion_depart_group, ION, DEPART_GROUP, IonDraftGroup)

/* (nullable): while the countdown runs */
GtkWidget *ion_depart_group_get_countdown (IonDepartGroup *self);

G_END_DECLS
