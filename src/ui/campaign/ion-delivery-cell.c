/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Cells are made a thousand at a time, and bound again with every turn of the wheel: so they are of
 * as few parts as can be.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-delivery-cell.h"

#include "ion-format.h"
#include "ion-state-mark.h"

#include <glib/gi18n-lib.h>

struct _IonDeliveryCell
{
  GtkWidget parent_instance;

  IonDeliveryCellKind kind;
  IonDeliveryItem *item; /* (owned) (nullable) */
  gulong changed;
  GtkWidget *mark;   /* (unowned) (nullable) */
  GtkWidget *first;  /* (unowned) */
  GtkWidget *second; /* (unowned) (nullable) */
};

G_DEFINE_FINAL_TYPE (IonDeliveryCell, ion_delivery_cell, GTK_TYPE_WIDGET)

static void
let_go (IonDeliveryCell *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed, self->item);
  g_clear_object (&self->item);
}

static void
ion_delivery_cell_dispose (GObject *object)
{
  IonDeliveryCell *self = ION_DELIVERY_CELL (object);
  GtkWidget *child;

  let_go (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ion_delivery_cell_parent_class)->dispose (object);
}

static void
ion_delivery_cell_class_init (IonDeliveryCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ion_delivery_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
ion_delivery_cell_init (IonDeliveryCell *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              6);
}

/* A text that has its place whatever it says: another one is drawn, and nothing is laid out. */
static GtkWidget *
add_text (GtkWidget *parent, const char *css_class)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_hexpand (text, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (text, css_class);
  gtk_widget_set_parent (text, parent);
  return text;
}

static GtkWidget *
add_mark (GtkWidget *parent)
{
  GtkWidget *mark = ion_state_mark_new ();

  gtk_widget_set_parent (mark, parent);
  return mark;
}

static void
add_compact (IonDeliveryCell *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->mark = add_mark (GTK_WIDGET (self));
  self->first = add_text (box, NULL);
  self->second = add_text (box, "caption");
  gtk_widget_add_css_class (self->second, "dim-label");
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

GtkWidget *
ion_delivery_cell_new (IonDeliveryCellKind kind)
{
  IonDeliveryCell *self = g_object_new (ION_TYPE_DELIVERY_CELL, NULL);

  self->kind = kind;
  switch (kind)
    {
    case ION_DELIVERY_CELL_COMPACT:
      add_compact (self);
      break;
    case ION_DELIVERY_CELL_STATE:
      self->mark = add_mark (GTK_WIDGET (self));
      self->first = add_text (GTK_WIDGET (self), NULL);
      break;
    case ION_DELIVERY_CELL_CAUSE:
      self->first = add_text (GTK_WIDGET (self), "dim-label");
      break;
    default:
      self->first = add_text (GTK_WIDGET (self), "numeric");
    }
  if (kind == ION_DELIVERY_CELL_ROW)
    gtk_inscription_set_xalign (GTK_INSCRIPTION (self->first), 1);
  return GTK_WIDGET (self);
}

/* (transfer full) */
static char *
tell_when (IonDeliveryItem *item)
{
  gint64 at = ion_delivery_item_get_at (item);

  return at > 0 ? ion_format_moment (at, g_get_real_time () / G_USEC_PER_SEC) : g_strdup ("");
}

static void
show_compact (IonDeliveryCell *self)
{
  const char *state = ion_delivery_state_get_word (ion_delivery_item_get_state (self->item));
  g_autofree char *row = ion_format_count (ion_delivery_item_get_row (self->item));
  g_autofree char *when = tell_when (self->item);
  /* Translators: a row's number, and its fiscal code */
  g_autofree char *first =
      g_strdup_printf (_ ("%1$s   %2$s"), row, ion_delivery_item_get_code (self->item));
  g_autofree char *second =
      when[0] != '\0' ? g_strdup_printf ("%s · %s", state, when) : g_strdup (state);

  gtk_inscription_set_text (GTK_INSCRIPTION (self->first), first);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->second), second);
}

/* A place whose row is gone. */
static void
show_nothing (IonDeliveryCell *self)
{
  if (self->mark != NULL)
    gtk_widget_set_opacity (self->mark, 0);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->first), "");
  if (self->second != NULL)
    gtk_inscription_set_text (GTK_INSCRIPTION (self->second), "");
}

static void
show_mark (IonDeliveryCell *self, IonDeliveryState state)
{
  if (self->mark == NULL)
    return;
  gtk_widget_set_opacity (self->mark, 1);
  ion_state_mark_set_state (ION_STATE_MARK (self->mark), state);
}

static void
show (IonDeliveryCell *self)
{
  IonDeliveryState state = ion_delivery_item_get_state (self->item);
  g_autofree char *text = NULL;

  if (ion_delivery_item_get_row (self->item) == 0)
    {
      show_nothing (self);
      return;
    }
  show_mark (self, state);
  switch (self->kind)
    {
    case ION_DELIVERY_CELL_ROW:
      text = ion_format_count (ion_delivery_item_get_row (self->item));
      break;
    case ION_DELIVERY_CELL_CODE:
      text = g_strdup (ion_delivery_item_get_code (self->item));
      break;
    case ION_DELIVERY_CELL_STATE:
      text = g_strdup (ion_delivery_state_get_word (state));
      break;
    case ION_DELIVERY_CELL_WHEN:
      text = tell_when (self->item);
      break;
    case ION_DELIVERY_CELL_CAUSE:
      text = ion_delivery_item_explain (self->item);
      break;
    case ION_DELIVERY_CELL_COMPACT:
    default:
      show_compact (self);
      return;
    }
  gtk_inscription_set_text (GTK_INSCRIPTION (self->first), text);
}

void
ion_delivery_cell_set_item (IonDeliveryCell *self, IonDeliveryItem *item)
{
  g_return_if_fail (ION_IS_DELIVERY_CELL (self));

  let_go (self);
  if (item == NULL)
    return;
  self->item = g_object_ref (item);
  self->changed = g_signal_connect_swapped (item, "changed", G_CALLBACK (show), self);
  show (self);
}
