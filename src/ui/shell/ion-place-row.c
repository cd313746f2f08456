/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The sidebar's rows.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-place-row.h"

#include "ion-number.h"

#include <glib/gi18n-lib.h>

struct _IonPlaceRow
{
  GtkListBoxRow parent_instance;

  const char *place; /* static */
  GtkImage *icon;    /* (unowned) */
  GtkLabel *title;   /* (unowned) */
  GtkLabel *badge;   /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonPlaceRow, ion_place_row, GTK_TYPE_LIST_BOX_ROW)

static void
ion_place_row_class_init (IonPlaceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/shell/ion-place-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IonPlaceRow, icon);
  gtk_widget_class_bind_template_child (widget_class, IonPlaceRow, title);
  gtk_widget_class_bind_template_child (widget_class, IonPlaceRow, badge);
}

static void
ion_place_row_init (IonPlaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_place_row_new (const char *place, const char *title, const char *icon_name)
{
  IonPlaceRow *self = g_object_new (ION_TYPE_PLACE_ROW, NULL);

  self->place = place;
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_label_set_label (self->title, title);
  ion_place_row_set_waiting (self, 0);
  return GTK_WIDGET (self);
}

const char *
ion_place_row_get_place (IonPlaceRow *self)
{
  g_return_val_if_fail (ION_IS_PLACE_ROW (self), NULL);

  return self->place;
}

void
ion_place_row_set_waiting (IonPlaceRow *self, guint waiting)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (ION_IS_PLACE_ROW (self));

  gtk_label_set_label (self->badge, ion_number (waiting).text);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), waiting > 0);
  spoken =
      waiting > 0
          /* Translators: %1$s is a place of the sidebar; %2$u things there wait for a person */
          ? g_strdup_printf (ngettext ("%1$s, %2$u to decide", "%1$s, %2$u to decide", waiting),
                             gtk_label_get_label (self->title), waiting)
          : g_strdup (gtk_label_get_label (self->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
