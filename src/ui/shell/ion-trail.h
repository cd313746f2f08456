/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-page.h"

G_BEGIN_DECLS

/**
 * IonTrail:
 *
 * The pages that lie on top of each other, the place of the sidebar at the bottom. A page goes when
 * it is left; it may refuse.
 *
 * Property: "is-folded": whether the sidebar is away; handed on to the pages.
 * Signal: "turned" (): another page is in front.
 */
#define ION_TYPE_TRAIL (ion_trail_get_type ())
G_DECLARE_FINAL_TYPE (IonTrail, ion_trail, ION, TRAIL, GtkWidget)

/* The page in front: (transfer none) (nullable) */
IonPage *ion_trail_get_front (IonTrail *self);
/* @i from the bottom: (transfer none) (nullable) */
IonPage *ion_trail_get_page (IonTrail *self, guint i);
guint ion_trail_get_depth (IonTrail *self);
/* @page: floating */
void ion_trail_push (IonTrail *self, IonPage *page);
/* Takes the page in front off. Returns: FALSE where it may not be left now, or is the last one */
gboolean ion_trail_back (IonTrail *self);
/* Takes off what lies on @page. Returns: FALSE where one of those may not be left now */
gboolean ion_trail_return_to (IonTrail *self, IonPage *page);
/* Takes all pages off, for another place. Returns: FALSE where one may not be left now; it is in
 * front then. */
gboolean ion_trail_clear (IonTrail *self);

G_END_DECLS
