/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The body is read once, however little of it counts, and the answers that can be made of any reply
 * are made here. What the platform wrote for people is scrubbed before anything keeps it.
 */

#define G_LOG_DOMAIN "ion-io-platform"

#include "config.h"

#include "ion-io-reading.h"

#include <string.h>

#define TITLE_MAX  80
#define DETAIL_MAX 500

static gboolean
is_type (const char *content_type, const char *type)
{
  gsize length = strlen (type);

  return content_type != NULL && g_ascii_strncasecmp (content_type, type, length) == 0 &&
         (content_type[length] == '\0' || content_type[length] == ';' ||
          content_type[length] == ' ');
}

void
ion_io_reading_init (IonIoReading *self, const IonIoReply *reply)
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

void
ion_io_reading_clear (IonIoReading *self)
{
  g_clear_object (&self->parser);
  g_clear_pointer (&self->title, g_free);
}

/* The answer with the title in its code, which is what equal answers are grouped by. */
IonAnswer *
ion_io_reading_answer_problem (IonIoReading *self, IonAnswerKind kind)
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

IonAnswer *
ion_io_reading_answer_plain (const IonIoReading *self, IonAnswerKind kind)
{
  char code[16];

  g_snprintf (code, sizeof code, "%u", self->reply->status);
  return ion_answer_new (kind, (int) self->reply->status, code);
}

/* A good status with a body that is not the contract's. JSON that cannot be read is the platform's
 * own answer gone wrong on the way; anything else is somebody else's.
 */
IonAnswer *
ion_io_reading_answer_stranger (const IonIoReading *self)
{
  if (self->parser != NULL && self->object == NULL)
    return ion_answer_new (ION_ANSWER_UNCLEAR, (int) self->reply->status, "unreadable");

  return ion_io_reading_answer_plain (self, ION_ANSWER_NOT_PLATFORM);
}
