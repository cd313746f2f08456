/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"
#include "ion-engine-host.h"

G_BEGIN_DECLS

/* (transfer none) (nullable): while the desk is started */
IonEngineHost *ion_desk_get_host (IonDesk *self);

G_END_DECLS
