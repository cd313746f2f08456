/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives the table of deliveries its columns; a narrow one has a single column of two-line rows. */
void ion_delivery_columns_set_narrow (GtkColumnView *view, gboolean is_narrow);

G_END_DECLS
