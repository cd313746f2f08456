/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonEarlierChooser:
 *
 * People of an earlier campaign, by what became of their message.
 *
 * Signals: "done" (): the source is these people, or was left as it is.
 */
#define ION_TYPE_EARLIER_CHOOSER (ion_earlier_chooser_get_type ())
G_DECLARE_FINAL_TYPE (IonEarlierChooser, ion_earlier_chooser, ION, EARLIER_CHOOSER, AdwBin)

void ion_earlier_chooser_set_editor (IonEarlierChooser *self, IonDraftEditor *editor);
/* Asks for the campaigns anew. */
void ion_earlier_chooser_begin (IonEarlierChooser *self);

G_END_DECLS
