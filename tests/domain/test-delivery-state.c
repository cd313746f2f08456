/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The life of a message, step by step: what the table must allow and, above all, what it must not.
 */

#include "ion-delivery-state.h"

/* The whole table, one line a state: who may become what by the program, and by a person. */
static const struct
{
  const char *from, *by_program, *by_person;
} expected[ION_N_DELIVERY_STATES] = {
  { "pending", "sending not_on_io switched_off refused cancelled excluded",
    "cancelled excluded uncertain" },
  { "sending", "pending accepted refused uncertain", "" },
  { "not_on_io", "", "pending" },
  { "switched_off", "", "pending" },
  { "accepted", "delivered rejected failed", "" },
  { "delivered", "", "" },
  { "rejected", "", "pending" },
  { "failed", "", "pending" },
  { "refused", "", "pending" },
  { "uncertain", "", "pending accepted cancelled" },
  { "cancelled", "", "" },
  { "excluded", "", "" },
};

static void
check_row (IonDeliveryState from, const char *list, gboolean by_person)
{
  g_auto (GStrv) names = g_strsplit (list, " ", -1);

  for (guint to = 0; to < ION_N_DELIVERY_STATES; to++)
    {
      const char *name = ion_delivery_state_to_name ((IonDeliveryState) to);

      g_assert_cmpint (ion_delivery_state_may_become (from, (IonDeliveryState) to, by_person), ==,
                       g_strv_contains ((const char *const *) names, name));
    }
}

static void
test_table (void)
{
  for (guint i = 0; i < ION_N_DELIVERY_STATES; i++)
    {
      IonDeliveryState from;

      g_assert_true (ion_delivery_state_from_name (expected[i].from, &from));
      g_assert_cmpuint (from, ==, i);
      check_row (from, expected[i].by_program, FALSE);
      check_row (from, expected[i].by_person, TRUE);
    }
}

/* However many steps the program takes by itself, what may have reached the platform is never
 * submitted again: from each state that the answer to a POST leads to, sending is out of reach. */
static void
test_never_twice (void)
{
  static const IonDeliveryState settled[] = {
    ION_DELIVERY_ACCEPTED,
    ION_DELIVERY_UNCERTAIN,
    ION_DELIVERY_REFUSED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (settled); i++)
    {
      guint reached = 1u << settled[i];

      for (guint round = 0; round < ION_N_DELIVERY_STATES; round++)
        for (guint from = 0; from < ION_N_DELIVERY_STATES; from++)
          for (guint to = 0; to < ION_N_DELIVERY_STATES; to++)
            if ((reached & (1u << from)) != 0 &&
                ion_delivery_state_may_become ((IonDeliveryState) from, (IonDeliveryState) to,
                                               FALSE))
              reached |= 1u << to;
      g_assert_cmpuint (reached & (1u << ION_DELIVERY_PENDING), ==, 0);
      g_assert_cmpuint (reached & (1u << ION_DELIVERY_SENDING), ==, 0);
    }
}

/* What was accepted or delivered nobody puts back, and a person never writes "sending". */
static void
test_never_by_a_person (void)
{
  for (guint state = 0; state < ION_N_DELIVERY_STATES; state++)
    {
      const IonDeliveryState at = (IonDeliveryState) state;

      g_assert_false (ion_delivery_state_may_become (ION_DELIVERY_ACCEPTED, at, TRUE));
      g_assert_false (ion_delivery_state_may_become (ION_DELIVERY_DELIVERED, at, TRUE));
      g_assert_false (ion_delivery_state_may_become (ION_DELIVERY_SENDING, at, TRUE));
      g_assert_false (ion_delivery_state_may_become (at, ION_DELIVERY_SENDING, TRUE));
    }
}

/* Every row is in one state that a person understands, and its number in the ledger stays. */
static void
test_never_lost (void)
{
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ION_N_DELIVERY_STATES; i++)
    {
      const char *label = ion_delivery_state_get_label ((IonDeliveryState) i);

      g_assert_cmpstr (ion_delivery_state_to_name ((IonDeliveryState) i), ==, expected[i].from);
      g_assert_true (label != NULL && *label != '\0');
      g_assert_nonnull (ion_delivery_state_get_word ((IonDeliveryState) i));
      g_assert_true (g_hash_table_add (labels, (gpointer) label));
    }
}

static void
test_unknown (void)
{
  IonDeliveryState state = ION_DELIVERY_FAILED;

  g_assert_false (ion_delivery_state_from_name ("Pending", &state));
  g_assert_false (ion_delivery_state_from_name ("", &state));
  g_assert_false (ion_delivery_state_from_name (NULL, &state));
  g_assert_cmpint (state, ==, ION_DELIVERY_FAILED);
  g_assert_false (
      ion_delivery_state_may_become ((IonDeliveryState) 99, ION_DELIVERY_PENDING, TRUE));
  g_assert_false (
      ion_delivery_state_may_become (ION_DELIVERY_PENDING, (IonDeliveryState) -1, FALSE));
  g_assert_false (ion_delivery_state_has_left ((IonDeliveryState) 99));
}

static void
test_has_left (void)
{
  static const gboolean left[ION_N_DELIVERY_STATES] = {
    [ION_DELIVERY_SENDING] = TRUE,  [ION_DELIVERY_ACCEPTED] = TRUE, [ION_DELIVERY_DELIVERED] = TRUE,
    [ION_DELIVERY_REJECTED] = TRUE, [ION_DELIVERY_FAILED] = TRUE,   [ION_DELIVERY_UNCERTAIN] = TRUE,
  };

  for (guint i = 0; i < ION_N_DELIVERY_STATES; i++)
    g_assert_cmpint (ion_delivery_state_has_left ((IonDeliveryState) i), ==, left[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/delivery-state/table", test_table);
  g_test_add_func ("/delivery-state/unknown", test_unknown);
  g_test_add_func ("/delivery-state/has-left", test_has_left);
  g_test_add_func ("/invariant/2/states/never-twice", test_never_twice);
  g_test_add_func ("/invariant/2/states/never-by-a-person", test_never_by_a_person);
  g_test_add_func ("/invariant/3/states/never-lost", test_never_lost);
  return g_test_run ();
}
