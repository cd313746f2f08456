/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-welcome-step.h"

G_BEGIN_DECLS

/**
 * IonOfficeStep:
 *
 * Which municipality it is: its name and its fiscal code.
 */
#define ION_TYPE_OFFICE_STEP (ion_office_step_get_type ())
G_DECLARE_FINAL_TYPE (IonOfficeStep, ion_office_step, ION, OFFICE_STEP, IonWelcomeStep)

const char *ion_office_step_get_name (IonOfficeStep *self);
const char *ion_office_step_get_code (IonOfficeStep *self);

G_END_DECLS
