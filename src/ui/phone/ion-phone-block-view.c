/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One widget for every kind of block: what is typed changes a label, not the tree of widgets.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-phone-block-view.h"

#include <glib/gi18n-lib.h>

#define INDENT 14 /* pixels a level of a list */

struct _IonPhoneBlockView
{
  GtkWidget parent_instance;

  GtkWidget *rule;     /* (unowned) */
  GtkBox *box;         /* (unowned) */
  GtkLabel *marker;    /* (unowned) */
  GtkWidget *picture;  /* (unowned) */
  GtkLabel *title;     /* (unowned) */
  GtkLabel *text;      /* (unowned) */
  const char *classes; /* (unowned): static: what the block is drawn as */
};

G_DEFINE_FINAL_TYPE (IonPhoneBlockView, ion_phone_block_view, GTK_TYPE_WIDGET)

static const char *
get_class (const IonPhoneBlock *block)
{
  static const char *const headings[] = { "ion-phone-h1", "ion-phone-h2", "ion-phone-h3" };

  switch (block->kind)
    {
    case ION_PHONE_BLOCK_HEADING:
      return headings[CLAMP (block->level, 1, 3) - 1];
    case ION_PHONE_BLOCK_QUOTE:
      return "ion-phone-card";
    case ION_PHONE_BLOCK_IMAGE:
      return "ion-phone-image";
    default:
      return "ion-phone-text";
    }
}

static void
set_label (GtkLabel *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

void
ion_phone_block_view_set_block (IonPhoneBlockView *self, const IonPhoneBlock *block)
{
  const char *classes = get_class (block);
  gboolean is_rule = block->kind == ION_PHONE_BLOCK_RULE;
  gboolean is_item = block->kind == ION_PHONE_BLOCK_ITEM;
  const char *words = block->markup;

  g_return_if_fail (ION_IS_PHONE_BLOCK_VIEW (self));

  if (block->kind == ION_PHONE_BLOCK_IMAGE && *words == '\0')
    words = _ ("Picture without a description");
  if (self->classes != classes)
    {
      const char *all[] = { classes, NULL };

      gtk_widget_set_css_classes (GTK_WIDGET (self->box), all);
      self->classes = classes;
    }
  gtk_widget_set_visible (self->rule, is_rule);
  gtk_widget_set_visible (GTK_WIDGET (self->box), !is_rule);
  gtk_widget_set_visible (self->picture, block->kind == ION_PHONE_BLOCK_IMAGE);
  set_label (self->marker, block->marker);
  /* A second paragraph of an item stands below the first. */
  gtk_widget_set_visible (GTK_WIDGET (self->marker), is_item);
  gtk_widget_set_margin_start (GTK_WIDGET (self), is_item ? (block->level - 1) * INDENT : 0);
  set_label (self->title, block->title);
  set_label (self->text, words);
}

static void
ion_phone_block_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ion_phone_block_view_parent_class)->dispose (object);
}

static void
ion_phone_block_view_class_init (IonPhoneBlockViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_phone_block_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/phone/"
                                                             "ion-phone-block-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IonPhoneBlockView, rule);
  gtk_widget_class_bind_template_child (widget_class, IonPhoneBlockView, box);
  gtk_widget_class_bind_template_child (widget_class, IonPhoneBlockView, marker);
  gtk_widget_class_bind_template_child (widget_class, IonPhoneBlockView, picture);
  gtk_widget_class_bind_template_child (widget_class, IonPhoneBlockView, title);
  gtk_widget_class_bind_template_child (widget_class, IonPhoneBlockView, text);
}

static void
ion_phone_block_view_init (IonPhoneBlockView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_phone_block_view_new (void)
{
  return g_object_new (ION_TYPE_PHONE_BLOCK_VIEW, NULL);
}
