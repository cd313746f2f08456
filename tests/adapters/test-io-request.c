/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What is told to IO, byte for byte. */

#include "config.h"

#include "ion-io-request.h"
#include "wire.h"

#include <json-glib/json-glib.h>

static void
assert_body (GBytes *body, const char *expected)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_profile (void)
{
  g_autoptr (GBytes) body = ion_io_request_profile ("RSSMRA85T10A562S");

  assert_body (body, "{\"fiscal_code\":\"RSSMRA85T10A562S\"}");
}

static void
test_plain (void)
{
  IonMessage message = {
    .fiscal_code = (char *) "RSSMRA85T10A562S",
    .subject = (char *) "Oggetto",
    .markdown = (char *) "Ciao",
  };
  g_autoptr (GBytes) body = ion_io_request_message (&message);

  assert_body (body, "{\"fiscal_code\":\"RSSMRA85T10A562S\","
                     "\"content\":{\"subject\":\"Oggetto\",\"markdown\":\"Ciao\"}}");
}

static void
test_whole (void)
{
  IonMessage message = {
    .fiscal_code = (char *) "RSSMRA85T10A562S",
    .subject = (char *) "Oggetto",
    .markdown = (char *) "Ciao",
    .due_date = G_GINT64_CONSTANT (1798757999),
    .amount = G_GINT64_CONSTANT (9999999999),
    .notice_number = (char *) "301011100007347557",
    .payee = (char *) "01234567890",
    .invalid_after_due_date = TRUE,
    .secure = TRUE,
    .premium = TRUE,
  };
  g_autoptr (GBytes) body = ion_io_request_message (&message);

  assert_body (body,
               "{\"fiscal_code\":\"RSSMRA85T10A562S\",\"feature_level_type\":\"ADVANCED\","
               "\"content\":{\"subject\":\"Oggetto\",\"markdown\":\"Ciao\","
               "\"require_secure_channels\":true,\"due_date\":\"2026-12-31T22:59:59Z\","
               "\"payment_data\":{\"amount\":9999999999,\"notice_number\":\"301011100007347557\","
               "\"invalid_after_due_date\":true,\"payee\":{\"fiscal_code\":\"01234567890\"}}}}");
}

/* Every character comes back as it went. */
static void
test_escaping (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (IonMessage) message = wire_message ();
  g_autoptr (GBytes) body = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *content;

  for (gunichar c = 1; c < 0x3000; c++)
    g_string_append_unichar (text, c);
  g_string_append (text, "😀\"\\");
  g_free (message->markdown);
  message->markdown = g_strdup (text->str);

  body = ion_io_request_message (message);
  g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (body, NULL),
                                             (gssize) g_bytes_get_size (body), &error));
  g_assert_no_error (error);
  content = json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)),
                                           "content");
  g_assert_cmpstr (json_object_get_string_member (content, "markdown"), ==, text->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/io-request/profile", test_profile);
  g_test_add_func ("/io-request/plain", test_plain);
  g_test_add_func ("/io-request/whole", test_whole);
  g_test_add_func ("/io-request/escaping", test_escaping);

  return g_test_run ();
}
