/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What is written reads as the same, whatever the days. */

#define G_LOG_DOMAIN "test-domain"

#include "config.h"

#include "ion-sending-hours-text.h"

static void
test_every (void)
{
  for (guint days = 1; days < 128; days++)
    {
      IonSendingHours hours = { .from_hour = 7, .to_hour = 24, .days = days };
      g_autofree char *text = ion_sending_hours_format (&hours);
      g_autoptr (GError) error = NULL;
      g_autoptr (IonSendingHours) read = ion_sending_hours_new (text, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (read->from_hour, ==, 7);
      g_assert_cmpint (read->to_hour, ==, 24);
      g_assert_cmpuint (read->days, ==, days);
    }
}

static void
test_words (void)
{
  IonSendingHours week = { .from_hour = 8, .to_hour = 20, .days = 0x3F };
  IonSendingHours two = { .from_hour = 9, .to_hour = 13, .days = 0x12 };
  g_autofree char *all = ion_sending_hours_format (&week);
  g_autofree char *some = ion_sending_hours_format (&two);

  g_assert_cmpstr (all, ==, "8-20 lun-sab");
  g_assert_cmpstr (some, ==, "9-13 mar ven");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sending-hours-text/every", test_every);
  g_test_add_func ("/sending-hours-text/words", test_words);
  return g_test_run ();
}
