/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What the page knows of its four parts: a state in a word, and a summary.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-compose-part.h"

typedef struct
{
  IonDraftEditor *editor; /* (owned) */
  IonPartState state;
  char *state_text; /* (owned) (nullable) */
  char *summary;    /* (owned) (nullable) */
} IonComposePartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (IonComposePart, ion_compose_part, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_EDITOR,
  PROP_STATE,
  PROP_STATE_TEXT,
  PROP_SUMMARY,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static IonComposePartPrivate *
get_private (IonComposePart *self)
{
  return ion_compose_part_get_instance_private (self);
}

static void
ion_compose_part_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IonComposePartPrivate *priv = get_private (ION_COMPOSE_PART (object));

  switch (id)
    {
    case PROP_EDITOR:
      g_value_set_object (value, priv->editor);
      break;
    case PROP_STATE:
      g_value_set_int (value, priv->state);
      break;
    case PROP_STATE_TEXT:
      g_value_set_string (value, priv->state_text);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, priv->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ion_compose_part_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IonComposePartPrivate *priv = get_private (ION_COMPOSE_PART (object));

  if (id == PROP_EDITOR)
    priv->editor = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_compose_part_finalize (GObject *object)
{
  IonComposePartPrivate *priv = get_private (ION_COMPOSE_PART (object));

  g_clear_object (&priv->editor);
  g_free (priv->state_text);
  g_free (priv->summary);
  G_OBJECT_CLASS (ion_compose_part_parent_class)->finalize (object);
}

static void
ion_compose_part_class_init (IonComposePartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ion_compose_part_get_property;
  object_class->set_property = ion_compose_part_set_property;
  object_class->finalize = ion_compose_part_finalize;

  props[PROP_EDITOR] =
      g_param_spec_object ("editor", NULL, NULL, ION_TYPE_DRAFT_EDITOR,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, ION_PART_READY, 0,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_STATE_TEXT] = g_param_spec_string ("state-text", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SUMMARY] =
      g_param_spec_string ("summary", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ion_compose_part_init (IonComposePart *self)
{
}

IonDraftEditor *
ion_compose_part_get_editor (IonComposePart *self)
{
  g_return_val_if_fail (ION_IS_COMPOSE_PART (self), NULL);

  return get_private (self)->editor;
}

static void
take_text (IonComposePart *self, char **place, const char *text, int prop)
{
  if (g_strcmp0 (*place, text) == 0)
    return;
  g_free (*place);
  *place = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

void
ion_compose_part_set_state (IonComposePart *self,
                            IonPartState state,
                            const char *text,
                            const char *summary)
{
  IonComposePartPrivate *priv;

  g_return_if_fail (ION_IS_COMPOSE_PART (self));

  priv = get_private (self);
  g_object_freeze_notify (G_OBJECT (self));
  if (priv->state != state)
    {
      priv->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
    }
  take_text (self, &priv->state_text, text, PROP_STATE_TEXT);
  take_text (self, &priv->summary, summary, PROP_SUMMARY);
  g_object_thaw_notify (G_OBJECT (self));
}

IonPartState
ion_compose_part_get_state (IonComposePart *self)
{
  g_return_val_if_fail (ION_IS_COMPOSE_PART (self), ION_PART_TO_DO);

  return get_private (self)->state;
}

const char *
ion_compose_part_get_state_text (IonComposePart *self)
{
  g_return_val_if_fail (ION_IS_COMPOSE_PART (self), NULL);

  return get_private (self)->state_text;
}

const char *
ion_compose_part_get_summary (IonComposePart *self)
{
  g_return_val_if_fail (ION_IS_COMPOSE_PART (self), NULL);

  return get_private (self)->summary;
}

void
ion_compose_part_tell_shown (IonComposePart *self)
{
  g_return_if_fail (ION_IS_COMPOSE_PART (self));

  if (ION_COMPOSE_PART_GET_CLASS (self)->shown != NULL)
    ION_COMPOSE_PART_GET_CLASS (self)->shown (self);
}
