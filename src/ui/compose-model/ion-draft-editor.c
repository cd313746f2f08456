/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The draft between the parts of the page, the ledger and the worker threads.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-draft-editor.h"

struct _IonDraftEditor
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (IonDraftEditor, ion_draft_editor, G_TYPE_OBJECT)

static void
ion_draft_editor_class_init (IonDraftEditorClass *klass)
{
}

static void
ion_draft_editor_init (IonDraftEditor *self)
{
}
