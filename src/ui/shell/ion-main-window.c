/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The one place that knows all pages: it makes them and stacks them.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-main-window.h"

#include "ion-campaign-page.h"
#include "ion-campaigns-page.h"
#include "ion-compose-page.h"
#include "ion-journal-page.h"
#include "ion-office-actions.h"
#include "ion-overview-page.h"
#include "ion-person-page.h"
#include "ion-place-row.h"
#include "ion-preferences.h"
#include "ion-remedy-page.h"
#include "ion-sending-foot.h"
#include "ion-service-page.h"
#include "ion-services-page.h"
#include "ion-shortcuts.h"
#include "ion-template-edit-page.h"
#include "ion-template-page.h"
#include "ion-templates-page.h"
#include "ion-trail.h"

#include <glib/gi18n-lib.h>

struct _IonMainWindow
{
  AdwApplicationWindow parent_instance;

  IonDesk *desk;                /* (owned) */
  AdwLeaflet *leaflet;          /* (unowned) */
  GtkWidget *sidebar;           /* (unowned) */
  AdwWindowTitle *office_title; /* (unowned) */
  GtkLabel *practice_mark;      /* (unowned) */
  GtkListBox *places;           /* (unowned) */
  IonSendingFoot *foot;         /* (unowned) */
  IonTrail *trail;              /* (unowned) */
  gboolean is_sidebar_hidden;   /* F9 */
};

G_DEFINE_FINAL_TYPE (IonMainWindow, ion_main_window, ADW_TYPE_APPLICATION_WINDOW)

/* In the order of the sidebar. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  GType (*get_type) (void);
} places[] = {
  { "overview", N_ ("Overview"), "ion-overview-symbolic", ion_overview_page_get_type },
  { "campaigns", N_ ("Campaigns"), "ion-campaigns-symbolic", ion_campaigns_page_get_type },
  { "templates", N_ ("Templates"), "ion-templates-symbolic", ion_templates_page_get_type },
  { "services", N_ ("Services"), "ion-services-symbolic", ion_services_page_get_type },
};

/* Materials stand apart from the daily places. */
#define FIRST_MATERIAL 2

/* Folded also where there is room: a campaign being written needs it, or the person said so. */
static void
show_or_fold (IonMainWindow *self)
{
  IonPage *page = ion_trail_get_front (self->trail);

  adw_leaflet_set_can_unfold (self->leaflet, !self->is_sidebar_hidden &&
                                                 (page == NULL || !ion_page_is_wide (page)));
}

static void
turned_cb (IonMainWindow *self)
{
  GAction *find = g_action_map_lookup_action (G_ACTION_MAP (self), "find");

  /* A page that has its own way to look for something keeps the keys. */
  g_simple_action_set_enabled (G_SIMPLE_ACTION (find),
                               ion_page_can_find (ion_trail_get_front (self->trail)));
  show_or_fold (self);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->trail));
}

static void
folded_cb (IonMainWindow *self)
{
  /* Folding must not take away what the person was looking at. */
  if (adw_leaflet_get_folded (self->leaflet) && self->trail != NULL)
    adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->trail));
}

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

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].name, place) && ion_trail_clear (self->trail))
      {
        select_place (self, (int) i);
        push_page (self, g_object_new (places[i].get_type (), "desk", self->desk, NULL));
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
  show_or_fold (self);
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

static void
place_activated_cb (GtkListBox *list, GtkListBoxRow *row, IonMainWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "s",
                              ion_place_row_get_place (ION_PLACE_ROW (row)));
}

static void
surveyed_cb (IonMainWindow *self)
{
  const IonOfficeSurvey *survey = ion_desk_get_survey (self->desk);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->places, 0);

  ion_place_row_set_waiting (ION_PLACE_ROW (row), survey != NULL ? survey->decisions->len : 0);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  if (gtk_list_box_row_get_index (row) == FIRST_MATERIAL &&
      gtk_list_box_row_get_header (row) == NULL)
    gtk_list_box_row_set_header (row, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
}

static void
add_places (IonMainWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    gtk_list_box_append (self->places,
                         ion_place_row_new (places[i].name, _ (places[i].title), places[i].icon));
  gtk_list_box_set_header_func (self->places, header_cb, NULL, NULL);
}

static void
ion_main_window_dispose (GObject *object)
{
  IonMainWindow *self = ION_MAIN_WINDOW (object);

  g_clear_object (&self->desk);
  G_OBJECT_CLASS (ion_main_window_parent_class)->dispose (object);
}

static void
ion_main_window_class_init (IonMainWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_main_window_dispose;
  g_type_ensure (ION_TYPE_TRAIL);
  g_type_ensure (ION_TYPE_SENDING_FOOT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/shell/ion-main-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IonMainWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, IonMainWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, IonMainWindow, office_title);
  gtk_widget_class_bind_template_child (widget_class, IonMainWindow, practice_mark);
  gtk_widget_class_bind_template_child (widget_class, IonMainWindow, places);
  gtk_widget_class_bind_template_child (widget_class, IonMainWindow, foot);
  gtk_widget_class_bind_template_child (widget_class, IonMainWindow, trail);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, turned_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
}

static void
ion_main_window_init (IonMainWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_places (self);
}

static void
show_office (IonMainWindow *self)
{
  IonOffice *office = ion_desk_get_office (self->desk);
  const char *name = ion_office_get_name (office);
  gboolean is_practice = ion_office_is_practice (office);
  /* The mark below says the same word. */
  gboolean is_said = is_practice && g_str_equal (name, gtk_label_get_label (self->practice_mark));

  adw_window_title_set_title (self->office_title, is_said ? "IO Notifier" : name);
  gtk_widget_set_visible (GTK_WIDGET (self->practice_mark), is_practice);
  /* Of the office alone: what is open may be about a person. */
  gtk_window_set_title (GTK_WINDOW (self), ion_office_get_name (office));
}

GtkWidget *
ion_main_window_new (GtkApplication *application, IonDesk *desk)
{
  IonMainWindow *self = g_object_new (ION_TYPE_MAIN_WINDOW, "application", application, NULL);

  self->desk = g_object_ref (desk);
  ion_office_actions_add (ADW_APPLICATION_WINDOW (self), desk);
  ion_sending_foot_set_desk (self->foot, desk);
  g_signal_connect_object (desk, "surveyed", G_CALLBACK (surveyed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "office-changed", G_CALLBACK (show_office), self,
                           G_CONNECT_SWAPPED);
  surveyed_cb (self);
  show_office (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "s", "overview");
  return GTK_WIDGET (self);
}

IonDesk *
ion_main_window_get_desk (IonMainWindow *self)
{
  g_return_val_if_fail (ION_IS_MAIN_WINDOW (self), NULL);

  return self->desk;
}

IonPage *
ion_main_window_get_page (IonMainWindow *self)
{
  g_return_val_if_fail (ION_IS_MAIN_WINDOW (self), NULL);

  return ion_trail_get_front (self->trail);
}
