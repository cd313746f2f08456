/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the menu of a campaign being made does with the draft as a whole; each says so by a toast or
 * leads on by the window's actions. @widget: the page. */
void ion_draft_act_rename (GtkWidget *widget, IonDraftEditor *editor);
void ion_draft_act_duplicate (GtkWidget *widget, IonDraftEditor *editor);
/* Asks for a name; the toast takes it back. */
void ion_draft_act_save_template (GtkWidget *widget, IonDraftEditor *editor);
/* Leaves the page; the toast brings it back. */
void ion_draft_act_discard (GtkWidget *widget, IonDraftEditor *editor);

G_END_DECLS
