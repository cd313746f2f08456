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

#include <string.h>

#define TITLE_MAX       80
#define DETAIL_MAX      500
#define ID_MAX          64
#define WAIT_MAX        3600 /* seconds: longer is no answer to a window of five */
#define REMAINING_MAX   1000000
#define RECIPIENT_TITLE "Recipient forbidden"

/* A reply whose body has been read, where it could be. */
typedef struct
{
  const IonIoReply *reply;
  JsonParser *parser;
  JsonObject *object; /* (nullable) */
  gboolean problem;   /* problem+json, and readable */
  char *title;        /* (owned) (nullable) */
} Reading;

static gboolean
is_type (const char *content_type, const char *type)
{
  gsize length = strlen (type);

  return content_type != NULL && g_ascii_strncasecmp (content_type, type, length) == 0 &&
         (content_type[length] == '\0' || content_type[length] == ';' ||
          content_type[length] == ' ');
}

static void
reading_init (Reading *self, const IonIoReply *reply)
{
  gboolean problem = is_type (reply->content_type, "application/problem+json");

  memset (self, 0, sizeof *self);
  self->reply = reply;
  if (!problem && !is_type (reply->content_type, "application/json"))
    return;

  self->parser = json_parser_new_immutable ();
  self->object = ion_io_json_read (self->parser, reply->body, reply->length);
  self->problem = problem && self->object != NULL;
}

static void
reading_clear (Reading *self)
{
  g_clear_object (&self->parser);
  g_clear_pointer (&self->title, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* The answer with the title in its code, which is what equal answers are grouped by. */
static IonAnswer *
answer_with_problem (Reading *self, IonAnswerKind kind)
{
  g_autofree char *code = NULL;
  IonAnswer *answer;

  if (self->object != NULL && self->title == NULL)
    {
      const char *title = ion_io_json_get_string (self->object, "title");

      if (title == NULL)
        title = ion_io_json_get_string (self->object, "message");
      self->title = ion_io_json_scrub (title, TITLE_MAX);
    }

  code = self->title != NULL ? g_strdup_printf ("%u %s", self->reply->status, self->title)
                             : g_strdup_printf ("%u", self->reply->status);
  answer = ion_answer_new (kind, (int) self->reply->status, code);
  if (self->object != NULL)
    answer->detail =
        ion_io_json_scrub (ion_io_json_get_string (self->object, "detail"), DETAIL_MAX);

  return answer;
}

static IonAnswer *
answer_plain (const Reading *self, IonAnswerKind kind)
{
  char code[16];

  g_snprintf (code, sizeof code, "%u", self->reply->status);
  return ion_answer_new (kind, (int) self->reply->status, code);
}

/* A good status with a body that is not the contract's. JSON that cannot be read is the platform's
 * own answer gone wrong on the way; anything else is somebody else's.
 */
static IonAnswer *
answer_stranger (const Reading *self)
{
  if (self->parser != NULL && self->object == NULL)
    return ion_answer_new (ION_ANSWER_UNCLEAR, (int) self->reply->status, "unreadable");

  return answer_plain (self, ION_ANSWER_NOT_PLATFORM);
}

/* "de_DE" -> "de" */
static char *
read_language (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "preferred_languages");
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonNode *first =
      array != NULL && json_array_get_length (array) > 0 ? json_array_get_element (array, 0) : NULL;
  const char *text = first != NULL && json_node_get_value_type (first) == G_TYPE_STRING
                         ? json_node_get_string (first)
                         : NULL;

  if (text == NULL || !g_ascii_islower (text[0]) || !g_ascii_islower (text[1]) ||
      (text[2] != '\0' && text[2] != '_' && text[2] != '-'))
    return NULL;

  return g_strndup (text, 2);
}

static IonAnswer *
read_profile (Reading *self)
{
  JsonNode *allowed =
      self->object != NULL ? json_object_get_member (self->object, "sender_allowed") : NULL;
  IonAnswer *answer;

  if (self->reply->status != 200 || allowed == NULL ||
      json_node_get_value_type (allowed) != G_TYPE_BOOLEAN)
    return answer_stranger (self);

  answer = answer_plain (self, json_node_get_boolean (allowed) ? ION_ANSWER_REACHABLE
                                                               : ION_ANSWER_SWITCHED_OFF);
  answer->language = read_language (self->object);
  return answer;
}

/* Ids go into the path of a later call. */
static gboolean
is_id (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (length == 0 || length > ID_MAX)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && text[i] != '-' && text[i] != '_')
      return FALSE;

  return TRUE;
}

static IonAnswer *
read_created (Reading *self)
{
  const char *id = self->object != NULL ? ion_io_json_get_string (self->object, "id") : NULL;
  IonAnswer *answer;

  if (self->reply->status != 201)
    return answer_plain (self, ION_ANSWER_NOT_PLATFORM);
  if (!is_id (id))
    return answer_plain (self, ION_ANSWER_ACCEPTED_NO_ID);

  answer = answer_plain (self, ION_ANSWER_ACCEPTED);
  answer->message_id = g_strdup (id);
  return answer;
}

static gboolean
parse_status (const char *text, IonMessageStatus *status)
{
  static const char *const names[] = {
    [ION_MESSAGE_STATUS_ACCEPTED] = "ACCEPTED",   [ION_MESSAGE_STATUS_THROTTLED] = "THROTTLED",
    [ION_MESSAGE_STATUS_PROCESSED] = "PROCESSED", [ION_MESSAGE_STATUS_REJECTED] = "REJECTED",
    [ION_MESSAGE_STATUS_FAILED] = "FAILED",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (text, names[i]) == 0)
      {
        *status = (IonMessageStatus) i;
        return TRUE;
      }

  return FALSE;
}

static int
read_choice (JsonObject *object, const char *name, const char *yes, const char *no)
{
  const char *text = ion_io_json_get_string (object, name);

  if (g_strcmp0 (text, yes) == 0)
    return 1;
  return g_strcmp0 (text, no) == 0 ? 0 : -1;
}

static IonAnswer *
read_message (Reading *self)
{
  IonMessageStatus status = ION_MESSAGE_STATUS_ACCEPTED;
  JsonNode *message =
      self->object != NULL ? json_object_get_member (self->object, "message") : NULL;
  IonAnswer *answer;

  if (self->reply->status != 200 || message == NULL || !JSON_NODE_HOLDS_OBJECT (message))
    return answer_stranger (self);
  /* Without a status the message is still in the queue; one nobody has heard of is no news. */
  if (json_object_has_member (self->object, "status") &&
      !parse_status (ion_io_json_get_string (self->object, "status"), &status))
    return ion_answer_new (ION_ANSWER_UNCLEAR, 200, "unreadable");

  answer = answer_plain (self, ION_ANSWER_STATUS);
  answer->status = status;
  answer->read = read_choice (self->object, "read_status", "READ", "UNREAD");
  answer->paid = read_choice (self->object, "payment_status", "PAID", "NOT_PAID");
  return answer;
}

static IonAnswer *
read_success (Reading *self, IonIoCall call)
{
  switch (call)
    {
    case ION_IO_CALL_REACH:
      return read_profile (self);
    case ION_IO_CALL_SUBMIT:
      return read_created (self);
    case ION_IO_CALL_STATUS:
    default:
      return read_message (self);
    }
}

static IonAnswer *
read_not_found (Reading *self, IonIoCall call)
{
  if (self->problem && call == ION_IO_CALL_REACH)
    return answer_plain (self, ION_ANSWER_NOT_ON_IO);
  if (self->problem && call == ION_IO_CALL_STATUS)
    return answer_plain (self, ION_ANSWER_UNKNOWN_MESSAGE);

  return answer_with_problem (self, ION_ANSWER_NOT_PLATFORM);
}

static IonAnswer *
read_forbidden (Reading *self)
{
  const char *title = self->problem ? ion_io_json_get_string (self->object, "title") : NULL;

  return answer_with_problem (self, g_strcmp0 (title, RECIPIENT_TITLE) == 0
                                        ? ION_ANSWER_RECIPIENT_FORBIDDEN
                                        : ION_ANSWER_SENDER_REFUSED);
}

/* The two titles that the platform gives before it queues a message. */
static IonAnswer *
read_server_error (Reading *self)
{
  const char *title = self->problem ? ion_io_json_get_string (self->object, "title") : NULL;
  gboolean known =
      self->reply->status == 500 && title != NULL &&
      (strcmp (title, "Internal server error") == 0 || g_str_has_prefix (title, "Query error"));

  return answer_with_problem (self, known ? ION_ANSWER_KNOWN_500 : ION_ANSWER_UNCLEAR);
}

/* A message that was refused is refused, whoever says so. A question is asked again, unless the
 * platform itself says that it will never take this person's code.
 */
static IonAnswer *
read_bad_request (Reading *self, IonIoCall call)
{
  gboolean final = call == ION_IO_CALL_SUBMIT || (call == ION_IO_CALL_REACH && self->problem);

  return answer_with_problem (self, final ? ION_ANSWER_REFUSED : ION_ANSWER_UNCLEAR);
}

static IonAnswer *
read_client_error (Reading *self, IonIoCall call)
{
  switch (self->reply->status)
    {
    case 400:
    case 413:
      return read_bad_request (self, call);
    case 401:
      return answer_plain (self, ION_ANSWER_SENDER_REFUSED);
    case 403:
      return read_forbidden (self);
    case 404:
      return read_not_found (self, call);
    case 408:
      return answer_plain (self, ION_ANSWER_UNCLEAR);
    case 429:
      return answer_plain (self, ION_ANSWER_THROTTLED);
    default:
      return answer_with_problem (self, ION_ANSWER_NOT_PLATFORM);
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
  g_auto (Reading) reading = { 0 };
  IonAnswer *answer;

  reading_init (&reading, reply);

  if (reply->status >= 500)
    answer = read_server_error (&reading);
  else if (reply->status >= 400)
    answer = read_client_error (&reading, call);
  else if (reply->status >= 300)
    answer = answer_plain (&reading, ION_ANSWER_NOT_PLATFORM);
  else if (reply->status >= 200)
    answer = read_success (&reading, call);
  else
    answer = answer_plain (&reading, ION_ANSWER_UNCLEAR);

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
