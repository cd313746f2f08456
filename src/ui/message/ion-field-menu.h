/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "ion-import-report.h"
#include "ion-template.h"

G_BEGIN_DECLS

/* The fields that a message may use: those that the template has already, in order of appearance,
 * then the file's columns. @report: (nullable).
 * Returns: (transfer full): names */
GStrv ion_field_menu_list (const IonTemplate *template_, const IonImportReport *report);

/* A menu of them, each with the ways to write it: activates "text.insert-field". (transfer full) */
GMenuModel *ion_field_menu_new (const char *const *names);

G_END_DECLS
