/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-secret.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes a typed or pasted key out of a field, which is empty afterwards: the key lives on in locked
 * memory only. Blanks around it are left out.
 * Returns: (transfer full) (nullable): %NULL where nothing was typed */
IonSecret *ion_key_entry_take (GtkEditable *entry);

G_END_DECLS
