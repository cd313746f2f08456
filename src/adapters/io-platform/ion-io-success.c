/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A good status alone says nothing: a login page has one as well. Each call has its contract, and a
 * body that does not keep to it is not the platform's.
 */

#define G_LOG_DOMAIN "ion-io-platform"

#include "config.h"

#include "ion-io-success.h"

#include <string.h>

#define ID_MAX 64

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
read_profile (IonIoReading *self)
{
  JsonNode *allowed =
      self->object != NULL ? json_object_get_member (self->object, "sender_allowed") : NULL;
  IonAnswer *answer;

  if (self->reply->status != 200 || allowed == NULL ||
      json_node_get_value_type (allowed) != G_TYPE_BOOLEAN)
    return ion_io_reading_answer_stranger (self);

  answer =
      ion_io_reading_answer_plain (self, json_node_get_boolean (allowed) ? ION_ANSWER_REACHABLE
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
read_created (IonIoReading *self)
{
  const char *id = self->object != NULL ? ion_io_json_get_string (self->object, "id") : NULL;
  IonAnswer *answer;

  if (self->reply->status != 201)
    return ion_io_reading_answer_plain (self, ION_ANSWER_NOT_PLATFORM);
  if (!is_id (id))
    return ion_io_reading_answer_plain (self, ION_ANSWER_ACCEPTED_NO_ID);

  answer = ion_io_reading_answer_plain (self, ION_ANSWER_ACCEPTED);
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
read_message (IonIoReading *self)
{
  IonMessageStatus status = ION_MESSAGE_STATUS_ACCEPTED;
  JsonNode *message =
      self->object != NULL ? json_object_get_member (self->object, "message") : NULL;
  IonAnswer *answer;

  if (self->reply->status != 200 || message == NULL || !JSON_NODE_HOLDS_OBJECT (message))
    return ion_io_reading_answer_stranger (self);
  /* Without a status the message is still in the queue; one nobody has heard of is no news. */
  if (json_object_has_member (self->object, "status") &&
      !parse_status (ion_io_json_get_string (self->object, "status"), &status))
    return ion_answer_new (ION_ANSWER_UNCLEAR, 200, "unreadable");

  answer = ion_io_reading_answer_plain (self, ION_ANSWER_STATUS);
  answer->status = status;
  answer->read = read_choice (self->object, "read_status", "READ", "UNREAD");
  answer->paid = read_choice (self->object, "payment_status", "PAID", "NOT_PAID");
  return answer;
}

IonAnswer *
ion_io_answer_read_success (IonIoReading *self, IonIoCall call)
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
