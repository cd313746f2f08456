/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Answers of HTTP from anybody: whatever comes, only the answers that are known to mean "not
 * accepted" allow another try, only a readable id is taken, and no text carries a code on.
 *
 * The first line of an input is "CALL STATUS TYPE REMAINING RETRY-AFTER" (a digit, a number, a
 * letter, two texts without blanks), the rest is the body.
 */

#include "fuzz.h"

#include "ion-io-answer.h"

#include <string.h>

static const char *
content_type (const char *letter)
{
  switch (letter[0])
    {
    case 'j':
      return "application/json";
    case 'p':
      return "application/problem+json; charset=utf-8";
    case 'h':
      return "text/html";
    default:
      return NULL;
    }
}

static void
check_text (const char *text, glong max)
{
  glong run = 0;

  if (text == NULL)
    return;
  g_assert (g_utf8_validate (text, -1, NULL) && g_utf8_strlen (text, -1) <= max);
  /* No run of digits as long as a notice number. */
  for (const char *p = text; *p != '\0'; p++)
    {
      run = g_ascii_isdigit (*p) ? run + 1 : 0;
      g_assert (run < 18);
    }
}

static void
check_answer (IonIoCall call, guint status, const char *type, const IonAnswer *answer)
{
  gboolean problem = type != NULL && strstr (type, "problem") != NULL;

  g_assert (answer->http_status == (int) status && answer->code != NULL);
  g_assert (answer->kind != ION_ANSWER_THROTTLED || status == 429);
  g_assert (answer->kind != ION_ANSWER_KNOWN_500 || (status == 500 && problem));
  g_assert (answer->kind != ION_ANSWER_NOT_ON_IO ||
            (status == 404 && problem && call == ION_IO_CALL_REACH));
  g_assert (answer->kind != ION_ANSWER_NOTHING_LEFT);
  g_assert (answer->kind != ION_ANSWER_ACCEPTED ||
            (status == 201 && call == ION_IO_CALL_SUBMIT && answer->message_id != NULL));
  g_assert (answer->message_id == NULL || answer->kind == ION_ANSWER_ACCEPTED);
  g_assert (answer->language == NULL || strlen (answer->language) == 2);
  g_assert (answer->retry_after >= 0 && answer->retry_after <= G_GINT64_CONSTANT (3600000000));
  g_assert (answer->remaining >= -1);
  check_text (answer->code, 100);
  check_text (answer->detail, 500);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const uint8_t *end = size > 0 ? memchr (data, '\n', size) : NULL;
  g_autofree char *line =
      end != NULL ? g_strndup ((const char *) data, (gsize) (end - data)) : NULL;
  g_auto (GStrv) words = line != NULL ? g_strsplit (line, " ", 5) : NULL;
  g_autofree char *body = NULL;
  g_autoptr (IonAnswer) answer = NULL;
  IonIoReply reply = { 0 };
  IonIoCall call;

  if (words == NULL || g_strv_length (words) != 5)
    return 0;

  call = (IonIoCall) ((guint8) words[0][0] % 3);
  reply.status = (guint) (g_ascii_strtoull (words[1], NULL, 10) % 1000);
  reply.content_type = content_type (words[2]);
  reply.remaining = words[3];
  reply.retry_after = words[4];
  reply.length = MIN (size - (gsize) (end + 1 - data), (gsize) ION_IO_BODY_MAX);
  /* A copy to the byte: a read beyond it is seen. */
  body = g_memdup2 (end + 1, reply.length);
  reply.body = body;

  answer = ion_io_answer_read (call, &reply);
  check_answer (call, reply.status, reply.content_type, answer);
  return 0;
}
