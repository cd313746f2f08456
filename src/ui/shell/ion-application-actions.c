/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What is the same in every window: the keys, and a few actions of the program itself.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-application-actions.h"

#include "ion-application.h"
#include "ion-dialog.h"

#include <glib/gi18n-lib.h>

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  ion_application_quit_all (application);
}

static void
helped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) window = GTK_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (window, result, &error))
    ion_dialog_tell (GTK_WIDGET (window), _ ("The help cannot be shown"),
                     _ ("No program for help pages is installed on this computer."));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  if (window != NULL)
    gtk_show_uri_full (g_object_ref (window), "help:" GETTEXT_PACKAGE, GDK_CURRENT_TIME, NULL,
                       helped_cb, NULL);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  ion_dialog_about (gtk_application_get_active_window (application));
}

static void
show_campaign_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  const char *folder, *campaign;

  g_variant_get (parameter, "(&s&s)", &folder, &campaign);
  ion_application_show_campaign (application, folder, campaign);
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_cb },
  { .name = "help", .activate = help_cb },
  { .name = "about", .activate = about_cb },
  { .name = "show-campaign", .activate = show_campaign_cb, .parameter_type = "(ss)" },
};

static const struct
{
  const char *action;
  const char *keys[3];
} keys[] = {
  { "app.quit", { "<Control>q" } },
  { "app.help", { "F1" } },
  { "window.close", { "<Control>w" } },
  { "win.new-campaign", { "<Control>n" } },
  { "win.find-person", { "<Control><Shift>f" } },
  { "win.find", { "<Control>f" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.show-preferences", { "<Control>comma" } },
  { "win.show-help-overlay", { "<Control>question", "<Control>F1" } },
  { "win.back", { "<Alt>Left" } },
  { "win.show-place::overview", { "<Alt>1" } },
  { "win.show-place::campaigns", { "<Alt>2" } },
  { "win.show-place::templates", { "<Alt>3" } },
  { "win.show-place::services", { "<Alt>4" } },
};

void
ion_application_actions_add (GtkApplication *application)
{
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (application, keys[i].action, keys[i].keys);
}
