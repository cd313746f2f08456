/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IonDeliveryState:
 *
 * Every row of the input is in exactly one of these, always. The numbers are stored: never
 * renumber.
 */
typedef enum
{
  ION_DELIVERY_PENDING = 0,
  ION_DELIVERY_SENDING = 1, /* the intent is durable; the request may have left */
  ION_DELIVERY_NOT_ON_IO = 2,
  ION_DELIVERY_SWITCHED_OFF = 3,
  ION_DELIVERY_ACCEPTED = 4,
  ION_DELIVERY_DELIVERED = 5,
  ION_DELIVERY_REJECTED = 6,
  ION_DELIVERY_FAILED = 7,
  ION_DELIVERY_REFUSED = 8,
  ION_DELIVERY_UNCERTAIN = 9,
  ION_DELIVERY_CANCELLED = 10,
  ION_DELIVERY_EXCLUDED = 11,
} IonDeliveryState;

#define ION_N_DELIVERY_STATES 12

/* "not_on_io" and the like: the keys of the JSON output */
const char *ion_delivery_state_to_name (IonDeliveryState state);
gboolean ion_delivery_state_from_name (const char *name, IonDeliveryState *state);
/* Returns: (transfer none): the word on screen, translated: "Recapitati" */
const char *ion_delivery_state_get_label (IonDeliveryState state);
/* Returns: (transfer none): the same of one message: "Recapitato" */
const char *ion_delivery_state_get_word (IonDeliveryState state);

/**
 * ion_delivery_state_may_become:
 *
 * The life of a message as a table; the store refuses every step that is not in it. In particular
 * nothing leads from refused, rejected, failed or uncertain back to pending but a person's word
 * (@by_person), and nothing at all from accepted or delivered. With @by_person only what a person
 * may decide is asked, without it only what the program may do.
 */
gboolean
ion_delivery_state_may_become (IonDeliveryState from, IonDeliveryState to, gboolean by_person);

/* Whether the platform may hold a message for it: sending, accepted, delivered, rejected, failed,
 * uncertain. */
gboolean ion_delivery_state_has_left (IonDeliveryState state);

G_END_DECLS
