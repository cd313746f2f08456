/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IonPhonePane:
 *
 * The phone beside a campaign being made, and the way through its rows.
 */
#define ION_TYPE_PHONE_PANE (ion_phone_pane_get_type ())
G_DECLARE_FINAL_TYPE (IonPhonePane, ion_phone_pane, ION, PHONE_PANE, GtkWidget)

/* What it shows from now on; once only. */
void ion_phone_pane_set_editor (IonPhonePane *self, IonDraftEditor *editor);

G_END_DECLS
