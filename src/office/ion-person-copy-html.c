/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The copy for a person as the person reads it: one page that needs nothing from elsewhere, can be
 * printed, and says besides the data what the law wants said with them.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-person-copy.h"

#include "ion-amount.h"
#include "ion-front-matter.h"
#include "ion-moment.h"
#include "ion-person-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No script, no address but the page's own data. */
#define HEAD                                                                              \
  "<meta charset=\"utf-8\">\n"                                                            \
  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src " \
  "'unsafe-inline'\">\n"                                                                  \
  "<style>body{font:16px/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}" \
  "article{border-top:1px solid #888;padding-top:1rem;margin-top:2rem}"                   \
  "dt{font-weight:bold}dd{margin:0 0 .5rem 0}pre{white-space:pre-wrap;font:inherit}</style>\n"

static void
append (GString *out, const char *before, const char *text, const char *after)
{
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);

  g_string_append_printf (out, "%s%s%s", before, escaped, after);
}

static void
append_term (GString *out, const char *term, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  append (out, "<dt>", term, "</dt>");
  append (out, "<dd>", text, "</dd>\n");
}

static void
append_moment (GString *out, const char *term, gint64 utc)
{
  g_autofree char *moment = utc > 0 ? ion_moment_format (utc) : NULL;

  append_term (out, term, moment);
}

static void
append_payment (GString *out, const IonMessage *message)
{
  g_autofree char *amount = NULL;

  if (message->amount == 0)
    return;
  amount = ion_amount_format (message->amount, "it");
  append_term (out, _ ("Amount"), amount);
  append_term (out, _ ("Notice number"), message->notice_number);
}

static void
append_fields (GString *out, IonFields *fields)
{
  for (guint i = 0; fields != NULL && i < ion_fields_get_size (fields); i++)
    {
      const char *name, *value;

      ion_fields_get_nth (fields, i, &name, &value);
      append_term (out, name, value);
    }
}

static void
append_message (GString *out, const IonMessage *message)
{
  const char *body = message->markdown;

  if (body == NULL)
    return;
  ion_front_matter_skip (message->markdown, &body);
  append (out, "<h3>", _ ("The text of the message"), "</h3>\n");
  append (out, "<pre>", body, "</pre>\n");
}

static void
append_record (GString *out, const IonPersonRecord *record)
{
  const IonDelivery *delivery = record->delivery;
  const IonMessage *message = record->message;

  append (out, "<article>\n<h2>", message != NULL ? message->subject : record->campaign_name,
          "</h2>\n<dl>\n");
  append_term (out, _ ("Campaign"), record->campaign_name);
  append_term (out, _ ("Purpose"), record->purpose);
  append_term (out, _ ("Service"), record->service_name);
  append_term (out, _ ("State"), ion_delivery_get_words (delivery));
  append_term (out, _ ("Known besides"), ion_delivery_get_more_words (delivery));
  append_moment (out, _ ("Sent"), delivery->intended_at);
  append_moment (out, _ ("Outcome"), delivery->settled_at);
  append_term (out, _ ("Number of the message at IO"), delivery->message_id);
  if (message != NULL)
    {
      append_moment (out, _ ("Due date"), message->due_date);
      append_payment (out, message);
    }
  append (out, "</dl>\n<h3>", _ ("Data used for it"), "</h3>\n<dl>\n");
  append_fields (out, delivery->fields);
  g_string_append (out, "</dl>\n");
  if (message != NULL)
    append_message (out, message);
  g_string_append (out, "</article>\n");
}

static void
append_lists (GString *out, const IonPersonCopy *self)
{
  g_autofree char *names = self->lists != NULL ? g_strjoinv (", ", self->lists) : NULL;

  g_string_append (out, "<dl>\n");
  append_term (out, _ ("Fiscal code"), self->fiscal_code);
  append_moment (out, _ ("Copy made"), self->now);
  if (self->is_test_recipient)
    append_term (out, _ ("Messages of test"),
                 _ ("The person is on the office's list for messages of test."));
  append_term (out, _ ("Lists of the office"), names);
  g_string_append (out, "</dl>\n");
}

static void
append_frame (GString *out, const IonPersonCopy *self)
{
  g_autofree char *controller = g_strdup_printf (_ ("The controller of these data is %1$s (code "
                                                    "%2$s). They come from its own records and "
                                                    "were used to send messages through the app "
                                                    "IO, run by PagoPA S.p.A., which receives the "
                                                    "fiscal code and the text of each message."),
                                                 self->office_name, self->organization_code);
  g_autofree char *kept =
      g_strdup_printf (ngettext ("A campaign forgets its people %d day after it is finished.",
                                 "A campaign forgets its people %d days after it is finished.",
                                 (gulong) self->retention_days),
                       self->retention_days);

  append (out, "<p>", controller, "</p>\n");
  if (self->retention_days > 0)
    append (out, "<p>", kept, "</p>\n");
  append (out, "<p>",
          _ ("The person may ask to have the data corrected or erased, or their use restricted, "
             "and "
             "may complain to the Garante per la protezione dei dati personali (Regulation (EU) "
             "2016/679, articles 15 to 21 and 77)."),
          "</p>\n");
}

char *
ion_person_copy_to_html (const IonPersonCopy *self, const char *json)
{
  GString *out = g_string_new ("<!DOCTYPE html>\n<html>\n<head>\n" HEAD);
  g_autofree char *data = g_base64_encode ((const guchar *) json, strlen (json));
  g_autofree char *count = g_strdup_printf (ngettext ("%u message is held.",
                                                      "%u messages are held.", self->records->len),
                                            self->records->len);

  append (out, "<title>", _ ("Copy of personal data"), "</title>\n</head>\n<body>\n");
  append (out, "<h1>", _ ("Copy of personal data"), "</h1>\n");
  append_frame (out, self);
  append_lists (out, self);
  append (out, "<p>", count, "</p>\n");
  g_string_append_printf (out,
                          "<p><a download=\"dati.json\" href=\"data:application/json;base64,%s\">",
                          data);
  append (out, "", _ ("Save the same data for machines (JSON)"), "</a></p>\n");
  for (guint i = 0; i < self->records->len; i++)
    append_record (out, g_ptr_array_index (self->records, i));
  g_string_append (out, "</body>\n</html>\n");
  return g_string_free (out, FALSE);
}
