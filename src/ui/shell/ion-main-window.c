/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The one place that knows all pages: it makes them, stacks them and leads back.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-main-window.h"

#include "ion-campaign-page.h"
#include "ion-campaigns-page.h"
#include "ion-compose-page.h"
#include "ion-journal-page.h"
#include "ion-overview-page.h"
#include "ion-person-page.h"
#include "ion-remedy-page.h"
#include "ion-service-page.h"
#include "ion-services-page.h"
#include "ion-template-edit-page.h"
#include "ion-template-page.h"
#include "ion-templates-page.h"

#include <glib/gi18n-lib.h>

struct _IonMainWindow
{
  AdwApplicationWindow parent_instance;

  IonDesk *desk;       /* (owned) */
  AdwLeaflet *leaflet; /* (unowned) */
  GtkStack *pages;     /* (unowned) */
  GtkListBox *places;  /* (unowned) */
  GPtrArray *trail;    /* (owned) (element-type IonPage): unowned, the one in front last */
};

G_DEFINE_FINAL_TYPE (IonMainWindow, ion_main_window, ADW_TYPE_APPLICATION_WINDOW)

/* In the order of the sidebar. */
static const struct
{
  const char *name;
  GType (*get_type) (void);
} places[] = {
  { "overview", ion_overview_page_get_type },
  { "campaigns", ion_campaigns_page_get_type },
  { "templates", ion_templates_page_get_type },
  { "services", ion_services_page_get_type },
};

static void
show_front (IonMainWindow *self)
{
  IonPage *page = ion_main_window_get_page (self);

  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  adw_leaflet_set_can_unfold (self->leaflet, !ion_page_is_wide (page));
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  ion_page_tell_shown (page);
}

/* Takes the page in front off; its widget goes too. */
static void
drop_front (IonMainWindow *self)
{
  IonPage *page = ion_main_window_get_page (self);

  g_ptr_array_set_size (self->trail, self->trail->len - 1);
  if (self->trail->len > 0)
    gtk_stack_set_visible_child (self->pages, GTK_WIDGET (ion_main_window_get_page (self)));
  gtk_stack_remove (self->pages, GTK_WIDGET (page));
}

/* @page: floating */
static void
push_page (IonMainWindow *self, gpointer page)
{
  gtk_stack_add_child (self->pages, page);
  g_ptr_array_add (self->trail, page);
  show_front (self);
}

static void
show_place_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  IonMainWindow *self = ION_MAIN_WINDOW (window);
  const char *place = g_variant_get_string (parameter, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].name, place))
      {
        while (self->trail->len > 0)
          if (ion_page_may_leave (ion_main_window_get_page (self)))
            drop_front (self);
          else
            return;
        gtk_list_box_select_row (self->places, gtk_list_box_get_row_at_index (self->places, i));
        push_page (self, g_object_new (places[i].get_type (), "desk", self->desk, NULL));
      }
}

static void
open_campaign_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  IonMainWindow *self = ION_MAIN_WINDOW (window);

  push_page (self, g_object_new (ION_TYPE_CAMPAIGN_PAGE, "desk", self->desk, "campaign-id",
                                 g_variant_get_string (parameter, NULL), NULL));
}

static void
open_remedy_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  IonMainWindow *self = ION_MAIN_WINDOW (window);

  push_page (self, g_object_new (ION_TYPE_REMEDY_PAGE, "desk", self->desk, "campaign-id",
                                 g_variant_get_string (parameter, NULL), NULL));
}

static void
edit_draft_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  IonMainWindow *self = ION_MAIN_WINDOW (window);
  const char *id = g_variant_get_string (parameter, NULL);

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
back_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  IonMainWindow *self = ION_MAIN_WINDOW (window);

  if (self->trail->len > 1)
    {
      if (!ion_page_may_leave (ion_main_window_get_page (self)))
        return;
      drop_front (self);
      show_front (self);
    }
  else
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
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
  { .name = "back", .activate = back_cb },
};

static void
place_activated_cb (GtkListBox *list, GtkListBoxRow *row, IonMainWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "s",
                              places[gtk_list_box_row_get_index (row)].name);
}

static void
ion_main_window_dispose (GObject *object)
{
  IonMainWindow *self = ION_MAIN_WINDOW (object);

  g_clear_pointer (&self->trail, g_ptr_array_unref);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (ion_main_window_parent_class)->dispose (object);
}

static void
ion_main_window_class_init (IonMainWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_main_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/shell/ion-main-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IonMainWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, IonMainWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, IonMainWindow, places);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
}

static void
ion_main_window_init (IonMainWindow *self)
{
  self->trail = g_ptr_array_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_main_window_new (GtkApplication *application, IonDesk *desk)
{
  IonMainWindow *self = g_object_new (ION_TYPE_MAIN_WINDOW, "application", application, NULL);

  self->desk = g_object_ref (desk);
  gtk_window_set_title (GTK_WINDOW (self), ion_office_get_name (ion_desk_get_office (desk)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "s", "overview");
  return GTK_WIDGET (self);
}

IonPage *
ion_main_window_get_page (IonMainWindow *self)
{
  g_return_val_if_fail (ION_IS_MAIN_WINDOW (self), NULL);

  return self->trail->len > 0 ? g_ptr_array_index (self->trail, self->trail->len - 1) : NULL;
}
