/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-person-item.h"

G_BEGIN_DECLS

/* A row for a message: title, when and from whom, where it stands. (transfer floating) */
GtkWidget *ion_person_row_new (IonPersonItem *item);

G_END_DECLS
