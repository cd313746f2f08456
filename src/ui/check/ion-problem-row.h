/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-campaign-preview.h"
#include "ion-draft-editor.h"

G_BEGIN_DECLS

/**
 * IonProblemRow:
 *
 * One reason for which IO would refuse rows, and the way to each of the first of them.
 */
#define ION_TYPE_PROBLEM_ROW (ion_problem_row_get_type ())
G_DECLARE_FINAL_TYPE (IonProblemRow, ion_problem_row, ION, PROBLEM_ROW, AdwActionRow)

GtkWidget *ion_problem_row_new (IonDraftEditor *editor, const IonCampaignProblem *problem);

G_END_DECLS
