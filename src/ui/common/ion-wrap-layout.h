/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IonWrapLayout:
 *
 * Children beside each other as long as they fit with their natural widths, else in as many lines
 * as it takes. What expands takes the room that is left in its line.
 *
 * Properties: "spacing", "line-spacing".
 */
#define ION_TYPE_WRAP_LAYOUT (ion_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (IonWrapLayout, ion_wrap_layout, ION, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
