/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A bar drawn with the platform's own colours, so that the dark style and high contrast are right
 * by themselves.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-funnel-bar.h"

#define HEIGHT 12
#define WIDTH  48
/* What it would like to have: else its words stand below it. */
#define NATURAL_WIDTH 160

struct _IonFunnelBar
{
  GtkWidget parent_instance;

  double share;
};

G_DEFINE_FINAL_TYPE (IonFunnelBar, ion_funnel_bar, GTK_TYPE_WIDGET)

static void
fill (GtkWidget *widget, GtkSnapshot *snapshot, const char *color, double share)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                             (float) gtk_widget_get_height (widget));
  float length = (float) (share * area.size.width);
  GskRoundedRect shape;
  GdkRGBA rgba;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), color, &rgba))
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), &rgba);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    area.origin.x = area.size.width - length;
  area.size.width = length;
  gsk_rounded_rect_init_from_rect (&shape, &area, MIN (area.size.height, length) / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &rgba, &area);
  gtk_snapshot_pop (snapshot);
}

static void
ion_funnel_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IonFunnelBar *self = ION_FUNNEL_BAR (widget);

  fill (widget, snapshot, "borders", 1);
  /* Somebody is a line at least. */
  if (self->share > 0)
    fill (widget, snapshot, "accent_bg_color",
          MAX (self->share, 2.0 / MAX (1, gtk_widget_get_width (widget))));
}

static void
ion_funnel_bar_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : WIDTH;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : NATURAL_WIDTH;
}

static void
ion_funnel_bar_class_init (IonFunnelBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = ion_funnel_bar_snapshot;
  widget_class->measure = ion_funnel_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "funnelbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
ion_funnel_bar_init (IonFunnelBar *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 1.0, -1);
}

GtkWidget *
ion_funnel_bar_new (void)
{
  return g_object_new (ION_TYPE_FUNNEL_BAR, NULL);
}

void
ion_funnel_bar_set (IonFunnelBar *self, const char *name, const char *description, double share)
{
  g_return_if_fail (ION_IS_FUNNEL_BAR (self));

  share = CLAMP (share, 0, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, share,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, description, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  if (share == self->share)
    return;
  self->share = share;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
ion_funnel_bar_get_share (IonFunnelBar *self)
{
  g_return_val_if_fail (ION_IS_FUNNEL_BAR (self), 0);

  return self->share;
}
