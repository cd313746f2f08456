/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonApplication:
 *
 * The program: opens the office that the command line names (--practice, --office DIR) or shows the
 * welcome, keeps at work while something is being sent, and begins a campaign for each file of
 * recipients that it is given. One window an office.
 */
#define ION_TYPE_APPLICATION (ion_application_get_type ())
G_DECLARE_FINAL_TYPE (IonApplication, ion_application, ION, APPLICATION, AdwApplication)

IonApplication *ion_application_new (void);
/**
 * ion_application_show_office:
 * @folder: (nullable): the default one
 * @paths: (element-type filename): each begins a campaign
 *
 * Shows the office, opening it unless it is open or on its way to be.
 */
void ion_application_show_office (IonApplication *self,
                                  const char *folder,
                                  gboolean is_practice,
                                  GPtrArray *paths);
/* Ends every office's session, asking where something is being sent. */
void ion_application_quit_all (IonApplication *self);
/* Brings the office's window to the front, with the campaign; "" = only the window. */
void ion_application_show_campaign (IonApplication *self, const char *folder, const char *campaign);

G_END_DECLS
