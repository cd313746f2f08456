/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-welcome-step.h"

G_BEGIN_DECLS

/**
 * IonTestStep:
 *
 * The end of the first setup: a message of test to oneself.
 */
#define ION_TYPE_TEST_STEP (ion_test_step_get_type ())
G_DECLARE_FINAL_TYPE (IonTestStep, ion_test_step, ION, TEST_STEP, IonWelcomeStep)

const char *ion_test_step_get_code (IonTestStep *self);
/* It has gone out: the button now leads into the program. @sentence: where it stands */
void ion_test_step_set_sent (IonTestStep *self, const char *sentence);
gboolean ion_test_step_is_sent (IonTestStep *self);

G_END_DECLS
