/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-template-shelf.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IonTemplateTile:
 *
 * A template as a card: what it is for, its name, its title and the beginning of its text.
 */
#define ION_TYPE_TEMPLATE_TILE (ion_template_tile_get_type ())
G_DECLARE_FINAL_TYPE (IonTemplateTile, ion_template_tile, ION, TEMPLATE_TILE, GtkFlowBoxChild)

GtkWidget *ion_template_tile_new (const IonTemplateCard *card);

G_END_DECLS
