/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-campaign-causes.h"

G_BEGIN_DECLS

/**
 * IonCauseRow:
 *
 * One cause behind the figures: how many, what it means, what to do, and the acts for it.
 */
#define ION_TYPE_CAUSE_ROW (ion_cause_row_get_type ())
G_DECLARE_FINAL_TYPE (IonCauseRow, ion_cause_row, ION, CAUSE_ROW, GtkListBoxRow)

GtkWidget *ion_cause_row_new (void);
void ion_cause_row_set_cause (IonCauseRow *self, const IonCampaignCause *cause);

G_END_DECLS
