/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "ion-delivery-item.h"

G_BEGIN_DECLS

typedef enum
{
  ION_DELIVERY_CELL_ROW,
  ION_DELIVERY_CELL_CODE,
  ION_DELIVERY_CELL_STATE,
  ION_DELIVERY_CELL_WHEN,
  ION_DELIVERY_CELL_CAUSE,
  ION_DELIVERY_CELL_COMPACT, /* all of it in two lines, where there is room for one column */
} IonDeliveryCellKind;

/**
 * IonDeliveryCell:
 *
 * One cell of the table of deliveries. It follows its item.
 */
#define ION_TYPE_DELIVERY_CELL (ion_delivery_cell_get_type ())
G_DECLARE_FINAL_TYPE (IonDeliveryCell, ion_delivery_cell, ION, DELIVERY_CELL, GtkWidget)

GtkWidget *ion_delivery_cell_new (IonDeliveryCellKind kind);
/* @item: (nullable) */
void ion_delivery_cell_set_item (IonDeliveryCell *self, IonDeliveryItem *item);

G_END_DECLS
