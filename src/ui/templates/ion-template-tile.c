/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A card on the shelf of templates; it opens the template's page.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-template-tile.h"

#include "ion-plain-text.h"

struct _IonTemplateTile
{
  GtkFlowBoxChild parent_instance;

  GtkButton *button; /* (unowned) */
  GtkLabel *kind;    /* (unowned) */
  GtkLabel *name;    /* (unowned) */
  GtkLabel *subject; /* (unowned) */
  GtkLabel *summary; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonTemplateTile, ion_template_tile, GTK_TYPE_FLOW_BOX_CHILD)

static void
ion_template_tile_class_init (IonTemplateTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/templates/"
                                                             "ion-template-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, IonTemplateTile, button);
  gtk_widget_class_bind_template_child (widget_class, IonTemplateTile, kind);
  gtk_widget_class_bind_template_child (widget_class, IonTemplateTile, name);
  gtk_widget_class_bind_template_child (widget_class, IonTemplateTile, subject);
  gtk_widget_class_bind_template_child (widget_class, IonTemplateTile, summary);
}

static void
ion_template_tile_init (IonTemplateTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_template_tile_new (const IonTemplateCard *card)
{
  IonTemplateTile *self = g_object_new (ION_TYPE_TEMPLATE_TILE, NULL);
  const IonTemplate *template_ = card->template_;
  const char *kind = ion_template_kind_get_label (template_->kind);
  g_autofree char *subject = ion_plain_text_from_subject (template_->main);
  g_autofree char *label = g_strdup_printf ("%s, %s", template_->name, kind);

  gtk_label_set_label (self->kind, kind);
  gtk_label_set_label (self->name, template_->name);
  gtk_label_set_label (self->subject, subject);
  gtk_label_set_label (self->summary, card->summary);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", template_->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.open-template");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  return GTK_WIDGET (self);
}
