/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"
#include "ion-service-story.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonKeyGroup:
 *
 * A service's API key: its state, a test, another key in its place. The key itself is never shown.
 */
#define ION_TYPE_KEY_GROUP (ion_key_group_get_type ())
G_DECLARE_FINAL_TYPE (IonKeyGroup, ion_key_group, ION, KEY_GROUP, AdwPreferencesGroup)

void ion_key_group_set_service (IonKeyGroup *self, IonDesk *desk, const char *service_id);
void ion_key_group_show (IonKeyGroup *self, const IonServiceStory *story);
/* Asks the platform now. */
void ion_key_group_test (IonKeyGroup *self);

G_END_DECLS
