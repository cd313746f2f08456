/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-template.h"

G_BEGIN_DECLS

GHashTable *ion_date_fields_find (const IonTemplate *template_);

G_END_DECLS
