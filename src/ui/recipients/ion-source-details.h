/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-look.h"
#include "ion-draft-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonSourceDetails:
 *
 * How the file was read, each of which a person may say better: encoding, separator, sheet.
 */
#define ION_TYPE_SOURCE_DETAILS (ion_source_details_get_type ())
G_DECLARE_FINAL_TYPE (IonSourceDetails, ion_source_details, ION, SOURCE_DETAILS, AdwBin)

void ion_source_details_set_editor (IonSourceDetails *self, IonDraftEditor *editor);
/* @look: (nullable) */
void ion_source_details_show (IonSourceDetails *self, const IonDraftLook *look);
/* @sheets: (array zero-terminated=1) */
void ion_source_details_show_sheets (IonSourceDetails *self, const char *const *sheets);

G_END_DECLS
