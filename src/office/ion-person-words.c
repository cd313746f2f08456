/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The words of a campaign's figures are plural: what is said of one message stands here.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-person-words.h"

#include <glib/gi18n-lib.h>

static const char *const words[] = {
  [ION_DELIVERY_PENDING] = N_ ("Not sent yet"),
  [ION_DELIVERY_SENDING] = N_ ("Being sent"),
  [ION_DELIVERY_NOT_ON_IO] = N_ ("Not sent: the person cannot be reached on IO"),
  [ION_DELIVERY_SWITCHED_OFF] = N_ ("Not sent: the person has not switched the service on"),
  [ION_DELIVERY_ACCEPTED] = N_ ("Taken by IO, delivery not known yet"),
  [ION_DELIVERY_DELIVERED] = N_ ("Delivered to the app"),
  [ION_DELIVERY_REJECTED] = N_ ("Not delivered: IO could not hand it over"),
  [ION_DELIVERY_FAILED] = N_ ("Not delivered: IO had an error"),
  [ION_DELIVERY_REFUSED] = N_ ("Not sent: IO did not accept it"),
  [ION_DELIVERY_UNCERTAIN] = N_ ("Outcome unknown: it may have been delivered"),
  [ION_DELIVERY_CANCELLED] = N_ ("Called off before it was sent"),
  [ION_DELIVERY_EXCLUDED] = N_ ("Left out of the campaign"),
};

const char *
ion_delivery_get_words (const IonDelivery *delivery)
{
  g_return_val_if_fail (delivery != NULL, NULL);
  g_return_val_if_fail (delivery->state < G_N_ELEMENTS (words), NULL);

  return _ (words[delivery->state]);
}

const char *
ion_delivery_get_more_words (const IonDelivery *delivery)
{
  g_return_val_if_fail (delivery != NULL, NULL);

  if (delivery->paid == 1)
    return _ ("paid");
  if (delivery->read == 1)
    return _ ("read");
  return "";
}
