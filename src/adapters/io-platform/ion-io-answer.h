/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-answer.h"

G_BEGIN_DECLS

/* What is asked of the platform: the same status means other things. */
typedef enum
{
  ION_IO_CALL_REACH,
  ION_IO_CALL_SUBMIT,
  ION_IO_CALL_STATUS,
} IonIoCall;

#define ION_IO_BODY_MAX (64 * 1024)

/* An answer of HTTP, as it came. */
typedef struct
{
  guint status;
  const char *content_type; /* (nullable) */
  const char *retry_after;  /* (nullable): x-rate-limit-retry-after */
  const char *remaining;    /* (nullable): x-rate-limit-remaining */
  const char *body;
  gsize length; /* ION_IO_BODY_MAX at most */
} IonIoReply;

/**
 * ion_io_answer_read:
 * @call: what was asked
 * @reply: what came back, from whomever
 *
 * Decides what it means. Pure: nothing but its arguments counts.
 *
 * Returns: (transfer full): an answer
 */
IonAnswer *ion_io_answer_read (IonIoCall call, const IonIoReply *reply);

/**
 * ion_io_answer_failed:
 * @departed: whether the request had begun to leave
 * @error: why there is no reply
 *
 * Returns: (transfer full): %ION_ANSWER_NOTHING_LEFT or %ION_ANSWER_UNCLEAR
 */
IonAnswer *ion_io_answer_failed (gboolean departed, const GError *error);

G_END_DECLS
