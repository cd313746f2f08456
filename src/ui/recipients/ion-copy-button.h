/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonCopyButton:
 *
 * Saves the list once more with a column that says what is wrong, for whoever made it.
 */
#define ION_TYPE_COPY_BUTTON (ion_copy_button_get_type ())
G_DECLARE_FINAL_TYPE (IonCopyButton, ion_copy_button, ION, COPY_BUTTON, AdwBin)

void ion_copy_button_set_editor (IonCopyButton *self, IonDraftEditor *editor);
/* Writes to @path without asking where. */
void ion_copy_button_save (IonCopyButton *self, const char *path);

G_END_DECLS
