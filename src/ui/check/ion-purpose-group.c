/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One question, answered once, that the law asks too: what for.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-purpose-group.h"

struct _IonPurposeGroup
{
  IonDraftGroup parent_instance;

  AdwEntryRow *purpose; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonPurposeGroup, ion_purpose_group, ION_TYPE_DRAFT_GROUP)

static void
changed_cb (IonPurposeGroup *self)
{
  IonDraftGroup *group = ION_DRAFT_GROUP (self);
  g_autofree char *text = NULL;
  IonDraft *draft;

  if (ion_draft_group_is_refreshing (group))
    return;
  draft = ion_draft_group_get_draft (group);
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->purpose))));
  if (g_strcmp0 (text, draft->purpose != NULL ? draft->purpose : "") == 0)
    return;
  g_free (draft->purpose);
  draft->purpose = *text != '\0' ? g_steal_pointer (&text) : NULL;
  ion_draft_editor_tell_plan (ion_draft_group_get_editor (group));
}

/* While it is being written the field is ahead of the draft by a blank at its end. */
static void
ion_purpose_group_refresh (IonDraftGroup *group, const IonDraft *draft, const IonSendFacts *facts)
{
  IonPurposeGroup *self = ION_PURPOSE_GROUP (group);
  g_autofree char *shown =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->purpose))));
  const char *purpose = draft->purpose != NULL ? draft->purpose : "";

  if (g_strcmp0 (shown, purpose) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->purpose), purpose);
}

static void
ion_purpose_group_class_init (IonPurposeGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ION_DRAFT_GROUP_CLASS (klass)->refresh = ion_purpose_group_refresh;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/check/ion-purpose-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IonPurposeGroup, purpose);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
ion_purpose_group_init (IonPurposeGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
