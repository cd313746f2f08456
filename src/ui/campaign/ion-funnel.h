/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-campaign-state.h"

G_BEGIN_DECLS

/**
 * IonFunnel:
 *
 * From all recipients to those who have the message (and read it, and paid, where the service may
 * see that): a table of numbers with bars.
 */
#define ION_TYPE_FUNNEL (ion_funnel_get_type ())
G_DECLARE_FINAL_TYPE (IonFunnel, ion_funnel, ION, FUNNEL, GtkWidget)

GtkWidget *ion_funnel_new (void);
void ion_funnel_set_counts (IonFunnel *self, const IonCampaignCounts *counts);

G_END_DECLS
