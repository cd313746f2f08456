/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One frame for all steps, so that the button that goes on is always in the same place.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-welcome-step.h"

typedef struct
{
  GtkWidget *frame;      /* (unowned) */
  GtkLabel *title;       /* (unowned) */
  GtkLabel *description; /* (unowned) */
  GtkBox *content;       /* (unowned) */
  GtkWidget *trouble;    /* (unowned) */
  GtkLabel *sentence;    /* (unowned) */
  GtkWidget *next;       /* (unowned) */
  GtkLabel *verb;        /* (unowned) */
  GtkStack *next_stack;  /* (unowned) */
  GtkButton *skip;       /* (unowned) */
  gboolean is_ready;
  gboolean is_busy;
} IonWelcomeStepPrivate;

static void ion_welcome_step_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (IonWelcomeStep,
                                  ion_welcome_step,
                                  GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (IonWelcomeStep)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                             ion_welcome_step_buildable_init))

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_DESCRIPTION,
  PROP_VERB,
  PROP_SKIP_VERB,
  PROP_IS_READY,
  PROP_IS_BUSY,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  NEXT,
  SKIP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkBuildableIface *parent_buildable;

static IonWelcomeStepPrivate *
get_private (IonWelcomeStep *self)
{
  return ion_welcome_step_get_instance_private (self);
}

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  IonWelcomeStepPrivate *priv = get_private (ION_WELCOME_STEP (buildable));

  /* Its own template comes first. */
  if (priv->content == NULL || !GTK_IS_WIDGET (child))
    parent_buildable->add_child (buildable, builder, child, type);
  else
    gtk_box_append (priv->content, GTK_WIDGET (child));
}

static void
ion_welcome_step_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
update (IonWelcomeStep *self)
{
  IonWelcomeStepPrivate *priv = get_private (self);

  gtk_widget_set_sensitive (priv->next, priv->is_ready && !priv->is_busy);
  gtk_widget_set_sensitive (GTK_WIDGET (priv->content), !priv->is_busy);
  gtk_widget_set_sensitive (GTK_WIDGET (priv->skip), !priv->is_busy);
  gtk_stack_set_visible_child_name (priv->next_stack, priv->is_busy ? "busy" : "verb");
}

static void
next_cb (IonWelcomeStep *self)
{
  ion_welcome_step_go_on (self);
}

static void
skip_cb (IonWelcomeStep *self)
{
  g_signal_emit (self, signals[SKIP], 0);
}

static void
ion_welcome_step_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IonWelcomeStep *self = ION_WELCOME_STEP (object);
  IonWelcomeStepPrivate *priv = get_private (self);
  const char *text = G_VALUE_HOLDS_STRING (value) ? g_value_get_string (value) : NULL;

  switch (id)
    {
    case PROP_TITLE:
      gtk_label_set_label (priv->title, text);
      break;
    case PROP_DESCRIPTION:
      gtk_label_set_label (priv->description, text);
      break;
    case PROP_VERB:
      gtk_label_set_label (priv->verb, text);
      break;
    case PROP_SKIP_VERB:
      gtk_button_set_label (priv->skip, text);
      gtk_widget_set_visible (GTK_WIDGET (priv->skip), text != NULL && *text != '\0');
      break;
    case PROP_IS_READY:
      ion_welcome_step_set_ready (self, g_value_get_boolean (value));
      break;
    case PROP_IS_BUSY:
      ion_welcome_step_set_busy (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ion_welcome_step_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IonWelcomeStepPrivate *priv = get_private (ION_WELCOME_STEP (object));

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (priv->title));
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, gtk_label_get_label (priv->description));
      break;
    case PROP_VERB:
      g_value_set_string (value, gtk_label_get_label (priv->verb));
      break;
    case PROP_SKIP_VERB:
      g_value_set_string (value, gtk_button_get_label (priv->skip));
      break;
    case PROP_IS_READY:
      g_value_set_boolean (value, priv->is_ready);
      break;
    case PROP_IS_BUSY:
      g_value_set_boolean (value, priv->is_busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ion_welcome_step_dispose (GObject *object)
{
  IonWelcomeStepPrivate *priv = get_private (ION_WELCOME_STEP (object));

  g_clear_pointer (&priv->frame, gtk_widget_unparent);
  G_OBJECT_CLASS (ion_welcome_step_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  props[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, "", flags);
  props[PROP_VERB] = g_param_spec_string ("verb", NULL, NULL, "", flags);
  props[PROP_SKIP_VERB] = g_param_spec_string ("skip-verb", NULL, NULL, "", flags);
  props[PROP_IS_READY] = g_param_spec_boolean ("is-ready", NULL, NULL, FALSE, flags);
  props[PROP_IS_BUSY] = g_param_spec_boolean ("is-busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ion_welcome_step_class_init (IonWelcomeStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ion_welcome_step_get_property;
  object_class->set_property = ion_welcome_step_set_property;
  object_class->dispose = ion_welcome_step_dispose;
  install_properties (object_class);
  signals[NEXT] = g_signal_new ("next", ION_TYPE_WELCOME_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[SKIP] = g_signal_new ("skip", ION_TYPE_WELCOME_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/welcome/"
                                                             "ion-welcome-step.ui");
  gtk_widget_class_bind_template_child_private (widget_class, IonWelcomeStep, frame);
  gtk_widget_class_bind_template_child_private (widget_class, IonWelcomeStep, title);
  gtk_widget_class_bind_template_child_private (widget_class, IonWelcomeStep, description);
  gtk_widget_class_bind_template_child_private (widget_class, IonWelcomeStep, content);
  gtk_widget_class_bind_template_child_private (widget_class, IonWelcomeStep, trouble);
  gtk_widget_class_bind_template_child_private (widget_class, IonWelcomeStep, sentence);
  gtk_widget_class_bind_template_child_private (widget_class, IonWelcomeStep, next);
  gtk_widget_class_bind_template_child_private (widget_class, IonWelcomeStep, verb);
  gtk_widget_class_bind_template_child_private (widget_class, IonWelcomeStep, next_stack);
  gtk_widget_class_bind_template_child_private (widget_class, IonWelcomeStep, skip);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
}

static void
ion_welcome_step_init (IonWelcomeStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

void
ion_welcome_step_begin (IonWelcomeStep *self)
{
  g_return_if_fail (ION_IS_WELCOME_STEP (self));

  if (ION_WELCOME_STEP_GET_CLASS (self)->begin != NULL)
    ION_WELCOME_STEP_GET_CLASS (self)->begin (self);
}

void
ion_welcome_step_set_ready (IonWelcomeStep *self, gboolean is_ready)
{
  g_return_if_fail (ION_IS_WELCOME_STEP (self));

  get_private (self)->is_ready = is_ready;
  update (self);
}

void
ion_welcome_step_set_busy (IonWelcomeStep *self, gboolean is_busy)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_return_if_fail (ION_IS_WELCOME_STEP (self));

  /* A field that becomes insensitive while it has the focus is never told that it lost it. */
  if (is_busy && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_root_set_focus (root, NULL);
  get_private (self)->is_busy = is_busy;
  update (self);
  if (!is_busy && root != NULL && focus == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    ion_welcome_step_begin (self);
}

void
ion_welcome_step_complain (IonWelcomeStep *self, const char *sentence)
{
  IonWelcomeStepPrivate *priv;

  g_return_if_fail (ION_IS_WELCOME_STEP (self));

  priv = get_private (self);
  gtk_label_set_label (priv->sentence, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (priv->trouble, sentence != NULL);
}

void
ion_welcome_step_go_on (IonWelcomeStep *self)
{
  g_return_if_fail (ION_IS_WELCOME_STEP (self));

  if (gtk_widget_is_sensitive (get_private (self)->next))
    g_signal_emit (self, signals[NEXT], 0);
}
