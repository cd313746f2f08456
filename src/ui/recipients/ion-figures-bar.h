/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-issue-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonFiguresBar:
 *
 * How many rows are ready, duplicate, to be corrected, to be looked at: each but the first filters
 * the list of issues.
 *
 * Signals: "filtered" (): another one is pressed.
 */
#define ION_TYPE_FIGURES_BAR (ion_figures_bar_get_type ())
G_DECLARE_FINAL_TYPE (IonFiguresBar, ion_figures_bar, ION, FIGURES_BAR, GtkWidget)

void ion_figures_bar_show (IonFiguresBar *self, const IonImportReport *report);
IonIssuesFilter ion_figures_bar_get_filter (IonFiguresBar *self);

G_END_DECLS
