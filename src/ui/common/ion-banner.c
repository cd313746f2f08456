/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The seam of notice strips: the floor has none of its own.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-banner.h"

#include "ion-office-error.h"

struct _IonBanner
{
  GtkWidget parent_instance;

  GtkRevealer *revealer; /* (unowned) */
  GtkLabel *title;       /* (unowned) */
  GtkButton *button;     /* (unowned) */
  gboolean is_warning;
};

G_DEFINE_FINAL_TYPE (IonBanner, ion_banner, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_BUTTON_LABEL,
  PROP_ACTION_NAME,
  PROP_REVEALED,
  PROP_IS_WARNING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];
static guint button_clicked;

static void
clicked_cb (IonBanner *self)
{
  g_signal_emit (self, button_clicked, 0);
}

static void
set_warning (IonBanner *self, gboolean is_warning)
{
  if (self->is_warning == is_warning)
    return;
  self->is_warning = is_warning;
  if (is_warning)
    gtk_widget_add_css_class (GTK_WIDGET (self), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "warning");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_WARNING]);
}

static void
ion_banner_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IonBanner *self = ION_BANNER (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, ion_banner_get_title (self));
      break;
    case PROP_BUTTON_LABEL:
      g_value_set_string (value, gtk_button_get_label (self->button));
      break;
    case PROP_ACTION_NAME:
      g_value_set_string (value, gtk_actionable_get_action_name (GTK_ACTIONABLE (self->button)));
      break;
    case PROP_REVEALED:
      g_value_set_boolean (value, ion_banner_get_revealed (self));
      break;
    case PROP_IS_WARNING:
      g_value_set_boolean (value, self->is_warning);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ion_banner_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IonBanner *self = ION_BANNER (object);

  switch (id)
    {
    case PROP_TITLE:
      ion_banner_set_title (self, g_value_get_string (value));
      break;
    case PROP_BUTTON_LABEL:
      ion_banner_set_button_label (self, g_value_get_string (value));
      break;
    case PROP_ACTION_NAME:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), g_value_get_string (value));
      break;
    case PROP_REVEALED:
      ion_banner_set_revealed (self, g_value_get_boolean (value));
      break;
    case PROP_IS_WARNING:
      set_warning (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ion_banner_dispose (GObject *object)
{
  IonBanner *self = ION_BANNER (object);

  g_clear_pointer ((GtkWidget **) &self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (ion_banner_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  props[PROP_BUTTON_LABEL] = g_param_spec_string ("button-label", NULL, NULL, NULL, flags);
  props[PROP_ACTION_NAME] = g_param_spec_string ("action-name", NULL, NULL, NULL, flags);
  props[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags);
  props[PROP_IS_WARNING] = g_param_spec_boolean ("is-warning", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ion_banner_class_init (IonBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ion_banner_get_property;
  object_class->set_property = ion_banner_set_property;
  object_class->dispose = ion_banner_dispose;
  install_properties (object_class);
  button_clicked = g_signal_new ("button-clicked", ION_TYPE_BANNER, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "ionbanner");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/common/ion-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, IonBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, IonBanner, title);
  gtk_widget_class_bind_template_child (widget_class, IonBanner, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
ion_banner_init (IonBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_banner_new (const char *title)
{
  return g_object_new (ION_TYPE_BANNER, "title", title, NULL);
}

void
ion_banner_set_title (IonBanner *self, const char *title)
{
  g_return_if_fail (ION_IS_BANNER (self));

  if (title == NULL)
    title = "";
  if (g_str_equal (gtk_label_get_label (self->title), title))
    return;
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

const char *
ion_banner_get_title (IonBanner *self)
{
  g_return_val_if_fail (ION_IS_BANNER (self), NULL);

  return gtk_label_get_label (self->title);
}

void
ion_banner_set_button_label (IonBanner *self, const char *label)
{
  g_return_if_fail (ION_IS_BANNER (self));

  if (g_strcmp0 (gtk_button_get_label (self->button), label) == 0)
    return;
  gtk_button_set_label (self->button, label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL && *label != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUTTON_LABEL]);
}

void
ion_banner_set_revealed (IonBanner *self, gboolean revealed)
{
  g_return_if_fail (ION_IS_BANNER (self));

  if (ion_banner_get_revealed (self) == revealed)
    return;
  gtk_revealer_set_reveal_child (self->revealer, revealed);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REVEALED]);
}

gboolean
ion_banner_get_revealed (IonBanner *self)
{
  g_return_val_if_fail (ION_IS_BANNER (self), FALSE);

  return gtk_revealer_get_reveal_child (self->revealer);
}

void
ion_banner_say (IonBanner *self, const char *title)
{
  g_return_if_fail (ION_IS_BANNER (self));

  if (title != NULL)
    ion_banner_set_title (self, title);
  ion_banner_set_revealed (self, title != NULL);
}

void
ion_banner_say_error (IonBanner *self, const GError *error)
{
  g_autofree char *sentence = error != NULL ? ion_office_error_explain (error) : NULL;

  ion_banner_say (self, sentence);
}
