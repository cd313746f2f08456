/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What IO is told, in its own names. Written straight into one buffer: this runs once a call, and
 * a tree of JSON nodes would cost more than the call.
 */

#define G_LOG_DOMAIN "ion-io-platform"

#include "config.h"

#include "ion-io-request.h"

#include <string.h>
#include <time.h>

static void
append_escape (GString *out, guint8 c)
{
  switch (c)
    {
    case '"':
    case '\\':
      g_string_append_c (out, '\\');
      g_string_append_c (out, (char) c);
      break;
    case '\n':
      g_string_append (out, "\\n");
      break;
    default:
      g_string_append_printf (out, "\\u%04x", c);
      break;
    }
}

static void
append_text (GString *out, const char *text)
{
  const char *start = text;

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      guint8 c = (guint8) *p;

      if (G_LIKELY (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f))
        continue;

      g_string_append_len (out, start, p - start);
      append_escape (out, c);
      start = p + 1;
    }
  g_string_append (out, start);
  g_string_append_c (out, '"');
}

/* Always with the zone: without one the platform takes its own. */
static void
append_time (GString *out, gint64 seconds)
{
  time_t time = (time_t) seconds;
  struct tm parts;
  char text[64];

  gmtime_r (&time, &parts);
  strftime (text, sizeof text, "\"%Y-%m-%dT%H:%M:%SZ\"", &parts);
  g_string_append (out, text);
}

static void
append_payment (GString *out, const IonMessage *message)
{
  g_string_append_printf (out,
                          ",\"payment_data\":{\"amount\":%" G_GINT64_FORMAT ",\"notice_number\":",
                          message->amount);
  append_text (out, message->notice_number != NULL ? message->notice_number : "");
  if (message->invalid_after_due_date)
    g_string_append (out, ",\"invalid_after_due_date\":true");
  if (message->payee != NULL)
    {
      g_string_append (out, ",\"payee\":{\"fiscal_code\":");
      append_text (out, message->payee);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, '}');
}

/**
 * ion_io_request_profile:
 * @fiscal_code: a person
 *
 * Returns: (transfer full): the body that asks whether the person can be written to
 */
GBytes *
ion_io_request_profile (const char *fiscal_code)
{
  GString *out = g_string_sized_new (64);

  g_string_append (out, "{\"fiscal_code\":");
  append_text (out, fiscal_code);
  g_string_append_c (out, '}');

  return g_string_free_to_bytes (out);
}

/**
 * ion_io_request_message:
 * @message: one message
 *
 * What is the platform's default is left out, and so is the deprecated time to live.
 *
 * Returns: (transfer full): the body that submits it
 */
GBytes *
ion_io_request_message (const IonMessage *message)
{
  GString *out = g_string_sized_new (strlen (message->markdown) + 512);

  g_string_append (out, "{\"fiscal_code\":");
  append_text (out, message->fiscal_code);
  if (message->premium)
    g_string_append (out, ",\"feature_level_type\":\"ADVANCED\"");
  g_string_append (out, ",\"content\":{\"subject\":");
  append_text (out, message->subject);
  g_string_append (out, ",\"markdown\":");
  append_text (out, message->markdown);
  if (message->secure)
    g_string_append (out, ",\"require_secure_channels\":true");
  if (message->due_date != 0)
    {
      g_string_append (out, ",\"due_date\":");
      append_time (out, message->due_date);
    }
  if (message->amount > 0)
    append_payment (out, message);
  g_string_append (out, "}}");

  return g_string_free_to_bytes (out);
}
