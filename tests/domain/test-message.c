/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "ion-message.h"

#include <locale.h>
#include <string.h>

#define FRONT_MATTER                                              \
  "---\nit:\n    cta_1:\n        text: \"Vai\"\n        action: " \
  "\"iohandledlink://https://a.it\"\n"                            \
  "en:\n    cta_1:\n        text: \"Go\"\n        action: \"iohandledlink://https://a.it\"\n---\n"

static IonMessage *
make_message (void)
{
  IonMessage *message = ion_message_new ();

  message->fiscal_code = g_strdup ("RSSMRA85T10A562S");
  message->subject = g_strdup ("Un titolo di prova");
  message->markdown = g_strnfill (ION_MARKDOWN_MIN, 'a');
  message->language = g_strdup ("it");

  return message;
}

static void
set_text (char **text, char *value)
{
  g_free (*text);
  *text = value;
}

static void
assert_fails (const IonMessage *message, IonMessageError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ion_message_check (message, &error));
  g_assert_error (error, ION_MESSAGE_ERROR, (int) code);
}

static void
assert_good (const IonMessage *message)
{
  g_autoptr (GError) error = NULL;

  ion_message_check (message, &error);
  g_assert_no_error (error);
}

static void
test_utf16 (void)
{
  g_assert_cmpuint (ion_utf16_length (""), ==, 0);
  g_assert_cmpuint (ion_utf16_length ("città"), ==, 5);
  g_assert_cmpuint (ion_utf16_length ("€"), ==, 1);
  g_assert_cmpuint (ion_utf16_length ("😀"), ==, 2);
  g_assert_cmpuint (ion_utf16_length ("👨‍👩‍👧"), ==, 8);
}

static void
test_subject (void)
{
  g_autoptr (IonMessage) message = make_message ();
  g_autoptr (GString) emoji = g_string_new (NULL);

  set_text (&message->subject, g_strnfill (ION_SUBJECT_MIN, 'a'));
  assert_good (message);
  set_text (&message->subject, g_strnfill (ION_SUBJECT_MIN - 1, 'a'));
  assert_fails (message, ION_MESSAGE_ERROR_SUBJECT_LENGTH);
  set_text (&message->subject, g_strnfill (ION_SUBJECT_MAX, 'a'));
  assert_good (message);
  set_text (&message->subject, g_strnfill (ION_SUBJECT_MAX + 1, 'a'));
  assert_fails (message, ION_MESSAGE_ERROR_SUBJECT_LENGTH);

  for (int i = 0; i < ION_SUBJECT_MAX / 2; i++)
    g_string_append (emoji, "😀");
  set_text (&message->subject, g_strdup (emoji->str));
  assert_good (message);
  g_string_append (emoji, "a");
  set_text (&message->subject, g_strdup (emoji->str));
  assert_fails (message, ION_MESSAGE_ERROR_SUBJECT_LENGTH);

  set_text (&message->subject, g_strdup ("Un titolo\ndi due righe"));
  assert_fails (message, ION_MESSAGE_ERROR_ENCODING);
  set_text (&message->subject, g_strdup ("Un titolo \xff di prova"));
  assert_fails (message, ION_MESSAGE_ERROR_ENCODING);
  set_text (&message->subject, NULL);
  assert_fails (message, ION_MESSAGE_ERROR_ENCODING);
}

static void
test_markdown (void)
{
  g_autoptr (IonMessage) message = make_message ();

  set_text (&message->markdown, g_strnfill (ION_MARKDOWN_MIN - 1, 'a'));
  assert_fails (message, ION_MESSAGE_ERROR_MARKDOWN_LENGTH);
  set_text (&message->markdown, g_strnfill (ION_MARKDOWN_MAX, 'a'));
  assert_good (message);
  set_text (&message->markdown, g_strnfill (ION_MARKDOWN_MAX + 1, 'a'));
  assert_fails (message, ION_MESSAGE_ERROR_MARKDOWN_LENGTH);

  set_text (&message->markdown, g_strnfill (ION_MARKDOWN_MAX, 'a'));
  message->markdown[100] = '\x02';
  assert_fails (message, ION_MESSAGE_ERROR_ENCODING);
  message->markdown[100] = '\r';
  assert_fails (message, ION_MESSAGE_ERROR_ENCODING);
  message->markdown[100] = '\n';
  assert_good (message);
}

static void
test_fence (void)
{
  static const char *const fences[] = {
    "---\n%s",
    "\n---\n%s",
    "%s\n---",
    "%s\n  -----  \n%s",
  };
  static const char *const harmless[] = { "%s --- x", "%s\n--\n", "%s\n***\n", "%s\n--- x",
                                          "\n%s" };
  g_autofree char *filler = g_strnfill (ION_MARKDOWN_MIN, 'a');
  g_autoptr (IonMessage) message = make_message ();

  for (gsize i = 0; i < G_N_ELEMENTS (fences); i++)
    {
      g_auto (GStrv) parts = g_strsplit (fences[i], "%s", -1);

      set_text (&message->markdown, g_strjoinv (filler, parts));
      assert_fails (message, i == 0 ? ION_MESSAGE_ERROR_BUTTON : ION_MESSAGE_ERROR_FRONT_MATTER);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (harmless); i++)
    {
      g_auto (GStrv) parts = g_strsplit (harmless[i], "%s", -1);

      set_text (&message->markdown, g_strjoinv (filler, parts));
      assert_good (message);
    }
}

/* Front matter is ours, to the letter, or the message does not leave. */
static void
test_front_matter (void)
{
  static const struct
  {
    const char *from;
    const char *to;
  } changes[] = {
    { "it:", "de:" },
    { "en:", "fr:" },
    { "cta_1", "cta_2" },
    { "Vai", "" },
    { "Vai", "   " },
    { "Vai\"", "Vai" },
    { "\"Vai", "Vai" },
    { "Vai", "V\\ai" },
    { "iohandledlink://https://a.it", "https://a.it" },
    { "iohandledlink://https://a.it", "iohandledlink://javascript:x" },
    { "iohandledlink://https://a.it", "iohandledlink://" },
    { "\n---\n", "\n" },
    { "    cta", "  cta" },
  };
  g_autofree char *filler = g_strnfill (ION_MARKDOWN_MIN, 'a');
  g_autoptr (IonMessage) message = make_message ();

  set_text (&message->markdown, g_strconcat (FRONT_MATTER, filler, NULL));
  assert_good (message);

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_auto (GStrv) parts = g_strsplit (FRONT_MATTER, changes[i].from, 2);
      g_autofree char *changed = g_strjoinv (changes[i].to, parts);

      set_text (&message->markdown, g_strconcat (changed, filler, NULL));
      assert_fails (message, ION_MESSAGE_ERROR_BUTTON);
    }
}

static void
test_person (void)
{
  static const char *const codes[] = { "", "rssmra85t10a562s", "RSSMRA85T10A562", "12345678901" };
  g_autoptr (IonMessage) message = make_message ();

  set_text (&message->fiscal_code, g_strdup ("AAAAAA00A00A000A"));
  assert_good (message);

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = NULL;

      set_text (&message->fiscal_code, g_strdup (codes[i]));
      g_assert_false (ion_message_check (message, &error));
      g_assert_error (error, ION_MESSAGE_ERROR, ION_MESSAGE_ERROR_FISCAL_CODE);
      g_assert_true (*codes[i] == '\0' || strstr (error->message, codes[i]) == NULL);
    }
}

static void
test_payment (void)
{
  g_autoptr (IonMessage) message = make_message ();

  message->amount = ION_AMOUNT_MAX;
  assert_fails (message, ION_MESSAGE_ERROR_NOTICE_NUMBER);
  message->notice_number = g_strdup ("301011100007347557");
  assert_good (message);
  message->amount = ION_AMOUNT_MAX + 1;
  assert_fails (message, ION_MESSAGE_ERROR_AMOUNT);
  message->amount = 0;
  assert_fails (message, ION_MESSAGE_ERROR_AMOUNT);
  message->amount = 1;
  message->notice_number[0] = '4';
  assert_fails (message, ION_MESSAGE_ERROR_NOTICE_NUMBER);
  message->notice_number[0] = '0';
  message->notice_number[17] = 'x';
  assert_fails (message, ION_MESSAGE_ERROR_NOTICE_NUMBER);
  message->notice_number[17] = '7';
  message->payee = g_strdup ("0123456789");
  assert_fails (message, ION_MESSAGE_ERROR_NOTICE_NUMBER);
}

static void
test_due_date (void)
{
  g_autoptr (IonMessage) message = make_message ();

  message->due_date = G_GINT64_CONSTANT (253402300799);
  assert_good (message);
  message->due_date++;
  assert_fails (message, ION_MESSAGE_ERROR_DUE_DATE);
  message->due_date = -1;
  assert_fails (message, ION_MESSAGE_ERROR_DUE_DATE);
}

static void
test_names (void)
{
  for (int i = ION_MESSAGE_ERROR_FISCAL_CODE; i <= ION_MESSAGE_ERROR_ENCODING; i++)
    g_assert_cmpstr (ion_message_error_get_name (i), !=, "unknown");
  g_assert_cmpstr (ion_message_error_get_name (ION_MESSAGE_ERROR_AMOUNT), ==, "amount-range");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/message/utf16", test_utf16);
  g_test_add_func ("/message/subject", test_subject);
  g_test_add_func ("/message/markdown", test_markdown);
  g_test_add_func ("/message/fence", test_fence);
  g_test_add_func ("/message/front-matter", test_front_matter);
  g_test_add_func ("/message/person", test_person);
  g_test_add_func ("/message/payment", test_payment);
  g_test_add_func ("/message/due-date", test_due_date);
  g_test_add_func ("/message/names", test_names);

  return g_test_run ();
}
