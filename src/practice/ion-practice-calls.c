/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The endpoints of the messages API, each answering as the real one does when all goes well, or
 * when the fault is the caller's.
 */

#define G_LOG_DOMAIN "ion-practice"

#include "config.h"

#include "ion-practice-calls.h"

#include "ion-practice-json.h"
#include "ion-practice-people.h"
#include "ion-practice-reply.h"

#include <string.h>

#define KEY_LENGTH_MIN 16
#define BODY_MAX       (128 * 1024)
#define AMOUNT_MAX     G_GINT64_CONSTANT (10000000) /* cents */

/* How a message's life goes on, in milliseconds. */
#define PROCESSED_AFTER 1000
#define READ_AFTER      5000
#define PAID_AFTER      10000

static gboolean
split (const char *rest, char first[64], char second[64])
{
  const char *slash = strchr (rest, '/');
  gsize length = slash != NULL ? (gsize) (slash - rest) : strlen (rest);

  if (length == 0 || length >= 64)
    return FALSE;
  memcpy (first, rest, length);
  first[length] = '\0';
  if (slash == NULL)
    return TRUE;
  return slash[1] != '\0' && strchr (slash + 1, '/') == NULL &&
         g_strlcpy (second, slash + 1, 64) < 64;
}

void
ion_practice_route (IonPracticeRoute *self, const char *method, const char *path)
{
  gboolean post = strcmp (method, "POST") == 0;
  gboolean get = strcmp (method, "GET") == 0;
  const char *rest;

  self->fiscal_code[0] = self->id[0] = '\0';
  self->call = ION_PRACTICE_CALL_OTHER;
  self->known = FALSE;

  if (g_str_has_prefix (path, "/messages"))
    {
      rest = path + strlen ("/messages");
      self->known =
          *rest == '\0' || (*rest == '/' && split (rest + 1, self->fiscal_code, self->id));
      self->known = self->known && (self->id[0] != '\0' ? get : post);
      self->call = post ? ION_PRACTICE_CALL_MESSAGES : ION_PRACTICE_CALL_STATUS;
    }
  else if (g_str_has_prefix (path, "/profiles"))
    {
      rest = path + strlen ("/profiles");
      self->known = *rest == '\0'
                        ? post
                        : get && *rest == '/' && split (rest + 1, self->fiscal_code, self->id) &&
                              self->id[0] == '\0';
      self->call = ION_PRACTICE_CALL_PROFILES;
    }
  else
    self->known = (get && g_str_has_prefix (path, "/subscriptions-feed/")) ||
                  g_str_has_prefix (path, "/activations");
}

/* Both keys of a service are the same service. */
static guint32
hash_service (const char *key)
{
  g_autofree char *name = g_strdup (key);

  if (g_str_has_suffix (name, "-primary"))
    name[strlen (name) - strlen ("-primary")] = '\0';
  else if (g_str_has_suffix (name, "-secondary"))
    name[strlen (name) - strlen ("-secondary")] = '\0';

  return ion_practice_hash (name, 4);
}

gboolean
ion_practice_sender_read (IonPracticeSender *self, const char *key)
{
  if (key == NULL || !g_str_has_prefix (key, "practice-") || strlen (key) < KEY_LENGTH_MIN ||
      g_str_has_prefix (key, "practice-refused"))
    return FALSE;

  self->service = hash_service (key);
  self->scope = !g_str_has_prefix (key, "practice-noscope");
  self->rights.amount_max = g_str_has_prefix (key, "practice-limit0") ? 0 : AMOUNT_MAX;
  self->rights.premium = g_str_has_prefix (key, "practice-premium");
  self->rights.payee = g_str_has_prefix (key, "practice-payee");

  return TRUE;
}

static void
answer_profile (SoupServerMessage *message, const char *fiscal_code)
{
  if (fiscal_code == NULL || !ion_practice_is_fiscal_code (fiscal_code))
    {
      ion_practice_reply_problem (message, 400, "Bad parameters", "The fiscal code is not valid.");
      return;
    }

  switch (ion_practice_person (fiscal_code))
    {
    case ION_PRACTICE_PERSON_NOT_ON_IO:
      ion_practice_reply_problem (message, 404, "Profile not found",
                                  "No profile stands behind this code.");
      break;
    case ION_PRACTICE_PERSON_REACHABLE:
    case ION_PRACTICE_PERSON_SWITCHED_OFF:
    default:
      ion_practice_reply_json (message, 200,
                               g_strdup_printf ("{\"sender_allowed\":%s,\"preferred_languages\":["
                                                "\"%s\"]}",
                                                ion_practice_person (fiscal_code) ==
                                                        ION_PRACTICE_PERSON_REACHABLE
                                                    ? "true"
                                                    : "false",
                                                ion_practice_person_language (fiscal_code)));
      break;
    }
}

static void
answer_profile_of_body (SoupServerMessage *message)
{
  g_autoptr (GBytes) body =
      soup_message_body_flatten (soup_server_message_get_request_body (message));
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *text = g_bytes_get_data (body, &length);
  JsonObject *root = ion_practice_json_read (parser, text, length);
  gboolean wrong = FALSE;

  answer_profile (message,
                  root != NULL ? ion_practice_json_get_string (root, "fiscal_code", &wrong) : NULL);
}

static gboolean
answer_message (SoupServerMessage *message,
                const IonPracticeRoute *route,
                const IonPracticeSender *sender,
                IonPracticeBook *book)
{
  g_autoptr (GBytes) body =
      soup_message_body_flatten (soup_server_message_get_request_body (message));
  IonPracticeLetter letter;
  IonPracticeProblem problem;
  const IonPracticeEntry *entry;
  g_autofree char *location = NULL;

  if (g_bytes_get_size (body) > BODY_MAX)
    {
      ion_practice_reply_html (message, 413, "Request Entity Too Large");
      return FALSE;
    }

  if (!ion_practice_letter_read (&letter, g_bytes_get_data (body, NULL), g_bytes_get_size (body),
                                 route->fiscal_code[0] != '\0' ? route->fiscal_code : NULL,
                                 &sender->rights, &problem))
    {
      ion_practice_reply_problem (message, problem.status, problem.title, problem.detail);
      g_free (problem.detail);
      ion_practice_letter_clear (&letter);
      return FALSE;
    }

  entry = ion_practice_book_add (book, &letter, sender->service, g_get_real_time () / 1000);
  if (entry != NULL)
    location = g_strdup_printf ("/api/v1/messages/%s/%s", letter.fiscal_code, entry->id);
  ion_practice_letter_clear (&letter);
  if (entry == NULL)
    {
      ion_practice_reply_problem (message, 500, "Internal server error",
                                  "The message could not be stored.");
      return FALSE;
    }

  soup_message_headers_append (soup_server_message_get_response_headers (message), "Location",
                               location);
  ion_practice_reply_json (message, 201, g_strdup_printf ("{\"id\":\"%s\"}", entry->id));
  return TRUE;
}

/* A few fail for no reason, as in life; the others as the citizen's settings say. */
static const char *
status_of (const IonPracticeEntry *entry, const char *fiscal_code, gint64 age)
{
  guint32 chance = ion_practice_hash (entry->id, 5) % 1000;

  if (age < PROCESSED_AFTER + (gint64) ion_practice_hash (entry->id, 6) % 2000)
    return "ACCEPTED";
  if (ion_practice_person (fiscal_code) != ION_PRACTICE_PERSON_REACHABLE || chance < 5)
    return "REJECTED";
  return chance < 8 ? "FAILED" : "PROCESSED";
}

static const char *
read_status_of (const IonPracticeEntry *entry, gint64 age)
{
  guint32 chance = ion_practice_hash (entry->id, 7) % 100;

  if (chance < 10)
    return "UNAVAILABLE";
  return chance < 70 && age > READ_AFTER ? "READ" : "UNREAD";
}

static const char *
payment_status_of (const IonPracticeEntry *entry, gint64 age)
{
  return ion_practice_hash (entry->id, 8) % 100 < 30 && age > PAID_AFTER ? "PAID" : "NOT_PAID";
}

static void
answer_status (SoupServerMessage *message,
               const IonPracticeRoute *route,
               const IonPracticeSender *sender,
               IonPracticeBook *book)
{
  const IonPracticeEntry *entry = ion_practice_book_find (book, route->id, route->fiscal_code);
  GString *body;
  const char *status;
  char created[32];
  gint64 age;

  if (entry == NULL)
    {
      ion_practice_reply_problem (message, 404, "Message not found", "No such message.");
      return;
    }
  if (entry->service != sender->service)
    {
      ion_practice_reply_problem (message, 403, "You are not allowed here",
                                  "Another service sent this message.");
      return;
    }

  age = g_get_real_time () / 1000 - entry->time;
  status = status_of (entry, route->fiscal_code, age);
  ion_practice_format_time (entry->time, created);
  body = g_string_sized_new (384);
  g_string_printf (body,
                   "{\"message\":{\"id\":\"%s\",\"fiscal_code\":\"%s\",\"created_at\":\"%s\","
                   "\"sender_service_id\":\"PRACTICE%08X\",\"feature_level_type\":\"%s\"},"
                   "\"status\":\"%s\"",
                   entry->id, route->fiscal_code, created, entry->service,
                   entry->advanced ? "ADVANCED" : "STANDARD", status);
  if (entry->advanced && strcmp (status, "PROCESSED") == 0)
    {
      g_string_append_printf (body, ",\"read_status\":\"%s\"", read_status_of (entry, age));
      if (entry->payment)
        g_string_append_printf (body, ",\"payment_status\":\"%s\"", payment_status_of (entry, age));
    }
  g_string_append_c (body, '}');
  ion_practice_reply_json (message, 200, g_string_free (body, FALSE));
}

gboolean
ion_practice_answer (SoupServerMessage *message,
                     const IonPracticeRoute *route,
                     const IonPracticeSender *sender,
                     IonPracticeBook *book)
{
  switch (route->call)
    {
    case ION_PRACTICE_CALL_PROFILES:
      if (route->fiscal_code[0] != '\0')
        answer_profile (message, route->fiscal_code);
      else
        answer_profile_of_body (message);
      return FALSE;
    case ION_PRACTICE_CALL_MESSAGES:
      return answer_message (message, route, sender, book);
    case ION_PRACTICE_CALL_STATUS:
      answer_status (message, route, sender, book);
      return FALSE;
    case ION_PRACTICE_CALL_OTHER:
    default:
      /* The feed and the activations are for others than municipalities. */
      ion_practice_reply_problem (message, 403, "User has no valid scopes",
                                  "You do not have enough permissions to perform this request.");
      return FALSE;
    }
}
