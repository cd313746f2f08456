/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IonAnswerKind:
 *
 * What a call to the platform came to, in the engine's terms: the table of what becomes of a
 * delivery has one line for each. The adapter decides it, on the safe side.
 */
typedef enum
{
  /* of a reach call */
  ION_ANSWER_REACHABLE,    /* profile 200, sender_allowed true: languages are set */
  ION_ANSWER_SWITCHED_OFF, /* profile 200, sender_allowed false */
  ION_ANSWER_NOT_ON_IO,    /* profile 404 with problem+json */
  /* of a submission */
  ION_ANSWER_ACCEPTED,            /* 201 with an id */
  ION_ANSWER_ACCEPTED_NO_ID,      /* 201 without a readable id */
  ION_ANSWER_REFUSED,             /* 400, 413 */
  ION_ANSWER_RECIPIENT_FORBIDDEN, /* 403 that concerns the recipient */
  /* of a status call */
  ION_ANSWER_STATUS,          /* status, read and paid are set */
  ION_ANSWER_UNKNOWN_MESSAGE, /* problem+json 404 */
  /* of any */
  ION_ANSWER_SENDER_REFUSED, /* 401; 403 that concerns the sender, or unknown */
  ION_ANSWER_THROTTLED,      /* 429 */
  ION_ANSWER_KNOWN_500, /* 500 problem+json with a title known to come before the message is queued
                         */
  ION_ANSWER_NOT_PLATFORM, /* any other 404; 405, 407, 3xx, a 2xx that is not the contract's: wrong
                              address, proxy, portal */
  ION_ANSWER_NOTHING_LEFT, /* connection refused, DNS, TLS, a proxy's refusal: certain that no byte
                              of it left */
  ION_ANSWER_UNCLEAR, /* 408, any other 5xx; time-out, reset or garbage after the request began to
                         leave */
} IonAnswerKind;

typedef enum
{
  ION_MESSAGE_STATUS_ACCEPTED,
  ION_MESSAGE_STATUS_THROTTLED,
  ION_MESSAGE_STATUS_PROCESSED,
  ION_MESSAGE_STATUS_REJECTED,
  ION_MESSAGE_STATUS_FAILED,
} IonMessageStatus;

/* One answer. Boxed, reference counted. Texts never hold personal data, keys or URLs. */
typedef struct
{
  IonAnswerKind kind;
  int http_status; /* 0 where there was none */
  char *code; /* (owned): groups equal answers: "403 You are not allowed here", "timeout", "tls" */
  char *detail;     /* (owned) (nullable): problem+json's detail, bounded to 500 characters */
  char *message_id; /* (owned) (nullable) */
  char *language;   /* (owned) (nullable): first preferred language, two letters */
  IonMessageStatus status;
  int read;           /* -1 not told, 0, 1 */
  int paid;           /* -1 not told, 0, 1 */
  gint64 retry_after; /* microseconds to wait (x-rate-limit-retry-after); 0 = not told */
  int remaining;      /* x-rate-limit-remaining; -1 = not told */
} IonAnswer;

IonAnswer *ion_answer_new (IonAnswerKind kind, int http_status, const char *code);
IonAnswer *ion_answer_ref (IonAnswer *self);
void ion_answer_unref (IonAnswer *self);
const char *ion_answer_kind_to_name (IonAnswerKind kind);
/* Returns: (transfer full): one sentence for the person: what it means and what to do, translated
 */
char *ion_answer_explain (const IonAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonAnswer, ion_answer_unref)

G_END_DECLS
