/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-campaign-causes.h"

G_BEGIN_DECLS

/**
 * IonCausesList:
 *
 * Why some people have no message, grouped: one line as long as nobody asks, every cause with its
 * meaning and its way out once it is opened. What only a person can decide stands open above it.
 */
#define ION_TYPE_CAUSES_LIST (ion_causes_list_get_type ())
G_DECLARE_FINAL_TYPE (IonCausesList, ion_causes_list, ION, CAUSES_LIST, GtkWidget)

GtkWidget *ion_causes_list_new (void);
/* @causes: (element-type IonCampaignCause) */
void ion_causes_list_set_causes (IonCausesList *self, GPtrArray *causes);
/* @sentences: (nullable): what was odd about the file and was accepted by a person */
void ion_causes_list_set_doubts (IonCausesList *self, const char *sentences);
void ion_causes_list_set_expanded (IonCausesList *self, gboolean is_expanded);

G_END_DECLS
