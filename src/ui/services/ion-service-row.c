/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A service as a row: two lines at any width, since names of services are long.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-service-row.h"

#include "ion-key-words.h"

#include <glib/gi18n-lib.h>

struct _IonServiceRow
{
  GtkListBoxRow parent_instance;

  GtkImage *shape;      /* (unowned) */
  GtkLabel *name;       /* (unowned) */
  GtkLabel *department; /* (unowned) */
  GtkLabel *state;      /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonServiceRow, ion_service_row, GTK_TYPE_LIST_BOX_ROW)

static void
ion_service_row_class_init (IonServiceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/services/"
                                                             "ion-service-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IonServiceRow, shape);
  gtk_widget_class_bind_template_child (widget_class, IonServiceRow, name);
  gtk_widget_class_bind_template_child (widget_class, IonServiceRow, department);
  gtk_widget_class_bind_template_child (widget_class, IonServiceRow, state);
}

static void
ion_service_row_init (IonServiceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
tell_state (const IonServiceStory *story)
{
  g_autofree char *when = ion_key_standing_tell_when (story, g_get_real_time () / G_USEC_PER_SEC);
  const char *label = ion_key_standing_get_label (story->standing);

  if (story->step != ION_ROTATION_NONE)
    return g_strdup_printf ("%s · %s", label, _ ("rotation of the keys under way"));
  return *when != '\0' ? g_strdup_printf ("%s · %s", label, when) : g_strdup (label);
}

GtkWidget *
ion_service_row_new (const IonServiceStory *story)
{
  IonServiceRow *self = g_object_new (ION_TYPE_SERVICE_ROW, NULL);
  g_autofree char *state = tell_state (story);
  g_autofree char *summary = g_strdup_printf ("%s: %s", story->service->name, state);
  const char *department = story->service->department;

  gtk_label_set_label (self->name, story->service->name);
  gtk_label_set_label (self->department, department != NULL ? department : "");
  gtk_widget_set_visible (GTK_WIDGET (self->department), department != NULL && *department != '\0');
  gtk_label_set_label (self->state, state);
  ion_key_standing_draw (story->standing, self->shape);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open-service");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", story->service->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                  -1);
  return GTK_WIDGET (self);
}
