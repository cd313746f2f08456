/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonNumberRow:
 *
 * A setting that is a number.
 *
 * Properties: "key" (the setting's), "lower", "upper", "number". Signal: "chosen" (): a person
 * settled on another number.
 */
#define ION_TYPE_NUMBER_ROW (ion_number_row_get_type ())
G_DECLARE_FINAL_TYPE (IonNumberRow, ion_number_row, ION, NUMBER_ROW, AdwActionRow)

const char *ion_number_row_get_key (IonNumberRow *self);
int ion_number_row_get_number (IonNumberRow *self);
/* Without saying that somebody chose it. */
void ion_number_row_set_number (IonNumberRow *self, int number);

G_END_DECLS
