/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * An image lays out its whole window when it changes; a table that is scrolled changes hundreds.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-state-mark.h"

#include "ion-delivery-item.h"

#define SIZE 16

struct _IonStateMark
{
  GtkWidget parent_instance;

  const char *icon_name; /* (unowned) (nullable) */
  GdkPaintable *icon;    /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (IonStateMark, ion_state_mark, GTK_TYPE_WIDGET)

static GdkPaintable *
find_icon (GtkWidget *widget, const char *name)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));

  return GDK_PAINTABLE (gtk_icon_theme_lookup_icon (theme, name, NULL, SIZE,
                                                    gtk_widget_get_scale_factor (widget),
                                                    gtk_widget_get_direction (widget), 0));
}

static void
ion_state_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IonStateMark *self = ION_STATE_MARK (widget);
  GdkRGBA color;

  if (self->icon_name == NULL)
    return;
  if (self->icon == NULL)
    self->icon = find_icon (widget, self->icon_name);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (0, (float) (gtk_widget_get_height (widget) - SIZE) /
                                                       2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (self->icon), snapshot, SIZE,
                                            SIZE, &color, 1);
  gtk_snapshot_restore (snapshot);
}

static void
ion_state_mark_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
ion_state_mark_dispose (GObject *object)
{
  g_clear_object (&ION_STATE_MARK (object)->icon);
  G_OBJECT_CLASS (ion_state_mark_parent_class)->dispose (object);
}

static void
ion_state_mark_class_init (IonStateMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_state_mark_dispose;
  widget_class->snapshot = ion_state_mark_snapshot;
  widget_class->measure = ion_state_mark_measure;
  /* Its word stands beside it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ion_state_mark_init (IonStateMark *self)
{
}

GtkWidget *
ion_state_mark_new (void)
{
  return g_object_new (ION_TYPE_STATE_MARK, NULL);
}

void
ion_state_mark_set_state (IonStateMark *self, IonDeliveryState state)
{
  const char *icon_name = ion_delivery_state_get_icon (state);

  g_return_if_fail (ION_IS_STATE_MARK (self));

  if (g_strcmp0 (icon_name, self->icon_name) == 0)
    return;
  self->icon_name = icon_name;
  g_clear_object (&self->icon);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
