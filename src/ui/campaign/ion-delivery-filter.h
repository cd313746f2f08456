/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the table of deliveries can be narrowed to. Returns: (transfer full): the words */
GtkStringList *ion_delivery_filter_new (void);
/* Returns: mask of 1 << IonDeliveryState; 0 = all */
guint ion_delivery_filter_get_states (guint position);
/* The words for just these states; 0 ("all") where there are none. */
guint ion_delivery_filter_find (guint states);
/* Everybody who has to be told by other means: the list for paper. */
guint ion_delivery_filter_get_unreached (void);

G_END_DECLS
