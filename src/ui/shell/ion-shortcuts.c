/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Not where the application finds it by itself: it would be made at every start, and stand among
 * the windows without ever having been shown. GTK 4.8 then tells whoever asks over the
 * accessibility bus for one window too many of it, by a path that it does not have.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-shortcuts.h"

void
ion_shortcuts_show (GtkApplicationWindow *window)
{
  GtkShortcutsWindow *overlay;

  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window));

  overlay = gtk_application_window_get_help_overlay (window);
  if (overlay == NULL)
    {
      g_autoptr (GtkBuilder) builder =
          gtk_builder_new_from_resource ("/org/comune/IONotifier/shell/help-overlay.ui");

      overlay = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay"));
      gtk_application_window_set_help_overlay (window, overlay);
    }
  gtk_window_present (GTK_WINDOW (overlay));
}
