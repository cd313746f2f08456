/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonTransferGroup:
 *
 * The office carried to another machine: exported, imported.
 */
#define ION_TYPE_TRANSFER_GROUP (ion_transfer_group_get_type ())
G_DECLARE_FINAL_TYPE (IonTransferGroup,
                      ion_transfer_group,
                      ION,
                      TRANSFER_GROUP,
                      AdwPreferencesGroup)

void ion_transfer_group_set_desk (IonTransferGroup *self, IonDesk *desk);
/* The file that was chosen: says what it would change, then asks. */
void ion_transfer_group_import (IonTransferGroup *self, GFile *file);
/* @with_people: lists and test recipients too */
void ion_transfer_group_export (IonTransferGroup *self, gboolean with_people, GFile *file);

G_END_DECLS
