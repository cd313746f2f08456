/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The story of one message, whatever became of it.
 */

#include "config.h"

#include "ion-delivery-steps.h"

static IonCampaign campaign = { .source_name = (char *) "rette.csv", .created_at = 1000 };

static const IonDeliveryStep *
get (GPtrArray *steps, guint i)
{
  g_assert_cmpuint (i, <, steps->len);
  return g_ptr_array_index (steps, i);
}

static void
test_delivered (void)
{
  IonDelivery delivery = { .row = 17,
                           .state = ION_DELIVERY_DELIVERED,
                           .message_id = (char *) "01HQ",
                           .intended_at = 2000,
                           .settled_at = 3000,
                           .follow_at = 9000,
                           .read = 1,
                           .paid = 0 };
  g_autoptr (GPtrArray) steps = ion_delivery_list_steps (&campaign, &delivery);

  g_assert_cmpuint (steps->len, ==, 6);
  g_assert_cmpstr (get (steps, 0)->title, ==, "In the list, at row 17");
  g_assert_cmpstr (get (steps, 0)->detail, ==, "rette.csv");
  g_assert_cmpint (get (steps, 1)->at, ==, 2000);
  g_assert_cmpstr (get (steps, 2)->title, ==, "Delivered");
  g_assert_cmpint (get (steps, 2)->at, ==, 3000);
  g_assert_cmpstr (get (steps, 3)->title, ==, "Read");
  g_assert_cmpstr (get (steps, 4)->title, ==, "Not paid so far");
  g_assert_true (get (steps, 5)->is_ahead);
}

static void
test_every_state (void)
{
  for (guint state = 0; state < ION_N_DELIVERY_STATES; state++)
    {
      IonDelivery delivery = { .row = 2, .state = state, .read = -1, .paid = -1 };
      g_autoptr (GPtrArray) steps = ion_delivery_list_steps (&campaign, &delivery);

      g_assert_cmpuint (steps->len, ==, 2);
      g_assert_cmpstr (get (steps, 1)->title, ==, ion_delivery_state_get_word (state));
      g_assert_true (state == ION_DELIVERY_PENDING || get (steps, 1)->detail != NULL);
    }
}

static void
test_reason (void)
{
  IonDelivery delivery = { .row = 2,
                           .state = ION_DELIVERY_EXCLUDED,
                           .reason_code = (char *) "duplicate",
                           .read = -1,
                           .paid = -1 };
  g_autoptr (GPtrArray) steps = ion_delivery_list_steps (&campaign, &delivery);

  g_assert_cmpstr (get (steps, 1)->detail, ==,
                   "The same person stands in an earlier row of the file.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/office/delivery-steps/delivered", test_delivered);
  g_test_add_func ("/office/delivery-steps/every-state", test_every_state);
  g_test_add_func ("/office/delivery-steps/reason", test_reason);

  return g_test_run ();
}
