/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonFunnelBar:
 *
 * One bar of a funnel: a share of a whole as a length. It says the same to a screen reader; its
 * number stands beside it as text.
 */
#define ION_TYPE_FUNNEL_BAR (ion_funnel_bar_get_type ())
G_DECLARE_FINAL_TYPE (IonFunnelBar, ion_funnel_bar, ION, FUNNEL_BAR, GtkWidget)

GtkWidget *ion_funnel_bar_new (void);
/* @name: of what it is the share; @description: the same as a sentence with its numbers */
void
ion_funnel_bar_set (IonFunnelBar *self, const char *name, const char *description, double share);
double ion_funnel_bar_get_share (IonFunnelBar *self);

G_END_DECLS
