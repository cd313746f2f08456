/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The checks that the messages API makes before it takes a message. Whether the person has the app
 * is not among them: the real platform finds that out later, too.
 */

#define G_LOG_DOMAIN "ion-practice"

#include "config.h"

#include "ion-practice-letter.h"

#include "ion-practice-json.h"
#include "ion-practice-people.h"

#include <gio/gio.h>
#include <string.h>

#define TTL_MIN 3600
#define TTL_MAX 604800

/* Lengths are those of JavaScript: beyond the basic plane a character counts twice. */
static glong
utf16_length (const char *text)
{
  glong length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    length += ((guint8) *p >= 0xf0) ? 2 : 1;

  return length;
}

static gboolean
refuse (IonPracticeProblem *problem, guint status, const char *title, char *detail)
{
  problem->status = status;
  problem->title = title;
  problem->detail = detail;

  return FALSE;
}

/* As the real one says it: with the value that it did not like. */
static gboolean
invalid (IonPracticeProblem *problem, const char *where, const char *value, const char *expected)
{
  g_autoptr (GString) detail = g_string_new ("value [");

  if (value != NULL)
    ion_practice_json_append (detail, value);
  else
    g_string_append (detail, "undefined");
  g_string_append_printf (detail, "] at [root.%s] is not a valid [%s]", where, expected);

  return refuse (problem, 400, "Invalid message structure",
                 g_string_free (g_steal_pointer (&detail), FALSE));
}

static gboolean
check_length (const char *where,
              const char *text,
              glong min,
              glong max,
              IonPracticeProblem *problem)
{
  glong length = text != NULL ? utf16_length (text) : 0;
  g_autofree char *expected = NULL;

  if (length >= min && length <= max)
    return TRUE;

  expected = g_strdup_printf ("string that is >= %ld and < %ld chars long", min, max + 1);
  return invalid (problem, where, text, expected);
}

static gboolean
is_digits (const char *text, gsize length)
{
  return strlen (text) == length && strspn (text, "0123456789") == length;
}

static gboolean
is_time (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, utc);

  return time != NULL && strchr (text, 'T') != NULL;
}

static gboolean
read_payment (IonPracticeLetter *self,
              JsonObject *payment,
              const IonPracticeRights *rights,
              IonPracticeProblem *problem)
{
  gboolean wrong = FALSE;
  gint64 amount = ion_practice_json_get_int (payment, "amount", 0, &wrong);
  const char *notice = ion_practice_json_get_string (payment, "notice_number", &wrong);
  JsonObject *payee = ion_practice_json_get_object (payment, "payee", &wrong);
  const char *payee_code =
      payee != NULL ? ion_practice_json_get_string (payee, "fiscal_code", &wrong) : NULL;

  ion_practice_json_get_boolean (payment, "invalid_after_due_date", &wrong);
  if (wrong || amount < ION_AMOUNT_MIN || amount > ION_AMOUNT_MAX)
    return invalid (problem, "content.payment_data.amount", NULL, "integer >= 1 and <= 9999999999");
  if (notice == NULL || !is_digits (notice, ION_NOTICE_NUMBER_LENGTH) || notice[0] > '3')
    return invalid (problem, "content.payment_data.notice_number", notice,
                    "string that matches the pattern \"^[0123][0-9]{17}$\"");
  if (payee != NULL &&
      (payee_code == NULL || !is_digits (payee_code, ION_ORGANIZATION_CODE_LENGTH)))
    return invalid (problem, "content.payment_data.payee.fiscal_code", payee_code,
                    "OrganizationFiscalCode");
  if (payee != NULL && !rights->payee)
    return refuse (problem, 403, "You are not allowed here",
                   g_strdup ("You are not allowed to send messages with a payee."));
  if (amount > rights->amount_max)
    return refuse (problem, 400, "Error while sending payment metadata",
                   g_strdup_printf ("The requested amount (%" G_GINT64_FORMAT
                                    " cents) exceeds the maximum allowed for this service "
                                    "(%" G_GINT64_FORMAT " cents).",
                                    amount, rights->amount_max));

  memcpy (self->notice_number, notice, ION_NOTICE_NUMBER_LENGTH + 1);
  return TRUE;
}

static gboolean
read_content (IonPracticeLetter *self,
              JsonObject *content,
              const IonPracticeRights *rights,
              IonPracticeProblem *problem)
{
  gboolean wrong = FALSE;
  const char *subject = ion_practice_json_get_string (content, "subject", &wrong);
  const char *markdown = ion_practice_json_get_string (content, "markdown", &wrong);
  const char *due_date = ion_practice_json_get_string (content, "due_date", &wrong);
  JsonObject *payment = ion_practice_json_get_object (content, "payment_data", &wrong);

  ion_practice_json_get_boolean (content, "require_secure_channels", &wrong);
  if (wrong)
    return invalid (problem, "content", NULL, "MessageContent");
  if (!check_length ("content.subject", subject, ION_SUBJECT_MIN, ION_SUBJECT_MAX, problem) ||
      !check_length ("content.markdown", markdown, ION_MARKDOWN_MIN, ION_MARKDOWN_MAX, problem))
    return FALSE;
  if (due_date != NULL && !is_time (due_date))
    return invalid (problem, "content.due_date", due_date, "UTCISODateFromString");
  if (json_object_has_member (content, "third_party_data"))
    return refuse (problem, 403, "You are not allowed here",
                   g_strdup ("You are not allowed to send messages with remote content."));
  if (payment != NULL && !read_payment (self, payment, rights, problem))
    return FALSE;

  self->subject = g_strdup (subject);
  return TRUE;
}

static gboolean
read_recipient (IonPracticeLetter *self,
                const char *in_body,
                const char *in_path,
                IonPracticeProblem *problem)
{
  const char *code = in_body != NULL ? in_body : in_path;

  if ((in_body == NULL) == (in_path == NULL))
    return refuse (problem, 400, "Bad parameters",
                   g_strdup ("The fiscal code must stand either in the path or in the body."));
  if (!ion_practice_is_fiscal_code (code))
    return invalid (problem, "fiscal_code", code, "FiscalCode");

  memcpy (self->fiscal_code, code, ION_FISCAL_CODE_LENGTH + 1);
  return TRUE;
}

static gboolean
read_level (IonPracticeLetter *self,
            const char *level,
            const IonPracticeRights *rights,
            IonPracticeProblem *problem)
{
  self->advanced = g_strcmp0 (level, "ADVANCED") == 0;

  if (level != NULL && !self->advanced && strcmp (level, "STANDARD") != 0)
    return invalid (problem, "feature_level_type", level, "FeatureLevelType");
  if (self->advanced && !rights->premium)
    return refuse (problem, 403, "You are not allowed here",
                   g_strdup ("You are not allowed to send premium messages."));
  return TRUE;
}

gboolean
ion_practice_letter_read (IonPracticeLetter *self,
                          const char *body,
                          gsize length,
                          const char *fiscal_code,
                          const IonPracticeRights *rights,
                          IonPracticeProblem *problem)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *root = ion_practice_json_read (parser, body, length);
  gboolean wrong = FALSE;
  JsonObject *content;
  const char *code;
  const char *level;
  gint64 ttl;

  memset (self, 0, sizeof *self);
  memset (problem, 0, sizeof *problem);

  if (root == NULL)
    return invalid (problem, "", NULL, "NewMessage");

  content = ion_practice_json_get_object (root, "content", &wrong);
  code = ion_practice_json_get_string (root, "fiscal_code", &wrong);
  level = ion_practice_json_get_string (root, "feature_level_type", &wrong);
  ttl = ion_practice_json_get_int (root, "time_to_live", TTL_MIN, &wrong);
  if (wrong || content == NULL || ttl < TTL_MIN || ttl > TTL_MAX)
    return invalid (problem, "", NULL, "NewMessage");

  return read_recipient (self, code, fiscal_code, problem) &&
         read_level (self, level, rights, problem) && read_content (self, content, rights, problem);
}

void
ion_practice_letter_clear (IonPracticeLetter *self)
{
  g_clear_pointer (&self->subject, g_free);
}
