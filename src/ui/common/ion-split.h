/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IonSplit:
 *
 * Two children side by side where there is room for both, else one of them: the aside becomes a
 * page of its own. An aside that is not visible takes no room.
 *
 * Properties: "main", "aside" (children), "is-narrow" (read-only: there is room for one),
 * "shows-aside" (which one then).
 */
#define ION_TYPE_SPLIT (ion_split_get_type ())
G_DECLARE_FINAL_TYPE (IonSplit, ion_split, ION, SPLIT, GtkWidget)

gboolean ion_split_is_narrow (IonSplit *self);

G_END_DECLS
