/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The life of a message as two tables: what the program may do by itself, and what only a person's
 * word may do.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-delivery-state.h"

#include <glib/gi18n-lib.h>

#define TO(state) (1u << ION_DELIVERY_##state)

static const char *const names[ION_N_DELIVERY_STATES] = {
  [ION_DELIVERY_PENDING] = "pending",     [ION_DELIVERY_SENDING] = "sending",
  [ION_DELIVERY_NOT_ON_IO] = "not_on_io", [ION_DELIVERY_SWITCHED_OFF] = "switched_off",
  [ION_DELIVERY_ACCEPTED] = "accepted",   [ION_DELIVERY_DELIVERED] = "delivered",
  [ION_DELIVERY_REJECTED] = "rejected",   [ION_DELIVERY_FAILED] = "failed",
  [ION_DELIVERY_REFUSED] = "refused",     [ION_DELIVERY_UNCERTAIN] = "uncertain",
  [ION_DELIVERY_CANCELLED] = "cancelled", [ION_DELIVERY_EXCLUDED] = "excluded",
};

/* Translators: these stand beside a count of messages, as in "Delivered: 3412" */
static const char *const labels[ION_N_DELIVERY_STATES] = {
  [ION_DELIVERY_PENDING] = NC_ ("messages", "To be sent"),
  [ION_DELIVERY_SENDING] = NC_ ("messages", "Being sent"),
  [ION_DELIVERY_NOT_ON_IO] = NC_ ("messages", "Not reachable on IO"),
  [ION_DELIVERY_SWITCHED_OFF] = NC_ ("messages", "Service not active"),
  [ION_DELIVERY_ACCEPTED] = NC_ ("messages", "Accepted by IO"),
  [ION_DELIVERY_DELIVERED] = NC_ ("messages", "Delivered"),
  [ION_DELIVERY_REJECTED] = NC_ ("messages", "Not delivered"),
  [ION_DELIVERY_FAILED] = NC_ ("messages", "IO error"),
  [ION_DELIVERY_REFUSED] = NC_ ("messages", "Not accepted"),
  [ION_DELIVERY_UNCERTAIN] = NC_ ("messages", "Outcome unknown"),
  [ION_DELIVERY_CANCELLED] = NC_ ("messages", "Not sent"),
  [ION_DELIVERY_EXCLUDED] = NC_ ("messages", "Excluded"),
};

/* Translators: these say what became of one message, or of its one person */
static const char *const words[ION_N_DELIVERY_STATES] = {
  [ION_DELIVERY_PENDING] = NC_ ("message", "To be sent"),
  [ION_DELIVERY_SENDING] = NC_ ("message", "Being sent"),
  [ION_DELIVERY_NOT_ON_IO] = NC_ ("message", "Not reachable on IO"),
  [ION_DELIVERY_SWITCHED_OFF] = NC_ ("message", "Service not active"),
  [ION_DELIVERY_ACCEPTED] = NC_ ("message", "Accepted by IO"),
  [ION_DELIVERY_DELIVERED] = NC_ ("message", "Delivered"),
  [ION_DELIVERY_REJECTED] = NC_ ("message", "Not delivered"),
  [ION_DELIVERY_FAILED] = NC_ ("message", "IO error"),
  [ION_DELIVERY_REFUSED] = NC_ ("message", "Not accepted"),
  [ION_DELIVERY_UNCERTAIN] = NC_ ("message", "Outcome unknown"),
  [ION_DELIVERY_CANCELLED] = NC_ ("message", "Not sent"),
  [ION_DELIVERY_EXCLUDED] = NC_ ("message", "Excluded"),
};

/* Back from sending to pending: only where the platform surely did not take the message (429, the
 * two errors known to come before the queue, a refused sender, nothing left at all). */
static const guint by_program[ION_N_DELIVERY_STATES] = {
  [ION_DELIVERY_PENDING] = TO (SENDING) | TO (NOT_ON_IO) | TO (SWITCHED_OFF) | TO (REFUSED) |
                           TO (CANCELLED) | TO (EXCLUDED),
  [ION_DELIVERY_SENDING] = TO (ACCEPTED) | TO (UNCERTAIN) | TO (REFUSED) | TO (PENDING),
  [ION_DELIVERY_ACCEPTED] = TO (DELIVERED) | TO (REJECTED) | TO (FAILED),
};

/* What was sent and taken (accepted, delivered) is nobody's to send again. Whom IO did not know may
 * be asked for again, since nothing has left. What waits becomes uncertain where a person says that
 * the ledger is an older copy: it may have been sent since. */
static const guint by_person[ION_N_DELIVERY_STATES] = {
  [ION_DELIVERY_PENDING] = TO (CANCELLED) | TO (EXCLUDED) | TO (UNCERTAIN),
  [ION_DELIVERY_NOT_ON_IO] = TO (PENDING),
  [ION_DELIVERY_SWITCHED_OFF] = TO (PENDING),
  [ION_DELIVERY_REFUSED] = TO (PENDING),
  [ION_DELIVERY_REJECTED] = TO (PENDING),
  [ION_DELIVERY_FAILED] = TO (PENDING),
  [ION_DELIVERY_UNCERTAIN] = TO (ACCEPTED) | TO (CANCELLED) | TO (PENDING),
};

static gboolean
is_known (IonDeliveryState state)
{
  return (guint) state < ION_N_DELIVERY_STATES;
}

const char *
ion_delivery_state_to_name (IonDeliveryState state)
{
  g_return_val_if_fail (is_known (state), NULL);

  return names[state];
}

gboolean
ion_delivery_state_from_name (const char *name, IonDeliveryState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *state = (IonDeliveryState) i;
        return TRUE;
      }
  return FALSE;
}

const char *
ion_delivery_state_get_label (IonDeliveryState state)
{
  g_return_val_if_fail (is_known (state), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "messages", labels[state]);
}

const char *
ion_delivery_state_get_word (IonDeliveryState state)
{
  g_return_val_if_fail (is_known (state), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "message", words[state]);
}

gboolean
ion_delivery_state_may_become (IonDeliveryState from, IonDeliveryState to, gboolean is_by_person)
{
  const guint *table = is_by_person ? by_person : by_program;

  return is_known (from) && is_known (to) && (table[from] & (1u << to)) != 0;
}

gboolean
ion_delivery_state_has_left (IonDeliveryState state)
{
  const guint left =
      TO (SENDING) | TO (ACCEPTED) | TO (DELIVERED) | TO (REJECTED) | TO (FAILED) | TO (UNCERTAIN);

  return is_known (state) && (left & (1u << state)) != 0;
}
