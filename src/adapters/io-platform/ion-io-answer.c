/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What an answer means, on the safe side: the table that decides whether a citizen may get a
 * message twice. Anybody may have written the answer: the platform, the gateway before it, a proxy,
 * a hotel's login page.
 */

#define G_LOG_DOMAIN "ion-io-platform"

#include "config.h"

#include "ion-io-answer.h"

#include "ion-io-json.h"
#include "ion-io-reading.h"
#include "ion-io-success.h"

#include <string.h>

#define WAIT_MAX        3600 /* seconds: longer is no answer to a window of five */
#define REMAINING_MAX   1000000
#define RECIPIENT_TITLE "Recipient forbidden"

static IonAnswer *
read_not_found (IonIoReading *self, IonIoCall call)
{
  if (self->problem && call == ION_IO_CALL_REACH)
    return ion_io_reading_answer_plain (self, ION_ANSWER_NOT_ON_IO);
  if (self->problem && call == ION_IO_CALL_STATUS)
    return ion_io_reading_answer_plain (self, ION_ANSWER_UNKNOWN_MESSAGE);

  return ion_io_reading_answer_problem (self, ION_ANSWER_NOT_PLATFORM);
}

static IonAnswer *
read_forbidden (IonIoReading *self)
{
  const char *title = self->problem ? ion_io_json_get_string (self->object, "title") : NULL;

  return ion_io_reading_answer_problem (self, g_strcmp0 (title, RECIPIENT_TITLE) == 0
                                                  ? ION_ANSWER_RECIPIENT_FORBIDDEN
                                                  : ION_ANSWER_SENDER_REFUSED);
}

/* The two titles that the platform gives before it queues a message. */
static IonAnswer *
read_server_error (IonIoReading *self)
{
  const char *title = self->problem ? ion_io_json_get_string (self->object, "title") : NULL;
  gboolean known =
      self->reply->status == 500 && title != NULL &&
      (strcmp (title, "Internal server error") == 0 || g_str_has_prefix (title, "Query error"));

  return ion_io_reading_answer_problem (self, known ? ION_ANSWER_KNOWN_500 : ION_ANSWER_UNCLEAR);
}

/* A message that was refused is refused, whoever says so. A question is asked again, unless the
 * platform itself says that it will never take this person's code.
 */
static IonAnswer *
read_bad_request (IonIoReading *self, IonIoCall call)
{
  gboolean final = call == ION_IO_CALL_SUBMIT || (call == ION_IO_CALL_REACH && self->problem);

  return ion_io_reading_answer_problem (self, final ? ION_ANSWER_REFUSED : ION_ANSWER_UNCLEAR);
}

static IonAnswer *
read_client_error (IonIoReading *self, IonIoCall call)
{
  switch (self->reply->status)
    {
    case 400:
    case 413:
      return read_bad_request (self, call);
    case 401:
      return ion_io_reading_answer_plain (self, ION_ANSWER_SENDER_REFUSED);
    case 403:
      return read_forbidden (self);
    case 404:
      return read_not_found (self, call);
    case 408:
      return ion_io_reading_answer_plain (self, ION_ANSWER_UNCLEAR);
    case 429:
      return ion_io_reading_answer_plain (self, ION_ANSWER_THROTTLED);
    default:
      return ion_io_reading_answer_problem (self, ION_ANSWER_NOT_PLATFORM);
    }
}

static int
read_number (const char *text, int max, int otherwise)
{
  guint64 number;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, (guint64) max, &number, NULL)
             ? (int) number
             : otherwise;
}

IonAnswer *
ion_io_answer_read (IonIoCall call, const IonIoReply *reply)
{
  g_auto (IonIoReading) reading = { 0 };
  IonAnswer *answer;

  ion_io_reading_init (&reading, reply);

  if (reply->status >= 500)
    answer = read_server_error (&reading);
  else if (reply->status >= 400)
    answer = read_client_error (&reading, call);
  else if (reply->status >= 300)
    answer = ion_io_reading_answer_plain (&reading, ION_ANSWER_NOT_PLATFORM);
  else if (reply->status >= 200)
    answer = ion_io_answer_read_success (&reading, call);
  else
    answer = ion_io_reading_answer_plain (&reading, ION_ANSWER_UNCLEAR);

  answer->retry_after = (gint64) read_number (reply->retry_after, WAIT_MAX, 0) * G_USEC_PER_SEC;
  answer->remaining = read_number (reply->remaining, REMAINING_MAX, -1);
  return answer;
}

static const char *
name_failure (const GError *error)
{
  if (error->domain == G_TLS_ERROR)
    return "tls";
  if (error->domain == G_RESOLVER_ERROR)
    return "dns";
  if (error->domain != G_IO_ERROR)
    return "protocol";

  switch (error->code)
    {
    case G_IO_ERROR_CANCELLED:
      return "cancelled";
    case G_IO_ERROR_TIMED_OUT:
      return "timeout";
    case G_IO_ERROR_CONNECTION_REFUSED:
      return "refused";
    case G_IO_ERROR_HOST_UNREACHABLE:
    case G_IO_ERROR_NETWORK_UNREACHABLE:
    case G_IO_ERROR_HOST_NOT_FOUND:
      return "network";
    case G_IO_ERROR_PROXY_FAILED:
    case G_IO_ERROR_PROXY_AUTH_FAILED:
    case G_IO_ERROR_PROXY_NEED_AUTH:
    case G_IO_ERROR_PROXY_NOT_ALLOWED:
      return "proxy";
    case G_IO_ERROR_MESSAGE_TOO_LARGE:
      return "too-large";
    case G_IO_ERROR_CONNECTION_CLOSED:
    case G_IO_ERROR_PARTIAL_INPUT:
      return "reset";
    default:
      return "connection";
    }
}

IonAnswer *
ion_io_answer_failed (gboolean departed, const GError *error)
{
  return ion_answer_new (departed ? ION_ANSWER_UNCLEAR : ION_ANSWER_NOTHING_LEFT, 0,
                         name_failure (error));
}
