/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonSourceFault:
 *
 * A source that could not be read: what it is, in its own words, and the next step.
 *
 * Signals: "change" (): another source is wanted; "again" (): read it once more.
 */
#define ION_TYPE_SOURCE_FAULT (ion_source_fault_get_type ())
G_DECLARE_FINAL_TYPE (IonSourceFault, ion_source_fault, ION, SOURCE_FAULT, AdwBin)

void ion_source_fault_set_editor (IonSourceFault *self, IonDraftEditor *editor);
void ion_source_fault_show (IonSourceFault *self, const GError *error);

/* Whether @error is about which column is which: then the columns themselves are shown. */
gboolean ion_source_fault_is_of_columns (const GError *error);

/* Returns: (transfer none): what is missing of the columns, and what to do about it here */
const char *ion_source_fault_describe_columns (const GError *error);

G_END_DECLS
