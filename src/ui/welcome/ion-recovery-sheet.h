/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Prints the sheet to lock away. Returns: FALSE where the printer could not be asked */
gboolean ion_recovery_sheet_print (GtkWindow *parent,
                                   const char *office_name,
                                   const char *key,
                                   GError **error);
/* What stands on it, as Pango markup. Returns: (transfer full) */
char *ion_recovery_sheet_get_markup (const char *office_name, const char *key);

G_END_DECLS
