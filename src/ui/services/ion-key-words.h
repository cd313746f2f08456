/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-service-story.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a key's state is said: a shape, a colour class and words. */
const char *ion_key_standing_get_icon (IonKeyStanding standing);
/* Returns: (nullable): a style class of the platform */
const char *ion_key_standing_get_class (IonKeyStanding standing);
/* "API Key accepted" */
const char *ion_key_standing_get_label (IonKeyStanding standing);
/* Returns: (transfer full): "tested today, 09:12"; "" where there is nothing to add */
char *ion_key_standing_tell_when (const IonServiceStory *story, gint64 now);
/* Sets icon and colour of @image. */
void ion_key_standing_draw (IonKeyStanding standing, GtkImage *image);

G_END_DECLS
