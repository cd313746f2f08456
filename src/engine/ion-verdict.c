/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The table that decides, in one place and without side effects, so that a test can read it line
 * by line. A submission goes back to pending only for the answers that are known to come before the
 * platform queues the message. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-verdict.h"

static IonVerdict
settle (IonDeliveryState state, IonEffect effect)
{
  return (IonVerdict){ .step = ION_STEP_SETTLE, .state = state, .effect = effect };
}

static IonVerdict
again (IonEffect effect)
{
  return (IonVerdict){ .step = ION_STEP_AGAIN, .effect = effect };
}

static IonVerdict
pause_with (IonVerdict verdict, const char *code)
{
  verdict.effect = ION_EFFECT_PAUSE;
  verdict.pause_code = code;
  return verdict;
}

/* Without a status the key could not even be written into a request. */
static const char *
sender_code (const IonAnswer *answer)
{
  return answer->http_status == 403 ? "sender-refused" : "key-refused";
}

static IonVerdict
verdict_reach (const IonAnswer *answer)
{
  switch (answer->kind)
    {
    case ION_ANSWER_REACHABLE:
      return (IonVerdict){ .step = ION_STEP_GO_ON };
    case ION_ANSWER_SWITCHED_OFF:
      return settle (ION_DELIVERY_SWITCHED_OFF, ION_EFFECT_NONE);
    case ION_ANSWER_NOT_ON_IO:
      return settle (ION_DELIVERY_NOT_ON_IO, ION_EFFECT_NONE);
    case ION_ANSWER_REFUSED:
    case ION_ANSWER_RECIPIENT_FORBIDDEN:
      return settle (ION_DELIVERY_REFUSED, ION_EFFECT_REFUSAL);
    case ION_ANSWER_SENDER_REFUSED:
      return pause_with (again (ION_EFFECT_PAUSE), sender_code (answer));
    case ION_ANSWER_NOT_PLATFORM:
      return pause_with (again (ION_EFFECT_PAUSE), "not-platform");
    case ION_ANSWER_THROTTLED:
      return again (ION_EFFECT_THROTTLE);
    case ION_ANSWER_NOTHING_LEFT:
      return again (ION_EFFECT_CONNECTION);
    default:
      return again (ION_EFFECT_TROUBLE);
    }
}

static IonVerdict
verdict_submit (const IonAnswer *answer)
{
  switch (answer->kind)
    {
    case ION_ANSWER_ACCEPTED:
      return settle (ION_DELIVERY_ACCEPTED, ION_EFFECT_NONE);
    case ION_ANSWER_ACCEPTED_NO_ID:
      return settle (ION_DELIVERY_UNCERTAIN, ION_EFFECT_NONE);
    case ION_ANSWER_REFUSED:
    case ION_ANSWER_RECIPIENT_FORBIDDEN:
      return settle (ION_DELIVERY_REFUSED, ION_EFFECT_REFUSAL);
    case ION_ANSWER_SENDER_REFUSED:
      return pause_with (settle (ION_DELIVERY_PENDING, ION_EFFECT_PAUSE), sender_code (answer));
    case ION_ANSWER_THROTTLED:
      return settle (ION_DELIVERY_PENDING, ION_EFFECT_THROTTLE);
    case ION_ANSWER_KNOWN_500:
      return settle (ION_DELIVERY_PENDING, ION_EFFECT_TROUBLE);
    case ION_ANSWER_NOTHING_LEFT:
      return settle (ION_DELIVERY_PENDING, ION_EFFECT_CONNECTION);
    case ION_ANSWER_NOT_PLATFORM:
      return pause_with (settle (ION_DELIVERY_UNCERTAIN, ION_EFFECT_PAUSE), "not-platform");
    default:
      return settle (ION_DELIVERY_UNCERTAIN, ION_EFFECT_TROUBLE);
    }
}

static IonVerdict
verdict_status (const IonAnswer *answer)
{
  switch (answer->kind)
    {
    case ION_ANSWER_STATUS:
      if (answer->status == ION_MESSAGE_STATUS_PROCESSED)
        return settle (ION_DELIVERY_DELIVERED, ION_EFFECT_NONE);
      if (answer->status == ION_MESSAGE_STATUS_REJECTED)
        return settle (ION_DELIVERY_REJECTED, ION_EFFECT_NONE);
      if (answer->status == ION_MESSAGE_STATUS_FAILED)
        return settle (ION_DELIVERY_FAILED, ION_EFFECT_NONE);
      return again (ION_EFFECT_NONE);
    case ION_ANSWER_SENDER_REFUSED:
      return pause_with (again (ION_EFFECT_PAUSE), sender_code (answer));
    case ION_ANSWER_NOT_PLATFORM:
      return pause_with (again (ION_EFFECT_PAUSE), "not-platform");
    case ION_ANSWER_THROTTLED:
      return again (ION_EFFECT_THROTTLE);
    case ION_ANSWER_NOTHING_LEFT:
      return again (ION_EFFECT_CONNECTION);
    case ION_ANSWER_UNKNOWN_MESSAGE:
      return again (ION_EFFECT_NONE);
    default:
      return again (ION_EFFECT_TROUBLE);
    }
}

/**
 * ion_verdict:
 *
 * Returns: what @answer to @call does to the delivery and to its campaign
 */
IonVerdict
ion_verdict (IonCall call, const IonAnswer *answer)
{
  switch (call)
    {
    case ION_CALL_REACH:
      return verdict_reach (answer);
    case ION_CALL_STATUS:
      return verdict_status (answer);
    case ION_CALL_SUBMIT:
    default:
      return verdict_submit (answer);
    }
}
