/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"
#include "ion-service-story.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonRotationGroup:
 *
 * Both keys of a service renewed in four steps, of which the present one can be done here.
 *
 * Signal: "key-set" (): another key is in use now: it should be tested.
 */
#define ION_TYPE_ROTATION_GROUP (ion_rotation_group_get_type ())
G_DECLARE_FINAL_TYPE (IonRotationGroup,
                      ion_rotation_group,
                      ION,
                      ROTATION_GROUP,
                      AdwPreferencesGroup)

void ion_rotation_group_set_service (IonRotationGroup *self, IonDesk *desk, const char *service_id);
void ion_rotation_group_show (IonRotationGroup *self, const IonServiceStory *story);

G_END_DECLS
