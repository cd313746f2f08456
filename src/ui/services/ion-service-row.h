/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-service-story.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IonServiceRow:
 *
 * One service in the list: name, department, state of its key.
 */
#define ION_TYPE_SERVICE_ROW (ion_service_row_get_type ())
G_DECLARE_FINAL_TYPE (IonServiceRow, ion_service_row, ION, SERVICE_ROW, GtkListBoxRow)

GtkWidget *ion_service_row_new (const IonServiceStory *story);

G_END_DECLS
