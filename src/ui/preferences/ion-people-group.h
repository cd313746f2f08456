/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonPeopleGroup:
 *
 * The people of one list: who they are, their codes masked; added by code, removed with undoing.
 *
 * Properties: "list-id" (construct only): %NULL = the test recipients.
 */
#define ION_TYPE_PEOPLE_GROUP (ion_people_group_get_type ())
G_DECLARE_FINAL_TYPE (IonPeopleGroup, ion_people_group, ION, PEOPLE_GROUP, AdwPreferencesGroup)

void ion_people_group_load (IonPeopleGroup *self, IonDesk *desk);

G_END_DECLS
