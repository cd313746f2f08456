/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IonBanner:
 *
 * A strip across the page with one sentence and at most one button: what holds for all that is
 * below it. The seam of what newer versions of the platform have of their own.
 *
 * Properties: "title", "button-label" (none where empty), "revealed", "is-warning" (drawn as one,
 * with a mark before the words), "action-name" (what the button activates; actionable).
 * Signal: "button-clicked" ().
 */
#define ION_TYPE_BANNER (ion_banner_get_type ())
G_DECLARE_FINAL_TYPE (IonBanner, ion_banner, ION, BANNER, GtkWidget)

GtkWidget *ion_banner_new (const char *title);
void ion_banner_set_title (IonBanner *self, const char *title);
const char *ion_banner_get_title (IonBanner *self);
/* @label: (nullable): with an underscore before its mnemonic */
void ion_banner_set_button_label (IonBanner *self, const char *label);
void ion_banner_set_revealed (IonBanner *self, gboolean revealed);
gboolean ion_banner_get_revealed (IonBanner *self);
/* Shows @title, or hides the strip where it is %NULL. */
void ion_banner_say (IonBanner *self, const char *title);
/* Says @error in a sentence, or hides the strip where it is %NULL. */
void ion_banner_say_error (IonBanner *self, const GError *error);

G_END_DECLS
