/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What an answer means in words that an office can act on. The platform's own texts are matched
 * here and in the adapter only; everything else looks at the kind. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-answer.h"

#include <glib/gi18n-lib.h>

static gboolean
says (const IonAnswer *self, const char *words)
{
  return (self->code != NULL && strstr (self->code, words) != NULL) ||
         (self->detail != NULL && strstr (self->detail, words) != NULL);
}

static const char *
explain_refused (const IonAnswer *self)
{
  if (self->http_status == 413)
    return _ ("The message is too long for the platform: shorten the template.");
  /* Titles and details of the platform differ by a word between its versions. */
  if (says (self, "payment metadata"))
    return _ ("The amount is above the highest payment that this service may ask for. On a new "
              "service that limit is 0: raise it in IO's reserved area, then put these messages "
              "back.");
  if (says (self, "Invalid message structure") || says (self, "Bad parameters"))
    return _ ("The platform does not take the message as it is written: check the template, its "
              "lengths, its due date and its payment.");
  return _ ("The platform does not take this message: its own words say why.");
}

static const char *
explain_sender (const IonAnswer *self)
{
  if (self->http_status == 401 || self->http_status == 0)
    return _ ("The platform does not know this service's key: it may have been replaced. Set the "
              "service's key again.");
  if (says (self, "You are not allowed here"))
    return _ ("The platform does not let this service in from here: this network address is not "
              "among those allowed for the service, the service is unknown, or it lacks a "
              "permission (premium messages, another payee).");
  if (says (self, "Production call forbidden"))
    return _ ("This service may not write to citizens yet: its publication is not complete in IO's "
              "reserved area.");
  if (says (self, "no valid scopes"))
    return _ ("This key may not send messages: ask for the service to be enabled in IO's reserved "
              "area.");
  if (says (self, "Attachments call forbidden"))
    return _ ("This service may not send attachments.");
  return _ ("The platform does not let this service send: its own words say why.");
}

static const char *
explain_status (const IonAnswer *self)
{
  switch (self->status)
    {
    case ION_MESSAGE_STATUS_PROCESSED:
      return _ ("The message is in the person's app.");
    case ION_MESSAGE_STATUS_REJECTED:
      return _ (
          "The platform did not deliver the message: the person is not on IO, or has switched "
          "the service off.");
    case ION_MESSAGE_STATUS_FAILED:
      return _ ("The platform could not deliver the message, and will not try again.");
    case ION_MESSAGE_STATUS_ACCEPTED:
    case ION_MESSAGE_STATUS_THROTTLED:
    default:
      return _ ("The platform has the message and has not delivered it yet.");
    }
}

static const char *
explain_nothing_left (const IonAnswer *self)
{
  if (says (self, "cancelled"))
    return _ ("The call was called off before anything left.");
  if (says (self, "tls"))
    return _ ("No secure connection to the platform could be made: check this computer's date, and "
              "whether a proxy stands in between. What waits is not lost.");
  if (says (self, "dns") || says (self, "resolve"))
    return _ ("The platform's name could not be found: check this computer's connection. What "
              "waits is not lost.");
  if (says (self, "proxy"))
    return _ ("The network's proxy did not let the call through: ask who runs it. What waits is "
              "not lost.");
  return _ ("There is no connection to the platform. What waits is not lost.");
}

static const char *
explain_any (const IonAnswer *self)
{
  switch (self->kind)
    {
    case ION_ANSWER_SENDER_REFUSED:
      return explain_sender (self);
    case ION_ANSWER_THROTTLED:
      return _ ("The platform asked to slow down: the program waits and goes on by itself.");
    case ION_ANSWER_KNOWN_500:
      return _ (
          "The platform is in trouble and did not take the message: it is tried again later.");
    case ION_ANSWER_NOT_PLATFORM:
      return _ ("This is not the platform answering: check the office's address of the platform, "
                "and whether a proxy or a log-in page of the network answers in its place.");
    case ION_ANSWER_NOTHING_LEFT:
      return explain_nothing_left (self);
    case ION_ANSWER_UNCLEAR:
    default:
      return _ ("No clear answer came: the message may have arrived or not.");
    }
}

static const char *
explain (const IonAnswer *self)
{
  switch (self->kind)
    {
    case ION_ANSWER_REACHABLE:
      return _ ("This person can be reached.");
    case ION_ANSWER_SWITCHED_OFF:
      return _ ("This person has switched the service off in the app.");
    case ION_ANSWER_NOT_ON_IO:
      return _ ("This person is not on IO, or receives no messages there.");
    case ION_ANSWER_ACCEPTED:
      return _ ("The platform has accepted the message: whether it was delivered is asked later.");
    case ION_ANSWER_ACCEPTED_NO_ID:
      return _ ("The platform said yes, but not under which number: whether the message was "
                "delivered cannot be asked.");
    case ION_ANSWER_REFUSED:
      return explain_refused (self);
    case ION_ANSWER_RECIPIENT_FORBIDDEN:
      return _ ("This service's key may write to a few people only, and this person is not among "
                "them.");
    case ION_ANSWER_STATUS:
      return explain_status (self);
    case ION_ANSWER_UNKNOWN_MESSAGE:
      return _ ("The platform does not know this message.");
    default:
      return explain_any (self);
    }
}

/**
 * ion_answer_explain:
 *
 * Returns: (transfer full): what the answer means and what to do, in one or two sentences
 */
char *
ion_answer_explain (const IonAnswer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup (explain (self));
}
