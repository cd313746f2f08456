/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The encodings: recognised, decoded whatever the pieces, and written back. */

#include "config.h"

#include "ion-encoding-count.h"

#include <string.h>

#define SAMPLE "Perch\303\251 citt\303\240 \342\202\254 85,50; \342\200\234s\303\254\342\200\235\n"

static const IonEncoding all[] = {
  ION_ENCODING_UTF8,         ION_ENCODING_UTF16LE,     ION_ENCODING_UTF16BE,
  ION_ENCODING_WINDOWS_1252, ION_ENCODING_ISO_8859_15, /* never guessed: it looks like the one
                                                          before */
};

static IonEncoding
guess (const guint8 *data, gsize size, gsize piece)
{
  IonEncodingCount count = { 0 };

  for (gsize i = 0; i < size; i += piece)
    ion_encoding_count_add (&count, data + i, MIN (piece, size - i));
  g_assert_true (ion_encoding_count_is_text (&count));
  return ion_encoding_count_guess (&count);
}

static void
test_guess (void)
{
  for (gsize e = 0; e < G_N_ELEMENTS (all) - 1; e++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      for (guint i = 0; i < 4; i++)
        ion_encoding_encode (all[e], SAMPLE, strlen (SAMPLE), bytes);
      for (gsize piece = 1; piece < 12; piece++)
        g_assert_cmpint (guess (bytes->data, bytes->len, piece), ==, all[e]);
    }
}

static void
test_guess_damaged (void)
{
  static const char text[] = "\303\250 \303\240 \303\254 \303\262 \303\271 \303\251 \303\240 "
                             "\303\250 \303\250 \351 rest";

  /* One damaged letter among many good ones: still UTF-8. */
  g_assert_cmpint (guess ((const guint8 *) text, sizeof text - 1, 7), ==, ION_ENCODING_UTF8);
  g_assert_cmpint (guess ((const guint8 *) "citt\340 perch\351", 12, 12), ==,
                   ION_ENCODING_WINDOWS_1252);
  g_assert_cmpint (guess ((const guint8 *) "solo lettere", 12, 5), ==, ION_ENCODING_UTF8);
  /* Cut in the middle of a letter at the end of the file. */
  g_assert_cmpint (guess ((const guint8 *) "citt\303", 5, 5), ==, ION_ENCODING_WINDOWS_1252);
}

static void
test_round_trip (void)
{
  for (gsize e = 0; e < G_N_ELEMENTS (all); e++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      ion_encoding_encode (all[e], SAMPLE, strlen (SAMPLE), bytes);
      for (gsize piece = 1; piece <= bytes->len; piece++)
        {
          g_autoptr (GString) text = g_string_new (NULL);
          guint64 n_unreadable = 0;
          gsize start = 0, end = 0;

          while (end < bytes->len)
            {
              end = MIN (bytes->len, end + piece);
              start += ion_encoding_decode (all[e], bytes->data + start, end - start,
                                            end == bytes->len, text, &n_unreadable);
            }
          g_assert_cmpuint (start, ==, bytes->len);
          g_assert_cmpuint (n_unreadable, ==, 0);
          g_assert_cmpstr (text->str, ==, SAMPLE);
        }
    }
}

static void
test_surrogates (void)
{
  static const guint8 good[] = { 0x3D, 0xD8, 0x00, 0xDE };
  static const guint8 bad[] = { 0x3D, 0xD8, 'a', 0, 0x00, 0xDE, 'b' };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GByteArray) back = g_byte_array_new ();
  guint64 n_unreadable = 0;

  ion_encoding_decode (ION_ENCODING_UTF16LE, good, sizeof good, TRUE, text, &n_unreadable);
  g_assert_cmpstr (text->str, ==, "\360\237\230\200");
  ion_encoding_encode (ION_ENCODING_UTF16LE, text->str, text->len, back);
  g_assert_cmpmem (back->data, back->len, good, sizeof good);
  g_string_truncate (text, 0);
  ion_encoding_decode (ION_ENCODING_UTF16LE, bad, sizeof bad, TRUE, text, &n_unreadable);
  g_assert_cmpuint (n_unreadable, ==, 3);
  g_assert_cmpstr (text->str, ==, "\357\277\275a\357\277\275\357\277\275");
}

static void
test_malformed_utf8 (void)
{
  static const char *const cases[] = {
    "\300\257",         /* overlong */
    "\355\240\200",     /* a surrogate */
    "\364\220\200\200", /* beyond U+10FFFF */
    "\377",
    "\342\202",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint64 n_unreadable = 0;

      ion_encoding_decode (ION_ENCODING_UTF8, (const guint8 *) cases[i], strlen (cases[i]), TRUE,
                           text, &n_unreadable);
      g_assert_cmpuint (n_unreadable, >, 0);
      g_assert_true (g_utf8_validate (text->str, (gssize) text->len, NULL));
    }
}

static void
test_names (void)
{
  IonEncoding encoding;

  for (gsize e = 0; e < G_N_ELEMENTS (all); e++)
    {
      g_assert_true (ion_encoding_from_name (ion_encoding_to_name (all[e]), &encoding));
      g_assert_cmpint (encoding, ==, all[e]);
    }
  g_assert_true (ion_encoding_from_name ("latin1", &encoding));
  g_assert_cmpint (encoding, ==, ION_ENCODING_WINDOWS_1252);
  g_assert_true (ion_encoding_from_name ("iso-8859-1", &encoding));
  g_assert_cmpint (encoding, ==, ION_ENCODING_WINDOWS_1252);
  g_assert_true (ion_encoding_from_name ("Latin9", &encoding));
  g_assert_cmpint (encoding, ==, ION_ENCODING_ISO_8859_15);
  g_assert_false (ion_encoding_from_name ("EBCDIC", &encoding));
}

static void
test_unwritable (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  ion_encoding_encode (ION_ENCODING_WINDOWS_1252, "\316\261\342\202\254", 5, bytes);
  g_assert_cmpmem (bytes->data, bytes->len, "?\200", 2);
  g_assert_false (ion_encoding_can_hold (ION_ENCODING_WINDOWS_1252, "\316\261"));
  g_assert_true (ion_encoding_can_hold (ION_ENCODING_WINDOWS_1252, "citt\303\240 \342\202\254"));
  g_assert_true (ion_encoding_can_hold (ION_ENCODING_UTF16LE, "\316\261"));
}

/* Every byte comes back as it was, and the eight in which they differ are what they are. */
static void
test_single_bytes (void)
{
  for (gsize e = 3; e < G_N_ELEMENTS (all); e++)
    {
      for (guint b = 1; b < 256; b++)
        {
          guint8 byte = (guint8) b;
          g_autoptr (GString) text = g_string_new (NULL);
          g_autoptr (GByteArray) back = g_byte_array_new ();
          guint64 n_unreadable = 0;

          ion_encoding_decode (all[e], &byte, 1, TRUE, text, &n_unreadable);
          ion_encoding_encode (all[e], text->str, text->len, back);
          g_assert_cmpint (ion_encoding_can_hold (all[e], text->str), ==, n_unreadable == 0);
          if (n_unreadable > 0)
            g_assert_cmpint (back->data[0], ==, '?');
          else if (byte < 0x80 || byte >= 0xA0 || all[e] == ION_ENCODING_WINDOWS_1252)
            g_assert_cmpint (back->data[0], ==, byte);
          if (byte == 0xA4)
            g_assert_cmpstr (text->str, ==,
                             all[e] == ION_ENCODING_WINDOWS_1252 ? "\302\244" : "\342\202\254");
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoding/guess", test_guess);
  g_test_add_func ("/encoding/guess/damaged", test_guess_damaged);
  g_test_add_func ("/encoding/round-trip", test_round_trip);
  g_test_add_func ("/encoding/surrogates", test_surrogates);
  g_test_add_func ("/encoding/malformed-utf8", test_malformed_utf8);
  g_test_add_func ("/encoding/names", test_names);
  g_test_add_func ("/encoding/unwritable", test_unwritable);
  g_test_add_func ("/encoding/single-bytes", test_single_bytes);
  return g_test_run ();
}
