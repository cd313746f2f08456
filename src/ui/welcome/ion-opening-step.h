/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-secret.h"
#include "ion-welcome-step.h"

G_BEGIN_DECLS

/* What stands between the person and an office that is there. */
typedef enum
{
  ION_OPENING_FAILED,     /* said in the words of the error; it can be tried again */
  ION_OPENING_LOCKED,     /* the keyring does not open */
  ION_OPENING_KEY_LOST,   /* the recovery key opens it */
  ION_OPENING_OLDER_COPY, /* a person must say whether anything was sent since */
} IonOpeningTrouble;

/**
 * IonOpeningStep:
 *
 * An office that does not open by itself: why, what it means for citizens, what can be done.
 *
 * "next" is what is asked for first (try again, open with the recovery key, count what waits as
 * uncertain), "skip" the other way (try again with a lost key; nothing was sent since).
 */
#define ION_TYPE_OPENING_STEP (ion_opening_step_get_type ())
G_DECLARE_FINAL_TYPE (IonOpeningStep, ion_opening_step, ION, OPENING_STEP, IonWelcomeStep)

IonOpeningTrouble ion_opening_trouble_from_error (const GError *error);
/* @error: (nullable): said where @trouble is a failure */
void
ion_opening_step_set_trouble (IonOpeningStep *self, IonOpeningTrouble trouble, const GError *error);
IonOpeningTrouble ion_opening_step_get_trouble (IonOpeningStep *self);
/* Returns: (transfer full): the recovery key as typed; the field is then empty */
IonSecret *ion_opening_step_take_key (IonOpeningStep *self);

G_END_DECLS
