/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "app.quit", "app.help", "app.about", "app.show-campaign" (folder, id), and the keys of all
 * actions.
 */
void ion_application_actions_add (GtkApplication *application);

G_END_DECLS
