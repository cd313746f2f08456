/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table.h"

G_BEGIN_DECLS

/* Whether a comma of an amount was taken for the one between two cells. */
typedef struct _IonCommaSlip IonCommaSlip;

IonCommaSlip *ion_comma_slip_new (IonTable *table,
                                  const char *const *header,
                                  gsize n_columns,
                                  gsize n_header_cells);
void ion_comma_slip_free (IonCommaSlip *self);
gboolean ion_comma_slip_is_in (const IonCommaSlip *self, const char *const *cells, gsize n_cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonCommaSlip, ion_comma_slip_free)

G_END_DECLS
