/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-secret.h"
#include "ion-welcome-step.h"

G_BEGIN_DECLS

/**
 * IonServiceStep:
 *
 * The first service and its API key, with where on PagoPA's pages both are found.
 */
#define ION_TYPE_SERVICE_STEP (ion_service_step_get_type ())
G_DECLARE_FINAL_TYPE (IonServiceStep, ion_service_step, ION, SERVICE_STEP, IonWelcomeStep)

const char *ion_service_step_get_id (IonServiceStep *self);
const char *ion_service_step_get_name (IonServiceStep *self);
const char *ion_service_step_get_department (IonServiceStep *self);
/* Takes the key out of its field, which is then empty: it is never shown again.
 * Returns: (transfer full) (nullable): %NULL where none was typed since */
IonSecret *ion_service_step_take_key (IonServiceStep *self);
/* The service is stored: its id stands, a key typed now takes the place of the one kept. */
void ion_service_step_set_stored (IonServiceStep *self);

G_END_DECLS
