/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Keys in memory and how they are read.
 */

#include "config.h"

#include "ion-secret.h"

#include <string.h>

static IonSecret *
read_text (const char *text, gsize size, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize) size, NULL);

  return ion_secret_new_from_stream (stream, NULL, error);
}

static void
test_stream (void)
{
  static const struct
  {
    const char *text, *key;
  } cases[] = {
    { "abc", "abc" },       { "abc\n", "abc" }, { "abc\r\n", "abc" },
    { "abc\n\n", "abc\n" }, { "a b ", "a b " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IonSecret) secret = read_text (cases[i].text, strlen (cases[i].text), &error);

      g_assert_no_error (error);
      g_assert_cmpstr (ion_secret_get_text (secret), ==, cases[i].key);
    }
}

static void
test_bad_stream (void)
{
  g_autofree char *big = g_strnfill (5000, 'x');
  g_autoptr (GError) empty = NULL, line = NULL, too_big = NULL;

  g_assert_null (read_text ("", 0, &empty));
  g_assert_error (empty, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_null (read_text ("\n", 1, &line));
  g_assert_error (line, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_null (read_text (big, 5000, &too_big));
  g_assert_error (too_big, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_assert_null (strstr (too_big->message, "xxx"));
}

static void
test_equal (void)
{
  g_autoptr (IonSecret) a = ion_secret_new ("key", 3);
  g_autoptr (IonSecret) same = ion_secret_new ("key", 3);
  g_autoptr (IonSecret) longer = ion_secret_new ("keys", 4);
  g_autoptr (IonSecret) again = ion_secret_ref (a);
  gsize size;

  g_assert_true (ion_secret_equal (a, same));
  g_assert_true (ion_secret_equal (a, again));
  g_assert_false (ion_secret_equal (a, longer));
  g_assert_cmpmem (ion_secret_get_data (longer, &size), 4, "keys", 4);
  g_assert_cmpuint (size, ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/secret/stream", test_stream);
  g_test_add_func ("/store/secret/bad-stream", test_bad_stream);
  g_test_add_func ("/store/secret/equal", test_equal);
  return g_test_run ();
}
