/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A part's row. Its state is a word, then a shape, and only then a colour.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-part-row.h"

struct _IonPartRow
{
  GtkListBoxRow parent_instance;

  IonComposePart *part; /* (owned) */
  GtkLabel *title;      /* (unowned) */
  GtkLabel *summary;    /* (unowned) */
  GtkLabel *state_text; /* (unowned) */
  GtkImage *state_icon; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonPartRow, ion_part_row, GTK_TYPE_LIST_BOX_ROW)

static const struct
{
  const char *icon;
  const char *style;
} looks[] = {
  [ION_PART_TO_DO] = { "ion-to-do-symbolic", "dim-label" },
  [ION_PART_PROBLEM] = { "ion-warning-symbolic", "warning" },
  [ION_PART_READY] = { "ion-done-symbolic", "success" },
};

static void
show_state (IonPartRow *self)
{
  IonPartState state = ion_compose_part_get_state (self->part);

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->state_icon), looks[i].style);
      gtk_widget_remove_css_class (GTK_WIDGET (self->state_text), looks[i].style);
    }
  gtk_image_set_from_icon_name (self->state_icon, looks[state].icon);
  gtk_widget_add_css_class (GTK_WIDGET (self->state_icon), looks[state].style);
  gtk_widget_add_css_class (GTK_WIDGET (self->state_text), looks[state].style);
}

static void
show_text (GtkLabel *label, const char *text)
{
  if (text == NULL)
    text = "";
  if (g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text);
}

static void
part_changed_cb (IonPartRow *self)
{
  const char *summary = ion_compose_part_get_summary (self->part);
  const char *state = ion_compose_part_get_state_text (self->part);
  g_autofree char *spoken = NULL;

  show_text (self->summary, summary);
  show_text (self->state_text, state);
  show_state (self);
  spoken = g_strjoin (", ", gtk_label_get_label (self->title), state != NULL ? state : "",
                      summary != NULL ? summary : "", NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
ion_part_row_dispose (GObject *object)
{
  IonPartRow *self = ION_PART_ROW (object);

  g_clear_object (&self->part);
  G_OBJECT_CLASS (ion_part_row_parent_class)->dispose (object);
}

static void
ion_part_row_class_init (IonPartRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_part_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/compose/ion-part-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IonPartRow, title);
  gtk_widget_class_bind_template_child (widget_class, IonPartRow, summary);
  gtk_widget_class_bind_template_child (widget_class, IonPartRow, state_text);
  gtk_widget_class_bind_template_child (widget_class, IonPartRow, state_icon);
}

static void
ion_part_row_init (IonPartRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_part_row_new (const char *title, IonComposePart *part)
{
  IonPartRow *self = g_object_new (ION_TYPE_PART_ROW, NULL);

  self->part = g_object_ref (part);
  gtk_label_set_label (self->title, title);
  g_signal_connect_object (part, "notify", G_CALLBACK (part_changed_cb), self, G_CONNECT_SWAPPED);
  part_changed_cb (self);
  return GTK_WIDGET (self);
}

IonComposePart *
ion_part_row_get_part (IonPartRow *self)
{
  g_return_val_if_fail (ION_IS_PART_ROW (self), NULL);

  return self->part;
}
