/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The choices of the filter: all, those to be told otherwise, and every state by itself.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-delivery-filter.h"

#include "ion-delivery-state.h"

#include <glib/gi18n-lib.h>

#define BIT(name) (1u << ION_DELIVERY_##name)

#define UNREACHED                                                                         \
  (BIT (NOT_ON_IO) | BIT (SWITCHED_OFF) | BIT (REJECTED) | BIT (FAILED) | BIT (REFUSED) | \
   BIT (CANCELLED))

/* In the order in which an office asks for them. */
static const guint masks[] = {
  0,
  UNREACHED,
  BIT (DELIVERED),
  BIT (ACCEPTED),
  BIT (UNCERTAIN),
  BIT (REFUSED),
  BIT (REJECTED),
  BIT (FAILED),
  BIT (NOT_ON_IO),
  BIT (SWITCHED_OFF),
  BIT (PENDING),
  BIT (SENDING),
  BIT (CANCELLED),
  BIT (EXCLUDED),
};

GtkStringList *
ion_delivery_filter_new (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  /* Translators: all messages of a campaign */
  gtk_string_list_append (list, C_ ("messages", "All"));
  gtk_string_list_append (list, _ ("To be told otherwise"));
  for (guint i = 2; i < G_N_ELEMENTS (masks); i++)
    gtk_string_list_append (list, ion_delivery_state_get_label (g_bit_nth_lsf (masks[i], -1)));
  return list;
}

guint
ion_delivery_filter_get_states (guint position)
{
  return position < G_N_ELEMENTS (masks) ? masks[position] : 0;
}

guint
ion_delivery_filter_find (guint states)
{
  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    if (masks[i] == states)
      return i;
  return 0;
}

guint
ion_delivery_filter_get_unreached (void)
{
  return UNREACHED;
}
