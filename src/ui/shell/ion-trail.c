/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The way into the program and back: each page lies on the one it was opened from.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-trail.h"

struct _IonTrail
{
  GtkWidget parent_instance;

  GtkStack *stack;  /* (unowned) */
  GPtrArray *pages; /* (owned) (element-type IonPage): unowned, the one in front last */
  gboolean is_folded;
};

G_DEFINE_FINAL_TYPE (IonTrail, ion_trail, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_IS_FOLDED,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];
static guint turned;

static void
show_front (IonTrail *self)
{
  IonPage *page = ion_trail_get_front (self);

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
  g_signal_emit (self, turned, 0);
  ion_page_tell_shown (page);
}

/* Its widget goes too. */
static void
drop_front (IonTrail *self)
{
  IonPage *page = ion_trail_get_front (self);

  g_ptr_array_set_size (self->pages, (int) self->pages->len - 1);
  if (self->pages->len > 0)
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (ion_trail_get_front (self)));
  gtk_stack_remove (self->stack, GTK_WIDGET (page));
}

static void
ion_trail_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_IS_FOLDED)
    g_value_set_boolean (value, ION_TRAIL (object)->is_folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_trail_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IonTrail *self = ION_TRAIL (object);

  if (id != PROP_IS_FOLDED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->is_folded == g_value_get_boolean (value))
    return;
  self->is_folded = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, props[PROP_IS_FOLDED]);
}

static void
ion_trail_dispose (GObject *object)
{
  IonTrail *self = ION_TRAIL (object);

  g_ptr_array_set_size (self->pages, 0);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  G_OBJECT_CLASS (ion_trail_parent_class)->dispose (object);
}

static void
ion_trail_finalize (GObject *object)
{
  g_ptr_array_unref (ION_TRAIL (object)->pages);
  G_OBJECT_CLASS (ion_trail_parent_class)->finalize (object);
}

static void
ion_trail_class_init (IonTrailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ion_trail_get_property;
  object_class->set_property = ion_trail_set_property;
  object_class->dispose = ion_trail_dispose;
  object_class->finalize = ion_trail_finalize;
  props[PROP_IS_FOLDED] =
      g_param_spec_boolean ("is-folded", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  turned = g_signal_new ("turned", ION_TYPE_TRAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                         G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ion_trail_init (IonTrail *self)
{
  self->pages = g_ptr_array_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  /* The page behind may be wider than a narrow window. */
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

IonPage *
ion_trail_get_front (IonTrail *self)
{
  g_return_val_if_fail (ION_IS_TRAIL (self), NULL);

  return self->pages->len > 0 ? g_ptr_array_index (self->pages, self->pages->len - 1) : NULL;
}

IonPage *
ion_trail_get_page (IonTrail *self, guint i)
{
  g_return_val_if_fail (ION_IS_TRAIL (self), NULL);

  return i < self->pages->len ? g_ptr_array_index (self->pages, i) : NULL;
}

guint
ion_trail_get_depth (IonTrail *self)
{
  g_return_val_if_fail (ION_IS_TRAIL (self), 0);

  return self->pages->len;
}

void
ion_trail_push (IonTrail *self, IonPage *page)
{
  g_return_if_fail (ION_IS_TRAIL (self));
  g_return_if_fail (ION_IS_PAGE (page));

  gtk_stack_add_child (self->stack, GTK_WIDGET (page));
  g_object_bind_property (self, "is-folded", page, "is-folded", G_BINDING_SYNC_CREATE);
  g_ptr_array_add (self->pages, page);
  show_front (self);
}

gboolean
ion_trail_back (IonTrail *self)
{
  g_return_val_if_fail (ION_IS_TRAIL (self), FALSE);

  if (self->pages->len < 2 || !ion_page_may_leave (ion_trail_get_front (self)))
    return FALSE;
  drop_front (self);
  show_front (self);
  return TRUE;
}

gboolean
ion_trail_return_to (IonTrail *self, IonPage *page)
{
  g_return_val_if_fail (ION_IS_TRAIL (self), FALSE);

  while (ion_trail_get_front (self) != page)
    if (!ion_trail_back (self))
      return FALSE;
  return TRUE;
}

gboolean
ion_trail_clear (IonTrail *self)
{
  g_return_val_if_fail (ION_IS_TRAIL (self), FALSE);

  while (self->pages->len > 0)
    {
      if (!ion_page_may_leave (ion_trail_get_front (self)))
        {
          show_front (self);
          return FALSE;
        }
      drop_front (self);
    }
  return TRUE;
}
