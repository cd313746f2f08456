/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The frame of a page, so that each of them has the same header bar and no page builds its own.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-page.h"

#include "ion-accessible.h"
#include "ion-banner.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  IonDesk *desk;                /* (owned) */
  GtkBox *box;                  /* (unowned) */
  AdwHeaderBar *header_bar;     /* (unowned) */
  AdwWindowTitle *window_title; /* (unowned) */
  GtkButton *back_button;       /* (unowned) */
  GtkButton *sidebar_button;    /* (unowned) */
  GtkButton *new_button;        /* (unowned) */
  GtkButton *find_button;       /* (unowned) */
  GtkLabel *practice_mark;      /* (unowned) */
  IonBanner *trouble_banner;    /* (unowned) */
  gboolean has_start;           /* buttons of its own at the header bar's start */
  gboolean is_folded;
  gboolean is_root;
  gboolean is_wide;
} IonPagePrivate;

static void ion_page_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (IonPage,
                                  ion_page,
                                  GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (IonPage)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                             ion_page_buildable_init))

enum
{
  PROP_0,
  PROP_DESK,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_IS_ROOT,
  PROP_IS_WIDE,
  PROP_IS_FOLDED,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static GtkBuildableIface *parent_buildable;

static IonPagePrivate *
get_private (IonPage *self)
{
  return ion_page_get_instance_private (self);
}

static gboolean
is_practice (IonPagePrivate *priv)
{
  return priv->desk != NULL && ion_office_is_practice (ion_desk_get_office (priv->desk));
}

/* What of the frame is there depends on what the page is, and on where the sidebar is. */
static void
show_frame (IonPagePrivate *priv)
{
  gtk_widget_set_visible (GTK_WIDGET (priv->back_button), !priv->is_root);
  gtk_widget_set_visible (GTK_WIDGET (priv->sidebar_button), priv->is_root && priv->is_folded);
  gtk_widget_set_visible (GTK_WIDGET (priv->new_button), priv->is_root && !priv->has_start);
  gtk_widget_set_visible (GTK_WIDGET (priv->find_button), priv->is_root);
  gtk_widget_set_visible (GTK_WIDGET (priv->practice_mark), priv->is_folded && is_practice (priv));
}

static void
trouble_cb (IonPage *self)
{
  IonPagePrivate *priv = get_private (self);
  gboolean is_older_copy = ion_desk_is_older_copy (priv->desk);

  ion_banner_set_button_label (priv->trouble_banner,
                               is_older_copy ? _ ("_Decide…") : _ ("_Try again"));
  g_object_set (priv->trouble_banner, "action-name",
                is_older_copy ? "win.decide-copy" : "win.retry", NULL);
  ion_banner_say (priv->trouble_banner, ion_desk_get_trouble (priv->desk));
}

static void
ion_page_constructed (GObject *object)
{
  IonPagePrivate *priv = get_private (ION_PAGE (object));

  G_OBJECT_CLASS (ion_page_parent_class)->constructed (object);
  show_frame (priv);
  if (priv->desk == NULL)
    return;
  g_signal_connect_object (priv->desk, "trouble", G_CALLBACK (trouble_cb), object,
                           G_CONNECT_SWAPPED);
  trouble_cb (ION_PAGE (object));
}

static void
ion_page_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  IonPagePrivate *priv = get_private (ION_PAGE (buildable));

  /* Its own template comes first. */
  if (priv->box == NULL || !GTK_IS_WIDGET (child))
    parent_buildable->add_child (buildable, builder, child, type);
  else if (g_strcmp0 (type, "start") == 0)
    {
      adw_header_bar_pack_start (priv->header_bar, GTK_WIDGET (child));
      priv->has_start = TRUE;
    }
  else if (g_strcmp0 (type, "end") == 0)
    adw_header_bar_pack_end (priv->header_bar, GTK_WIDGET (child));
  else
    gtk_box_append (priv->box, GTK_WIDGET (child));
}

static void
ion_page_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = ion_page_add_child;
}

static void
ion_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IonPage *self = ION_PAGE (object);
  IonPagePrivate *priv = get_private (self);

  switch (id)
    {
    case PROP_DESK:
      g_value_set_object (value, priv->desk);
      break;
    case PROP_TITLE:
      g_value_set_string (value, ion_page_get_title (self));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, adw_window_title_get_subtitle (priv->window_title));
      break;
    case PROP_IS_ROOT:
      g_value_set_boolean (value, priv->is_root);
      break;
    case PROP_IS_WIDE:
      g_value_set_boolean (value, priv->is_wide);
      break;
    case PROP_IS_FOLDED:
      g_value_set_boolean (value, priv->is_folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ion_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IonPage *self = ION_PAGE (object);
  IonPagePrivate *priv = get_private (self);

  switch (id)
    {
    case PROP_DESK:
      priv->desk = g_value_dup_object (value);
      break;
    case PROP_TITLE:
      ion_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      ion_page_set_subtitle (self, g_value_get_string (value));
      break;
    case PROP_IS_ROOT:
      priv->is_root = g_value_get_boolean (value);
      show_frame (priv);
      break;
    case PROP_IS_WIDE:
      priv->is_wide = g_value_get_boolean (value);
      break;
    case PROP_IS_FOLDED:
      priv->is_folded = g_value_get_boolean (value);
      show_frame (priv);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ion_page_dispose (GObject *object)
{
  IonPagePrivate *priv = get_private (ION_PAGE (object));

  g_clear_pointer ((GtkWidget **) &priv->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ion_page_parent_class)->dispose (object);
}

static void
ion_page_finalize (GObject *object)
{
  IonPagePrivate *priv = get_private (ION_PAGE (object));

  g_clear_object (&priv->desk);
  G_OBJECT_CLASS (ion_page_parent_class)->finalize (object);
}

static void
ion_page_class_init (IonPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ion_accessible_install ();
  object_class->constructed = ion_page_constructed;
  object_class->get_property = ion_page_get_property;
  object_class->set_property = ion_page_set_property;
  object_class->dispose = ion_page_dispose;
  object_class->finalize = ion_page_finalize;

  props[PROP_DESK] =
      g_param_spec_object ("desk", NULL, NULL, ION_TYPE_DESK,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_IS_ROOT] = g_param_spec_boolean ("is-root", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_IS_WIDE] = g_param_spec_boolean ("is-wide", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_IS_FOLDED] = g_param_spec_boolean ("is-folded", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (ION_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/common/ion-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, IonPage, box);
  gtk_widget_class_bind_template_child_private (widget_class, IonPage, header_bar);
  gtk_widget_class_bind_template_child_private (widget_class, IonPage, window_title);
  gtk_widget_class_bind_template_child_private (widget_class, IonPage, back_button);
  gtk_widget_class_bind_template_child_private (widget_class, IonPage, trouble_banner);
  gtk_widget_class_bind_template_child_private (widget_class, IonPage, practice_mark);
  gtk_widget_class_bind_template_child_private (widget_class, IonPage, find_button);
  gtk_widget_class_bind_template_child_private (widget_class, IonPage, new_button);
  gtk_widget_class_bind_template_child_private (widget_class, IonPage, sidebar_button);
}

static void
ion_page_init (IonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

IonDesk *
ion_page_get_desk (IonPage *self)
{
  g_return_val_if_fail (ION_IS_PAGE (self), NULL);

  return get_private (self)->desk;
}

IonOffice *
ion_page_get_office (IonPage *self)
{
  g_return_val_if_fail (ION_IS_PAGE (self), NULL);

  return ion_desk_get_office (get_private (self)->desk);
}

const char *
ion_page_get_title (IonPage *self)
{
  g_return_val_if_fail (ION_IS_PAGE (self), NULL);

  return adw_window_title_get_title (get_private (self)->window_title);
}

void
ion_page_set_title (IonPage *self, const char *title)
{
  g_return_if_fail (ION_IS_PAGE (self));

  if (g_strcmp0 (ion_page_get_title (self), title) == 0)
    return;
  adw_window_title_set_title (get_private (self)->window_title, title != NULL ? title : "");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

void
ion_page_set_subtitle (IonPage *self, const char *subtitle)
{
  AdwWindowTitle *title;

  g_return_if_fail (ION_IS_PAGE (self));

  title = get_private (self)->window_title;
  if (g_strcmp0 (adw_window_title_get_subtitle (title), subtitle) == 0)
    return;
  adw_window_title_set_subtitle (title, subtitle != NULL ? subtitle : "");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

gboolean
ion_page_is_wide (IonPage *self)
{
  g_return_val_if_fail (ION_IS_PAGE (self), FALSE);

  return get_private (self)->is_wide;
}

void
ion_page_tell_shown (IonPage *self)
{
  g_return_if_fail (ION_IS_PAGE (self));

  if (ION_PAGE_GET_CLASS (self)->shown != NULL)
    ION_PAGE_GET_CLASS (self)->shown (self);
}

gboolean
ion_page_may_leave (IonPage *self)
{
  g_return_val_if_fail (ION_IS_PAGE (self), TRUE);

  return ION_PAGE_GET_CLASS (self)->leave == NULL || ION_PAGE_GET_CLASS (self)->leave (self);
}

gboolean
ion_page_can_find (IonPage *self)
{
  g_return_val_if_fail (ION_IS_PAGE (self), FALSE);

  return ION_PAGE_GET_CLASS (self)->find != NULL;
}

void
ion_page_find (IonPage *self)
{
  g_return_if_fail (ION_IS_PAGE (self));

  if (ION_PAGE_GET_CLASS (self)->find != NULL)
    ION_PAGE_GET_CLASS (self)->find (self);
}
