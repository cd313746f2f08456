/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-answer.h"
#include "ion-delivery-state.h"

G_BEGIN_DECLS

/* Which call was answered: the same status means another thing to each. */
typedef enum
{
  ION_CALL_REACH,
  ION_CALL_SUBMIT,
  ION_CALL_STATUS,
} IonCall;

/* What becomes of the campaign. */
typedef enum
{
  ION_EFFECT_NONE,       /* the platform does its work */
  ION_EFFECT_REFUSAL,    /* counted: many equal ones in a row pause */
  ION_EFFECT_PAUSE,      /* at once, with the verdict's pause code */
  ION_EFFECT_THROTTLE,   /* counted; the governor waits */
  ION_EFFECT_TROUBLE,    /* back-off; several rounds in a row pause */
  ION_EFFECT_CONNECTION, /* back-off; pauses when it lasts */
} IonEffect;

/* What becomes of the delivery. */
typedef enum
{
  ION_STEP_SETTLE, /* it becomes the verdict's state */
  ION_STEP_GO_ON,  /* reachable: the next step of its way */
  ION_STEP_AGAIN,  /* the same call again, later */
} IonStep;

/**
 * IonVerdict:
 *
 * One line of the table that says what an answer does. For a submission that is to be tried again
 * @step is %ION_STEP_SETTLE with %ION_DELIVERY_PENDING: its intent is withdrawn durably first.
 */
typedef struct
{
  IonStep step;
  IonDeliveryState state; /* with ION_STEP_SETTLE */
  IonEffect effect;
  const char *pause_code; /* (nullable): with ION_EFFECT_PAUSE */
} IonVerdict;

/* Pure. What is not foreseen for a call falls on the safe side: never twice, never lost. */
IonVerdict ion_verdict (IonCall call, const IonAnswer *answer);

G_END_DECLS
