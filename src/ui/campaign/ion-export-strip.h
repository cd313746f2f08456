/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-desk.h"

G_BEGIN_DECLS

/**
 * IonExportStrip:
 *
 * An export being written: how far it is, and the way to call it off; nothing otherwise.
 */
#define ION_TYPE_EXPORT_STRIP (ion_export_strip_get_type ())
G_DECLARE_FINAL_TYPE (IonExportStrip, ion_export_strip, ION, EXPORT_STRIP, GtkWidget)

/* Asks where to, then writes. @states: mask of 1 << IonDeliveryState; 0 = all. @name: of the file
 */
void ion_export_strip_begin (IonExportStrip *self,
                             IonDesk *desk,
                             const char *campaign_id,
                             guint states,
                             const char *name);
/* The same without asking where to. */
void ion_export_strip_write (IonExportStrip *self,
                             IonDesk *desk,
                             const char *campaign_id,
                             guint states,
                             GFile *file);

G_END_DECLS
