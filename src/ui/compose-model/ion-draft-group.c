/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What the groups of the last look and of the sending have in common: they follow the draft, and
 * leave nothing behind.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-draft-group.h"

typedef struct
{
  IonDraftEditor *editor;    /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of what is under way */
  gboolean is_refreshing;
} IonDraftGroupPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (IonDraftGroup, ion_draft_group, ADW_TYPE_PREFERENCES_GROUP)

static IonDraftGroupPrivate *
get_private (IonDraftGroup *self)
{
  return ion_draft_group_get_instance_private (self);
}

static void
ion_draft_group_dispose (GObject *object)
{
  IonDraftGroupPrivate *priv = get_private (ION_DRAFT_GROUP (object));

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  g_clear_object (&priv->editor);
  G_OBJECT_CLASS (ion_draft_group_parent_class)->dispose (object);
}

static void
ion_draft_group_class_init (IonDraftGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ion_draft_group_dispose;
}

static void
ion_draft_group_init (IonDraftGroup *self)
{
  get_private (self)->cancellable = g_cancellable_new ();
}

/* What a refresh puts into a field must not come back as something typed. */
void
ion_draft_group_refresh (IonDraftGroup *self)
{
  IonDraftGroupPrivate *priv;

  g_return_if_fail (ION_IS_DRAFT_GROUP (self));

  priv = get_private (self);
  if (priv->editor == NULL || priv->is_refreshing)
    return;
  priv->is_refreshing = TRUE;
  ION_DRAFT_GROUP_GET_CLASS (self)->refresh (self, ion_draft_group_get_draft (self),
                                             ion_draft_group_get_facts (self));
  priv->is_refreshing = FALSE;
}

gboolean
ion_draft_group_is_refreshing (IonDraftGroup *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_GROUP (self), FALSE);

  return get_private (self)->is_refreshing;
}

static void
moved_cb (IonDraftGroup *self)
{
  if (ION_DRAFT_GROUP_GET_CLASS (self)->moved != NULL)
    ION_DRAFT_GROUP_GET_CLASS (self)->moved (self);
}

void
ion_draft_group_set_editor (IonDraftGroup *self, IonDraftEditor *editor)
{
  static const char *const names[] = { "message-changed", "source-changed", "checked",
                                       "sampled",         "shown-changed",  "prepared",
                                       "plan-changed" };
  IonDraftGroupPrivate *priv;

  g_return_if_fail (ION_IS_DRAFT_GROUP (self) && ION_IS_DRAFT_EDITOR (editor));

  priv = get_private (self);
  g_return_if_fail (priv->editor == NULL);
  priv->editor = g_object_ref (editor);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_connect_object (editor, names[i], G_CALLBACK (ion_draft_group_refresh), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (ion_send_briefing_get (editor), "changed",
                           G_CALLBACK (ion_draft_group_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ion_draft_editor_get_desk (editor), "changed", G_CALLBACK (moved_cb),
                           self, G_CONNECT_SWAPPED);
  ion_draft_group_refresh (self);
}

IonDraftEditor *
ion_draft_group_get_editor (IonDraftGroup *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_GROUP (self), NULL);

  return get_private (self)->editor;
}

IonDraft *
ion_draft_group_get_draft (IonDraftGroup *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_GROUP (self), NULL);

  return ion_draft_editor_get_draft (get_private (self)->editor);
}

const IonSendFacts *
ion_draft_group_get_facts (IonDraftGroup *self)
{
  g_return_val_if_fail (ION_IS_DRAFT_GROUP (self), NULL);

  return ion_send_briefing_get_facts (ion_send_briefing_get (get_private (self)->editor));
}

const IonSendFacts *
ion_draft_group_get_campaign (IonDraftGroup *self)
{
  const IonSendFacts *facts = ion_draft_group_get_facts (self);

  return facts != NULL && facts->campaign_id != NULL ? facts : NULL;
}

GCancellable *
ion_draft_group_run (IonDraftGroup *self,
                     IonDeskFunc func,
                     gpointer data,
                     GDestroyNotify free_data,
                     GDestroyNotify free_result,
                     GAsyncReadyCallback callback)
{
  IonDraftGroupPrivate *priv;

  g_return_val_if_fail (ION_IS_DRAFT_GROUP (self), NULL);

  priv = get_private (self);
  ion_desk_run_async (ion_draft_editor_get_desk (priv->editor), self, func, data, free_data,
                      free_result, priv->cancellable, callback, NULL);
  return priv->cancellable;
}
