/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The one place that knows all pages: it makes them and stacks them.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-main-window-private.h"

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

G_DEFINE_FINAL_TYPE (IonMainWindow, ion_main_window, ADW_TYPE_APPLICATION_WINDOW)

const IonPlace ion_places[] = {
  { "overview", N_ ("Overview"), "ion-overview-symbolic", ion_overview_page_get_type },
  { "campaigns", N_ ("Campaigns"), "ion-campaigns-symbolic", ion_campaigns_page_get_type },
  { "templates", N_ ("Templates"), "ion-templates-symbolic", ion_templates_page_get_type },
  { "services", N_ ("Services"), "ion-services-symbolic", ion_services_page_get_type },
};

const gsize ion_n_places = G_N_ELEMENTS (ion_places);

/* Materials stand apart from the daily places. */
#define FIRST_MATERIAL 2

/* Folded also where there is room: a campaign being written needs it, or the person said so. */
void
ion_main_window_show_or_fold (IonMainWindow *self)
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
  ion_main_window_show_or_fold (self);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->trail));
}

static void
folded_cb (IonMainWindow *self)
{
  /* Folding must not take away what the person was looking at. */
  if (adw_leaflet_get_folded (self->leaflet) && self->trail != NULL)
    adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->trail));
}

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
  for (gsize i = 0; i < ion_n_places; i++)
    gtk_list_box_append (self->places,
                         ion_place_row_new (ion_places[i].name, _ (ion_places[i].title),
                                            ion_places[i].icon));
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
  ion_main_window_add_acts (self);
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
