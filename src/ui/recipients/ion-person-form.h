/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonPersonForm:
 *
 * One person, typed: the fiscal code, checked as it is typed, and the fields of the template.
 *
 * Signals: "done" (): the source is this person, or was left as it is.
 */
#define ION_TYPE_PERSON_FORM (ion_person_form_get_type ())
G_DECLARE_FINAL_TYPE (IonPersonForm, ion_person_form, ION, PERSON_FORM, AdwBin)

void ion_person_form_set_editor (IonPersonForm *self, IonDraftEditor *editor);
/* Makes it blank, with the fields of the template as it is now. */
void ion_person_form_begin (IonPersonForm *self);

G_END_DECLS
