/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-page.h"

G_BEGIN_DECLS

/**
 * IonMainWindow:
 *
 * The sidebar with its places, the pages on top of each other, and the actions that lead from one
 * to the other: "win.show-place" (s: overview, campaigns, templates, services), "win.open-campaign"
 * (s: id), "win.edit-draft" (s: id, "" = a new one), "win.open-remedy" (s: campaign id),
 * "win.find-person", "win.show-journal", "win.show-preferences", "win.back".
 */
#define ION_TYPE_MAIN_WINDOW (ion_main_window_get_type ())
G_DECLARE_FINAL_TYPE (IonMainWindow, ion_main_window, ION, MAIN_WINDOW, AdwApplicationWindow)

GtkWidget *ion_main_window_new (GtkApplication *application, IonDesk *desk);
IonDesk *ion_main_window_get_desk (IonMainWindow *self); /* (transfer none) */
/* The page in front. (transfer none) */
IonPage *ion_main_window_get_page (IonMainWindow *self);

G_END_DECLS
