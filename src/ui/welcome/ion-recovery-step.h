/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-welcome-step.h"

G_BEGIN_DECLS

/**
 * IonRecoveryStep:
 *
 * The recovery key, shown this once: to be printed or written down. It is in no file, and goes on
 * only when the person says that it is kept.
 */
#define ION_TYPE_RECOVERY_STEP (ion_recovery_step_get_type ())
G_DECLARE_FINAL_TYPE (IonRecoveryStep, ion_recovery_step, ION, RECOVERY_STEP, IonWelcomeStep)

/* @key: (transfer full) (nullable): wiped when replaced */
void ion_recovery_step_set_key (IonRecoveryStep *self, const char *office_name, char *key);

G_END_DECLS
