/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-desk.h"

G_BEGIN_DECLS

/**
 * IonWelcomePage:
 *
 * What is there before an office is open: it opens one, leads through the making of the first, and
 * says what to do where one does not open.
 *
 * Signal: "desk-ready" (IonDesk *desk), once: the desk's engine may have been started already.
 */
#define ION_TYPE_WELCOME_PAGE (ion_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (IonWelcomePage, ion_welcome_page, ION, WELCOME_PAGE, AdwBin)

GtkWidget *ion_welcome_page_new (void);
/**
 * ion_welcome_page_open:
 * @folder: (nullable): the default one
 *
 * Opens the office there; where there is none, the two doors.
 */
void ion_welcome_page_open (IonWelcomePage *self, const char *folder, gboolean is_practice);
/* Says why it is not opened yet, until it is asked to. */
void ion_welcome_page_wait (IonWelcomePage *self, const char *sentence);

G_END_DECLS
