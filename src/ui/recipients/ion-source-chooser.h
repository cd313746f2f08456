/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonSourceChooser:
 *
 * The ways in: a file, pasted rows, one person, people of an earlier campaign.
 *
 * Signals: "person" (), "earlier" (), "paste" (), "cancelled" (): the source stays as it is.
 */
#define ION_TYPE_SOURCE_CHOOSER (ion_source_chooser_get_type ())
G_DECLARE_FINAL_TYPE (IonSourceChooser, ion_source_chooser, ION, SOURCE_CHOOSER, AdwBin)

void ion_source_chooser_set_editor (IonSourceChooser *self, IonDraftEditor *editor);
/* Whether there is a source already, which may stay. */
void ion_source_chooser_set_has_source (IonSourceChooser *self, gboolean has_source);
/* Opens the dialog for files. */
void ion_source_chooser_choose_file (IonSourceChooser *self);

G_END_DECLS
