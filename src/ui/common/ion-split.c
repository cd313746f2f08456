/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A list or an editor and its phone share the width, or take turns. The floor has no breakpoints,
 * and its leaflet belongs to the shell.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-split.h"

/* Below it the main child would have less room than the phone. */
#define BOTH_WIDTH  820
#define ASIDE_WIDTH 360

struct _IonSplit
{
  GtkWidget parent_instance;

  GtkWidget *main;  /* (owned) (nullable) */
  GtkWidget *aside; /* (owned) (nullable) */
  gboolean is_narrow;
  gboolean shows_aside;
  guint notify_id;
};

G_DEFINE_FINAL_TYPE (IonSplit, ion_split, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_MAIN,
  PROP_ASIDE,
  PROP_IS_NARROW,
  PROP_SHOWS_ASIDE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static gboolean
notify_cb (gpointer user_data)
{
  IonSplit *self = user_data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_NARROW]);
  return G_SOURCE_REMOVE;
}

/* Told later: who listens may change what is being laid out. */
static void
set_narrow (IonSplit *self, gboolean is_narrow)
{
  if (self->is_narrow == is_narrow)
    return;
  self->is_narrow = is_narrow;
  if (self->notify_id == 0)
    self->notify_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_cb, self, NULL);
}

static void
place (GtkWidget *child, gboolean visible, int x, int width, int height)
{
  if (child == NULL)
    return;
  gtk_widget_set_child_visible (child, visible);
  if (visible)
    gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, width, height }, -1);
}

static void
ion_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  IonSplit *self = ION_SPLIT (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int aside = 0, least;

  if (self->aside != NULL && gtk_widget_get_visible (self->aside))
    {
      gtk_widget_measure (self->aside, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      aside = MAX (least, ASIDE_WIDTH);
    }
  set_narrow (self, width < MAX (BOTH_WIDTH, 2 * aside));
  if (self->is_narrow)
    {
      gboolean shows_aside = self->shows_aside && aside > 0;

      place (self->main, !shows_aside, 0, width, height);
      place (self->aside, shows_aside, 0, width, height);
      return;
    }
  place (self->main, TRUE, is_rtl ? aside : 0, width - aside, height);
  place (self->aside, aside > 0, is_rtl ? 0 : width - aside, aside, height);
}

/* As little as one of them needs, as much as both would like. */
static void
ion_split_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  IonSplit *self = ION_SPLIT (widget);
  GtkWidget *const children[] = { self->main, self->aside };
  gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = *natural = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int least, most;

      if (children[i] == NULL)
        continue;
      gtk_widget_measure (children[i], orientation, -1, &least, &most, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = is_width ? *natural + most : MAX (*natural, most);
    }
}

static void
set_child (IonSplit *self, GtkWidget **place, GtkWidget *child)
{
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
ion_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IonSplit *self = ION_SPLIT (object);

  switch (id)
    {
    case PROP_MAIN:
      g_value_set_object (value, self->main);
      break;
    case PROP_ASIDE:
      g_value_set_object (value, self->aside);
      break;
    case PROP_IS_NARROW:
      g_value_set_boolean (value, self->is_narrow);
      break;
    case PROP_SHOWS_ASIDE:
      g_value_set_boolean (value, self->shows_aside);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ion_split_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IonSplit *self = ION_SPLIT (object);

  switch (id)
    {
    case PROP_MAIN:
      set_child (self, &self->main, g_value_get_object (value));
      break;
    case PROP_ASIDE:
      set_child (self, &self->aside, g_value_get_object (value));
      break;
    case PROP_SHOWS_ASIDE:
      if (self->shows_aside == g_value_get_boolean (value))
        return;
      self->shows_aside = g_value_get_boolean (value);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ion_split_dispose (GObject *object)
{
  IonSplit *self = ION_SPLIT (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  g_clear_pointer (&self->main, gtk_widget_unparent);
  g_clear_pointer (&self->aside, gtk_widget_unparent);
  G_OBJECT_CLASS (ion_split_parent_class)->dispose (object);
}

static void
ion_split_class_init (IonSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ion_split_get_property;
  object_class->set_property = ion_split_set_property;
  object_class->dispose = ion_split_dispose;
  widget_class->measure = ion_split_measure;
  widget_class->size_allocate = ion_split_size_allocate;

  props[PROP_MAIN] = g_param_spec_object ("main", NULL, NULL, GTK_TYPE_WIDGET,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_ASIDE] = g_param_spec_object ("aside", NULL, NULL, GTK_TYPE_WIDGET,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_IS_NARROW] = g_param_spec_boolean ("is-narrow", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SHOWS_ASIDE] =
      g_param_spec_boolean ("shows-aside", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ion_split_init (IonSplit *self)
{
}

gboolean
ion_split_is_narrow (IonSplit *self)
{
  g_return_val_if_fail (ION_IS_SPLIT (self), FALSE);

  return self->is_narrow;
}
