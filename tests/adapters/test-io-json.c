/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* JSON from strangers: absurd depths, wrong types, and what is not to be repeated. */

#include "config.h"

#include "ion-io-json.h"

#include <string.h>

static void
test_read (void)
{
  static const char *const refused[] = {
    "",
    " ",
    "null",
    "1",
    "\"a\"",
    "[]",
    "{",
    "{\"a\":}",
    "{\"a\":1}}",
    "{\"a\":1}{}",
    "{\"a\":\"\\u0000\"}",
    "}",
    "{]",
    "\xff\xfe",
    "{\"a\":\"\xc3\"}",
  };
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *object;

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *escaped = g_strescape (refused[i], NULL);

      g_test_message ("%s", escaped);
      g_assert_null (ion_io_json_read (parser, refused[i], strlen (refused[i])));
    }

  object = ion_io_json_read (parser, "{\"a\":\"b\",\"n\":1,\"a\":\"c\"}", 23);
  g_assert_nonnull (object);
  g_assert_cmpstr (ion_io_json_get_string (object, "a"), ==, "c");
  g_assert_null (ion_io_json_get_string (object, "n"));
  g_assert_null (ion_io_json_get_string (object, "z"));

  object = ion_io_json_read (parser, "{\"a\":\"x\\ud800 y\"}", 17);
  g_assert_nonnull (object);
  g_assert_null (ion_io_json_get_string (object, "a"));
}

/* Sixty thousand brackets would need more stack than there is. */
static void
test_depth (void)
{
  g_autofree char *brackets = g_strnfill (60000, '[');
  g_autofree char *deep = g_strconcat ("{\"a\":", brackets, NULL);
  g_autofree char *text = g_strconcat ("{\"a\":\"", brackets, "\\\"[\"}", NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  g_assert_null (ion_io_json_read (parser, deep, strlen (deep)));
  /* In a text they are a text. */
  g_assert_nonnull (ion_io_json_read (parser, text, strlen (text)));
}

static void
test_scrub (void)
{
  static const struct
  {
    const char *text;
    const char *scrubbed;
  } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { "  ", NULL },
    { "Too many", "Too many" },
    { "Ente 01234567890 è", "Ente 01234567890 è" },
    { "RSSMRA85T10A562S", "…" },
    { "for rssmra85t10a562s.", "for …." },
    { "notice 301011100007347557!", "notice …!" },
    { "key practice-1234-abcd", "key …" },
    { "see HTTPS://x.y/messages/RSSMRA85T10A562S?a=b ok", "see … ok" },
    { "value [\"Mario ] Rossi\"] at [root.a] and value [\"x\"] at [root.b]",
      "value […] at [root.a] and value […] at [root.b]" },
    { "value [\"never ends", "value […" },
    { "a\nb\tc", "a b c" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *scrubbed = ion_io_json_scrub (cases[i].text, 500);

      g_assert_cmpstr (scrubbed, ==, cases[i].scrubbed);
    }
}

static void
test_scrub_length (void)
{
  g_autofree char *words = g_strnfill (600, 'a');
  g_autofree char *first = ion_io_json_scrub (words, 500);
  g_autofree char *second = ion_io_json_scrub ("èèèèèèèèèè", 4);

  g_assert_cmpuint (strlen (first), ==, 500);
  g_assert_cmpstr (second, ==, "èèèè");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/io-json/read", test_read);
  g_test_add_func ("/io-json/depth", test_depth);
  g_test_add_func ("/io-json/scrub", test_scrub);
  g_test_add_func ("/io-json/scrub-length", test_scrub_length);

  return g_test_run ();
}
