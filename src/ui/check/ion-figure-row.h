/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-draft-gaps.h"

G_BEGIN_DECLS

/**
 * IonFigureRow:
 *
 * A figure to be typed, and whether it fits: in a word and a shape, never with the right figure.
 *
 * Signals: "typed" (): the person ended typing (Enter, the tick, or leaving the field).
 */
#define ION_TYPE_FIGURE_ROW (ion_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (IonFigureRow, ion_figure_row, ION, FIGURE_ROW, AdwEntryRow)

typedef enum
{
  ION_FIGURE_ROW_SILENT,
  ION_FIGURE_ROW_UNREADABLE,
  ION_FIGURE_ROW_DIFFERS,
  ION_FIGURE_ROW_FITS,
} IonFigureVerdict;

void ion_figure_row_set_verdict (IonFigureRow *self, IonFigureVerdict verdict);
/* The same after comparing what was typed, which may be no figure at all. */
void ion_figure_row_show_figure (IonFigureRow *self, IonFigure figure);
gint64 ion_figure_row_get_count (IonFigureRow *self);
gint64 ion_figure_row_get_cents (IonFigureRow *self);

G_END_DECLS
