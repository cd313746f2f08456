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
 * welcome, keeps at work while something is being sent, and opens files of recipients.
 */
#define ION_TYPE_APPLICATION (ion_application_get_type ())
G_DECLARE_FINAL_TYPE (IonApplication, ion_application, ION, APPLICATION, AdwApplication)

IonApplication *ion_application_new (void);

G_END_DECLS
