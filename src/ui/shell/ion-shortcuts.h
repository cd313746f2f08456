/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows every key there is; the window with them is made when it is asked for first. */
void ion_shortcuts_show (GtkApplicationWindow *window);

G_END_DECLS
