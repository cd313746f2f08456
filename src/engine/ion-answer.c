/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* An answer is read by several parts of the engine after the call that brought it is gone: it is
 * counted, and never changed once the adapter has handed it over. What it means to a person is in
 * ion-answer-explain.c.
 */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-answer.h"

/**
 * ion_answer_new:
 * @kind: what the call came to
 * @http_status: the status, or 0 where there was none
 * @code: what groups equal answers; no personal data
 *
 * Returns: (transfer full): an answer that tells nothing more yet; only its maker may fill it in
 */
IonAnswer *
ion_answer_new (IonAnswerKind kind, int http_status, const char *code)
{
  IonAnswer *self = g_atomic_rc_box_new0 (IonAnswer);

  self->kind = kind;
  self->http_status = http_status;
  self->code = g_strdup (code);
  self->read = -1;
  self->paid = -1;
  self->remaining = -1;

  return self;
}

IonAnswer *
ion_answer_ref (IonAnswer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ion_answer_clear (gpointer data)
{
  IonAnswer *self = data;

  g_free (self->code);
  g_free (self->detail);
  g_free (self->message_id);
  g_free (self->language);
}

void
ion_answer_unref (IonAnswer *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, ion_answer_clear);
}

/**
 * ion_answer_kind_to_name:
 * @kind: a kind
 *
 * Returns: (transfer none): a stable word for it, for ledgers and journals
 */
const char *
ion_answer_kind_to_name (IonAnswerKind kind)
{
  switch (kind)
    {
    case ION_ANSWER_REACHABLE:
      return "reachable";
    case ION_ANSWER_SWITCHED_OFF:
      return "switched-off";
    case ION_ANSWER_NOT_ON_IO:
      return "not-on-io";
    case ION_ANSWER_ACCEPTED:
      return "accepted";
    case ION_ANSWER_ACCEPTED_NO_ID:
      return "accepted-no-id";
    case ION_ANSWER_REFUSED:
      return "refused";
    case ION_ANSWER_RECIPIENT_FORBIDDEN:
      return "recipient-forbidden";
    case ION_ANSWER_STATUS:
      return "status";
    case ION_ANSWER_UNKNOWN_MESSAGE:
      return "unknown-message";
    case ION_ANSWER_SENDER_REFUSED:
      return "sender-refused";
    case ION_ANSWER_THROTTLED:
      return "throttled";
    case ION_ANSWER_KNOWN_500:
      return "known-500";
    case ION_ANSWER_NOT_PLATFORM:
      return "not-platform";
    case ION_ANSWER_NOTHING_LEFT:
      return "nothing-left";
    case ION_ANSWER_UNCLEAR:
      return "unclear";
    default:
      return "unclear";
    }
}
