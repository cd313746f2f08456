/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What the window's actions do: they lead from page to page, and carry ids only.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-main-window-private.h"

#include "ion-campaign-page.h"
#include "ion-compose-page.h"
#include "ion-journal-page.h"
#include "ion-person-page.h"
#include "ion-preferences.h"
#include "ion-remedy-page.h"
#include "ion-service-page.h"
#include "ion-shortcuts.h"
#include "ion-template-edit-page.h"
#include "ion-template-page.h"

#include <glib/gi18n-lib.h>

/* @page: floating */
static void
push_page (IonMainWindow *self, gpointer page)
{
  ion_trail_push (self->trail, page);
}

static void
select_place (IonMainWindow *self, int i)
{
  gtk_list_box_select_row (self->places, gtk_list_box_get_row_at_index (self->places, i));
}

static void
show_place_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  IonMainWindow *self = ION_MAIN_WINDOW (window);
  const char *place = g_variant_get_string (parameter, NULL);

  for (gsize i = 0; i < ion_n_places; i++)
    if (g_str_equal (ion_places[i].name, place) && ion_trail_clear (self->trail))
      {
        select_place (self, (int) i);
        push_page (self, g_object_new (ion_places[i].get_type (), "desk", self->desk, NULL));
      }
}

static gpointer
find_draft_of (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (IonCampaign) campaign =
      ion_ledger_get_campaign (ion_office_get_ledger (office), data, error);

  return campaign != NULL ? g_strdup (campaign->draft_id) : NULL;
}

static void
open_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonMainWindow *self = ION_MAIN_WINDOW (source);
  g_autofree char *id = user_data;
  g_autofree char *draft = ion_desk_run_finish (result, NULL);

  if (self->desk == NULL)
    return;
  if (draft != NULL)
    push_page (self,
               g_object_new (ION_TYPE_COMPOSE_PAGE, "desk", self->desk, "draft-id", draft, NULL));
  else
    push_page (self,
               g_object_new (ION_TYPE_CAMPAIGN_PAGE, "desk", self->desk, "campaign-id", id, NULL));
}

/* One that is still being made is shown where it is made. */
static void
open_campaign_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  IonMainWindow *self = ION_MAIN_WINDOW (window);
  const char *id = g_variant_get_string (parameter, NULL);

  ion_desk_run_async (self->desk, self, find_draft_of, g_strdup (id), g_free, g_free, NULL,
                      open_found_cb, g_strdup (id));
}

static void
open_remedy_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  IonMainWindow *self = ION_MAIN_WINDOW (window);

  push_page (self, g_object_new (ION_TYPE_REMEDY_PAGE, "desk", self->desk, "campaign-id",
                                 g_variant_get_string (parameter, NULL), NULL));
}

/* A draft has one editor: two would write over each other. */
static IonPage *
find_editing (IonMainWindow *self, const char *id)
{
  for (guint i = ion_trail_get_depth (self->trail); i > 0; i--)
    {
      IonPage *page = ion_trail_get_page (self->trail, i - 1);

      if (ION_IS_COMPOSE_PAGE (page) && ion_compose_page_holds (ION_COMPOSE_PAGE (page), id))
        return page;
    }
  return NULL;
}

static void
edit_draft_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  IonMainWindow *self = ION_MAIN_WINDOW (window);
  const char *id = g_variant_get_string (parameter, NULL);
  IonPage *editing = find_editing (self, id);

  if (editing != NULL)
    {
      ion_trail_return_to (self->trail, editing);
      return;
    }
  push_page (self, g_object_new (ION_TYPE_COMPOSE_PAGE, "desk", self->desk, "draft-id",
                                 *id != '\0' ? id : NULL, NULL));
}

static void
open_service_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  IonMainWindow *self = ION_MAIN_WINDOW (window);

  push_page (self, g_object_new (ION_TYPE_SERVICE_PAGE, "desk", self->desk, "service-id",
                                 g_variant_get_string (parameter, NULL), NULL));
}

static void
open_template_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  IonMainWindow *self = ION_MAIN_WINDOW (window);

  push_page (self, g_object_new (ION_TYPE_TEMPLATE_PAGE, "desk", self->desk, "template-name",
                                 g_variant_get_string (parameter, NULL), NULL));
}

static void
edit_template_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  IonMainWindow *self = ION_MAIN_WINDOW (window);

  push_page (self, g_object_new (ION_TYPE_TEMPLATE_EDIT_PAGE, "desk", self->desk, "template-name",
                                 g_variant_get_string (parameter, NULL), NULL));
}

static void
find_person_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  IonMainWindow *self = ION_MAIN_WINDOW (window);

  push_page (self, g_object_new (ION_TYPE_PERSON_PAGE, "desk", self->desk, NULL));
}

static void
show_journal_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  IonMainWindow *self = ION_MAIN_WINDOW (window);

  push_page (self, g_object_new (ION_TYPE_JOURNAL_PAGE, "desk", self->desk, NULL));
}

static void
find_in_page_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  ion_page_find (ion_trail_get_front (ION_MAIN_WINDOW (window)->trail));
}

/* Esc, where nothing nearer wanted it: what lies on a place goes. */
static void
close_top_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  ion_trail_back (ION_MAIN_WINDOW (window)->trail);
}

static void
new_campaign_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  gtk_widget_activate_action (window, "win.edit-draft", "s", "");
}

static void
show_preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  IonMainWindow *self = ION_MAIN_WINDOW (window);

  gtk_window_present (GTK_WINDOW (ion_preferences_new (GTK_WINDOW (self), self->desk)));
}

static void
show_help_overlay_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  ion_shortcuts_show (GTK_APPLICATION_WINDOW (window));
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  IonMainWindow *self = ION_MAIN_WINDOW (window);

  if (ion_trail_get_depth (self->trail) > 1)
    ion_trail_back (self->trail);
  else
    adw_leaflet_set_visible_child (self->leaflet, self->sidebar);
}

/* Where there is no room for both, it goes there and back. */
static void
toggle_sidebar_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  IonMainWindow *self = ION_MAIN_WINDOW (window);
  gboolean is_folded = adw_leaflet_get_folded (self->leaflet);

  if (is_folded && !self->is_sidebar_hidden)
    {
      gboolean is_away = adw_leaflet_get_visible_child (self->leaflet) != self->sidebar;

      adw_leaflet_set_visible_child (self->leaflet,
                                     is_away ? self->sidebar : GTK_WIDGET (self->trail));
      return;
    }
  self->is_sidebar_hidden = !self->is_sidebar_hidden;
  ion_main_window_show_or_fold (self);
}

/* Of the window rather than its class: so they can be reached over the message bus. */
static const GActionEntry actions[] = {
  { .name = "show-place", .activate = show_place_cb, .parameter_type = "s" },
  { .name = "open-campaign", .activate = open_campaign_cb, .parameter_type = "s" },
  { .name = "open-remedy", .activate = open_remedy_cb, .parameter_type = "s" },
  { .name = "edit-draft", .activate = edit_draft_cb, .parameter_type = "s" },
  { .name = "open-service", .activate = open_service_cb, .parameter_type = "s" },
  { .name = "open-template", .activate = open_template_cb, .parameter_type = "s" },
  { .name = "edit-template", .activate = edit_template_cb, .parameter_type = "s" },
  { .name = "find-person", .activate = find_person_cb },
  { .name = "show-journal", .activate = show_journal_cb },
  { .name = "find", .activate = find_in_page_cb },
  { .name = "close-top", .activate = close_top_cb },
  { .name = "new-campaign", .activate = new_campaign_cb },
  { .name = "toggle-sidebar", .activate = toggle_sidebar_cb },
  { .name = "show-preferences", .activate = show_preferences_cb },
  { .name = "show-help-overlay", .activate = show_help_overlay_cb },
  { .name = "back", .activate = back_cb },
};

void
ion_main_window_add_acts (IonMainWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
