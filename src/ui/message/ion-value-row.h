/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonValueRow:
 *
 * A row for what a template takes from a field of each row, or says once for everybody: the due
 * date, the amount, the notice number.
 *
 * Properties (construct only but for the title): "title", "none-label" (no choice where NULL),
 * "fixed-label" (likewise), "fixed-title" (of the entry for it), "is-date" (with a calendar).
 * Signal: "changed" ().
 */
#define ION_TYPE_VALUE_ROW (ion_value_row_get_type ())
G_DECLARE_FINAL_TYPE (IonValueRow, ion_value_row, ION, VALUE_ROW, AdwActionRow)

void ion_value_row_set_fields (IonValueRow *self, const char *const *names);
/* @value: (nullable): "{{scadenza}}", "31/12/2026". Without "changed". */
void ion_value_row_set_value (IonValueRow *self, const char *value);
/* (transfer none) (nullable) */
const char *ion_value_row_get_value (IonValueRow *self);

G_END_DECLS
