/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A fiscal code that was copied must not stay in a history of the clipboard.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-clipboard.h"

#include <string.h>

void
ion_clipboard_copy (GtkWidget *widget, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

void
ion_clipboard_copy_secret (GtkWidget *widget, const char *text)
{
  g_autoptr (GBytes) hint = g_bytes_new_static ("secret", strlen ("secret"));
  GdkContentProvider *both[] = {
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
    gdk_content_provider_new_for_bytes (ION_CLIPBOARD_SECRET_TYPE, hint),
  };
  g_autoptr (GdkContentProvider) provider =
      gdk_content_provider_new_union (both, G_N_ELEMENTS (both));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
}
